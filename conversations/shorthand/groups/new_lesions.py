"""New HCC elsewhere in the liver: none, after the latest session, or after each of the last two.

A bare "new lesion" after several sessions may be either of the latter and is not recorded.
"""

import re
from collections.abc import Iterator, Sequence

from conversations.shorthand.claims import Claim
from conversations.shorthand.fragments import COUNT, WORD_END
from conversations.shorthand.groups.scan import ULTRASOUND, before_more_tace
from conversations.shorthand.groups.sessions import number_of_sessions, session_numbers
from conversations.shorthand.kinds import Mark, Topic
from conversations.shorthand.lexing import term
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import Mention
from conversations.shorthand.understood import Reason, first_reason
from domain.facts.catalogue import NEW_LESIONS
from domain.facts.vocabulary import NewLesions

_SIZE = r"(?:[0-9]{1,2}(?:\.[0-9])?(?:\s*[*x]\s*[0-9]{1,2}(?:\.[0-9])?)?\s*-?\s*(?:cm|mm)(?![a-z]))"
_KIND = (
    r"(?:(?:intra-?hepatic|hepatic|liver|arterially|arterial|enhancing|hypervascular|aphe|small|"
    r"tiny|"
    r"satellite|viable|discrete|distant|recurrent|lr-?5|li-?rads\s+5|seg(?:ment)?\s*[1-8]|s[1-8])"
    r"\s+)"
)
_NOUN = (
    r"(?:(?:hcc\s+)?(?:lesions?|(?P<tumor>hcc|hepatoma|tumou?r|lr-?5)|hccs|nodules?|foci|focus|"
    r"tumou?rs|mass(?:es)?|hepatomas)|"
    r"hcc\s+recurrences?)(?![a-z])(?!\s+(?:thromb|invasion|in\s+(?:the\s+)?(?:portal|pv|vein)|"
    r"markers?|board|clinic))"
)
_NEW = (
    r"(?<![a-z])(?:new|newly\s+(?:developed|appeared|emerged|seen|detected)|de\s+novo)(?:\s+onset)?"
)
_NEW_ZH = r"(?:新发现|新发生|新发|新出现|新增|新见|新生|新)(?:的)?"
_KIND_ZH = r"(?:肝内|强化|活性|小|子|卫星|多发|异常强化|富血供){0,3}"
_NOUN_ZH = r"(?:病灶|灶|结节|(?P<tumor>肿瘤|肝癌|hcc)|病变|占位|癌灶|子灶|强化灶)"
_PIECES = r"(?:枚|个|处)"
_TREATING = ("for", "to", "of", "treating", "targeting", "针对", "治疗", "处理")

TERMS = (
    term(
        Topic.NOTHING_NEW,
        rf"(?<![a-z])(?:nil|nothing)\s+new(?:\s+(?:otherwise|elsewhere))?{WORD_END}|"
        r"(?<![a-z])no\s+new\s+(?:findings?|disease|changes?|abnormalit(?:y|ies))(?![a-z])",
        rf"(?<![a-z])no\s+new{WORD_END}",
        rf"(?:没|没有|无|未见)(?:什么|明显)?新的?(?:东西|情况|变化|异常|改变|发现)?{WORD_END}",
    ),
    term(
        Topic.NEW_LESIONS,
        rf"(?:(?<![a-z0-9.])(?P<there>{COUNT})\s+)?{_NEW}\s+{_KIND}{{0,4}}{_NOUN}",
        rf"(?<![a-z0-9.])(?P<there>{COUNT})\s+{_NEW}\s+{_KIND}{{0,2}}{_SIZE}\s+{_KIND}{{0,4}}"
        rf"{_NOUN}",
        r"(?<![a-z])(?P<none>(?:no|without|nil))\s+(?:definite\s+|"
        r"obvious\s+)?new\s+(?:suspicious|suspect|worrisome|concerning|possible|malignant|"
        rf"definite)\s+{_KIND}{{0,4}}{_NOUN}",
        r"(?<![a-z])(?P<none>(?:no|without|nil))\s+new\s+(?:or|and|/)\s*(?:enlarging|growing|progressive|"
        rf"progressing|suspicious|recurrent)\s+{_KIND}{{0,4}}{_NOUN}",
        rf"(?<![a-z])new(?:\s+{_KIND}{{0,2}}{_NOUN})?\s*[:=]\s*(?P<none>none|nil|no|"
        r"neg(?:ative)?|0)(?![a-z0-9.])",
        r"(?<![a-z])intra-?hepatic\s*:\s*(?P<none>no\s+new|none|nil)(?![a-z])",
        r"(?P<none>(?:未见|无|没有|未发现)(?:明显|明确)?)新发(?:的)?(?:可疑|恶性|"
        rf"异常)(?:强化)?{_NOUN_ZH}",
        r"(?<![a-z])intra-?hepatic\s+new\s*:?\s*(?P<none>none|nil|neg)(?![a-z])",
        r"(?:肝内)?新发(?P<none>\s*:?\s*(?:无|\(\s*-{1,3}\s*\)|-|阴性))(?=\s|$|[,;.。、/)])",
        r"(?<![a-z])new(?P<none>\s*(?:\(\s*-{1,3}\s*\)|-(?:ve)?))(?=\s*(?:$|[,;.)]))",
        rf"{_NEW}\s+{_KIND}{{0,2}}(?P<there>{_SIZE})\s+{_KIND}{{0,4}}{_NOUN}",
        rf"(?<![a-z])(?P<there>a|single|one|another|solitary)\s+new\s+{_KIND}{{0,4}}{_NOUN}",
        r"(?<![a-z])new\s+intra-?hepatic\s+(?:metastas[ei]s|mets|recurrences?|disease)(?![a-z])",
        rf"(?:肝内)?{_NEW_ZH}(?:s[1-8]段?)?{_KIND_ZH}{_NOUN_ZH}(?:\s*(?P<there>{COUNT}\s*{_PIECES}))?",
        rf"(?<=[有见现又段0-9])(?P<bare>新发){WORD_END}",
        rf"(?:肝内)?{_NEW_ZH}\s*(?:s[1-8]\s*)?(?P<there>{COUNT}\s*{_PIECES}){_KIND_ZH}{_NOUN_ZH}?",
        rf"(?P<there>{COUNT}\s*{_PIECES}){_NEW_ZH}{_KIND_ZH}{_NOUN_ZH}",
        rf"(?P<none>(?:无|未见|没有|未发现)(?:明显|明确|确切)?(?:肝内)?新发)(?:(?=[\s无未])|{WORD_END})",
    ),
)


def claims(line: Line) -> Iterator[Claim]:
    """Yield what the line says of new lesions in the liver."""
    latest = number_of_sessions(line)
    mentions = line.of(Topic.NEW_LESIONS)
    consecutive = _after_consecutive(mentions, latest, line)
    for mention in mentions:
        answer: NewLesions | None
        if mention.denied:
            answer, why = _none(mention, latest, line)
        elif consecutive:
            answer, why = NewLesions.AFTER_CONSECUTIVE_SESSIONS, None
        else:
            answer, why = _some(mention, latest, line)
        held = mention.held() or why or _why_not_this_scan(mention, line)
        yield Claim(NEW_LESIONS.name, *mention.span, answer, held)
    for mention in line.of(Topic.NOTHING_NEW):
        yield Claim(NEW_LESIONS.name, *mention.span, held=Reason.NEW_OF_WHAT)


def _why_not_this_scan(mention: Mention, line: Line) -> Reason | None:
    """Return why lesions were not looked for by contrast CT or MRI after TACE."""
    clause = mention.clause
    elsewhere = bool(mention.beside(Mark.ORGAN))
    only_ultrasound = not line.has(Mark.SCAN) and any(
        each.head.text in ULTRASOUND for each in line.of(Topic.OTHER_SCAN)
    )
    other_scan = only_ultrasound or (clause.has(Topic.OTHER_SCAN) and not clause.has(Mark.SCAN))
    return first_reason(
        (Reason.ONE_PLACE_ONLY, elsewhere),
        (Reason.IN_THE_PAST, clause.has(Mark.AT_BASELINE)),
        (Reason.NO_CONTRAST, other_scan or clause.has(Topic.NO_CONTRAST)),
        (Reason.EARLIER_SCAN, mention.denied and before_more_tace(mention, line)),
    )


def may_be_new(line: Line) -> bool:
    """Return whether there may be new lesions."""
    return any(not each.denied for each in line.of(Topic.NEW_LESIONS))


def _none(mention: Mention, latest: int | None, line: Line) -> tuple[NewLesions, Reason | None]:
    after = _after_which(mention, line)
    if after is not None and after != latest:
        return NewLesions.NONE, Reason.EARLIER_SCAN
    if _of_another_finding(mention, line):
        return NewLesions.NONE, Reason.NEW_OF_WHAT
    if mention.beside(Mark.PLACE):
        return NewLesions.NONE, Reason.ONE_PLACE_ONLY
    return NewLesions.NONE, None


def _of_another_finding(mention: Mention, line: Line) -> bool:
    """Return whether nothing new is said of what was told before: "lung metastases, none new"."""
    told_before = [each for each in line.mentions if each.head.end <= mention.head.start][-1:]
    bare = mention.head.text.endswith("新发")
    return bare and any(
        each.topic in (Topic.INVASION, Topic.SPREAD) and not each.denied for each in told_before
    )


def _some(
    mention: Mention, latest: int | None, line: Line
) -> tuple[NewLesions | None, Reason | None]:
    clause = mention.clause
    after = _numbers(mention, line)
    earlier = bool(after) and latest is not None and max(after) < latest
    if clause.has(Mark.DATE) or _was_treated(mention) or (earlier and not clause.has(Mark.EACH)):
        return None, Reason.EARLIER_SCAN
    if "tumor" in mention.head.values and not _located(mention):
        # A new HCC may be a newly found one, from before TACE.
        return None, Reason.NOT_CLEAR
    if clause.has(Mark.EACH) or _last_two(latest) <= after:
        return NewLesions.AFTER_CONSECUTIVE_SESSIONS, None
    since = {each.text for each in clause.all(Mark.SINCE_TACE)}
    since_last = clause.has(Mark.LAST) or any("last" in each or "latest" in each for each in since)
    named_latest = after == {latest} if after else since_last
    if clause.has(Mark.AGAIN) or not (named_latest or latest == 1):
        return None, Reason.LATEST_OR_EACH
    return NewLesions.AFTER_LATEST_SESSION, None


def _was_treated(mention: Mention) -> bool:
    """Return whether TACE was given for it: "last TACE for new lesion"."""
    return any(each.text in _TREATING for each in mention.before[-1:])


def _last_two(latest: int | None) -> set[int | None]:
    """Return the latest session and the one before it."""
    return {latest, latest - 1} if latest is not None and latest > 1 else {None}


def _located(mention: Mention) -> bool:
    in_segment = re.search(r"seg|s[1-8]", mention.head.text) is not None
    after_tace = mention.clause.has(Topic.SESSION_NUMBER, Mark.SINCE_TACE)
    return (
        after_tace
        or in_segment
        or "there" in mention.head.values
        or bool(mention.beside(Mark.PLACE))
    )


def _after_consecutive(mentions: Sequence[Mention], latest: int | None, line: Line) -> bool:
    """Return whether lesions are told after the latest session and after the one before it."""
    there = [each for each in mentions if not each.denied and each.held() is None]
    after = {_after_which(each, line) for each in there} - {None}
    return _last_two(latest) <= after


def _after_which(mention: Mention, line: Line) -> int | None:
    """Return after which session the mention is, if it is said."""
    return max(_numbers(mention, line), default=None)


def _numbers(mention: Mention, line: Line) -> set[int]:
    """Return the sessions that the clause names; "afterwards" is after the one named before it."""
    named = mention.clause.all(Topic.SESSION_NUMBER)
    if not named and mention.clause.has(Mark.AFTERWARDS):
        earlier = [
            each for each in line.of(Topic.SESSION_NUMBER) if each.head.end <= mention.head.start
        ]
        named = tuple(each.head for each in earlier[-1:])
    return set().union(*map(session_numbers, named))
