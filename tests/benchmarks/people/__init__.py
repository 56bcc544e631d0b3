"""People who tap: each waits for the screen that a tap leads to, reads it, and taps again."""
