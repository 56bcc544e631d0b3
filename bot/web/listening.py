"""Taking the address that the web endpoint listens at."""

import socket

from bot.settings_values import Address

_BACKLOG = 1024


class CannotListenError(Exception):
    """The address is taken, is not this machine's, or may not be used."""


def listener(address: Address) -> socket.socket:
    """Return a socket that listens; raises `CannotListenError`."""
    host, port = address
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CannotListenError(f"cannot listen on {host}:{port} ({reason})") from None
