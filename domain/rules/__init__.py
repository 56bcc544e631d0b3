"""The form in which every rule is declared: metadata, source, then logic."""
