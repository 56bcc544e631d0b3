"""How what was left out of a line, and what is worth telling of it, is worded."""

from conversations.shorthand.reader import LONGEST_LINE
from conversations.shorthand.understood import Ignored, Note
from conversations.wording import Wording


def why(ignored: Ignored, wording: Wording) -> str:
    """Return why something was left out, in one sentence."""
    rule = wording(f"contradiction.{ignored.rule}") if ignored.rule else ""
    return wording(f"ignored.{ignored.reason}", rule=rule, longest=LONGEST_LINE)


def told(note: Note, wording: Wording) -> str:
    """Return what is worth telling of something that was recorded, in one sentence."""
    return wording(f"shorthand.note.{note.kind}")
