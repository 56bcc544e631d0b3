"""The handbook: documentation rendered from the rules themselves, so that it cannot drift."""
