"""Caveats that do not belong to one definition alone; the others stand in its file."""
