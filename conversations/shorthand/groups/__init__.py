"""The groups of facts: the words each is told in, and what their mentions claim."""
