"""The results a bot offers to an inline query: articles that turn into text messages."""

import re
from dataclasses import dataclass

from tests.telegram_stub.formatted_text import FormattedText
from tests.telegram_stub.keyboards import Keyboard, inline_only, markup_of
from tests.telegram_stub.refusals import JsonObject, RefusedError, bad_request, hidden_mistake
from tests.telegram_stub.texts import read_message_text

_MOST_RESULTS = 50
_MOST_ID_BYTES = 64
_START_PARAMETER = re.compile(r"[A-Za-z0-9_-]*")
_LONGEST_START_PARAMETER = 64


@dataclass(frozen=True)
class InlineResult:
    """One line of the list; choosing it posts `content` with `keyboard`."""

    id: str
    title: str
    description: str
    content: FormattedText
    keyboard: Keyboard | None


def read_results(body: object, *, lenient: bool = False) -> tuple[InlineResult, ...]:
    """Read the parameter `results`; raises RefusedError."""
    if body is None:
        return ()
    if not isinstance(body, list):
        raise bad_request("Expected an Array of inline query results")
    if len(body) > _MOST_RESULTS:
        raise bad_request("Too many inline query results specified")
    results = tuple(_result(one, lenient=lenient) for one in body)
    if len({one.id for one in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    return results


def read_results_button(body: object) -> JsonObject | None:
    """Read the button above the results; raises RefusedError."""
    if body is None:
        return None
    if not isinstance(body, dict):
        raise _unreadable_button("InlineQueryResultsButton must be an Object")
    if not isinstance(body.get("text"), str):
        raise _unreadable_button('Can\'t find field "text"')
    if "start_parameter" not in body and "web_app" not in body:
        raise _unreadable_button("InlineQueryResultsButton must have exactly one optional field")
    start = body.get("start_parameter")
    if start is not None:
        if not start:
            raise bad_request("Can't use empty start_parameter")
        if len(start) > _LONGEST_START_PARAMETER:
            raise bad_request("Too long start_parameter specified")
        if not _START_PARAMETER.fullmatch(start):
            raise bad_request("Unallowed characters in start_parameter are used")
    return body


def _result(body: object, *, lenient: bool) -> InlineResult:
    if not isinstance(body, dict):
        raise _unreadable("Inline query result must be an object")
    for name in ("type", "id"):
        if not isinstance(body.get(name), str):
            raise _unreadable(f'Can\'t find field "{name}"')
    if body["type"] != "article":
        raise hidden_mistake(f"inline results of type {body['type']!r} are beyond this stub")
    if not 1 <= len(body["id"].encode()) <= _MOST_ID_BYTES:
        raise bad_request("RESULT_ID_INVALID")
    if not isinstance(body.get("title"), str):
        raise _unreadable('Can\'t find field "title"')
    if not body["title"]:
        raise bad_request("ARTICLE_TITLE_EMPTY")
    message = body.get("input_message_content")
    if not isinstance(message, dict) or "message_text" not in message:
        raise _unreadable('Can\'t find field "message_text"')
    content = read_message_text(
        message["message_text"],
        message.get("parse_mode", ""),
        message.get("entities"),
        lenient=lenient,
        too_long="MESSAGE_TOO_LONG",
    )
    markup = body.get("reply_markup")
    keyboard = inline_only(markup_of(markup, lenient=lenient)) if markup is not None else None
    return InlineResult(body["id"], body["title"], body.get("description", ""), content, keyboard)


def _unreadable(reason: str) -> RefusedError:
    return bad_request(f"can't parse inline query result: {reason}")


def _unreadable_button(reason: str) -> RefusedError:
    return bad_request(f"can't parse inline query results button: {reason}")
