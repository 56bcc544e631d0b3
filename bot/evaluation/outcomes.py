"""What becomes of one record."""

from dataclasses import dataclass

from bot.evaluation.records import Id
from domain.appraisal.appraise import Appraisal


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules say of a case, with its case code."""

    id: Id
    appraisal: Appraisal
    case_code: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is no result.

    `code` is `invalid` or `contradiction`, `facts` those concerned in alphabetical order, and
    `message` says what is wrong, where, and how to mend it.
    """

    id: Id
    code: str
    facts: tuple[str, ...]
    message: str


Outcome = Judged | Refused
