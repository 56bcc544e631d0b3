"""What a check of the rules came to."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Check:
    """One check: what it looked at, how many cases it took, and each disagreement it found.

    `about` is the id of a definition, or empty where all rules are concerned.
    """

    name: str
    cases: int
    disagreements: tuple[str, ...]
    about: str = ""

    @property
    def passed(self) -> bool:
        """Whether nothing disagreed."""
        return not self.disagreements
