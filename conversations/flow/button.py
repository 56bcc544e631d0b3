"""What a button carries: the case code that it starts from, and what it does."""

from conversations.consult.case_code import decode, encode
from conversations.consult.state import Consult
from conversations.flow.action_text import UnknownActionError, decode_action, encode_action
from conversations.flow.actions import Action, Open
from conversations.flow.views import View

MOST_BYTES = 64
"""What Telegram allows a button to carry."""

_STOP = "."


class OtherVersionError(ValueError):
    """A button that another version drew: its action is not known here, its consult is."""

    def __init__(self, consult: Consult) -> None:
        super().__init__("an action of another version")
        self.consult = consult


def button_data(consult: Consult, action: Action) -> str:
    """Return what a button under this consult's screen carries."""
    return from_code(encode(consult), action)


def from_code(code: str, action: Action) -> str:
    """Return what a button carries under the screen of the consult that the code stands for."""
    return f"{code}{_STOP}{encode_action(action)}"


def read_button(data: str) -> tuple[Consult, Action]:
    """Return the consult that a button starts from, and what it does.

    Raises `conversations.consult.case_code.CaseCodeError` for a code that cannot be read, and
    `OtherVersionError` for a readable one whose action is not known here.
    """
    code, _, text = data.partition(_STOP)
    consult = decode(code)
    try:
        return consult, decode_action(text)
    except UnknownActionError as error:
        raise OtherVersionError(consult) from error


def address(consult: Consult, view: View) -> str:
    """Return the name of a screen: what a button that opens it carries."""
    return button_data(consult, Open(view))
