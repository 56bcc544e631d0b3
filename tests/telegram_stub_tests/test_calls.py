from io import BytesIO
from typing import Any

import aiohttp
import pytest

from tests.telegram_stub import Chat, TelegramStub
from tests.telegram_stub.parameters import Upload
from tests.telegram_stub_tests.bots import Caller, buttons


async def test_a_wrong_token_is_unauthorized(telegram: TelegramStub, call: Caller) -> None:
    async with call.session.post(f"{telegram.base_url}/bot1:WRONG/getMe") as response:
        assert response.status == 401
        assert await response.json() == {
            "ok": False,
            "error_code": 401,
            "description": "Unauthorized",
        }


async def test_an_unknown_method_is_not_found(call: Caller) -> None:
    assert await call.refusal("getYou") == "404 Not Found: method not found"


async def test_any_other_path_is_not_found(telegram: TelegramStub, call: Caller) -> None:
    async with call.session.get(f"{telegram.base_url}/file/report.pdf") as response:
        assert (await response.json())["description"] == "Not Found"


async def test_a_method_is_known_in_any_case_and_by_get(call: Caller) -> None:
    async with call.session.get(call.url("GETME")) as response:
        assert (await response.json())["result"]["username"] == "stub_bot"
    assert [one.method for one in call.telegram.calls] == ["getMe"]


async def test_json_and_forms_and_query_strings_mean_the_same(call: Caller, chat: Chat) -> None:
    markup = '{"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}'
    form = {"chat_id": str(chat.id), "text": "1 + 1", "reply_markup": markup}
    url = call.url("sendMessage")
    async with call.session.post(url, data=form) as urlencoded:
        assert (await urlencoded.json())["ok"]
    async with call.session.post(
        url, data=aiohttp.FormData(form, default_to_multipart=True)
    ) as multipart:
        assert (await multipart.json())["ok"]
    async with call.session.get(url, params=form) as query_string:
        assert (await query_string.json())["ok"]
    await call("sendMessage", chat_id=chat.id, text="1 + 1", reply_markup=markup)

    sent = [one.parameters for one in call.telegram.calls]
    assert [one["chat_id"] for one in sent] == [chat.id] * 4
    assert [one["text"] for one in sent] == ["1 + 1"] * 4
    labels = [one["reply_markup"]["inline_keyboard"][0][0]["text"] for one in sent]
    assert labels == ["Yes"] * 4


@pytest.mark.parametrize("body", ["{", "[1]"])
async def test_a_body_that_is_no_json_object_is_refused(call: Caller, body: str) -> None:
    headers = {"Content-Type": "application/json"}
    async with call.session.post(call.url("getMe"), data=body, headers=headers) as response:
        assert (await response.json())["description"] == "Bad Request: can't parse JSON object"


async def test_unknown_parameters_are_ignored_but_noted(call: Caller, chat: Chat) -> None:
    await call("sendMessage", chat_id=chat.id, text="a", parse_mod="HTML")
    await call("sendMessage", chat_id=chat.id, text="a", reply_markup=buttons(["b"]))
    assert call.telegram.calls.unknown_parameters == {"sendMessage": frozenset({"parse_mod"})}


async def test_a_body_beyond_20_mib_is_refused(call: Caller) -> None:
    form = aiohttp.FormData()
    form.add_field("document", BytesIO(b"x" * (20 * 1024 * 1024 + 1)), filename="blob.pdf")
    async with call.session.post(call.url("sendDocument"), data=form) as response:
        assert response.status == 413
        assert (await response.json())["description"] == "Request Entity Too Large"


async def test_a_document_arrives_with_its_caption(call: Caller, chat: Chat) -> None:
    message = (await _send_document(call, chat, b"%PDF", "<b>Report</b>"))["result"]
    assert message["document"]["file_name"] == "blob.pdf"
    assert message["document"]["file_size"] == 4
    assert message["caption"] == "Report"
    upload = call.telegram.calls[-1].parameters["document"]
    assert upload == Upload("blob.pdf", "application/pdf", b"%PDF")
    assert call.telegram.calls.unknown_parameters == {}


async def test_a_document_may_be_attached_under_any_name(call: Caller, chat: Chat) -> None:
    form = aiohttp.FormData({"chat_id": str(chat.id), "document": "attach://one"})
    form.add_field("one", b"%PDF", filename="blob.pdf")
    async with call.session.post(call.url("sendDocument"), data=form) as response:
        assert (await response.json())["ok"]
    assert call.telegram.calls.unknown_parameters == {}


async def test_a_document_must_be_there_and_not_empty(call: Caller, chat: Chat) -> None:
    nothing = await call.refusal("sendDocument", chat_id=chat.id)
    assert nothing == "400 Bad Request: there is no document in the request"
    empty = await _send_document(call, chat, b"", "")
    assert empty["description"] == "Bad Request: file must be non-empty"


async def test_a_caption_has_at_most_1024_units(call: Caller, chat: Chat) -> None:
    fits = await _send_document(call, chat, b"%PDF", f"<b>{'x' * 1024}</b>")
    assert fits["ok"]
    over = await _send_document(call, chat, b"%PDF", "x" * 1025)
    assert over["description"] == "Bad Request: message caption is too long"


async def _send_document(call: Caller, chat: Chat, content: bytes, caption: str) -> dict[str, Any]:
    form = aiohttp.FormData({"chat_id": str(chat.id), "caption": caption, "parse_mode": "HTML"})
    form.add_field("document", content, filename="blob.pdf", content_type="application/pdf")
    async with call.session.post(call.url("sendDocument"), data=form) as response:
        body: dict[str, Any] = await response.json()
    return body
