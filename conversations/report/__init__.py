"""The report: one phone screen, and the details behind it."""
