"""Runs the stub alone, to try the bot by hand: python -m tests.telegram_stub --port 8081."""

import argparse
import asyncio
import sys

from tests.telegram_stub.stub import TelegramStub
from tests.telegram_stub.users import User

_HELP = "a line is sent to the bot; 'tap LABEL' taps; 'screen' shows; 'quit' ends"


def main() -> None:
    arguments = argparse.ArgumentParser(prog="python -m tests.telegram_stub")
    arguments.add_argument("--port", type=int, default=8081)
    arguments.add_argument("--token", default="1:TEST")
    arguments.add_argument("--language", default="en")
    given = arguments.parse_args()
    asyncio.run(_run(given.token, given.port, given.language))


async def _run(token: str, port: int, language: str) -> None:
    async with TelegramStub(token, port=port) as telegram:
        user = telegram.user(id=1000, first_name="Anna", language_code=language)
        _say(f"{telegram.base_url} with token {telegram.token}")
        _say(_HELP)
        while line := await asyncio.to_thread(sys.stdin.readline):
            command = line.strip()
            if command == "quit":
                break
            if command:
                await _obey(command, telegram, user)


async def _obey(command: str, telegram: TelegramStub, user: User) -> None:
    try:
        if command.startswith("tap "):
            query = await user.taps(command.removeprefix("tap ").strip())
            notice = await query.answer()
            if notice.text:
                _say(f"({notice.text})")
        elif command != "screen":
            await user.sends(command)
        _say(str(await telegram.screen(user.private_chat())))
    except (LookupError, TimeoutError) as problem:
        _say(f"! {problem}")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
