"""Helpers for values that a clinician may not have ready."""
