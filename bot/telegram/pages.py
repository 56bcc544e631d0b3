"""What /about and /privacy tell, put together from the wording and from what holds here."""

from collections.abc import Iterator
from datetime import timedelta

from conversations.wording import Wording
from domain.definitions import DEFINITIONS
from domain.rules.source import VOICES, Source


def about_pages(wording: Wording) -> Iterator[str]:
    """Yield what the tool is and its limits, then the definitions, then outlook and sources."""
    yield f"{wording('about.title')}\n\n{wording('about.text')}"
    in_order = sorted(DEFINITIONS, key=lambda definition: definition.report_place)
    rules = [
        f"{wording(f'definition.{each.id}.name')}\n{wording(f'definition.{each.id}.rule')}"
        for each in in_order
    ]
    yield "\n\n".join((wording("about.definitions"), *rules, wording("about.unsuitable")))
    cited = [f"· {wording(f'source.{each}')}" for each in Source if each not in VOICES]
    yield "\n".join((wording("about.outlook"), "", wording("about.sources"), *cited))


def privacy_page(wording: Wording, retention: timedelta | None) -> str:
    """Return what is kept and for how long; `retention` is None where no consult is stored."""
    if retention is None:
        consults = wording("privacy.no_consults")
    else:
        consults = wording("privacy.consults", time=_in_words(retention, wording))
    return wording("privacy.text", consults=consults)


def _in_words(time: timedelta, wording: Wording) -> str:
    """Return a length of time in its largest whole unit."""
    minutes = int(time.total_seconds() // 60)
    for unit, length in (("days", 24 * 60), ("hours", 60)):
        if minutes > length and minutes % length == 0:
            return wording.count(f"privacy.{unit}", minutes // length)
    return wording.count("privacy.minutes", minutes)
