"""What one tap costs in the inner rooms."""

import random
from statistics import median
from time import perf_counter_ns

from bot.wording import wording
from conversations.consult.state import Consult
from conversations.conversation import show, tapped
from conversations.flow.advance import Turn
from conversations.flow.button import button_data, read_button
from conversations.questions.relevance import open_questions, worth_asking
from conversations.wording import Language
from domain.appraisal.appraise import appraise
from domain.facts.admissibility import ContradictoryCaseError
from domain.facts.case import Case
from domain.facts.catalogue import FACTS
from domain.facts.fact import Answer, Choice, Fact

CASES = 2000
SEED = 2026
RUNS = 5


def random_cases() -> list[Case]:
    """Return admissible cases with about half of the facts answered, always the same ones."""
    chance = random.Random(SEED)
    cases: list[Case] = []
    while len(cases) < CASES:
        answers = {
            name: _answer(fact, chance) for name, fact in FACTS.items() if chance.random() < 0.5
        }
        try:
            cases.append(Case.model_validate(answers))
        except ContradictoryCaseError:
            continue
    return cases


def _answer(fact: Fact, chance: random.Random) -> Answer:
    if isinstance(fact, Choice):
        return chance.choice(fact.values)
    likely = min(fact.high, 100 if fact.ranges else 9)
    number = fact.value(chance.randint(fact.ticks(fact.low), fact.ticks(likely)))
    return chance.choice((number, *fact.ranges))


def appraisal_microseconds() -> float:
    """Return the median time to appraise a case and to say what is still worth asking."""
    times = []
    for case in random_cases():
        consult = Consult(case)
        start = perf_counter_ns()
        open_questions(consult, worth_asking(consult, appraise(consult.case)))
        times.append(perf_counter_ns() - start)
    return median(times) / 1000


def tap_microseconds() -> float:
    """Return the median time from a button's text to the next screen with all its buttons."""
    words = wording(Language.EN)
    times = []
    for case in random_cases():
        shown = show(Turn(Consult(case)), words, "2026-01-01")
        data = button_data(shown.consult, shown.screen.rows[0][0].action)
        start = perf_counter_ns()
        turn = tapped(*read_button(data))
        then = show(turn, words, "2026-01-01")
        for row in then.screen.rows:
            for button in row:
                button_data(then.consult, button.action)
        times.append(perf_counter_ns() - start)
    return median(times) / 1000


def report() -> str:
    """Return what both take, as the median and the span of several runs."""
    lines = []
    for name, measure in (
        ("appraisal of a random partial case, and what is worth asking", appraisal_microseconds),
        ("a tap: decode, advance, appraise, render, encode", tap_microseconds),
    ):
        runs = [measure() for _ in range(RUNS)]
        span = f"{min(runs):.0f}–{max(runs):.0f}"
        lines.append(f"{name}: median {median(runs):.0f} µs (of {RUNS} runs {span})")
    return "\n".join(lines)
