import pytest

from tests.telegram_stub import Chat
from tests.telegram_stub_tests.bots import Caller


async def _refused(call: Caller, chat: Chat, **parameters: object) -> str:
    return await call.refusal("sendMessage", chat_id=chat.id, **parameters)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "400 Bad Request: message text is empty"),
        (" \n ", "400 Bad Request: text must be non-empty"),
        ("x" * 4097, "400 Bad Request: message is too long"),
        ("😀" * 2049, "400 Bad Request: message is too long"),
        ("x" * 32769, "400 Bad Request: text is too long"),
    ],
)
async def test_a_text_has_1_to_4096_units(call: Caller, chat: Chat, text: str, reason: str) -> None:
    assert await _refused(call, chat, text=text) == reason


@pytest.mark.parametrize("text", ["x", "x" * 4096, "😀" * 2048, "肝" * 4096])
async def test_a_text_within_the_limits_is_sent(call: Caller, chat: Chat, text: str) -> None:
    assert (await call("sendMessage", chat_id=chat.id, text=text))["text"] == text


async def test_the_limit_counts_what_is_left_after_parsing(call: Caller, chat: Chat) -> None:
    fits = "<b>" + "&lt;" * 4096 + "</b>"
    message = await call("sendMessage", chat_id=chat.id, text=fits, parse_mode="HTML")
    assert message["text"] == "<" * 4096
    over = await _refused(call, chat, text=f"{fits}x", parse_mode="HTML")
    assert over == "400 Bad Request: message is too long"


async def test_markup_without_text_is_empty(call: Caller, chat: Chat) -> None:
    refused = await _refused(call, chat, text="<b></b>", parse_mode="HTML")
    assert refused == "400 Bad Request: text must be non-empty"


async def test_broken_html_is_refused(call: Caller, chat: Chat) -> None:
    assert await _refused(call, chat, text="<b>x", parse_mode="HTML") == (
        "400 Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\""
    )


async def test_only_html_is_parsed(call: Caller, chat: Chat) -> None:
    assert await _refused(call, chat, text="x", parse_mode="BBCode") == (
        "400 Bad Request: unsupported parse_mode"
    )
    assert await _refused(call, chat, text="x", parse_mode="MarkdownV2") == (
        "400 Bad Request: stub: Markdown is beyond this stub"
    )
    assert (await call("sendMessage", chat_id=chat.id, text="<b>"))["text"] == "<b>"


async def test_entities_may_be_given(call: Caller, chat: Chat) -> None:
    bold = {"type": "bold", "offset": 0, "length": 2}
    message = await call("sendMessage", chat_id=chat.id, text="PD?", entities=[bold])
    assert message["entities"] == [bold]


@pytest.mark.parametrize(
    ("entity", "reason"),
    [
        ("bold", "can't parse MessageEntity: expected an Object"),
        ({"type": "bold", "offset": 0}, "can't parse MessageEntity: Can't find field \"length\""),
        (
            {"type": "loud", "offset": 0, "length": 1},
            "can't parse MessageEntity: Unsupported type specified",
        ),
        (
            {"type": "bold", "offset": 9, "length": 1},
            "entity begins after the end of the text at UTF-16 offset 9",
        ),
        (
            {"type": "bold", "offset": 1, "length": 9},
            (
                "entity beginning at UTF-16 offset 1 ends after the end of the text "
                "at UTF-16 offset 10"
            ),
        ),
    ],
)
async def test_entities_must_fit_the_text(
    call: Caller,
    chat: Chat,
    entity: object,
    reason: str,
) -> None:
    refused = await _refused(call, chat, text="PD?", entities=[entity])
    assert refused == f"400 Bad Request: {reason}"


async def test_a_reply_needs_its_message(call: Caller, chat: Chat) -> None:
    first = await call("sendMessage", chat_id=chat.id, text="first")
    reply = await call(
        "sendMessage",
        chat_id=chat.id,
        text="second",
        reply_parameters={"message_id": first["message_id"]},
    )
    assert reply["reply_to_message"]["text"] == "first"

    missing = {"message_id": 99}
    refused = await _refused(call, chat, text="third", reply_parameters=missing)
    assert refused == "400 Bad Request: message to be replied not found"
    refused = await _refused(call, chat, text="third", reply_parameters=[])
    assert refused == "400 Bad Request: object expected as reply parameters"
    forgiving = {**missing, "allow_sending_without_reply": True}
    assert await call("sendMessage", chat_id=chat.id, text="third", reply_parameters=forgiving)
