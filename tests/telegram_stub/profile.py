"""The methods about the bot itself: its name, its commands, its menu button."""

import re
from functools import partial
from typing import Any

from tests.telegram_stub.parameters import Handler, Parameters
from tests.telegram_stub.refusals import JsonObject, RefusedError, bad_request, hidden_mistake
from tests.telegram_stub.world import World

_COMMAND = re.compile(r"[a-z0-9_]+")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")
_LONGEST_COMMAND = 32
_LONGEST_COMMAND_DESCRIPTION = 256
_MOST_COMMANDS = 100
_LONGEST = {"name": 64, "description": 512, "short_description": 120}
_WIDE_SCOPES = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
_CHAT_SCOPES = {"chat", "chat_administrators", "chat_member"}


class Profile:
    def __init__(self, world: World) -> None:
        self._world = world
        self._texts: dict[tuple[str, str], str] = {("name", ""): world.bot.first_name}
        self._commands: dict[tuple[str, str], list[JsonObject]] = {}
        self._menu_buttons: dict[int, JsonObject] = {}

    def methods(self) -> dict[str, Handler]:
        return {
            "deleteMyCommands": self.delete_my_commands,
            "getChatMenuButton": self.get_chat_menu_button,
            "getMe": self.get_me,
            "getMyCommands": self.get_my_commands,
            "getMyDescription": partial(self.get_text, "description"),
            "getMyName": partial(self.get_text, "name"),
            "getMyShortDescription": partial(self.get_text, "short_description"),
            "setChatMenuButton": self.set_chat_menu_button,
            "setMyCommands": self.set_my_commands,
            "setMyDescription": partial(self.set_text, "description"),
            "setMyName": partial(self.set_text, "name"),
            "setMyShortDescription": partial(self.set_text, "short_description"),
        }

    async def get_me(self, _: Parameters) -> JsonObject:
        abilities = {
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": True,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
        return self._world.bot.to_json() | abilities

    async def set_text(self, what: str, parameters: Parameters) -> bool:
        """Keep a name, description or short description for a language; empty removes it."""
        language = _language(parameters)
        text = parameters.text(what)
        if len(text) > _LONGEST[what]:
            raise hidden_mistake(f"{what} is longer than {_LONGEST[what]}, Telegram refuses it")
        self._texts[what, language] = text
        return True

    async def get_text(self, what: str, parameters: Parameters) -> JsonObject:
        return {what: self._texts.get((what, _language(parameters)), "")}

    async def set_my_commands(self, parameters: Parameters) -> bool:
        commands = parameters.json("commands", "Can't parse commands JSON object") or []
        key = (_scope(parameters), _language(parameters))
        if not isinstance(commands, list):
            raise bad_request("Expected an Array of BotCommand")
        read = [_command(one) for one in commands]
        if len(read) > _MOST_COMMANDS:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        self._commands[key] = read
        return True

    async def get_my_commands(self, parameters: Parameters) -> list[JsonObject]:
        return self._commands.get((_scope(parameters), _language(parameters)), [])

    async def delete_my_commands(self, parameters: Parameters) -> bool:
        self._commands.pop((_scope(parameters), _language(parameters)), None)
        return True

    async def set_chat_menu_button(self, parameters: Parameters) -> bool:
        button = parameters.json("menu_button", "Can't parse menu button JSON object")
        button = {"type": "default"} if button is None else button
        if not isinstance(button, dict) or "type" not in button:
            raise bad_request("can't parse menu button: Can't find field \"type\"")
        if button["type"] not in {"default", "commands", "web_app"}:
            raise bad_request("can't parse menu button: MenuButton has unsupported type")
        self._menu_buttons[self._menu_chat(parameters)] = button
        return True

    async def get_chat_menu_button(self, parameters: Parameters) -> JsonObject:
        everybodys = self._menu_buttons.get(0, {"type": "commands"})
        return self._menu_buttons.get(self._menu_chat(parameters), everybodys)

    def _menu_chat(self, parameters: Parameters) -> int:
        if not parameters.text("chat_id"):
            return 0
        chat_id = parameters.integer("chat_id")
        if chat_id <= 0:
            raise bad_request("Invalid chat_id specified")
        if chat_id not in self._world.chats:
            raise bad_request("user not found")
        return chat_id


def _language(parameters: Parameters) -> str:
    language = parameters.text("language_code")
    if not _LANGUAGE.fullmatch(language):
        raise bad_request("Invalid language code specified")
    return language


def _scope(parameters: Parameters) -> str:
    """Return a text that tells one scope from another; raises RefusedError."""
    body = parameters.json("scope", "Can't parse BotCommandScope JSON object")
    if body is None:
        return "default"
    if not isinstance(body, dict):
        raise _unreadable_scope("BotCommandScope must be an Object")
    kind = body.get("type")
    if kind in _WIDE_SCOPES:
        return str(kind)
    if kind not in _CHAT_SCOPES:
        raise _unreadable_scope("Unsupported type specified")
    if not body.get("chat_id"):
        raise _unreadable_scope("Empty chat_id specified")
    return f"{kind} {body['chat_id']} {body.get('user_id', '')}"


def _command(body: Any) -> JsonObject:  # noqa: ANN401 - it is whatever the bot sent
    if not isinstance(body, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    for field in ("command", "description"):
        if not isinstance(body.get(field), str):
            raise bad_request(f"can't parse BotCommand: Can't find field \"{field}\"")
    name = body["command"].strip().removeprefix("/")
    description = body["description"].strip()
    if not name:
        raise bad_request("Command must be non-empty")
    if len(name) > _LONGEST_COMMAND:
        raise bad_request(f"Command length must not exceed {_LONGEST_COMMAND}")
    if not description:
        raise bad_request("Command description must be non-empty")
    if len(description) > _LONGEST_COMMAND_DESCRIPTION:
        raise bad_request(
            f"Command description length must not exceed {_LONGEST_COMMAND_DESCRIPTION}"
        )
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": name, "description": description}


def _unreadable_scope(reason: str) -> RefusedError:
    return bad_request(f"can't parse BotCommandScope: {reason}")
