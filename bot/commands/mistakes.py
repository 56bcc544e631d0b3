"""What keeps a command from doing its work."""


class CommandError(Exception):
    """A mistake in the usage or in the configuration, told in one line that says how to mend it."""
