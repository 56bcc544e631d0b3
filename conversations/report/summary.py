"""The first screen of the report, made to be read at a glance on a phone."""

from collections.abc import Iterator

from conversations.consult.case_code import encode
from conversations.flow.actions import Open, Restart
from conversations.flow.views import Page, View
from conversations.questions.relevance import open_questions
from conversations.report.copy_line import copy_line
from conversations.report.grounds import in_report_order, verdict_ground
from conversations.screens.phrases import names, said
from conversations.screens.scene import Scene
from conversations.screens.screen import (
    Button,
    CopyOffer,
    Line,
    Offer,
    Screen,
    ShareOffer,
    Style,
    in_rows,
)
from domain.appraisal.findings import DefinitionFinding
from domain.appraisal.grounds import split_facts
from domain.facts.catalogue import (
    IMAGING_TIMING,
    PROGRESSED_FROM_BASELINE,
    RESIDUAL_VIABILITY,
    TACE_SESSIONS,
    TARGET_RESPONSE,
)
from domain.facts.fact import Answer
from domain.rules.definition import Verdict
from domain.unsuitability import Unsuitability

MARKS = {
    Verdict.REFRACTORY: "■",
    Verdict.NOT_REFRACTORY: "□",
    Verdict.NOT_ASSESSABLE: "◇",
    Verdict.INDETERMINATE: "?",
}
"""Shapes, so that a verdict is told apart without color."""

_CASE_LINE = (
    TACE_SESSIONS,
    IMAGING_TIMING,
    TARGET_RESPONSE,
    PROGRESSED_FROM_BASELINE,
    RESIDUAL_VIABILITY,
)


def summary_screen(scene: Scene) -> Screen:
    """Return the report's first screen."""
    lines = [
        *_unsuitability(scene),
        *_case(scene),
        *_verdicts(scene),
        *_split(scene),
        *_still_open(scene),
    ]
    return Screen(tuple(lines), _rows(scene), _offers(scene))


def _offers(scene: Scene) -> tuple[Offer, ...]:
    return (
        CopyOffer(scene.wording("button.copy"), copy_line(scene)),
        ShareOffer(scene.wording("button.share"), encode(scene.consult)),
    )


def unsuitability_lines(scene: Scene) -> Iterator[str]:
    """Yield whether TACE is unsuitable: the reasons that apply, and what was not checked."""
    wording, found = scene.wording, scene.appraisal.unsuitability
    if found.reasons:
        reasons = wording("list.dot").join(wording(f"reason.{each}") for each in found.reasons)
        yield wording("report.unsuitable", reasons=reasons)
    if found.verdict is Unsuitability.NOT_UNSUITABLE:
        yield wording("unsuitability.not_unsuitable")
    if not found.unknown:
        return
    if len(found.unknown) > _NAMED_UNCHECKED:
        yield wording("report.unchecked_count", count=len(found.unknown))
        return
    unknown = wording("list.dot").join(wording(f"reason.{each}") for each in found.unknown)
    yield wording("report.unchecked", reasons=unknown)


_NAMED_UNCHECKED = 2
"""More reasons than this are counted on the first screen, and named behind it."""


def _unsuitability(scene: Scene) -> Iterator[Line]:
    applies = scene.appraisal.unsuitability.verdict is Unsuitability.UNSUITABLE
    for text in unsuitability_lines(scene):
        yield Line(text, Style.STRONG if applies else Style.PLAIN)


def _case(scene: Scene) -> Iterator[Line]:
    case = scene.consult.case
    given = {**case.answers, **case.implied}
    told = [_told(fact.name, given[fact.name], scene) for fact in _CASE_LINE if fact.name in given]
    if told:
        yield Line(scene.wording("list.dot").join(told))
    elif not case.answers:
        yield Line(scene.wording("report.nothing_told"))


def _told(fact: str, answer: Answer, scene: Scene) -> str:
    """Return an answer as the one line tells it, which may be shorter than elsewhere."""
    key = f"case.{fact}.{answer}"
    return scene.wording(key) if key in scene.wording else said(scene.wording, fact, answer)


def _verdicts(scene: Scene) -> Iterator[Line]:
    for finding in in_report_order(scene):
        yield Line(verdict_line(finding, scene), Style.STRONG)
        yield Line(verdict_ground(finding, scene))


def verdict_line(finding: DefinitionFinding, scene: Scene) -> str:
    """Return the verdict of one definition in one line, behind its mark."""
    short = scene.wording(f"definition.{finding.definition.id}.short")
    verdict = scene.wording(f"verdict.{finding.verdict}")
    return f"{MARKS[finding.verdict]} {short} · {verdict}"


def _split(scene: Scene) -> Iterator[Line]:
    facts = split_facts(scene.appraisal)
    if facts:
        yield Line(scene.wording("report.split", facts=names(scene.wording, facts)))


def _still_open(scene: Scene) -> Iterator[Line]:
    """Yield what would settle the verdicts that are open, if asking again could."""
    if open_questions(scene.consult, scene.worth_asking):
        yield Line(scene.wording("report.questions_left"), Style.QUIET)


def _rows(scene: Scene) -> tuple[tuple[Button, ...], ...]:
    wording = scene.wording

    def to(key: str, page: Page, subject: str = "") -> Button:
        return Button(wording(key), Open(View(page, subject)))

    go_on = []
    if open_questions(scene.consult, scene.worth_asking):
        go_on.append(to("button.go_on", Page.NEXT))
    details = [
        to(f"definition.{finding.definition.id}.short", Page.DEFINITION, finding.definition.id)
        for finding in in_report_order(scene)
    ]
    behind = [
        to("button.caveats", Page.CAVEATS),
        to("button.flips", Page.FLIPS),
        to("button.staging", Page.STAGING),
        to("button.skipped", Page.SKIPPED),
        to("button.change", Page.CHANGE),
        Button(wording("button.new"), Restart()),
    ]
    return in_rows(go_on, 1) + in_rows(details, 2) + in_rows(behind, 2)
