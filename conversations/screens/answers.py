"""The buttons that answer one fact."""

from collections.abc import Iterator

from conversations.consult.state import Consult
from conversations.flow.actions import Give, NoScanYet, SetAside
from conversations.questions.catalogue import NEEDS_A_SCAN
from conversations.screens.phrases import label
from conversations.screens.screen import Button, in_rows
from conversations.wording import Wording
from domain.calculators.ecog import GRADES
from domain.facts.catalogue import (
    ECOG,
    FACTS,
    RESIDUAL_VIABILITY,
    SESSIONS_WITHIN_6_MONTHS,
    TACE_SESSIONS,
    TARGET_RESPONSE,
    TREATMENT_INTENT,
    TUMOR_COUNT,
    TUMOR_MARKER_TREND,
)
from domain.facts.fact import Choice
from domain.facts.vocabulary import MarkerTrend, ViabilityRange

_TAPPED_SESSIONS = 6
_TAPPED_TUMORS = 5
_GIVEN = "✓ "
_OTHER_WORDS = ("answer.marker_never_raised", "answer.intent_other")


def answer_rows(fact: str, consult: Consult, wording: Wording) -> tuple[tuple[Button, ...], ...]:
    """Return the rows of buttons that answer `fact`, the answer already given marked.

    Answers that would contradict what was asked before are left out.
    """
    return tuple(
        row
        for buttons, columns in _groups(fact, consult, wording)
        for row in in_rows(
            [_marked(button, consult, wording) for button in buttons if _fits(button, consult)],
            columns,
        )
    )


def _groups(fact: str, consult: Consult, wording: Wording) -> Iterator[tuple[list[Button], int]]:
    """Yield buttons that go side by side, with how many of them share a row."""
    if fact == TACE_SESSIONS.name:
        yield _digits(fact, range(1, _TAPPED_SESSIONS + 1)), _TAPPED_SESSIONS
        yield [Button(wording("answer.no_session"), Give(fact, 0))], 1
    elif fact == SESSIONS_WITHIN_6_MONTHS.name:
        sessions = consult.case.tace_sessions
        if sessions is not None:
            yield [Button(wording("answer.all_sessions"), Give(fact, sessions))], 1
        fewer = _TAPPED_SESSIONS + 1 if sessions is None else min(sessions, _TAPPED_SESSIONS + 1)
        yield _digits(fact, range(1, fewer)), _TAPPED_SESSIONS
    elif fact == TUMOR_COUNT.name:
        yield _digits(fact, range(1, _TAPPED_TUMORS + 1)), _TAPPED_TUMORS
    elif fact == ECOG.name:
        yield [Button(wording(f"ecog.{grade}.short"), Give(fact, grade)) for grade in GRADES], 1
    elif fact == RESIDUAL_VIABILITY.name:
        yield [Button(label(wording, fact, "none"), Give(fact, 0.0))], 1
        yield [Button(label(wording, fact, each), Give(fact, each)) for each in ViabilityRange], 2
    else:
        choice = FACTS[fact]
        # Yes in front of no, as people say it.
        values = choice.values if isinstance(choice, Choice) else ()
        ordered = values[::-1] if values == (False, True) else values
        buttons = [Button(label(wording, fact, each), Give(fact, each)) for each in ordered]
        yield buttons, 1
    yield list(_other(fact, consult, wording)), 1


def _other(fact: str, consult: Consult, wording: Wording) -> Iterator[Button]:
    """Yield the answers that are not values: not known, and other ways of saying one.

    That there is no scan yet can be said at once, in front of all questions.
    """
    if fact == TUMOR_MARKER_TREND.name:
        yield Button(wording("answer.marker_never_raised"), Give(fact, MarkerTrend.NOT_RISING))
    if fact == TREATMENT_INTENT.name:
        yield Button(wording("answer.intent_other"), SetAside(fact))
    nothing_of_a_scan = all(consult.is_open(each) for each in NEEDS_A_SCAN)
    if fact == TARGET_RESPONSE.name or (fact == TACE_SESSIONS.name and nothing_of_a_scan):
        yield Button(wording("answer.no_scan_yet"), NoScanYet())
    yield Button(wording(f"unsure.{fact}"), SetAside(fact))


def _digits(fact: str, numbers: range) -> list[Button]:
    return [Button(str(number), Give(fact, number)) for number in numbers]


def _fits(button: Button, consult: Consult) -> bool:
    """Return whether what was answered before leaves this answer possible."""
    action = button.action
    return not isinstance(action, Give) or consult.admits(action.fact, action.answer)


def _marked(button: Button, consult: Consult, wording: Wording) -> Button:
    """Mark the button of the answer given; of two for one answer, the one that names it."""
    if button.label in (wording(key) for key in _OTHER_WORDS):
        return button
    action = button.action
    match action:
        case Give(fact, answer):
            given = consult.case.answers.get(fact) == answer
        case SetAside(fact):
            given = fact in consult.not_known
        case _:
            given = False
    return Button(_GIVEN + button.label, action) if given else button
