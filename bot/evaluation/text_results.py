"""Writes results for people: the first screen of each report, and where the rest is."""

from bot.clock import today
from bot.evaluation.outcomes import Judged, Outcome, Refused
from bot.evaluation.quoting import printable
from bot.wording import wording
from conversations.consult.state import Consult
from conversations.report.summary import summary_screen
from conversations.screens.scene import Scene
from conversations.wording import Language


def text_report(outcome: Outcome) -> str:
    """Return the result as a few lines under the id of the case, a blank line behind them."""
    title = "(no id)" if outcome.id is None else printable(str(outcome.id))
    body = _refused(outcome) if isinstance(outcome, Refused) else _judged(outcome)
    return f"== {title}\n{body}\n\n"


def _refused(refused: Refused) -> str:
    return f"{refused.code}: {refused.message}"


def _judged(judged: Judged) -> str:
    scene = Scene(Consult(judged.appraisal.case), wording(Language.EN), today())
    return f"{summary_screen(scene).text}\ntace-consult show {judged.case_code}"
