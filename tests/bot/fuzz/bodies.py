"""An update of every kind that Telegram has, as it would be: what is then spoilt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from tests.bot.fuzz.texts import piece, text

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

Body: TypeAlias = dict[str, Any]

PEOPLE = range(1_000, 1_040)
GROUPS = (-100, -200, -1_003_000_000_000)
CASE = "aAAAAAAAAAAAAAAv0ZM"
_DATE = 1_767_225_600


def person(chance: Random) -> Body:
    """Draw somebody, with a name that nobody has."""
    body: Body = {"id": chance.choice(PEOPLE), "is_bot": False, "first_name": piece(chance)}
    if chance.random() < 0.5:
        body["language_code"] = chance.choice(("en", "zh-hans", "fr", "", piece(chance)))
    if chance.random() < 0.2:
        body |= {"last_name": piece(chance), "username": piece(chance)}
    return body


def chat(chance: Random, who: Body) -> Body:
    """Draw the person's chat with the bot, or now and then a group."""
    if chance.random() < 0.75:
        return {"id": who["id"], "type": "private", "first_name": who["first_name"]}
    number = chance.choice(GROUPS)
    kind = "supergroup" if number < -(10**12) else "group"
    return {"id": number, "type": kind, "title": piece(chance)}


def message(chance: Random) -> Body:
    """Draw a message, mostly of text."""
    who = person(chance)
    body: Body = {
        "message_id": chance.randint(1, 10**6),
        "from": who,
        "chat": chat(chance, who),
        "date": _DATE,
    }
    if chance.random() < 0.8:
        body["text"] = text(chance)
        if chance.random() < 0.3:
            place, length = chance.randint(-1, 50), chance.randint(-1, 5_000)
            body["entities"] = [{"type": "bot_command", "offset": place, "length": length}]
    else:
        body |= chance.choice(_ATTACHMENTS)(chance)
    if chance.random() < 0.15:
        body["reply_to_message"] = _replied_to(chance, body["chat"])
    return body


def _replied_to(chance: Random, where: Body) -> Body:
    data = chance.choice((f"{CASE}.r", f"{CASE}.o:q:0", piece(chance), ""))
    return {
        "message_id": chance.randint(1, 10**6),
        "from": {"id": 123456789, "is_bot": True, "first_name": "Stub", "username": "stub_bot"},
        "chat": where,
        "date": _DATE,
        "text": text(chance),
        "reply_markup": {"inline_keyboard": [[{"text": "‹ Back", "callback_data": data}]]},
    }


def _file(chance: Random) -> Body:
    return {"file_id": piece(chance), "file_unique_id": "u", "file_size": 1}


_ATTACHMENTS: tuple[Callable[[Random], Body], ...] = (
    lambda chance: {"photo": [_file(chance) | {"width": 1, "height": 1}], "caption": piece(chance)},
    lambda chance: {"document": _file(chance) | {"file_name": piece(chance)}},
    lambda chance: {"voice": _file(chance) | {"duration": 1}},
    lambda _: {"location": {"latitude": 35.7, "longitude": 139.7}},
    lambda chance: {"contact": {"phone_number": "+1", "first_name": piece(chance)}},
    lambda _: {"dice": {"emoji": "🎲", "value": 6}},
    lambda chance: {"poll": poll(chance)},
    lambda chance: {"new_chat_members": [person(chance)]},
    lambda chance: {"new_chat_title": piece(chance)},
    lambda _: {"migrate_to_chat_id": -1_003_000_000_001},
    lambda chance: {"pinned_message": _replied_to(chance, {"id": 1_000, "type": "private"})},
    lambda _: {"group_chat_created": True},
)


def callback_query(chance: Random) -> Body:
    """Draw a tap, under a message of the bot's or under one that cannot be seen any more."""
    who = person(chance)
    where = chat(chance, who)
    body: Body = {"id": str(chance.getrandbits(62)), "from": who, "chat_instance": "1"}
    draw = chance.random()
    if draw < 0.8:
        body["message"] = _replied_to(chance, where)
    elif draw < 0.9:
        body["message"] = {"message_id": 1, "chat": where, "date": 0}
    else:
        body["inline_message_id"] = piece(chance)
    body["data"] = piece(chance)
    return body


def inline_query(chance: Random) -> Body:
    """Draw what somebody writes behind the bot's name."""
    query = chance.choice((CASE, text(chance)[:256]))
    return {"id": "1", "from": person(chance), "query": query, "offset": "", "chat_type": "sender"}


def poll(chance: Random) -> Body:
    """Draw a poll."""
    return {
        "id": "1",
        "question": piece(chance),
        "options": [{"text": piece(chance), "voter_count": 0, "persistent_id": "1"}],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": False,
        "members_only": False,
    }


def _membership(chance: Random) -> Body:
    who = person(chance)
    bot = {"id": 123456789, "is_bot": True, "first_name": "Stub"}
    return {
        "chat": chat(chance, who),
        "from": who,
        "date": _DATE,
        "old_chat_member": {"user": bot, "status": "member"},
        "new_chat_member": {"user": bot, "status": "kicked", "until_date": 0},
    }


def _boost(chance: Random) -> Body:
    source = {"source": "premium", "user": person(chance)}
    return {"boost_id": "1", "add_date": _DATE, "expiration_date": _DATE, "source": source}


def in_a_channel(chance: Random) -> Body:
    """Write a message of a channel, where nobody is named."""
    channel = {"id": -1_003_000_000_002, "type": "channel", "title": "A channel"}
    return message(chance) | {"chat": channel}


BODIES: dict[str, Callable[[Random], Body]] = {
    "message": message,
    "edited_message": message,
    "channel_post": in_a_channel,
    "edited_channel_post": in_a_channel,
    "business_message": lambda chance: message(chance) | {"business_connection_id": "1"},
    "edited_business_message": lambda chance: message(chance) | {"business_connection_id": "1"},
    "guest_message": message,
    "deleted_business_messages": lambda chance: {
        "business_connection_id": "1",
        "chat": chat(chance, person(chance)),
        "message_ids": [1, 2],
    },
    "business_connection": lambda chance: {
        "id": "1",
        "user": person(chance),
        "user_chat_id": 1_000,
        "date": _DATE,
        "is_enabled": True,
    },
    "callback_query": callback_query,
    "inline_query": inline_query,
    "chosen_inline_result": lambda chance: {
        "result_id": piece(chance),
        "from": person(chance),
        "query": piece(chance),
    },
    "shipping_query": lambda chance: {
        "id": "1",
        "from": person(chance),
        "invoice_payload": piece(chance),
        "shipping_address": dict.fromkeys(
            ("country_code", "state", "city", "street_line1", "street_line2", "post_code"), "x"
        ),
    },
    "pre_checkout_query": lambda chance: {
        "id": "1",
        "from": person(chance),
        "currency": "EUR",
        "total_amount": 1,
        "invoice_payload": piece(chance),
    },
    "purchased_paid_media": lambda chance: {
        "from": person(chance),
        "paid_media_payload": piece(chance),
    },
    "poll": poll,
    "poll_answer": lambda chance: {
        "poll_id": "1",
        "user": person(chance),
        "option_ids": [0],
        "option_persistent_ids": ["1"],
    },
    "my_chat_member": _membership,
    "chat_member": _membership,
    "managed_bot": lambda chance: {"user": person(chance), "bot": person(chance)},
    "chat_join_request": lambda chance: {
        "chat": {"id": -100, "type": "group", "title": piece(chance)},
        "from": person(chance),
        "user_chat_id": 1_000,
        "date": _DATE,
    },
    "message_reaction": lambda chance: {
        "chat": chat(chance, person(chance)),
        "message_id": 1,
        "user": person(chance),
        "date": _DATE,
        "old_reaction": [],
        "new_reaction": [{"type": "emoji", "emoji": "👍"}],
    },
    "message_reaction_count": lambda chance: {
        "chat": chat(chance, person(chance)),
        "message_id": 1,
        "date": _DATE,
        "reactions": [{"type": {"type": "emoji", "emoji": "👍"}, "total_count": 1}],
    },
    "chat_boost": lambda chance: {"chat": chat(chance, person(chance)), "boost": _boost(chance)},
    "removed_chat_boost": lambda chance: {
        "chat": chat(chance, person(chance)),
        "boost_id": "1",
        "remove_date": _DATE,
        "source": {"source": "premium", "user": person(chance)},
    },
    "what_telegram_adds_next_year": lambda chance: {"id": 1, "from": person(chance)},
}
"""By the name of its kind: those that python-telegram-bot knows, and one that it does not."""
