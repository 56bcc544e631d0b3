import pytest
from hypothesis import given

from conversations.consult.state import Consult
from conversations.flow.actions import Open
from conversations.flow.views import REPORT, Page, View
from conversations.report.details import STATUS_MARKS, cited
from conversations.screens.scene import Scene
from conversations.screens.screen import Style
from conversations.wording import Language
from domain.appraisal.appraise import appraise
from domain.definitions import DEFINITION_NAMED
from domain.rules.definition import Status
from domain.rules.source import Source
from tests.conversations.showing import DATED, EN, WORDS, buttons, consult, shown
from tests.conversations.strategies import BRIEF, consults


def test_the_marks_tell_statuses_apart_without_colour() -> None:
    assert STATUS_MARKS.keys() == set(Status)
    assert len(set(STATUS_MARKS.values())) == len(Status)


@BRIEF
@given(consults())
def test_a_definition_shows_each_criterion_its_caveats_its_rule_and_its_sources(
    of: Consult,
) -> None:
    appraisal = appraise(of.case)
    for name, finding in appraisal.definitions.items():
        text = shown(of, View(Page.DEFINITION, name)).screen.text
        for each in finding.criteria:
            title = EN(f"criterion.{name}.{each.criterion.id}.name")
            assert f"{STATUS_MARKS[each.status]} {title} · {EN(f'status.{each.status}')}" in text
            assert EN(f"criterion.{name}.{each.criterion.id}.rule") in text
        for caveat in appraisal.caveats_of(name):
            assert EN(f"caveat.{caveat.id}") in text
        for source in finding.definition.sources:
            assert EN(f"source.{source}") in text
        for key in (f"verdict.{finding.verdict}.long", f"definition.{name}.rule"):
            assert EN(key) in text
        assert EN(f"definition.{name}.reading") in text


@pytest.mark.parametrize("language", Language)
def test_the_rule_is_folded_away_and_the_verdict_is_not(language: Language) -> None:
    words = WORDS[language]
    screen = shown(Consult(), View(Page.DEFINITION, "cci_2022"), language).screen
    folded = {line.text for line in screen.lines if line.style is Style.FOLDED}
    assert words("definition.cci_2022.rule") in folded
    assert words("verdict.indeterminate.long") not in folded


@pytest.mark.parametrize("name", DEFINITION_NAMED)
def test_every_answer_that_the_definition_reads_is_one_tap_from_being_changed(name: str) -> None:
    of = consult(tace_sessions=3)
    actions = [each.action for each in buttons(shown(of, View(Page.DEFINITION, name)).screen)]
    assert actions[-1] == Open(REPORT)
    assert set(actions[:-1]) == {
        Open(View(Page.QUESTION, fact)) for fact in DEFINITION_NAMED[name].facts
    }


def test_an_implied_answer_is_not_offered_to_be_changed() -> None:
    of = consult(target_response="CR")
    screen = shown(of, View(Page.DEFINITION, "jsh_lcsgj_2014")).screen
    actions = [each.action for each in buttons(screen)]
    assert Open(View(Page.QUESTION, "residual_viability_percent")) not in actions


def test_what_would_settle_an_open_verdict_is_named_and_nothing_where_it_is_settled() -> None:
    still_open = shown(consult(target_response="SD"), View(Page.DEFINITION, "european_2014"))
    assert "Could be settled by: Intent." in still_open.screen.text
    settled = shown(consult(target_response="PD"), View(Page.DEFINITION, "european_2014"))
    assert "Could be settled by" not in settled.screen.text


def test_a_caveat_names_its_source_unless_it_says_itself_whose_view_it_is() -> None:
    of = consult(target_response="SD", treatment_intent="curative")
    text = shown(of, View(Page.DEFINITION, "european_2014")).screen.text
    assert f"{EN('caveat.stable_disease_contested')} [the article]" in text
    reading = EN("caveat.mrecist_is_our_reading")
    assert reading in text
    assert f"{reading} [" not in text


def test_sources_are_cited_in_their_short_form() -> None:
    scene = Scene(Consult(), EN, DATED)
    assert cited((Source.ARTICLE, Source.ZHONG_2021), scene) == "the article; Zhong 2021"
