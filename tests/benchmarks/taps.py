"""How many taps a consult takes, on a mix of cases as a ward sees them.

The mix: response CR 24%, PR 43%, SD 30%, PD 3%, after one to five sessions. The other rates
are ours, and plausible rather than measured:

- sessions: one 35%, two 30%, three 20%, four 10%, five 5%; all of them within six months in
  70%, else a number drawn evenly;
- of PD 60% have also progressed from baseline; viability is over 50% in 15% of PR, 70% of SD
  and 90% of PD;
- new lesions after the latest session 12%, after consecutive ones 6% (from two sessions on);
- vascular invasion or extrahepatic spread: each there before TACE 8%, new 5%; marker rising 15%;
- scan at 1 to 3 months 80%, earlier 10%, later 10%; technique reassessed 55%, standardised 60%;
- intent palliative 85%; Child-Pugh A 70%, B 26%, C 4%; ECOG 0 50%, 1 35%, 2 11%, 3 3%, 4 1%;
- each of the six other reasons against TACE 1.5%.
"""

import random
from collections import Counter
from collections.abc import Mapping
from statistics import mean
from typing import TypeVar

from bot.wording import wording
from conversations.consult.state import Consult
from conversations.conversation import Shown, show, tapped, typed
from conversations.flow.actions import Give, GiveUsual
from conversations.flow.advance import Turn
from conversations.flow.views import Page
from conversations.questions.catalogue import AGAINST, QUESTION_OF, QUESTIONS, facts_of
from conversations.wording import Language
from domain.appraisal.appraise import appraise
from domain.facts.case import Case
from domain.rules.definition import Status

Drawn = TypeVar("Drawn")

CASES = 10_000
SEED = 2026
MOST_TAPS = 40

_RESPONSES = {"CR": 24, "PR": 43, "SD": 30, "PD": 3}
_SESSIONS = {1: 35, 2: 30, 3: 20, 4: 10, 5: 5}
_VIABLE = {"PR": 0.15, "SD": 0.7, "PD": 0.9}
_OCCURRENCE = {"absent": 87, "preexisting": 8, "new": 5}
_TIMING = {"within_1_to_3_months": 80, "before_1_month": 10, "after_3_months": 10}


def _draw(chance: random.Random, weighted: Mapping[Drawn, int]) -> Drawn:
    return chance.choices(list(weighted), list(weighted.values()))[0]


def random_case(chance: random.Random) -> Case:
    """Return a case in which everything is known."""
    sessions = _draw(chance, _SESSIONS)
    response = _draw(chance, _RESPONSES)
    progressed = response == "PD" and chance.random() < 0.6
    viable = progressed or chance.random() < _VIABLE.get(response, 0)
    lesions = {"none": 82, "after_latest_session": 12} | (
        {"after_consecutive_sessions": 6} if sessions > 1 else {}
    )
    return Case.model_validate(
        {
            "tace_sessions": sessions,
            "sessions_within_6_months": (
                sessions if chance.random() < 0.7 else chance.randint(1, sessions)
            ),
            "treatment_intent": _draw(chance, {"palliative": 85, "curative": 15}),
            "target_response": response,
            "progressed_from_baseline": progressed if response == "PD" else None,
            "residual_viability_percent": (
                0 if response == "CR" else "over_50" if viable else "up_to_50"
            ),
            "imaging_timing": _draw(chance, _TIMING),
            "new_intrahepatic_lesions": _draw(chance, lesions),
            "vascular_invasion": _draw(chance, _OCCURRENCE),
            "extrahepatic_spread": _draw(chance, _OCCURRENCE),
            "tumor_marker_trend": _draw(chance, {"not_rising": 85, "rising": 15}),
            "technique_reassessed": chance.random() < 0.55,
            "standardized_technique": chance.random() < 0.6,
            "child_pugh_class": _draw(chance, {"A": 70, "B": 26, "C": 4}),
            "ecog": _draw(chance, {0: 50, 1: 35, 2: 11, 3: 3, 4: 1}),
            **{fact: chance.random() < 0.015 for fact in AGAINST.facts},
        }
    )


def taps_to_the_report(case: Case) -> int:
    """Answer every question as the case has it, and return how many taps or texts that took."""
    words = wording(Language.EN)
    shown = show(Turn(Consult()), words, "2026-01-01")
    for taps in range(MOST_TAPS):
        if shown.view.page is Page.REPORT:
            findings = appraise(shown.consult.case).definitions.values()
            statuses = {each.status for finding in findings for each in finding.criteria}
            assert Status.UNKNOWN not in statuses, "the report came before its time"
            return taps
        shown = show(_next(shown, case), words, "2026-01-01")
    raise AssertionError(f"no report after {MOST_TAPS} taps: {case!r}")


def _next(shown: Shown, case: Case) -> Turn:
    """Do what a clinician would who knows everything: findings first, then the usual answer."""
    question = QUESTION_OF[facts_of(shown.view.subject)[0]]
    actions = [button.action for row in shown.screen.rows for button in row]
    for action in actions:
        if isinstance(action, Give) and case.answers.get(action.fact) == action.answer:
            return tapped(shown.consult, action)
    usual = GiveUsual(question.id)
    if usual in actions:
        return tapped(shown.consult, usual)
    return typed(shown, str(case.answers[question.facts[0]]))


def questions_without_relevance(case: Case) -> int:
    """Return how many answers the same case takes when every fact is asked on its own."""
    facts = [fact for question in QUESTIONS for fact in question.facts]
    return len(facts) - (case.target_response != "PD")


def report() -> str:
    """Return the distribution, in words and figures."""
    chance = random.Random(SEED)
    cases = [random_case(chance) for _ in range(CASES)]
    taps = [taps_to_the_report(case) for case in cases]
    without = [questions_without_relevance(case) for case in cases]
    counted = Counter(taps)
    lines = [
        f"taps from /new to the report, {CASES} cases: mean {mean(taps):.2f}, most {max(taps)}"
    ]
    for number in range(min(taps), max(taps) + 1):
        share = counted[number] / CASES
        lines.append(f"  {number:2} taps {share:6.1%} {'#' * round(60 * share)}")
    lines.append(
        f"one question at a time, without relevance: mean {mean(without):.2f}, most {max(without)}"
    )
    return "\n".join(lines)
