"""Screens as data: worded, but drawn by whoever shows them."""
