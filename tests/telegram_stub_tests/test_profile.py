import pytest

from tests.telegram_stub import Chat, TelegramStub, User
from tests.telegram_stub_tests.bots import Body, Caller

_START = {"command": "start", "description": "Begin"}


async def test_commands_are_kept_by_scope_and_language(call: Caller) -> None:
    private = {"type": "all_private_chats"}
    assert await call("setMyCommands", commands=[{"command": "/new ", "description": " A case "}])
    assert await call("setMyCommands", commands=[_START], scope=private, language_code="zh")
    assert await call("getMyCommands") == [{"command": "new", "description": "A case"}]
    assert await call("getMyCommands", scope=private, language_code="zh") == [_START]
    assert await call("getMyCommands", scope=private) == []
    assert await call("deleteMyCommands")
    assert await call("getMyCommands") == []


async def test_commands_may_be_for_one_chat(call: Caller) -> None:
    one = {"type": "chat_member", "chat_id": 1, "user_id": 2}
    assert await call("setMyCommands", commands=[_START], scope=one)
    assert await call("getMyCommands", scope=one) == [_START]
    assert await call("getMyCommands", scope={**one, "user_id": 3}) == []


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        ({"command": "", "description": "x"}, "command must be non-empty"),
        ({"command": "x" * 33, "description": "x"}, "command length must not exceed 32"),
        ({"command": "New", "description": "x"}, "BOT_COMMAND_INVALID"),
        ({"command": "a-b", "description": "x"}, "BOT_COMMAND_INVALID"),
        ({"command": "肝", "description": "x"}, "BOT_COMMAND_INVALID"),
        ({"command": "new", "description": " "}, "command description must be non-empty"),
        (
            {"command": "new", "description": "x" * 257},
            "command description length must not exceed 256",
        ),
        ({"command": "new"}, "can't parse BotCommand: Can't find field \"description\""),
        ("new", "can't parse BotCommand: expected an Object"),
    ],
)
async def test_a_bad_command_is_refused(call: Caller, command: object, reason: str) -> None:
    refused = await call.refusal("setMyCommands", commands=[command])
    assert refused == f"400 Bad Request: {reason}"


async def test_there_are_at_most_100_commands(call: Caller) -> None:
    commands = [{"command": f"c{i}", "description": "肝" * 256} for i in range(101)]
    assert await call("setMyCommands", commands=commands[:100])
    refused = await call.refusal("setMyCommands", commands=commands)
    assert refused == "400 Bad Request: BOT_COMMANDS_TOO_MUCH"


@pytest.mark.parametrize(
    ("commands", "reason"),
    [({"a": 1}, "expected an Array of BotCommand"), ("[", "can't parse commands JSON object")],
)
async def test_commands_are_a_list(call: Caller, commands: object, reason: str) -> None:
    refused = await call.refusal("setMyCommands", commands=commands)
    assert refused == f"400 Bad Request: {reason}"


@pytest.mark.parametrize(
    ("scope", "reason"),
    [
        ([], "can't parse BotCommandScope: BotCommandScope must be an Object"),
        ({"type": "planet"}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"type": "chat"}, "can't parse BotCommandScope: Empty chat_id specified"),
    ],
)
async def test_a_bad_scope_is_refused(call: Caller, scope: object, reason: str) -> None:
    refused = await call.refusal("setMyCommands", commands=[_START], scope=scope)
    assert refused == f"400 Bad Request: {reason}"


@pytest.mark.parametrize("language", ["zh-hans", "EN", "e", "eng"])
async def test_a_language_is_two_small_letters(call: Caller, language: str) -> None:
    for method in ("setMyCommands", "setMyDescription", "getMyName"):
        refused = await call.refusal(method, language_code=language)
        assert refused == "400 Bad Request: invalid language code specified"


@pytest.mark.parametrize(
    ("suffix", "field", "longest"),
    [
        ("Name", "name", 64),
        ("Description", "description", 512),
        ("ShortDescription", "short_description", 120),
    ],
)
async def test_the_profile_has_texts_by_language(
    call: Caller, suffix: str, field: str, longest: int
) -> None:
    assert await call(f"setMy{suffix}", **{field: "肝" * longest, "language_code": "zh"})
    kept = await call(f"getMy{suffix}", language_code="zh")
    assert kept == {field: "肝" * longest}
    refused = await call.refusal(f"setMy{suffix}", **{field: "x" * (longest + 1)})
    assert refused == (
        f"400 Bad Request: stub: {field} is longer than {longest}, Telegram refuses it"
    )


async def test_the_menu_button_is_set_for_all_or_for_one(call: Caller, chat: Chat) -> None:
    assert await call("getChatMenuButton") == {"type": "commands"}
    assert await call("setChatMenuButton", chat_id=chat.id, menu_button={"type": "default"})
    assert await call("getChatMenuButton", chat_id=chat.id) == {"type": "default"}
    assert await call("getChatMenuButton") == {"type": "commands"}


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        (
            {"menu_button": {"type": "x"}},
            "can't parse menu button: MenuButton has unsupported type",
        ),
        ({"menu_button": {}}, "can't parse menu button: Can't find field \"type\""),
        ({"chat_id": -100}, "invalid chat_id specified"),
        ({"chat_id": 99}, "user not found"),
    ],
)
async def test_a_bad_menu_button_is_refused(call: Caller, parameters: Body, reason: str) -> None:
    refused = await call.refusal("setChatMenuButton", **parameters)
    assert refused == f"400 Bad Request: {reason}"


async def test_a_chat_and_its_members_can_be_looked_up(
    telegram: TelegramStub, call: Caller, anna: User
) -> None:
    group = telegram.group(-1_000_000_000_001, [anna], "Tumor board")
    chat = await call("getChat", chat_id=group.id)
    assert (chat["title"], chat["type"]) == ("Tumor board", "supergroup")
    member = await call("getChatMember", chat_id=group.id, user_id=anna.id)
    assert (member["status"], member["user"]["first_name"]) == ("member", "Anna")
    bot = await call("getChatMember", chat_id=group.id, user_id=telegram.bot.id)
    assert bot["status"] == "member"
    stranger = await call.refusal("getChatMember", chat_id=group.id, user_id=99)
    assert stranger == "400 Bad Request: member not found"
    nobody = await call.refusal("getChatMember", chat_id=group.id, user_id="x")
    assert nobody == "400 Bad Request: invalid user_id specified"


async def test_a_bot_leaves_groups_only(
    telegram: TelegramStub, call: Caller, chat: Chat, anna: User
) -> None:
    private = await call.refusal("leaveChat", chat_id=chat.id)
    assert private == "400 Bad Request: can't leave private chats"
    group = telegram.group(-1_000_000_000_001, [anna])
    assert await call("leaveChat", chat_id=group.id)
    left = (await call("getUpdates"))[-1]["my_chat_member"]
    assert left["new_chat_member"]["status"] == "left"
    outside = await call.refusal("getChat", chat_id=group.id)
    assert outside == "403 Forbidden: bot is not a member of the supergroup chat"
    await anna.removes_the_bot(group)
    kicked = await call.refusal("getChat", chat_id=group.id)
    assert kicked == "403 Forbidden: bot was kicked from the supergroup chat"


async def test_a_bot_that_logged_out_is_refused_from_then_on(call: Caller) -> None:
    assert await call("close")
    assert await call("logOut")
    assert await call.refusal("getMe") == "400 Logged out"
