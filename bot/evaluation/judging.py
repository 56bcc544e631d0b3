"""Judges one record."""

from functools import cache
from typing import TYPE_CHECKING

from bot.evaluation.outcomes import Judged, Outcome
from bot.evaluation.records import BrokenRecord, Record
from conversations.consult.case_code import encode
from conversations.consult.state import Consult
from conversations.wording import Language
from domain.appraisal.appraise import appraise
from domain.facts.admissibility import ContradictoryCaseError
from domain.facts.reading import InvalidFactsError, read_case

if TYPE_CHECKING:
    from bot.evaluation.refusing import Refusals


def judge(record: Record | BrokenRecord) -> Outcome:
    """Return what the rules say of a record, or why they say nothing."""
    if isinstance(record, BrokenRecord):
        return _refusals().of_line(record)
    try:
        appraisal = appraise(read_case(record.facts))
    except InvalidFactsError as error:
        return _refusals().of_answers(record, error)
    except ContradictoryCaseError as error:
        return _refusals().of_case(record, error)
    return Judged(record.id, appraisal, encode(Consult(appraisal.case)))


@cache
def _refusals() -> "Refusals":
    # Reading the wording takes longer than judging hundreds of cases, and most files need none.
    from bot.evaluation.refusing import Refusals  # noqa: PLC0415 - see above
    from bot.wording import wording  # noqa: PLC0415 - see above

    return Refusals(wording(Language.EN))
