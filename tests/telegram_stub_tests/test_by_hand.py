import asyncio
import sys
from pathlib import Path

import aiohttp

ROOT = Path(__file__).parents[2]


async def test_the_stub_runs_alone_and_is_spoken_to_line_by_line() -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.telegram_stub", "--port", "0", "--token", "7:TEST"),
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        async with asyncio.timeout(20), aiohttp.ClientSession() as session:
            address = (await process.stdout.readline()).decode().split()[0]
            await process.stdout.readline()
            process.stdin.write(b"/start\n")
            base = f"{address}/bot7:TEST"
            async with session.get(f"{base}/getUpdates?timeout=20") as response:
                update = (await response.json())["result"][0]
            button = '{"inline_keyboard": [[{"text": "Go", "callback_data": "g"}]]}'
            sent = {"chat_id": "1000", "text": "hello", "reply_markup": button}
            await (await session.post(f"{base}/sendMessage", data=sent)).release()
            offset = {"offset": str(update["update_id"] + 1)}
            await (await session.post(f"{base}/getUpdates", data=offset)).release()
            assert await process.stdout.readline() == b"hello\n"
            assert await process.stdout.readline() == b"[Go]\n"
            process.stdin.write(b"tap Stop\nquit\n")
            assert b"no button 'Stop'" in await process.stdout.readline()
            assert await process.wait() == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
