from hypothesis import assume, given
from hypothesis import strategies as st

from domain.appraisal.appraise import Appraisal, appraise
from domain.appraisal.flips import flips
from domain.facts.admissibility import ContradictoryCaseError
from domain.facts.case import Case
from domain.facts.catalogue import FACTS
from domain.facts.reading import read_case
from domain.rules.definition import Status
from tests.strategies import THOROUGH, admissible_facts, answers_to, cases


@st.composite
def learned(draw: st.DrawFn) -> tuple[Appraisal, Appraisal]:
    facts = draw(admissible_facts())
    unanswered = [fact for fact in FACTS if fact not in facts]
    assume(unanswered)
    fact = draw(st.sampled_from(unanswered))
    try:
        after = read_case({**facts, fact: draw(answers_to(fact))})
    except ContradictoryCaseError:
        assume(condition=False)
    return appraise(read_case(facts)), appraise(after)


@THOROUGH
@given(learned())
def test_a_settled_verdict_stays_whatever_else_becomes_known(
    before_and_after: tuple[Appraisal, Appraisal],
) -> None:
    before, after = before_and_after
    for name, finding in before.definitions.items():
        assert after.definitions[name].possible <= finding.possible
        if finding.settled:
            assert after.definitions[name].verdict is finding.verdict


@THOROUGH
@given(learned())
def test_a_settled_criterion_stays_whatever_else_becomes_known(
    before_and_after: tuple[Appraisal, Appraisal],
) -> None:
    before, after = before_and_after
    for name, finding in before.definitions.items():
        for was, now in zip(finding.criteria, after.definitions[name].criteria, strict=True):
            assert was.status in (Status.UNKNOWN, now.status)


@THOROUGH
@given(learned())
def test_a_settled_stage_and_unsuitability_stay_whatever_else_becomes_known(
    before_and_after: tuple[Appraisal, Appraisal],
) -> None:
    before, after = before_and_after
    assert before.staging in (None, after.staging)
    assert set(before.unsuitability.reasons) <= set(after.unsuitability.reasons)
    if before.unsuitability.verdict != "indeterminate":
        assert after.unsuitability.verdict == before.unsuitability.verdict


@THOROUGH
@given(cases())
def test_a_verdict_is_open_exactly_while_some_fact_can_still_change_it(case: Case) -> None:
    for finding in appraise(case).definitions.values():
        assert finding.possible
        assert finding.settled == (finding.undecided_by == ()) == (len(finding.possible) == 1)
        assert set(finding.undecided_by).isdisjoint(case.answers)
        for each in finding.criteria:
            assert (each.status is Status.UNKNOWN) == (each.missing != ())
            assert set(each.missing).isdisjoint(case.answers)


@THOROUGH
@given(cases())
def test_facts_are_always_named_in_the_order_of_the_catalogue(case: Case) -> None:
    for finding in appraise(case).definitions.values():
        named = [finding.undecided_by, tuple(flip.fact for flip in flips(finding, case))]
        named += [each.missing for each in finding.criteria]
        named += [each.unmet_conditions for each in finding.criteria]
        for facts in named:
            assert facts == tuple(sorted(facts, key=list(FACTS).index))
