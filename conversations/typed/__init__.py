"""Answers that are typed instead of tapped."""
