"""The other pages behind the report: caveats, flips, stage, skipped questions, answers."""

from collections.abc import Iterator

from conversations.flow.actions import Open
from conversations.flow.views import REPORT, Page, View
from conversations.questions.catalogue import QUESTIONS, STAGING_QUESTIONS
from conversations.questions.skipping import SkipReason, skipped
from conversations.report.details import caveat_lines, citations
from conversations.report.grounds import in_report_order
from conversations.screens.phrases import briefly, name, names, said
from conversations.screens.scene import Scene
from conversations.screens.screen import Button, Line, Screen, Style, in_rows
from domain.appraisal.findings import Flip
from domain.appraisal.grounds import split_facts
from domain.facts.catalogue import in_catalogue_order
from domain.rules.definition import Verdict
from domain.ruleset import RULESET
from domain.staging import SOURCES


def caveats_screen(scene: Scene) -> Screen:
    """Return the caveats of the whole report, and every doubt about the answers."""
    lines = [Line(scene.wording("report.caveats_title"), Style.STRONG)]
    lines += [
        Line(f"⚠ {scene.wording(f'warning.{doubt.code}')}", Style.STRONG)
        for doubt in scene.appraisal.doubts
    ]
    wording = scene.wording
    reasons = wording("list.comma").join(
        wording(f"reason.{reason}") for reason in scene.appraisal.unsuitability.reasons
    )
    split = names(wording, split_facts(scene.appraisal))
    lines += caveat_lines(scene.appraisal.caveats, scene, split=split, reasons=reasons)
    if any(map(scene.appraisal.caveats_of, scene.appraisal.definitions)):
        lines.append(Line(wording("report.caveats_more"), Style.QUIET))
    sources = (source for caveat in scene.appraisal.caveats for source in caveat.sources)
    return Screen((*lines, *citations(sources, scene), _edition(scene)), _to_report(scene))


def flips_screen(scene: Scene) -> Screen:
    """Return which single answer, given otherwise, would make each settled verdict another."""
    wording = scene.wording
    lines = [
        Line(wording("report.flips_title"), Style.STRONG),
        Line(wording("report.flips_note"), Style.QUIET),
    ]
    for finding in in_report_order(scene):
        short = wording(f"definition.{finding.definition.id}.short")
        lines.append(Line(f"{short} · {wording(f'verdict.{finding.verdict}')}", Style.STRONG))
        found = scene.appraisal.flips_of(finding.definition.id)
        if not finding.settled:
            lines.append(Line(wording("report.flips_open")))
        elif not found:
            lines.append(Line(wording("report.flips_none")))
        lines += _flips(found, scene)
    return Screen(tuple(lines), _to_report(scene))


def _flips(found: tuple[Flip, ...], scene: Scene) -> Iterator[Line]:
    """Yield each other verdict with the answers of which any one would bring it about."""
    wording = scene.wording
    changed: dict[Verdict, list[str]] = {}
    for flip in found:
        changed.setdefault(flip.verdict, []).append(briefly(wording, flip.fact, flip.changed))
    for verdict, answers in changed.items():
        either = wording("list.either").join(answers)
        yield Line(wording("report.flip", verdict=wording(f"verdict.{verdict}"), changed=either))


def staging_screen(scene: Scene) -> Screen:
    """Return the stage and the indication that goes with it, or what they still need."""
    wording, finding = scene.wording, scene.appraisal.staging
    lines = [Line(wording("report.staging_title"), Style.STRONG)]
    if finding is None:
        lines.append(Line(wording("report.staging_open")))
    else:
        lines.append(Line(wording("cnlc.stage", stage=finding.stage), Style.STRONG))
        lines.append(Line(wording(f"cnlc.{finding.tace}")))
    lines += citations(SOURCES, scene)
    asked = [
        Button(
            wording("button.change_fact", fact=name(wording, fact)),
            Open(View(Page.QUESTION, fact)),
        )
        for question in STAGING_QUESTIONS
        for fact in question.facts
    ]
    return Screen(tuple(lines), in_rows(asked, 2) + _to_report(scene))


def skipped_screen(scene: Scene) -> Screen:
    """Return the questions that were not asked, and why no answer to them could matter."""
    wording = scene.wording
    lines = [Line(wording("report.skipped_title"), Style.STRONG)]
    found = skipped(scene.consult, scene.appraisal, scene.worth_asking)
    because: dict[tuple[SkipReason, tuple[str, ...]], list[str]] = {}
    for each in found:
        because.setdefault((each.reason, each.because_of), []).append(each.fact)
    for (reason, because_of), facts in because.items():
        asked, deciding = names(wording, facts), _deciding(reason, because_of, scene)
        lines.append(Line(wording(f"skipped.{reason}", asked=asked, because_of=deciding)))
    if not found:
        lines.append(Line(wording("report.skipped_none")))
    return Screen(tuple(lines), _to_report(scene))


def _deciding(reason: SkipReason, facts: tuple[str, ...], scene: Scene) -> str:
    """Return the answers that made a question pointless, or the facts that it waits for."""
    wording, case = scene.wording, scene.consult.case
    if reason is SkipReason.WAITS:
        return names(wording, facts)
    given = {**case.answers, **case.implied}
    return wording("list.comma").join(briefly(wording, fact, given[fact]) for fact in facts)


def change_screen(scene: Scene) -> Screen:
    """Return every fact of the consult with its answer, each a tap from being changed."""
    wording = scene.wording
    lines = [
        Line(wording("report.change_title"), Style.STRONG),
        *(Line(text, Style.FOLDED) for text in _answers(scene)),
    ]
    facts = [
        Button(name(wording, fact), Open(View(Page.QUESTION, fact)))
        for question in QUESTIONS + STAGING_QUESTIONS
        for fact in question.facts
        if not (scene.consult.is_open(fact) or fact in scene.consult.case.implied)
        or fact in scene.worth_asking
    ]
    return Screen(tuple(lines), in_rows(facts, 2) + _to_report(scene))


def _answers(scene: Scene) -> Iterator[str]:
    wording, case = scene.wording, scene.consult.case
    for fact, answer in case.answers.items():
        yield f"✓ {said(wording, fact, answer)}"
    for fact, answer in case.implied.items():
        yield wording("report.implied", answer=said(wording, fact, answer))
    for fact in in_catalogue_order(scene.consult.not_known):
        yield wording("screen.fact_not_known", fact=name(wording, fact))


def _edition(scene: Scene) -> Line:
    return Line(scene.wording("report.edition", ruleset=RULESET, date=scene.dated), Style.QUIET)


def _to_report(scene: Scene) -> tuple[tuple[Button, ...], ...]:
    return ((Button(scene.wording("button.to_report"), Open(REPORT)),),)
