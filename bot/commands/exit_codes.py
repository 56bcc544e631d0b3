"""How a command ends."""

FINE = 0
SOMETHING_WRONG = 1
"""At least one case had an error, or the rules did not pass their check."""
MISTAKE = 2
"""The usage or the configuration is to be mended."""
INTERRUPTED = 130
"""Ctrl-C, as shells have it."""
