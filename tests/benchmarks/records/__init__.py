"""Databases for the product's records, empty or with a great many rows."""
