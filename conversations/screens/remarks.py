"""How a remark is worded."""

from conversations.flow.remarks import Remark, RemarkKind
from conversations.screens.phrases import name, names
from conversations.wording import Wording


def remark_line(remark: Remark, wording: Wording) -> str:
    """Return a remark as one line."""
    match remark.kind:
        case RemarkKind.NOT_UNDERSTOOD if len(remark.facts) == 1:
            form = wording(f"fact.{remark.facts[0]}.typed")
            return wording("remark.not_understood_here", form=form)
        case RemarkKind.CONTRADICTS:
            answered, *others = remark.facts
            return wording(
                "remark.contradicts", fact=name(wording, answered), facts=names(wording, others)
            )
    return wording(f"remark.{remark.kind}", facts=names(wording, remark.facts), about=remark.about)
