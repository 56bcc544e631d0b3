import pytest
from hypothesis import given

from conversations.consult.state import Consult
from conversations.flow.actions import Open
from conversations.flow.views import Page, View
from conversations.wording import Language
from domain.appraisal.appraise import appraise
from domain.facts.catalogue import FACTS
from domain.unsuitability import REASONS
from tests.conversations.showing import EN, WORDS, buttons, consult, shown
from tests.conversations.strategies import BRIEF, consults


def lines(of: Consult, language: Language = Language.EN) -> list[str]:
    return [line.text for line in shown(of, View(Page.AGAINST), language).screen.lines]


@BRIEF
@given(consults())
def test_each_of_the_eight_reasons_says_whether_it_applies_or_was_not_checked(of: Consult) -> None:
    found = appraise(of.case).unsuitability
    for language in Language:
        words = WORDS[language]
        told = lines(of, language)[1 : 1 + len(REASONS)]
        for reason, line in zip(REASONS, told, strict=True):
            mark, status = ("□", "absent")
            if reason in found.reasons:
                mark, status = ("■", "applies")
            if reason in found.unknown:
                mark, status = ("?", "unchecked")
            reads = words(f"report.against.{status}", reason=words(f"reason.{reason}"))
            assert line.startswith(f"{mark} {reads}")


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"ecog": 1}, "□ no: ECOG above 2 (ECOG 1)"),
        ({"ecog": 3}, "■ yes: ECOG above 2 (ECOG 3)"),
        ({"child_pugh_class": "A"}, "□ no: Child-Pugh C (Child-Pugh A)"),
        ({"child_pugh_class": "C"}, "■ yes: Child-Pugh C"),
        ({"severe_jaundice": False}, "□ no: Severe jaundice"),
    ],
)
def test_an_answer_that_says_more_than_yes_or_no_stands_beside_its_reason(
    facts: dict[str, object], told: str
) -> None:
    assert told in lines(consult(**facts))


@pytest.mark.parametrize("language", Language)
def test_the_page_names_its_source(language: Language) -> None:
    assert lines(Consult(), language)[-1] == WORDS[language]("source.article")


def test_every_answer_that_a_reason_reads_is_one_tap_from_being_changed() -> None:
    read = {fact for condition in REASONS.values() for fact in condition.facts}
    offered = [each.action for each in buttons(shown(Consult(), View(Page.AGAINST)).screen)]
    assert offered[:-1] == [Open(View(Page.QUESTION, fact)) for fact in FACTS if fact in read]


def test_answers_that_hardly_fit_mark_the_way_to_the_caveats() -> None:
    labels = [
        [each.label for each in buttons(shown(of, View(Page.REPORT)).screen)]
        for of in (
            consult(child_pugh_class="A"),
            consult(child_pugh_class="A", severe_jaundice=True),
        )
    ]
    assert EN("button.caveats") in labels[0]
    assert EN("button.caveats_doubted") in labels[1]
