"""The consult in a terminal: the same screens, drawn as text."""
