import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.telegram_stub import Chat
from tests.telegram_stub_tests.bots import Caller

_BUTTON = "400 Bad Request: can't parse inline keyboard button: "
_DATA = {"text": "Yes", "callback_data": "y"}


def _rows(*rows: list[Any]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


async def _send(call: Caller, chat: Chat, markup: object) -> dict[str, Any]:
    return await call.answer("sendMessage", chat_id=chat.id, text="?", reply_markup=markup)


async def _refusal(call: Caller, chat: Chat, markup: object) -> str:
    return await call.refusal("sendMessage", chat_id=chat.id, text="?", reply_markup=markup)


@pytest.mark.parametrize(
    "action",
    [
        {"callback_data": "y" * 64},
        {"callback_data": "肝" * 21},
        {"url": "https://t.me/stub_bot?start=abc"},
        {"url": "tg://user?id=1"},
        {"copy_text": {"text": "x"}},
        {"copy_text": {"text": "肝" * 256}},
        {"url": "https://anna@example.org:8443/"},
        {"switch_inline_query": ""},
        {"switch_inline_query_current_chat": "code"},
        {"switch_inline_query_chosen_chat": {"query": "code", "allow_group_chats": True}},
        {"web_app": {"url": "https://example.org/app"}},
    ],
)
async def test_a_good_button_is_shown_as_it_was_sent(
    call: Caller, chat: Chat, action: dict[str, Any]
) -> None:
    sent = _rows([{"text": "Go", **action}])
    assert (await _send(call, chat, sent))["result"]["reply_markup"] == sent


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"text": "A"}, _BUTTON + "Text buttons are unallowed in the inline keyboard"),
        (
            {"text": "A", "callback_data": ""},
            _BUTTON + "Text buttons are unallowed in the inline keyboard",
        ),
        ("A", _BUTTON + "InlineKeyboardButton must be an Object"),
        ({"callback_data": "a"}, _BUTTON + 'Can\'t find field "text"'),
        ({"text": 1, "callback_data": "a"}, _BUTTON + 'Field "text" must be of type String'),
        (
            {"text": " ", "callback_data": "a"},
            "400 Bad Request: inline keyboard button text must be non-empty",
        ),
        ({"text": "A", "callback_data": "y" * 65}, "400 Bad Request: BUTTON_DATA_INVALID"),
        ({"text": "A", "callback_data": "肝" * 22}, "400 Bad Request: BUTTON_DATA_INVALID"),
        ({"text": "A", "copy_text": {"text": ""}}, "400 Bad Request: BUTTON_COPY_TEXT_INVALID"),
        (
            {"text": "A", "copy_text": {"text": "x" * 257}},
            "400 Bad Request: BUTTON_COPY_TEXT_INVALID",
        ),
        ({"text": "A", "copy_text": "x"}, _BUTTON + "Object expected as the action of a button"),
        ({"text": "A", "copy_text": {}}, _BUTTON + 'Can\'t find field "text"'),
        (
            {"text": "A", "url": "nowhere"},
            "400 Bad Request: inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "A", "url": "ftp://example.org"},
            (
                "400 Bad Request: inline keyboard button URL 'ftp://example.org' is invalid: "
                "Unsupported URL protocol"
            ),
        ),
        (
            {"text": "A", "url": "a@b@c"},
            ("400 Bad Request: inline keyboard button URL 'a@b@c' is invalid: Wrong HTTP URL"),
        ),
        (
            {"text": "A", "url": "https://"},
            "400 Bad Request: inline keyboard button URL 'https://' is invalid: URL host is empty",
        ),
        (
            {"text": "A", "url": "https://example.org:x"},
            (
                "400 Bad Request: inline keyboard button URL 'https://example.org:x' is invalid: "
                "Wrong port number specified in the URL"
            ),
        ),
        (
            {"text": "A", "web_app": {"url": "http://example.org"}},
            (
                "400 Bad Request: inline keyboard button Web App URL 'http://example.org' "
                "is invalid: Only HTTPS links are allowed"
            ),
        ),
        (
            {"text": "A", "pay": True},
            "400 Bad Request: stub: buttons with ['pay'] are beyond this stub",
        ),
    ],
)
async def test_a_bad_button_is_refused(
    call: Caller,
    chat: Chat,
    button: object,
    reason: str,
) -> None:
    assert await _refusal(call, chat, _rows([button])) == reason


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("{", "400 Bad Request: can't parse reply keyboard markup JSON object"),
        ([], "400 Bad Request: object expected as reply markup"),
        (
            {"inline_keyboard": [_DATA]},
            (
                '400 Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup '
                "must be an Array of Arrays"
            ),
        ),
        (_rows(*[[_DATA]] * 101), "400 Bad Request: reply markup is too long"),
        (
            _rows(*[[{"text": "x" * 200, "callback_data": "y"}]] * 60),
            "400 Bad Request: reply markup is too long",
        ),
    ],
)
async def test_a_bad_keyboard_is_refused(
    call: Caller,
    chat: Chat,
    markup: object,
    reason: str,
) -> None:
    assert await _refusal(call, chat, markup) == reason


async def test_a_keyboard_takes_100_buttons_in_rows_of_8(call: Caller, chat: Chat) -> None:
    markup = _rows(*[[_DATA] * 8] * 12, [_DATA] * 4)
    assert (await _send(call, chat, markup))["ok"]


async def test_what_telegram_hides_is_refused_unless_we_are_lenient(
    call: Caller, chat: Chat
) -> None:
    nine = _rows([_DATA] * 9)
    several = _rows([{"text": "A", "callback_data": "a", "url": "https://example.org/"}])
    assert await _refusal(call, chat, nine) == (
        "400 Bad Request: stub: a row has more than 8 buttons, the rest may not show"
    )
    assert await _refusal(call, chat, several) == (
        "400 Bad Request: stub: a button has several actions ['url', 'callback_data'], "
        "only the first counts"
    )
    call.telegram.world.lenient = True
    assert (await _send(call, chat, nine))["ok"]
    shown = (await _send(call, chat, several))["result"]["reply_markup"]
    assert shown == _rows([{"text": "A", "url": "https://example.org/"}])


async def test_an_empty_keyboard_is_none(call: Caller, chat: Chat) -> None:
    assert "reply_markup" not in (await _send(call, chat, _rows()))["result"]
    assert "reply_markup" not in (await _send(call, chat, _rows([])))["result"]


@pytest.mark.parametrize("encode", [json.dumps, lambda markup: markup])
async def test_a_keyboard_comes_as_an_object_or_as_its_text(
    call: Caller,
    chat: Chat,
    encode: Callable[[object], object],
) -> None:
    answer = await _send(call, chat, encode(_rows([_DATA])))
    assert answer["result"]["reply_markup"] == _rows([_DATA])


async def test_a_forced_reply_is_taken_but_not_part_of_the_message(
    call: Caller, chat: Chat
) -> None:
    assert "reply_markup" not in (await _send(call, chat, {"force_reply": True}))["result"]
