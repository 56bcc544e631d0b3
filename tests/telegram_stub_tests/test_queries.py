import asyncio

import pytest

from tests.telegram_stub import CallbackQuery, Chat, Notice, TelegramStub, User
from tests.telegram_stub_tests.bots import Body, Caller, buttons

_TOO_OLD = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"


@pytest.fixture
async def tap(call: Caller, chat: Chat, anna: User) -> CallbackQuery:
    await call("sendMessage", chat_id=chat.id, text="?", reply_markup=buttons(["Yes"]))
    return await anna.taps("Yes")


def article(**changes: object) -> Body:
    content = {"message_text": "<b>PD</b>", "parse_mode": "HTML"}
    return {
        "type": "article",
        "id": "1",
        "title": "PD",
        "input_message_content": content,
        **changes,
    }


async def test_a_tap_is_answered_with_a_notice(call: Caller, tap: CallbackQuery) -> None:
    text = "😀" * 100
    assert await call("answerCallbackQuery", callback_query_id=tap.id, text=text, show_alert=True)
    assert await tap.answer() == Notice(text, is_alert=True)


async def test_an_answer_has_at_most_200_units(call: Caller, tap: CallbackQuery) -> None:
    refused = await call.refusal("answerCallbackQuery", callback_query_id=tap.id, text="x" * 201)
    assert refused == "400 Bad Request: MESSAGE_TOO_LONG"


async def test_an_answer_may_lead_only_to_the_bot(call: Caller, tap: CallbackQuery) -> None:
    outside = {"callback_query_id": tap.id, "url": "https://example.org/"}
    assert await call.refusal("answerCallbackQuery", **outside) == "400 Bad Request: URL_INVALID"
    inside = {**outside, "url": "https://t.me/stub_bot?start=abc"}
    assert await call("answerCallbackQuery", **inside)


async def test_an_unknown_query_is_too_old(call: Caller) -> None:
    assert await call.refusal("answerCallbackQuery", callback_query_id="1") == _TOO_OLD
    assert await call.refusal("answerInlineQuery", inline_query_id="1", results=[]) == _TOO_OLD


async def test_a_query_grows_too_old(
    telegram: TelegramStub, call: Caller, tap: CallbackQuery
) -> None:
    telegram.passes(telegram.queries.lifetime - 10)
    assert await call("answerCallbackQuery", callback_query_id=tap.id)
    telegram.passes(20)
    assert await call.refusal("answerCallbackQuery", callback_query_id=tap.id) == _TOO_OLD


async def test_queries_can_be_made_too_old(
    telegram: TelegramStub, call: Caller, tap: CallbackQuery
) -> None:
    telegram.expire_queries()
    assert await call.refusal("answerCallbackQuery", callback_query_id=tap.id) == _TOO_OLD


async def test_a_tap_without_an_answer_is_told(tap: CallbackQuery) -> None:
    with pytest.raises(TimeoutError, match="waited 0 s for an answer to the tap with 'Yes'"):
        await tap.answer(within=0)


async def test_an_inline_query_brings_results_to_choose_from(call: Caller, anna: User) -> None:
    asking = asyncio.create_task(anna.asks_inline("code"))
    update = (await call("getUpdates", timeout=5))[0]
    query = update["inline_query"]
    assert (query["query"], query["from"]["id"], query["chat_type"]) == ("code", 1, "sender")
    assert await call(
        "answerInlineQuery",
        inline_query_id=query["id"],
        results=[article(), article(id="2", reply_markup=buttons(["Open"]))],
        button={"text": "New", "start_parameter": "new"},
    )
    answer = await asking
    assert [(one.id, one.title, one.content.text) for one in answer.results] == [
        ("1", "PD", "PD"),
        ("2", "PD", "PD"),
    ]
    assert answer.button == {"text": "New", "start_parameter": "new"}

    message = await anna.chooses(answer.results[1])
    assert message.via_bot == call.telegram.bot
    tap = await anna.taps("Open")
    update = (await call("getUpdates", offset=update["update_id"] + 1))[0]
    assert update["callback_query"]["inline_message_id"] == message.inline_message_id
    assert "message" not in update["callback_query"]
    assert await call("answerCallbackQuery", callback_query_id=tap.id)
    edit = {"inline_message_id": message.inline_message_id, "text": "SD"}
    assert await call("editMessageText", **edit) is True
    assert message.text == "SD"
    assert "message is not modified" in await call.refusal("editMessageText", **edit)


async def test_a_result_chosen_where_the_bot_is_comes_as_a_message(
    telegram: TelegramStub, call: Caller, anna: User
) -> None:
    group = telegram.group(-100, [anna])
    asking = asyncio.create_task(anna.asks_inline("code", group))
    update = (await call("getUpdates", timeout=5))[0]
    assert update["inline_query"]["chat_type"] == "group"
    query_id = update["inline_query"]["id"]
    await call("answerInlineQuery", inline_query_id=query_id, results=[article()])
    await anna.chooses((await asking).results[0], group)
    message = (await call("getUpdates", offset=update["update_id"] + 1))[0]["message"]
    assert (message["text"], message["via_bot"]["username"]) == ("PD", "stub_bot")


@pytest.mark.parametrize(
    ("results", "reason"),
    [
        ({}, "expected an Array of inline query results"),
        ("[", "can't parse JSON encoded inline query results"),
        ([article()] * 51, "too many inline query results specified"),
        ([article(), article()], "RESULT_ID_DUPLICATE"),
        ([article(id="x" * 65)], "RESULT_ID_INVALID"),
        ([article(id="")], "RESULT_ID_INVALID"),
        (["PD"], "can't parse inline query result: Inline query result must be an object"),
        ([article(id=1)], "can't parse inline query result: Can't find field \"id\""),
        ([article(title=None)], "can't parse inline query result: Can't find field \"title\""),
        ([article(title="")], "ARTICLE_TITLE_EMPTY"),
        ([article(type="gif")], "stub: inline results of type 'gif' are beyond this stub"),
        (
            [article(input_message_content={})],
            "can't parse inline query result: Can't find field \"message_text\"",
        ),
        ([article(input_message_content={"message_text": ""})], "message text is empty"),
        ([article(input_message_content={"message_text": "x" * 4097})], "MESSAGE_TOO_LONG"),
        ([article(reply_markup=buttons(["x" * 65]))], "BUTTON_DATA_INVALID"),
        ([article(reply_markup={"force_reply": True})], "inline keyboard expected"),
    ],
)
async def test_bad_results_are_refused(call: Caller, results: object, reason: str) -> None:
    refused = await call.refusal("answerInlineQuery", inline_query_id="1", results=results)
    assert refused == f"400 Bad Request: {reason}"


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        (
            [],
            "can't parse inline query results button: InlineQueryResultsButton must be an Object",
        ),
        ({}, "can't parse inline query results button: Can't find field \"text\""),
        (
            {"text": "New"},
            (
                "can't parse inline query results button: "
                "InlineQueryResultsButton must have exactly one optional field"
            ),
        ),
        ({"text": "New", "start_parameter": ""}, "can't use empty start_parameter"),
        (
            {"text": "New", "start_parameter": "x" * 65},
            "too long start_parameter specified",
        ),
        (
            {"text": "New", "start_parameter": "a b"},
            "unallowed characters in start_parameter are used",
        ),
    ],
)
async def test_a_bad_results_button_is_refused(call: Caller, button: object, reason: str) -> None:
    refused = await call.refusal(
        "answerInlineQuery", inline_query_id="1", results=[], button=button
    )
    assert refused == f"400 Bad Request: {reason}"
