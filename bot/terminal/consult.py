"""A consult in the terminal, from the first question to the report."""

from collections.abc import Callable

from rich.console import Console

from bot.terminal.drawing import draw, lettered, tell
from conversations.consult.case_code import CaseCodeError, decode, encode, looks_like_a_code
from conversations.conversation import Shown, show, tapped, typed
from conversations.flow.advance import Turn
from conversations.privacy.identifiers import find_identifier
from conversations.wording import Wording

_LEAVE = frozenset(("q", "quit", "exit", "退出"))


def consult_in_terminal(
    start: Turn, wording: Wording, dated: str, read: Callable[[], str], out: Console
) -> str:
    """Hold a consult and return its case code as it was left.

    `read` returns a typed line and raises `EOFError` where there are no more. Ctrl-C leaves the
    consult as the end of the lines does.
    """
    shown = show(start, wording, dated)
    tell(wording("terminal.how"), out)
    while True:
        try:
            draw(shown.screen, out)
            line = read().strip()
        except (EOFError, KeyboardInterrupt):
            break
        if line.casefold() in _LEAVE:
            break
        turn = (
            _opened(line, shown, wording, out)
            or _refused(line, shown, wording, out)
            or _answered(line, shown)
        )
        shown = show(turn, wording, dated)
    return encode(shown.consult)


def _answered(line: str, shown: Shown) -> Turn:
    """Take a letter for the button it stands at, anything else for a typed answer."""
    for letter, button in lettered(shown.screen):
        if letter == line.casefold():
            return tapped(shown.consult, button.action)
    return typed(shown, line)


def _refused(line: str, shown: Shown, wording: Wording, out: Console) -> Turn | None:
    """Show the screen again for a line that looks like an identifier, and say why."""
    found = find_identifier(line)
    if found is None:
        return None
    tell(wording(f"identifier.{found}"), out)
    return Turn(shown.consult, shown.view)


def _opened(line: str, shown: Shown, wording: Wording, out: Console) -> Turn | None:
    """Return the case behind a typed case code; say what is wrong with one that is unreadable."""
    if not looks_like_a_code(line):
        return None
    try:
        return Turn(decode(line))
    except CaseCodeError as error:
        tell(wording(f"code.{error.fault}"), out)
        return Turn(shown.consult, shown.view)
