"""When the sessions and the scan were, as far as the line dates them to the month."""

from collections.abc import Sequence
from dataclasses import dataclass

from conversations.shorthand.dates import Dated, dated
from conversations.shorthand.groups.sessions import number_of_sessions
from conversations.shorthand.kinds import NEUTRAL, Kind, Mark, Topic
from conversations.shorthand.lexing import Token
from conversations.shorthand.line import Line

_OF_SESSIONS = frozenset({Mark.LAST, Mark.TACE, Topic.SESSIONS, Topic.SESSION_NUMBER})
_LISTING = frozenset({Mark.COMMA, Mark.LIST, Mark.AND, Mark.OPEN})
_PASSED_OVER = NEUTRAL | {Mark.APPROX, Mark.AFTERWARDS}


@dataclass(frozen=True)
class LineDates:
    """The date of the last session, of each where all have one, in order, and of the scan."""

    last: Dated | None = None
    of_each: tuple[Dated, ...] = ()
    scan: Dated | None = None
    span: tuple[int, int] = (0, 0)


def line_dates(line: Line) -> LineDates:
    """Return what the line says of when the sessions and the scan were."""
    if line.has(Topic.ABLATION, Topic.NOT_TACE):
        return LineDates()
    tokens = [each for each in line.tokens if each.kind not in _PASSED_OVER]
    owners = _owners(tokens)
    scans = [place for place, owner in owners.items() if owner is Mark.SCAN]
    given = [place for place, owner in owners.items() if owner in _OF_SESSIONS]
    dates = [dated(tokens[place]) for place in given]
    known = [each for each in dates if each]
    scan = dated(tokens[scans[0]]) if len(scans) == 1 else None
    if not known or len(known) != len(dates):
        return LineDates()
    span = tokens[given[0]].start, tokens[given[-1]].end
    if len(known) == number_of_sessions(line) and known == sorted(known):
        return LineDates(known[-1], tuple(known), scan, span)
    last = [dated(tokens[place]) for place in given if owners[place] is Mark.LAST]
    return LineDates(last[0] if len(last) == 1 else None, (), scan, span)


def _owners(tokens: Sequence[Token]) -> dict[int, Kind]:
    """Return of what each date is: of a word right beside it, or of what the date before it is."""
    owners: dict[int, Kind] = {}
    for place, token in enumerate(tokens):
        if token.kind is not Mark.DATE:
            continue
        before = _kind(tokens, place - 1)
        after = _kind(tokens, place + 1)
        if before in _OF_SESSIONS or before is Mark.SCAN:
            owners[place] = before
        elif after is Mark.SCAN or after in _OF_SESSIONS:
            owners[place] = after
        elif before in _LISTING and place - 2 in owners:
            owners[place] = owners[place - 2]
        elif before is Mark.OPEN and _kind(tokens, place - 2) in _OF_SESSIONS:
            owners[place] = Mark.TACE
    return owners


def _kind(tokens: Sequence[Token], place: int) -> Kind | None:
    return tokens[place].kind if 0 <= place < len(tokens) else None
