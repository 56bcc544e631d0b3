"""Punctuation and joining words."""

from conversations.shorthand.fragments import ARROW
from conversations.shorthand.kinds import Mark
from conversations.shorthand.lexing import term, words

TERMS = (
    term(
        Mark.COMMA,
        r"(?<![0-9]),|,(?![0-9]{3}(?![0-9]))",
        r"(?<=\s)-{1,2}(?=\s)",
        r"/(?=\s*[^/:,;]{1,10}:)",
    ),
    term(Mark.STOP, r"[;\n。|!]", r"\.(?![0-9])"),
    term(Mark.OPEN, r"[(\[【「]"),
    term(Mark.CLOSE, r"[)\]】」]"),
    term(Mark.PLUS, r"\+(?=\s*[a-z0-9一-鿿])"),
    term(
        Mark.THEN,
        ARROW,
        r"(?<=cr|pr|sd|pd)\s*,?\s*(?:后|再|又|至|到|变|转)(?:变为|转为|为|成)?\s*(?=(?:cr|pr|sd|"
        r"pd)(?![a-z]))",
    ),
    words(
        Mark.THEN,
        """
        then | and then | followed by | subsequently | thereafter | later
        然后 | 随后 | 继而 | 后续 | 其后
        """,
    ),
    words(Mark.BREAK, "but|however|although|though|而|但|但是|然而"),
    term(Mark.BREAK, r"则(?!\s*(?:换|改|停|行|予|加|转|终止|放弃))"),
    words(
        Mark.NOW,
        """
        now | currently | at present | today | this time | this scan
        今 | 今日 | 今天 | 目前 | 现 | 现在 | 当前 | 此次 | 本次 | 这次
        """,
    ),
    term(Mark.LIST, r"[、/]", r"(?:以及|及|和|与)"),
    words(Mark.AND, "and|&|并"),
    words(Mark.OR, "or|nor|或|或者"),
    words(Mark.BOTH, "both|all|all three|均|都|皆|全部"),
)
