"""One definition in detail: each criterion, what decided it, the rule and where it comes from."""

from collections.abc import Iterable, Iterator

from conversations.flow.actions import Open
from conversations.flow.views import REPORT, Page, View
from conversations.report.grounds import criterion_ground
from conversations.report.summary import verdict_line
from conversations.screens.phrases import name, names
from conversations.screens.scene import Scene
from conversations.screens.screen import Button, Line, Screen, Style, in_rows
from domain.appraisal.findings import DefinitionFinding
from domain.facts.catalogue import FACTS
from domain.rules.caveat import Caveat
from domain.rules.definition import Status
from domain.rules.source import Source

STATUS_MARKS = {
    Status.MET: "■",
    Status.NOT_MET: "□",
    Status.NOT_ASSESSABLE: "◇",
    Status.UNKNOWN: "?",
}


def definition_screen(definition_id: str, scene: Scene) -> Screen:
    """Return everything the report says of one definition."""
    finding = scene.appraisal.definitions[definition_id]
    lines = [
        *_head(finding, scene),
        *_criteria(finding, scene),
        *caveat_lines(finding.caveats, scene),
        *_rule(finding, scene),
    ]
    return Screen(tuple(lines), _rows(finding, scene))


def _head(finding: DefinitionFinding, scene: Scene) -> Iterator[Line]:
    wording = scene.wording
    yield Line(verdict_line(finding, scene), Style.STRONG)
    yield Line(wording(f"verdict.{finding.verdict}.long"))
    if finding.undecided_by:
        yield Line(wording("report.settled_by", facts=names(wording, finding.undecided_by)))


def _criteria(finding: DefinitionFinding, scene: Scene) -> Iterator[Line]:
    wording, definition = scene.wording, finding.definition.id
    for each in finding.criteria:
        title = wording(f"criterion.{definition}.{each.criterion.id}.name")
        status = wording(f"status.{each.status}")
        yield Line(f"{STATUS_MARKS[each.status]} {title} · {status}", Style.STRONG)
        yield Line("  " + criterion_ground(each, scene))
        yield Line("  " + wording(f"criterion.{definition}.{each.criterion.id}.rule"), Style.QUIET)


def caveat_lines(caveats: Iterable[Caveat], scene: Scene, **values: str) -> Iterator[Line]:
    """Yield each caveat with its sources."""
    for caveat in caveats:
        text = scene.wording(f"caveat.{caveat.id}", **values)
        yield Line(f"⚠ {text} [{cited(caveat.sources, scene)}]")


def cited(sources: Iterable[Source], scene: Scene) -> str:
    """Return sources in their short form."""
    return scene.wording("list.semicolon").join(
        scene.wording(f"cited.{source}") for source in sources
    )


def _rule(finding: DefinitionFinding, scene: Scene) -> Iterator[Line]:
    wording, definition = scene.wording, finding.definition
    yield Line(wording("report.rule_in_words"), Style.STRONG)
    yield Line(wording(f"definition.{definition.id}.rule"))
    yield Line(wording(f"definition.{definition.id}.reading"), Style.QUIET)
    for source in definition.sources:
        yield Line(wording(f"source.{source}"), Style.QUIET)


def _rows(finding: DefinitionFinding, scene: Scene) -> tuple[tuple[Button, ...], ...]:
    """Return a button to change each answer that the definition reads, and the way back."""
    asked = [
        Button(
            scene.wording("button.change_fact", fact=name(scene.wording, fact)),
            Open(View(Page.QUESTION, fact)),
        )
        for fact in FACTS
        if fact in finding.definition.facts and fact not in scene.consult.case.implied
    ]
    back = [Button(scene.wording("button.to_report"), Open(REPORT))]
    return in_rows(asked, 2) + in_rows(back, 1)
