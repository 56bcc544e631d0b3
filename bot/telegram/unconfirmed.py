"""Which updates Telegram would send again, and how far what is done can be confirmed."""

from itertools import dropwhile


class Unconfirmed:
    """The numbers of the updates that came, until Telegram is told that they are done.

    Their order is that in which they came. Mostly that of the numbers, too; but after a week
    without any update Telegram goes on from another number, which may be a lower one.
    """

    def __init__(self) -> None:
        self._known: dict[int, None] = {}
        self._not_done: dict[int, None] = {}
        self._next = 0

    def __len__(self) -> int:
        """Count what came from the offset on: Telegram sends it again."""
        offset = self.offset
        return sum(1 for _ in dropwhile(lambda number: number != offset, self._known))

    @property
    def offset(self) -> int:
        """The oldest update that is not done, or else what would come next; 0 before the first."""
        return next(iter(self._not_done), self._next)

    @property
    def all_done(self) -> bool:
        """Whether nothing that came is still to be done."""
        return not self._not_done

    @property
    def can_move(self) -> bool:
        """Whether there is something to confirm that was not, or nothing that comes again."""
        return next(iter(self._known), None) not in self._not_done

    def note(self, number: int) -> bool:
        """Note an update that came; false for one that is known already."""
        if number in self._known:
            return False
        self._known[number] = self._not_done[number] = None
        self._next = number + 1
        return True

    def done(self, number: int) -> None:
        """Note that an update is done."""
        del self._not_done[number]

    def confirm(self) -> int:
        """Return the offset to ask from, and forget what it confirms."""
        offset = self.offset
        for number in list(self._known):
            if number == offset:
                break
            del self._known[number]
        return offset
