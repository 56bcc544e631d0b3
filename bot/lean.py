"""Libraries without those of their parts that a running bot never uses, which take megabytes."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

_UNUSED = {
    # python-telegram-bot's HTTP client: ours is another. It would bring along httpx.
    "telegram.request._httpxrequest": ("HTTPXRequest",),
    # The server's command line, which would bring along click.
    "uvicorn.main": ("Server", "main", "run"),
}
"""Modules, and what is imported from each of them by name."""


def leave_out_what_is_unused() -> None:
    """Let the libraries find empty classes where those parts are. Call it before they are loaded.

    What is loaded already stays. Where a library comes to be built in another way, it is loaded as
    a whole again, which `tests/bot/commands/test_run.py` tells.
    """
    for module, names in _UNUSED.items():
        empty = ModuleType(module)
        for name in names:
            setattr(empty, name, type(name, (), {}))
        sys.modules.setdefault(module, empty)


@contextmanager
def without(*modules: str) -> Iterator[None]:
    """Let what is imported in the context find these modules missing, but for those loaded already.

    That is for libraries that make do.
    """
    hidden = [name for name in modules if name not in sys.modules]
    for name in hidden:
        sys.modules[name] = None  # type: ignore[assignment]  # None is how Python is told
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]
