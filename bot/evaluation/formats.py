"""How cases and results are written."""

from enum import StrEnum


class InputFormat(StrEnum):
    """How cases are written."""

    JSONL = "jsonl"
    CSV = "csv"


class OutputFormat(StrEnum):
    """How results are written."""

    JSONL = "jsonl"
    CSV = "csv"
    TEXT = "text"


def ends_as_csv(file: str) -> bool:
    """Return whether the file's name says that it is CSV."""
    return file.lower().endswith(".csv")
