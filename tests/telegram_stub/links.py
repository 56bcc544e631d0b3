"""Which links Telegram takes, and the form in which it keeps them."""

import re

# A scheme is a word before "://", or one of the two that Telegram knows without slashes.
_LINK = re.compile(
    r"(?:(?P<scheme>[a-z][a-z0-9+.-]*)://|(?P<bare>tg|ton):(?://)?)?"
    r"(?P<user>[^/?#@]*@)?(?P<host>[^/?#:@]*)(?::(?P<port>[^/?#]*))?(?P<rest>[/?#].*)?",
    re.IGNORECASE | re.DOTALL,
)
_HIGHEST_PORT = 65535


def checked_link(link: str) -> str:
    """Return the link as Telegram keeps it; raises ValueError with Telegram's reason."""
    parts = _LINK.fullmatch(link.strip())
    if parts is None:
        raise ValueError("Wrong HTTP URL")
    scheme = (parts["scheme"] or parts["bare"] or "http").lower()
    host, port, rest = parts["host"], parts["port"], parts["rest"] or "/"
    if scheme not in {"http", "https", "tg", "ton"}:
        raise ValueError("Unsupported URL protocol")
    if port is not None and not (port.isdecimal() and 0 < int(port) <= _HIGHEST_PORT):
        raise ValueError("Wrong port number specified in the URL")
    if not host:
        raise ValueError("URL host is empty")
    if scheme in {"tg", "ton"}:
        return f"{scheme}://{host}{parts['rest'] or ''}"
    if "." not in host or any(sign.isspace() for sign in host):
        raise ValueError("Wrong HTTP URL")
    rest = rest if rest.startswith("/") else f"/{rest}"
    return f"{scheme}://{parts['user'] or ''}{host.lower()}{f':{port}' if port else ''}{rest}"
