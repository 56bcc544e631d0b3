"""What is still viable, as a share of what was viable before the first TACE, and only that.

A share of the present lesion, a necrosis or a lipiodol figure is never recorded. Half of the
area is about 71% of the diameter, so between these it must be said which was measured; a
diameter is recorded as the range in which the area lies.
"""

import re
from collections.abc import Iterator, Mapping

from conversations.shorthand.claims import Claim
from conversations.shorthand.clauses.clause import NEGATIONS, Clause
from conversations.shorthand.fragments import phrases
from conversations.shorthand.groups.percent import share_of_baseline
from conversations.shorthand.groups.scan import why_not_this_scan
from conversations.shorthand.kinds import Kind, Mark, Topic
from conversations.shorthand.lexing import term, words
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import Mention
from conversations.shorthand.understood import NoteKind, Reason, first_reason
from domain.facts.catalogue import RESIDUAL_VIABILITY
from domain.facts.fact import Answer

_VIABLE = phrases(
    """
    residual vascularity | residual flow | residual blush | residual staining | vascularity
    viable | viability | residuum | residual tumour | residual tumor | residual enhancement
    residual viability | residual viable | enhancement
    enhancing | enhancing residual | residual enhancing | residual activity
    remaining enhancement | viable residual | remaining viable | arterial enhancement
    residual arterial enhancement
    残留血供 | 残余血供 | 残留染色 | 残余染色
    活性 | 残余活性 | 残留活性 | 残存活性 | 存活 | 残余存活 | 残存 | 强化 | 残余强化 | 残留强化
    活性成分 | 存活率 | 存活肿瘤 | 活性残留 | 活性残余 | 动脉期强化 | 残余肿瘤活性 | 肿瘤活性
    强化灶 | 强化部分 | 存活部分 | 活性部分 | 活性灶 | 活性病灶 | 残余动脉期强化
    """
)
_PART = (
    r"(?:\s*(?:(?:tumou?r|tissue|portion|component|part|disease|residue|lesion|burden|enhancement|"
    r"activity|residual)(?![a-z])|部分|范围|成分|率|病灶|肿瘤|残留|残余)){0,2}"
)
TERMS = (
    term(
        Topic.VIABILITY,
        rf"{_VIABLE}{_PART}",
        r"(?<![a-z])(?P<none>(?:no|without)\s+(?:residual\s+)?aphe)(?![a-z])(?=[^,;]*(?:treated|"
        r"target|residual))",
        r"(?<![a-z])(?P<none>(?:non-?\s?|not\s+)viable)(?![a-z])",
    ),
    words(
        Topic.NECROSIS,
        """
        necrosis | necrotic | tumor necrosis | tumour necrosis | complete necrosis
        坏死 | 坏死率 | 坏死范围 | 完全坏死 | 大部分坏死 | 部分坏死 | 液化坏死
        """,
    ),
    words(
        Topic.LIPIODOL,
        """
        lipiodol | lipiodol uptake | lipiodol coverage | lipiodol deposition | lipiodol retention
        iodized oil
        碘油 | 碘油沉积 | 碘油沉积率 | 碘油沉积良好 | 碘化油 | 碘油填充 | 碘油覆盖 | 碘油聚积
        碘油沉积密实 | 碘油沉积不全 | 碘油沉积欠佳 | 碘油缺损
        """,
    ),
    words(
        Mark.CHANGE,
        """
        reduction | reduced by | decrease of | decreased by | decrease by | shrinkage | shrunk
        smaller | shrank
        减少 | 缩小 | 缩小了 | 减小 | 减少了 | 下降了 | 降低了 | 减低
        """,
    ),
)

_OTHER_SHARES: Mapping[Kind, Reason] = {
    Topic.NECROSIS: Reason.NECROSIS,
    Topic.LIPIODOL: Reason.LIPIODOL,
}
_OF_PERCENT = (Topic.VIABILITY, Topic.NECROSIS, Topic.LIPIODOL)
"""What percentages are given of."""
_CHANGES = (Mark.CHANGE, Mark.GROWN, Mark.HIGHER, Mark.FALLING)
_PLAIN_DENIAL = frozenset(
    {
        Mark.NO_BEFORE,
        Mark.NO_AFTER,
        Mark.NO_EITHER,
        Mark.FILLER,
        Mark.TUMOR,
        Mark.SCAN,
        Mark.TARGET,
        Mark.MRECIST,
        Mark.NOW,
        Mark.DATE,
        Mark.SIGN,
    }
)

_MAY_NOT_ENHANCE = (Topic.INVASION, Topic.NOT_INVASION, Topic.SPREAD, Topic.SUSPECT_SITE)
"""What a bare "no enhancement" may be said of instead of the target."""
_LEFT_OVER = re.compile("residual|残留|残余|残存")
_OF_TUMOR = re.compile("viab|residual|remaining|activity|活性|存活|残")


def claims(line: Line) -> Iterator[Claim]:
    """Yield what the line says of viability."""
    for mention in line.of(*_OF_PERCENT):
        yield _claim(mention, line)
    for clause in line.clauses:
        percents = clause.all(Mark.PERCENT)
        change = clause.has(Topic.RESPONSE) and clause.has(Mark.OF_BASELINE, Mark.OF_SMALLEST)
        if percents and not change and not clause.has(*_OF_PERCENT, Topic.COURSE, Topic.MARKER):
            span = percents[0].start, percents[-1].end
            yield Claim(RESIDUAL_VIABILITY.name, *span, held=Reason.PERCENT_OF_WHAT)


def something_viable(line: Line) -> bool:
    """Return whether something is said to enhance still, without a figure to record."""
    return any(
        _claim(each, line).held is not None for each in line.of(Topic.VIABILITY) if not each.denied
    ) or any(_left_over(clause) for clause in line.clauses)


def _left_over(clause: Clause) -> bool:
    """Return whether something is left, without saying that it enhances: "S7 residual"."""
    return not clause.has(*NEGATIONS, Mark.PAST, Topic.LIPIODOL) and any(
        _LEFT_OVER.fullmatch(each.text) for each in clause.tokens
    )


def _claim(mention: Mention, line: Line) -> Claim:
    clause = mention.clause
    percents = clause.all(Mark.PERCENT)
    answer: Answer | None = None
    note = None
    why: Reason | None
    if mention.topic in _OTHER_SHARES:
        why = _OTHER_SHARES[mention.topic]
    elif mention.denied:
        answer, why, note = 0, _not_all_gone(mention, line), NoteKind.MEANS_CR
    elif not percents:
        why = Reason.NO_NUMBER
    elif (
        len(percents) > 1
        or clause.has(Topic.NECROSIS, Topic.LIPIODOL, *_CHANGES)
        or _a_change(clause)
    ):
        why = Reason.PERCENT_OF_WHAT
    else:
        answer, why = share_of_baseline(percents[0], clause)
        measured = NoteKind.DIAMETER if clause.has(Mark.DIAMETER) else None
        note = NoteKind.MEANS_CR if answer == 0 else measured
    held = mention.held() or why or why_not_this_scan(mention, line)
    near = [each for each in percents if each in mention.before + mention.after]
    start = min([mention.span[0], *(each.start for each in near)])
    end = max([mention.span[1], *(each.end for each in near)])
    return Claim(RESIDUAL_VIABILITY.name, start, end, answer, held, note)


def _a_change(clause: Clause) -> bool:
    """Return whether the figure says by how much something is above or below baseline."""
    return any(each.get("above", "below") for each in clause.all(Mark.OF_BASELINE))


def _not_all_gone(mention: Mention, line: Line) -> Reason | None:
    """Return why a denial may not mean that nothing viable is left: "no more enhancement"."""
    beside = {each.kind for each in mention.before + mention.after}
    other_finding = line.has(*_MAY_NOT_ENHANCE) and not _OF_TUMOR.search(mention.head.text)
    return first_reason(
        (Reason.ONE_PLACE_ONLY, bool(beside & {Mark.PLACE, Mark.ORGAN})),
        (Reason.NOT_CLEAR, other_finding or not beside <= _PLAIN_DENIAL),
    )
