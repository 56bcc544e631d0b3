import pytest
from hypothesis import given

from conversations.consult.case_code import encode
from conversations.consult.state import Consult
from conversations.flow.actions import Open, Restart
from conversations.flow.views import NEXT, REPORT, Page, View
from conversations.questions.relevance import open_questions, worth_asking
from conversations.report.summary import MARKS
from conversations.screens.screen import CopyOffer, ShareOffer
from conversations.wording import Language
from domain.appraisal.appraise import appraise
from domain.appraisal.grounds import split_facts
from domain.rules.definition import Verdict
from tests.conversations.showing import EN, WORDS, buttons, consult, shown
from tests.conversations.strategies import consults
from tests.strategies import THOROUGH

NO_REASON = {
    "child_pugh_class": "A",
    "ecog": 1,
    "hepatic_artery_occluded": False,
    "severe_jaundice": False,
    "hepatic_encephalopathy": False,
    "refractory_ascites": False,
    "hepatorenal_syndrome": False,
    "diffuse_arteriovenous_fistula": False,
}


def lines(of: Consult, language: Language = Language.EN) -> list[str]:
    return [line.text for line in shown(of, REPORT, language).screen.lines]


def test_the_marks_tell_verdicts_apart_without_colour() -> None:
    assert MARKS.keys() == set(Verdict)
    assert len(set(MARKS.values())) == len(Verdict)


@THOROUGH
@given(consults())
def test_a_reason_against_tace_heads_the_report_whatever_else_is_open(of: Consult) -> None:
    found = appraise(of.case).unsuitability
    for language in Language:
        words = WORDS[language]
        first = lines(of, language)[0]
        for reason in found.reasons:
            assert words(f"reason.{reason}") in first
        assert (first == words("unsuitability.not_unsuitable")) == (
            not found.reasons and not found.unknown
        )


@THOROUGH
@given(consults())
def test_all_four_verdicts_are_told_with_their_marks_and_none_is_counted(of: Consult) -> None:
    appraisal = appraise(of.case)
    told = lines(of)
    for name, finding in appraisal.definitions.items():
        short, verdict = EN(f"definition.{name}.short"), EN(f"verdict.{finding.verdict}")
        assert f"{MARKS[finding.verdict]} {short} · {verdict}" in told


@THOROUGH
@given(consults())
def test_the_split_is_told_exactly_where_definitions_disagree(of: Consult) -> None:
    appraisal = appraise(of.case)
    verdicts = {finding.verdict for finding in appraisal.definitions.values()}
    told = any(line.startswith(EN("report.split", facts="")) for line in lines(of))
    assert (
        told
        == bool(split_facts(appraisal))
        == ({Verdict.REFRACTORY, Verdict.NOT_REFRACTORY} <= verdicts)
    )


@THOROUGH
@given(consults())
def test_one_can_go_on_exactly_while_a_question_is_open(of: Consult) -> None:
    left = open_questions(of, worth_asking(of, appraise(of.case)))
    screen = shown(of, REPORT).screen
    assert (Open(NEXT) in [button.action for button in buttons(screen)]) == bool(left)
    assert (EN("report.questions_left") in screen.text) == bool(left)


@THOROUGH
@given(consults())
def test_the_stage_is_never_on_the_first_screen(of: Consult) -> None:
    for language in Language:
        screen = shown(of, REPORT, language).screen
        assert "CNLC" not in screen.text


def test_the_line_of_the_case_tells_sessions_scan_response_and_viability() -> None:
    of = consult(
        **NO_REASON,
        tace_sessions=3,
        target_response="PD",
        progressed_from_baseline=False,
        residual_viability_percent=64.5,
        imaging_timing="within_1_to_3_months",
    )
    assert lines(of)[:2] == [
        "None of 8 reasons against TACE applies",
        "TACE×3 · scan 1–3 mo · PD · grown <20% · viable 64.5%",
    ]


def test_an_implied_answer_is_told_with_the_others() -> None:
    assert lines(consult(**NO_REASON, target_response="CR"))[1] == "CR · no viability"


@pytest.mark.parametrize(
    ("open_reasons", "told"),
    [
        (["ecog"], "Reasons against TACE not checked: ECOG"),
        (
            ["ecog", "severe_jaundice", "child_pugh_class"],
            "Reasons against TACE not checked: Child-Pugh, jaundice, ECOG",
        ),
        (list(NO_REASON), "Reasons against TACE: none of 8 checked"),
    ],
)
def test_reasons_that_were_not_checked_are_named(open_reasons: list[str], told: str) -> None:
    given_facts = {fact: answer for fact, answer in NO_REASON.items() if fact not in open_reasons}
    assert lines(consult(*open_reasons, **given_facts))[0] == told


def test_reasons_that_apply_stand_before_those_not_checked() -> None:
    facts = {fact: answer for fact, answer in NO_REASON.items() if fact != "severe_jaundice"}
    told = lines(consult(**{**facts, "child_pugh_class": "C", "ecog": 3}))
    assert told[:2] == [
        "⛔ TACE unsuitable: Child-Pugh C · ECOG above 2",
        "Not checked: jaundice",
    ]


def test_the_report_leads_to_every_page_behind_it_and_to_a_new_consult() -> None:
    actions = [button.action for button in buttons(shown(Consult(), REPORT).screen)]
    assert actions == [
        Open(NEXT),
        *(
            Open(View(Page.DEFINITION, name))
            for name in ("jsh_lcsgj_2014", "cci_2022", "european_2014", "epoihcc_2013")
        ),
        Open(View(Page.AGAINST)),
        Open(View(Page.STAGING)),
        Open(View(Page.CAVEATS)),
        Open(View(Page.FLIPS)),
        Open(View(Page.SKIPPED)),
        Open(View(Page.CHANGE)),
        Restart(),
    ]


def test_the_report_offers_its_line_to_copy_and_its_code_to_share() -> None:
    of = consult("ecog", tace_sessions=3)
    copy, share = shown(of, REPORT).screen.offers
    assert isinstance(copy, CopyOffer)
    assert copy.text.startswith("TACE x3 | JSH:open")
    assert isinstance(share, ShareOffer)
    assert share.code == encode(of)
