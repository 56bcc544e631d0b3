"""The first screen of the report, made to be read at a glance on a phone."""

from collections.abc import Iterator

from conversations.consult.case_code import encode
from conversations.flow.actions import Open, Restart
from conversations.flow.views import Page, View
from conversations.questions.relevance import open_questions
from conversations.report.copy_line import copy_line
from conversations.report.grounds import in_report_order, verdict_ground
from conversations.screens.phrases import briefly, names
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
from domain.rules.definition import Verdict
from domain.unsuitability import REASONS, Unsuitability

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
    if len(found.unknown) == len(REASONS):
        yield wording("report.all_unchecked")
    elif found.unknown:
        unknown = wording("list.comma").join(
            wording(f"reason.{each}.short") for each in found.unknown
        )
        beside = "_beside" if found.reasons else ""
        yield wording(f"report.unchecked{beside}", reasons=unknown)


def _unsuitability(scene: Scene) -> Iterator[Line]:
    applies = scene.appraisal.unsuitability.verdict is Unsuitability.UNSUITABLE
    for text in unsuitability_lines(scene):
        yield Line(text, Style.STRONG if applies else Style.PLAIN)


def _case(scene: Scene) -> Iterator[Line]:
    case = scene.consult.case
    given = {**case.answers, **case.implied}
    told = [
        briefly(scene.wording, fact.name, given[fact.name])
        for fact in _CASE_LINE
        if fact.name in given
    ]
    if told:
        yield Line(scene.wording("list.dot").join(told))
    elif not case.answers:
        yield Line(scene.wording("report.nothing_told"))


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
    apart = [to("button.against", Page.AGAINST), to("button.staging", Page.STAGING)]
    doubted = "_doubted" if scene.appraisal.doubts else ""
    behind = [
        to(f"button.caveats{doubted}", Page.CAVEATS),
        to("button.flips", Page.FLIPS),
        to("button.skipped", Page.SKIPPED),
    ]
    onward = [to("button.change", Page.CHANGE), Button(wording("button.new"), Restart())]
    return (
        in_rows(go_on, 1) + in_rows([*details, *apart], 2) + in_rows(behind, 3) + in_rows(onward, 2)
    )
