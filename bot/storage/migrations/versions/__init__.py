"""The schema's history, oldest first by number."""
