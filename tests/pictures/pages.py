"""A screen as a page that looks like Telegram on a phone, in plain HTML and CSS."""

from html import escape
from pathlib import Path
from string import Template

from bot.telegram.drawing import html, keyboard
from conversations.conversation import Shown
from conversations.wording import Language
from tests.pictures.phones import Phone

_HERE = Path(__file__).parent
_KIND = {Language.EN: "bot", Language.ZH: "机器人"}
_PROMPT = {Language.EN: "Message", Language.ZH: "消息"}


def page(*screens: Shown, phone: Phone, language: Language, layout: str = "") -> str:
    """Return a page with one phone for each screen.

    The layout is "" for a phone alone, "whole" for one as tall as its message, and "pair" for
    phones side by side.
    """
    return _template("page.html").substitute(
        language="zh-Hans" if language is Language.ZH else language,
        title=f"TACE Consult: {phone.name}",
        variables=phone.variables,
        style=(_HERE / "phone.css").read_text(encoding="utf-8"),
        layout=layout,
        phones="\n".join(_phone(shown, language) for shown in screens),
    )


def _phone(shown: Shown, language: Language) -> str:
    return _template("phone.html").substitute(
        kind=_KIND[language],
        prompt=_PROMPT[language],
        text=html(shown.screen),
        rows=_rows(shown),
    )


def _rows(shown: Shown) -> str:
    markup = keyboard(shown.screen, shown.consult)
    return "".join(
        f'<div class="row">{"".join(_button(button["text"]) for button in row)}</div>'
        for row in markup["inline_keyboard"]
    )


def _button(label: str) -> str:
    return f'<div class="button"><span class="label">{escape(label)}</span></div>'


def _template(name: str) -> Template:
    return Template((_HERE / name).read_text(encoding="utf-8"))
