import pytest
from hypothesis import given

from conversations.consult.state import Consult
from conversations.flow.actions import Open
from conversations.flow.views import REPORT, Page, View
from conversations.questions.relevance import worth_asking
from conversations.screens.phrases import briefly, said
from domain.appraisal.appraise import appraise
from domain.appraisal.flips import flips
from domain.facts.catalogue import FACTS
from domain.rules.source import Source
from domain.ruleset import RULESET
from tests.conversations.showing import DATED, EN, buttons, consult, shown
from tests.conversations.strategies import BRIEF, consults

PAGES = (Page.AGAINST, Page.CAVEATS, Page.FLIPS, Page.SKIPPED, Page.STAGING, Page.CHANGE)


def text(of: Consult, page: Page) -> str:
    return shown(of, View(page)).screen.text


@pytest.mark.parametrize("page", PAGES)
def test_every_page_behind_the_report_leads_back_to_it(page: Page) -> None:
    last = list(buttons(shown(consult(tace_sessions=2), View(page)).screen))[-1]
    assert last.action == Open(REPORT)


@BRIEF
@given(consults())
def test_every_caveat_and_every_doubt_of_the_report_is_told(of: Consult) -> None:
    appraisal = appraise(of.case)
    told = text(of, Page.CAVEATS)
    for caveat in appraisal.caveats:
        worded = EN(f"caveat.{caveat.id}").partition("{")
        assert worded[0] in told
    for doubt in appraisal.doubts:
        assert EN(f"warning.{doubt.code}") in told
    assert told.endswith(f"Rules {RULESET} · {DATED}")


def test_the_caveat_of_disagreement_names_the_facts_on_which_they_split() -> None:
    of = consult(tace_sessions=2, target_response="PR", vascular_invasion="new")
    assert "split on: Vasc. invasion." in text(of, Page.CAVEATS)


def test_the_caveat_of_unsuitability_names_the_reasons() -> None:
    of = consult(child_pugh_class="C", severe_jaundice=True)
    assert "Child-Pugh C, Severe jaundice" in text(of, Page.CAVEATS)


@BRIEF
@given(consults())
def test_every_flip_is_told_under_its_definition(of: Consult) -> None:
    told = text(of, Page.FLIPS)
    for name, finding in appraise(of.case).definitions.items():
        own = told.partition(f"{EN(f'definition.{name}.short')} · ")[2]
        found = flips(finding, of.case)
        for flip in found:
            listed = own.partition(f"\n{EN(f'verdict.{flip.verdict}')} if ")[2].partition("\n")[0]
            assert briefly(EN, flip.fact, flip.changed) in listed.split(" or ")
        if not finding.settled:
            assert own.startswith(f"{EN('verdict.indeterminate')}\n{EN('report.flips_open')}")
        elif not found:
            assert EN("report.flips_none") in own


def test_of_a_definition_that_is_still_open_nothing_flips() -> None:
    told = text(consult(tace_sessions=2), Page.FLIPS)
    assert "JSH-LCSGJ 2014 · Still open\nstill open, so nothing flips" in told


def test_of_a_settled_definition_that_no_single_answer_changes_nothing_flips() -> None:
    told = text(consult(tace_sessions=0), Page.FLIPS)
    assert f"JSH-LCSGJ 2014 · Not assessable\n{EN('report.flips_none')}" in told


def test_a_stage_is_told_with_its_indication_and_the_year_of_the_guideline() -> None:
    of = consult(
        tumor_count=2,
        largest_tumor_cm=2.9,
        vascular_invasion="absent",
        extrahepatic_spread="absent",
        ecog=0,
        child_pugh_class="A",
    )
    told = text(of, Page.STAGING)
    assert "CNLC Ib" in told
    assert EN("cnlc.recommended") in told
    assert "2024" in told


def test_without_a_stage_the_page_says_what_helps_and_asks_for_it() -> None:
    screen = shown(Consult(), View(Page.STAGING)).screen
    assert EN("report.staging_open") in screen.text
    assert [button.action for button in buttons(screen)][:2] == [
        Open(View(Page.QUESTION, "tumor_count")),
        Open(View(Page.QUESTION, "largest_tumor_cm")),
    ]


def test_questions_skipped_for_the_same_reason_stand_together() -> None:
    of = consult(tace_sessions=3, target_response="PR", residual_viability_percent=40)
    told = text(of, Page.SKIPPED)
    assert (
        "Baseline change, Within 6 months, Refined TACE, Intent: could not matter, given PR" in told
    )


@pytest.mark.parametrize(
    ("of", "told"),
    [
        (consult(target_response="CR"), "Viability: follows from CR"),
        (consult("target_response"), "Baseline change: asked only after Response"),
        (
            consult("residual_viability_percent", tace_sessions=2, technique_reassessed=False),
            "Scan timing: could not matter, given TACE×2, not reassessed",
        ),
    ],
)
def test_a_skipped_question_says_which_answers_left_it_without_weight(
    of: Consult, told: str
) -> None:
    assert told in text(of, Page.SKIPPED)


def test_where_nothing_was_skipped_the_page_says_so() -> None:
    of = consult(
        "sessions_within_6_months",
        "progressed_from_baseline",
        "treatment_intent",
        tace_sessions=3,
        target_response="PD",
    )
    assert EN("report.skipped_none") in text(of, Page.SKIPPED)


@BRIEF
@given(consults())
def test_every_answer_can_be_changed_and_what_follows_from_others_cannot(of: Consult) -> None:
    screen = shown(of, View(Page.CHANGE)).screen
    offered = {button.action for button in buttons(screen)} - {Open(REPORT)}
    changeable = of.case.answers.keys() | of.not_known | worth_asking(of, appraise(of.case))
    assert offered == {Open(View(Page.QUESTION, fact)) for fact in changeable}
    for fact, answer in of.case.answers.items():
        assert f"✓ {said(EN, fact, answer)}" in screen.text
    for fact, answer in of.case.implied.items():
        assert EN("report.implied", answer=said(EN, fact, answer)) in screen.text
    for fact in of.not_known:
        assert EN("screen.fact_not_known", fact=EN(f"fact.{fact}.name")) in screen.text


def test_what_follows_from_another_answer_is_told_as_such() -> None:
    told = text(consult(target_response="CR"), Page.CHANGE)
    assert "✓ CR" in told
    assert "follows from other answers" in told


def test_what_is_not_known_is_listed_in_the_order_of_the_facts() -> None:
    of = consult(*FACTS)
    told = [line for line in text(of, Page.CHANGE).splitlines() if line.startswith("?")]
    assert told == [EN("screen.fact_not_known", fact=EN(f"fact.{fact}.name")) for fact in FACTS]


@BRIEF
@given(consults())
def test_what_a_caveat_cites_can_be_looked_up_on_its_page(of: Consult) -> None:
    appraisal = appraise(of.case)
    pages = [(appraisal.caveats, View(Page.CAVEATS))]
    pages += [
        (appraisal.caveats_of(name), View(Page.DEFINITION, name)) for name in appraisal.definitions
    ]
    for caveats, view in pages:
        told = shown(of, view).screen.text
        for source in {source for caveat in caveats for source in caveat.sources}:
            if source not in (Source.ARTICLE_OPINION, Source.ARTICLE_READING):
                assert told.count(EN(f"source.{source}")) == 1
