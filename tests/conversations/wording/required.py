# Every key that the code can ask the catalogues for, worked out from what the rules declare and
# from the enumerations, not from what a screen happens to show.

from collections.abc import Iterator

from conversations.consult.case_code import CodeFault
from conversations.flow.remarks import RemarkKind
from conversations.questions.catalogue import QUESTIONS
from conversations.questions.skipping import SkipReason
from conversations.screens.phrases import value_key
from domain.calculators.child_pugh import Ascites, Encephalopathy, Item, Unit
from domain.calculators.ecog import GRADES
from domain.caveats.report import REPORT_CAVEATS, STAGING_CAVEATS
from domain.definitions import DEFINITIONS
from domain.facts.admissibility import NOTHING_FOLLOWS_NO_SESSION, RULES
from domain.facts.catalogue import ECOG, FACTS
from domain.facts.fact import Choice, Fact, Number
from domain.facts.plausibility import UNLIKELY
from domain.logic.conditions import AtLeast
from domain.rules.definition import Status, Verdict
from domain.rules.source import Source
from domain.staging import Indication
from domain.unsuitability import REASONS, Unsuitability


def required_keys() -> Iterator[str]:
    for fact in FACTS.values():
        yield from of_fact(fact)
    yield from of_questions()
    yield from of_rules()
    yield from of_outcomes()
    yield from of_helpers()


def of_fact(fact: Fact) -> Iterator[str]:
    parts = ("name", "ask", "meant", "more", "typed")
    yield from (f"fact.{fact.name}.{part}" for part in parts)
    yield f"unsure.{fact.name}"
    named = fact.values if isinstance(fact, Choice) else tuple(fact.ranges)
    for value in named:
        yield f"value.{fact.name}.{value_key(value)}"
        yield f"said.{fact.name}.{value_key(value)}"
    if isinstance(fact, Number):
        yield f"said.{fact.name}.number"
    if fact is ECOG:
        yield from (f"ecog.{grade}{part}" for grade in GRADES for part in ("", ".short"))


def of_questions() -> Iterator[str]:
    for question in QUESTIONS:
        if question.is_group:
            yield from (f"group.{question.id}.{part}" for part in ("ask", "meant", "more"))
            yield from (f"group.{question.id}.row.{fact}" for fact in question.facts)
            yield f"answer.usual.{question.id}"
    yield "anchor"


def of_rules() -> Iterator[str]:
    caveats = [*REPORT_CAVEATS, *STAGING_CAVEATS]
    for definition in DEFINITIONS:
        caveats += definition.caveats
        parts = ("name", "short", "origin", "rule", "reading")
        yield from (f"definition.{definition.id}.{part}" for part in parts)
        yield f"copy.definition.{definition.id}"
        for criterion in definition.criteria:
            yield from (
                f"criterion.{definition.id}.{criterion.id}.{part}" for part in ("name", "rule")
            )
            for condition in criterion.fair_trial:
                (fact,) = condition.facts
                counted = isinstance(condition, AtLeast)
                yield f"need.{fact}.at_least" if counted else f"need.{fact}"
    yield from (f"caveat.{caveat.id}" for caveat in caveats)
    yield from (f"{form}.{source}" for source in Source for form in ("source", "cited"))
    yield from (f"contradiction.{rule.id}" for rule in RULES)
    yield f"contradiction.{NOTHING_FOLLOWS_NO_SESSION}"
    yield "need.tace_sessions.zero"


def of_outcomes() -> Iterator[str]:
    for verdict in Verdict:
        yield from (f"verdict.{verdict}", f"verdict.{verdict}.long", f"copy.verdict.{verdict}")
    yield from (f"status.{status}" for status in Status)
    yield from (f"{form}.{reason}" for reason in REASONS for form in ("reason", "copy.reason"))
    yield from (f"reason.{reason}.short" for reason in REASONS)
    yield from (f"unsuitability.{each}" for each in Unsuitability)
    yield from (f"cnlc.{indication}" for indication in Indication)
    yield from (f"warning.{code}" for code, _ in UNLIKELY)
    yield from (f"skipped.{reason}" for reason in SkipReason)
    yield from (f"remark.{kind}" for kind in RemarkKind)
    yield from (f"code.{fault}" for fault in CodeFault)


def of_helpers() -> Iterator[str]:
    for item in Item:
        yield f"labs.short.{item}"
        if item is not Item.COAGULATION:
            yield f"child_pugh.{item}"
    for item, findings in ((Item.ASCITES, Ascites), (Item.ENCEPHALOPATHY, Encephalopathy)):
        for finding in findings:
            yield from (f"child_pugh.{item}.{finding}", f"labs.tap.{item}.{finding}")
    yield from ("child_pugh.inr", "child_pugh.pt", "labs.short.seconds")
    yield from (f"unit.{unit}" for unit in (Unit.MG_DL, Unit.UMOL_L, Unit.G_DL, Unit.G_L))
