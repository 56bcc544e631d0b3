"""The few forms of Markdown that the handbook uses."""

import re
from collections.abc import Iterable, Sequence

_MEANINGFUL = re.compile(r"([\\`*_\[\]<>|])")


def plain(text: str) -> str:
    """Return wording as text that Markdown leaves alone."""
    return _MEANINGFUL.sub(r"\\\1", text)


def paragraph(text: str) -> str:
    """Return wording as a paragraph that keeps its line breaks."""
    return "\n\n".join(
        "\\\n".join(plain(line) for line in part.split("\n")) for part in text.split("\n\n")
    )


def heading(level: int, text: str) -> str:
    """Return a heading."""
    return f"{'#' * level} {plain(text)}"


def bullets(items: Iterable[str]) -> str:
    """Return a list of what is already Markdown."""
    return "\n".join(f"- {item}" for item in items)


def code(name: str) -> str:
    """Return a name of the data contract."""
    return f"`{name}`"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of what is already Markdown."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def page(parts: Iterable[str]) -> str:
    """Return the parts as one page, a blank line between each two; empty parts vanish."""
    return "\n\n".join(part for part in parts if part) + "\n"
