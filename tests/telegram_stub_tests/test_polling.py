import asyncio

from tests.telegram_stub import Chat, TelegramStub, User
from tests.telegram_stub_tests.bots import Body, Caller, buttons

_OTHER = (
    "409 Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)


def texts(updates: list[Body]) -> list[str]:
    return [one["message"]["text"] for one in updates]


async def test_an_update_comes_until_it_is_confirmed(call: Caller, anna: User) -> None:
    await anna.sends("one")
    await anna.sends("two")
    updates = await call("getUpdates")
    assert texts(updates) == ["one", "two"]
    assert await call("getUpdates") == updates
    assert texts(await call("getUpdates", limit=1)) == ["one"]
    first, second = (one["update_id"] for one in updates)
    assert second == first + 1
    assert texts(await call("getUpdates", offset=second)) == ["two"]
    assert texts(await call("getUpdates", offset=first)) == ["two"]
    assert await call("getUpdates", offset=second + 1) == []


async def test_a_negative_offset_keeps_only_the_latest(call: Caller, anna: User) -> None:
    for text in ("one", "two", "three"):
        await anna.sends(text)
    assert texts(await call("getUpdates", offset=-2)) == ["two", "three"]
    assert texts(await call("getUpdates")) == ["two", "three"]


async def test_an_offset_far_beyond_all_there_are_says_nothing(
    telegram: TelegramStub, call: Caller, anna: User
) -> None:
    await anna.sends("one")
    [first] = await call("getUpdates")
    assert await call("getUpdates", offset=first["update_id"] + 1) == []
    telegram.updates.number_anew(5)
    await anna.sends("two")
    again = await call("getUpdates", offset=first["update_id"] + 1)
    assert [(one["update_id"], one["message"]["text"]) for one in again] == [(5, "two")]
    assert await call("getUpdates", offset=6) == []


async def test_a_long_poll_ends_with_the_first_update(
    telegram: TelegramStub, call: Caller, anna: User
) -> None:
    poll = asyncio.create_task(call("getUpdates", timeout=50))
    await telegram.calls.begun("getUpdates")
    await anna.sends("one")
    assert texts(await poll) == ["one"]


async def test_a_long_poll_ends_empty_when_its_time_is_over(call: Caller) -> None:
    assert await call("getUpdates", timeout=1) == []


async def test_only_one_bot_may_poll(telegram: TelegramStub, call: Caller, anna: User) -> None:
    first = asyncio.create_task(call.refusal("getUpdates", timeout=50))
    await telegram.calls.begun("getUpdates")
    second = asyncio.create_task(call("getUpdates", timeout=50))
    assert await first == _OTHER
    await anna.sends("one")
    assert texts(await second) == ["one"]


async def test_a_webhook_and_polling_exclude_each_other(
    telegram: TelegramStub, call: Caller
) -> None:
    poll = asyncio.create_task(call.refusal("getUpdates", timeout=50))
    await telegram.calls.begun("getUpdates")
    await call("setWebhook", url="http://127.0.0.1:9/hook")
    assert await poll == "409 Conflict: terminated by setWebhook request"
    assert await call.refusal("getUpdates") == (
        "409 Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )
    await call("deleteWebhook")
    assert await call("getUpdates") == []


async def test_only_wanted_updates_come(call: Caller, chat: Chat, anna: User) -> None:
    await call("sendMessage", chat_id=chat.id, text="?", reply_markup=buttons(["Yes"]))
    assert await call("getUpdates", allowed_updates=["callback_query"]) == []
    await anna.sends("unheard")
    await anna.taps("Yes")
    updates = await call("getUpdates")
    assert [set(one) for one in updates] == [{"update_id", "callback_query"}]
    await call("getUpdates", allowed_updates=[])
    await anna.sends("heard")
    assert texts((await call("getUpdates"))[1:]) == ["heard"]


async def test_any_update_can_be_delivered_and_delivered_again(
    telegram: TelegramStub, call: Caller
) -> None:
    update_id = telegram.deliver({"poll": {"id": "1"}})
    assert await call("getUpdates") == [{"update_id": update_id, "poll": {"id": "1"}}]
    assert await call("getUpdates", offset=update_id + 1) == []
    telegram.redeliver(update_id)
    again = await call("getUpdates", offset=update_id + 1)
    assert [one["update_id"] for one in again] == [update_id]
    assert await call("getUpdates", offset=update_id + 1) == []
    assert telegram.deliver({"update_id": 900_000_000, "poll": {"id": "2"}}) == 900_000_000


async def test_even_a_malformed_update_can_be_delivered(
    telegram: TelegramStub, call: Caller
) -> None:
    broken: list[Body] = [{}, {"message": {}}, {"message": None}]
    for update in broken:
        telegram.deliver(update)
    came = await call("getUpdates")
    assert [len(one) for one in came] == [1, 2, 2]
    assert "(nothing)" in telegram.updates.described()


async def test_haste_costs_when_a_test_wants_it(
    telegram: TelegramStub, call: Caller, anna: User
) -> None:
    telegram.polling.haste_costs = True
    await anna.sends("one")
    await anna.sends("two")
    telegram.passes(3)
    assert texts(await call("getUpdates")) == ["one", "two"]
    assert texts(await call("getUpdates")) == ["one"]
    telegram.passes(1)
    assert texts(await call("getUpdates")) == ["one", "two"]
