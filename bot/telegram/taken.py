"""What was dealt with last in a message, so that what Telegram sends again is known.

After a crash it sends again, in their order, the last updates that were done and not confirmed.
Taken once more, an early one would undo what came after it.
"""

from dataclasses import dataclass

_AS_LONG_AGO = 10_000
"""Telegram numbers updates one after another, but anew when there was none for a week. So only a
number a little below the latest is of an update that was dealt with."""


@dataclass(frozen=True)
class Origin:
    """What a step came in: a message that was typed, or the update of a tap; 0 for neither.

    `in_order` tells that no tap can come before an earlier one of the same person. In long polling
    it cannot; a webhook has one tap of a person on its way at a time, as far as anybody knows.
    """

    typed_in: int = 0
    tapped_in: int = 0
    in_order: bool = False


@dataclass(frozen=True)
class Taken:
    """The message that was typed last, and the update of the last tap; 0 for none.

    They are apart since to a webhook a tap and a text may overtake each other.
    """

    typed_in: int = 0
    tapped_in: int = 0

    def covers(self, origin: Origin) -> bool:
        """Return whether what came in this is done already."""
        if origin.tapped_in:
            ago = self.tapped_in - origin.tapped_in
            return ago == 0 or (origin.in_order and 0 < ago < _AS_LONG_AGO)
        return self.typed_in >= origin.typed_in > 0

    def moved_on_by(self, origin: Origin) -> "Taken":
        """Return what was taken once that is done as well."""
        return Taken(origin.typed_in or self.typed_in, origin.tapped_in or self.tapped_in)

    def written(self, sign: str) -> str:
        """Return both in at most 22 characters, each behind a sign; nothing for none."""
        if self.tapped_in:
            return f"{sign}{self.typed_in}{sign}{self.tapped_in}"
        return f"{sign}{self.typed_in}" if self.typed_in else ""


NOTHING = Taken()
NOWHERE = Origin()


def read_taken(written: str, sign: str) -> Taken:
    """Return what was written so; 0 for what never was."""
    typed_in, _, tapped_in = written.partition(sign)
    return Taken(_number(typed_in), _number(tapped_in))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() else 0
