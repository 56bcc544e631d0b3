"""Reading a line of shorthand."""

from collections.abc import Iterator
from types import MappingProxyType

from conversations.shorthand.claims import Claim, recorded, settled
from conversations.shorthand.clauses.clause import NOT_NEEDED, Clause
from conversations.shorthand.clauses.cutting import cut
from conversations.shorthand.clauses.headings import under_headings
from conversations.shorthand.clauses.joining import joined
from conversations.shorthand.clauses.modifying import MODIFYING
from conversations.shorthand.clauses.set_apart import set_apart
from conversations.shorthand.groups.all import CLAIMS, lexicon
from conversations.shorthand.kinds import Mark
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import mentions_of
from conversations.shorthand.normal import Normal, normalised
from conversations.shorthand.polarity import denied_itself
from conversations.shorthand.spelling import mended
from conversations.shorthand.understood import Ignored, Note, NoteKind, Reason, Understood
from domain.facts.case import Case
from domain.facts.catalogue import RESIDUAL_VIABILITY, TARGET_RESPONSE

LONGEST_LINE = 500
"""Characters; a case at the bedside is told in fewer."""

_SHOWN_OF_TOO_LONG = 40
_SAYS_OF = {
    NoteKind.FOLLOWS_FROM_CR: RESIDUAL_VIABILITY.name,
    NoteKind.MEANS_CR: TARGET_RESPONSE.name,
}
"""The other fact that a note is about: where that is recorded too, there is nothing to tell."""


def read_shorthand(line: str) -> Understood:
    """Return what a line says of a case, in contract names and values, and what was left out.

    Any text can be read. A line of more than 500 characters is not: its one remark says so.
    """
    if len(line) > LONGEST_LINE:
        return Understood(ignored=(Ignored(line[:_SHOWN_OF_TOO_LONG], Reason.TOO_LONG),))
    read = _read(line)
    claims = settled(claim for claims_of in CLAIMS for claim in claims_of(read))
    facts = Case.model_validate(recorded(claims)).answers
    return Understood(
        facts=MappingProxyType(dict(facts)),
        ignored=_once((*_held(claims, read.normal), *_beside(read))),
        notes=tuple(
            Note(read.normal.as_typed(claim.start, claim.end), claim.note, claim.fact, claim.start)
            for claim in claims
            if claim.fact
            and claim.note
            and claim.held is None
            and _SAYS_OF.get(claim.note) not in facts
        ),
    )


def _read(line: str) -> Line:
    normal = normalised(line)
    tokens = lexicon().tokens_of(normal)
    without_slips = mended(normal, tokens)
    if without_slips:
        normal, tokens = without_slips, lexicon().tokens_of(without_slips)
    own, apart = set_apart(cut(tokens))
    clauses = joined(under_headings(own))
    elsewhere = {token.start for clause, _ in apart for token in clause.tokens}
    told = tuple(token for token in tokens if token.start not in elsewhere)
    return Line(normal, told, clauses, mentions_of(clauses), tuple(apart))


def _held(claims: tuple[Claim, ...], normal: Normal) -> Iterator[Ignored]:
    told = {claim.fact for claim in claims if claim.held is None}
    for claim in claims:
        if claim.held is None or (claim.quiet and claim.fact in told):
            continue
        text = normal.as_typed(claim.start, claim.end)
        yield Ignored(text, claim.held, claim.fact, claim.start, claim.rule)


def _beside(line: Line) -> Iterator[Ignored]:
    """Yield what no fact was read from: words that are not known, and things not needed."""
    for clause, reason in line.apart:
        yield _whole(line.normal, clause, reason)
    for clause in line.clauses:
        unknown = clause.all(Mark.UNKNOWN, Mark.UNKNOWN_ASIDE)
        if clause.topics:
            for token in unknown:
                yield _ignored(line.normal, token.start, token.end, Reason.NOT_UNDERSTOOD)
        elif not unknown and (clause.has(*NOT_NEEDED, Mark.THING) or denied_itself(clause.tokens)):
            yield _whole(line.normal, clause, Reason.NOT_NEEDED)
        elif not unknown and clause.has(Mark.PLANNED):
            yield _whole(line.normal, clause, Reason.PLANNED)
        elif unknown or clause.has(*MODIFYING - {Mark.DATE}):
            yield _whole(line.normal, clause, Reason.NOT_UNDERSTOOD)


def _whole(normal: Normal, clause: Clause, reason: Reason) -> Ignored:
    return _ignored(normal, clause.tokens[0].start, clause.tokens[-1].end, reason)


def _ignored(normal: Normal, start: int, end: int, reason: Reason) -> Ignored:
    return Ignored(normal.as_typed(start, end), reason, start=start)


def _once(ignored: tuple[Ignored, ...]) -> tuple[Ignored, ...]:
    """Return each remark once, in the order of the line."""
    return tuple(sorted(dict.fromkeys(ignored), key=lambda each: each.start))
