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
from domain.rules.source import VOICES, Source

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
        *caveat_lines(scene.appraisal.caveats_of(definition_id), scene),
        *_rules(finding, scene),
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
        yield Line(criterion_ground(each, scene))


def caveat_lines(caveats: Iterable[Caveat], scene: Scene, **values: str) -> Iterator[Line]:
    """Yield each caveat with its sources; an opinion or a reading names its own in its text."""
    for caveat in caveats:
        text = scene.wording(f"caveat.{caveat.id}", **values)
        if VOICES.issuperset(caveat.sources):
            yield Line(scene.wording("report.caveat", text=text))
        else:
            sources = cited(caveat.sources, scene)
            yield Line(scene.wording("report.caveat_cited", text=text, sources=sources))


def citations(sources: Iterable[Source], scene: Scene) -> Iterator[Line]:
    """Yield each source in full, once; an opinion or a reading is no work to look up."""
    for source in dict.fromkeys(sources):
        if source not in VOICES:
            yield Line(scene.wording(f"source.{source}"), Style.FOLDED)


def cited(sources: Iterable[Source], scene: Scene) -> str:
    """Return sources in their short form."""
    return scene.wording("list.semicolon").join(
        scene.wording(f"cited.{source}") for source in sources
    )


def _rules(finding: DefinitionFinding, scene: Scene) -> Iterator[Line]:
    """Yield the rule in words, criterion by criterion, our reading of it, and its sources."""
    wording, definition = scene.wording, finding.definition
    yield Line(wording("report.rules_title"), Style.STRONG)
    yield Line(wording(f"definition.{definition.id}.rule"), Style.FOLDED)
    for each in finding.criteria:
        key = f"criterion.{definition.id}.{each.criterion.id}"
        title, rule = wording(f"{key}.name"), wording(f"{key}.rule")
        yield Line(wording("report.criterion_rule", name=title, rule=rule), Style.FOLDED)
    yield Line(wording(f"definition.{definition.id}.reading"), Style.FOLDED)
    caveats = scene.appraisal.caveats_of(definition.id)
    of_caveats = (source for caveat in caveats for source in caveat.sources)
    yield from citations((*definition.sources, *of_caveats), scene)


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
