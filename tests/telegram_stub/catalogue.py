"""The methods this stub knows and the parameters Telegram takes for each (Bot API 10.0)."""

import json
from collections.abc import Mapping
from typing import Any

from tests.telegram_stub.parameters import Parameters
from tests.telegram_stub.refusals import JsonObject

_SENDING = (
    "business_connection_id chat_id message_thread_id direct_messages_topic_id "
    "disable_notification protect_content allow_paid_broadcast message_effect_id "
    "suggested_post_parameters reply_parameters reply_markup"
)
_EDITED = "business_connection_id chat_id message_id inline_message_id reply_markup"

METHODS: Mapping[str, frozenset[str]] = {
    method: frozenset(names.split())
    for method, names in {
        "answerCallbackQuery": "callback_query_id text show_alert url cache_time",
        "answerInlineQuery": "inline_query_id results cache_time is_personal next_offset button",
        "close": "",
        "deleteMessage": "chat_id message_id",
        "deleteMyCommands": "scope language_code",
        "deleteWebhook": "drop_pending_updates",
        "editMessageReplyMarkup": _EDITED,
        "editMessageText": f"{_EDITED} text parse_mode entities link_preview_options",
        "getChat": "chat_id",
        "getChatMember": "chat_id user_id",
        "getChatMenuButton": "chat_id",
        "getMe": "",
        "getMyCommands": "scope language_code",
        "getMyDescription": "language_code",
        "getMyName": "language_code",
        "getMyShortDescription": "language_code",
        "getUpdates": "offset limit timeout allowed_updates",
        "getWebhookInfo": "",
        "leaveChat": "chat_id",
        "logOut": "",
        "sendChatAction": "business_connection_id chat_id message_thread_id action",
        "sendDocument": f"{_SENDING} document thumbnail caption parse_mode caption_entities "
        "disable_content_type_detection",
        "sendMessage": f"{_SENDING} text parse_mode entities link_preview_options",
        "setChatMenuButton": "chat_id menu_button",
        "setMyCommands": "commands scope language_code",
        "setMyDescription": "description language_code",
        "setMyName": "name language_code",
        "setMyShortDescription": "short_description language_code",
        "setWebhook": "url certificate ip_address max_connections allowed_updates "
        "drop_pending_updates secret_token",
    }.items()
}

# Telegram does not mind the case of a method's name.
CANONICAL: Mapping[str, str] = {method.lower(): method for method in METHODS}

_TEXTS = frozenset(
    {
        "action",
        "callback_query_id",
        "caption",
        "description",
        "inline_message_id",
        "inline_query_id",
        "ip_address",
        "language_code",
        "name",
        "next_offset",
        "parse_mode",
        "secret_token",
        "short_description",
        "text",
        "url",
    }
)


def unknown_parameters(method: str, parameters: Parameters) -> frozenset[str]:
    """Name what Telegram would ignore: usually a misspelling in the bot."""
    files = {name for name in parameters.files if not _is_attachment(name, parameters)}
    return frozenset({*parameters.values, *files} - METHODS[method] - {"method"})


def readable(parameters: Parameters) -> JsonObject:
    """Return the parameters as values, the same whether they came as JSON or as a form."""
    values: JsonObject = {name: _value(name, one) for name, one in parameters.values.items()}
    return values | dict(parameters.files)


def _is_attachment(name: str, parameters: Parameters) -> bool:
    return any(f"attach://{name}" in value for value in parameters.values.values())


def _value(name: str, source: str) -> Any:  # noqa: ANN401 - numbers, flags, objects, texts
    if name in _TEXTS:
        return source
    try:
        return json.loads(source)
    except ValueError:
        return source
