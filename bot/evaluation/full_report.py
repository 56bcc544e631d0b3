"""The whole report of a consult as text: its first screen, and every page behind it."""

import json

from conversations.consult.state import Consult
from conversations.report.against import against_screen
from conversations.report.behind import (
    caveats_screen,
    flips_screen,
    skipped_screen,
    staging_screen,
)
from conversations.report.details import definition_screen
from conversations.report.grounds import in_report_order
from conversations.report.summary import summary_screen
from conversations.screens.scene import Scene


def facts_line(consult: Consult) -> str:
    """Return the facts as one line of JSON: answered, following from these, and not known."""
    told = {
        "facts": dict(consult.case.answers),
        "implied": dict(consult.case.implied),
        "not_known": sorted(consult.not_known),
    }
    return json.dumps(told)


def full_report(scene: Scene) -> str:
    """Return the pages one under another, a blank line between each two."""
    screens = [
        summary_screen(scene),
        *(definition_screen(each.definition.id, scene) for each in in_report_order(scene)),
        against_screen(scene),
        caveats_screen(scene),
        flips_screen(scene),
        staging_screen(scene),
        skipped_screen(scene),
    ]
    return "\n\n".join(screen.text for screen in screens)
