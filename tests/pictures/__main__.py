"""Draws every screen of the consults: python -m tests.pictures --out DIR."""

import argparse
import asyncio
import shutil
import sys
from pathlib import Path

from bot.wording import wording
from conversations.conversation import Shown
from conversations.flow.views import Page
from conversations.wording import Language
from tests.pictures.chromium import Tab, chromium
from tests.pictures.findings import findings
from tests.pictures.pages import page
from tests.pictures.phones import ANDROID, PHONES, Phone
from tests.pictures.playing import play
from tests.pictures.scripts import SCRIPTS, STABLE

_MEASURE = Path(__file__).with_name("measure.js").read_text(encoding="utf-8")
_MISSING = (
    "Pictures need a browser: apt-get install chromium fonts-noto-cjk fonts-roboto fonts-inter"
)
_README_QUESTION = "appeared"


def main() -> None:
    arguments = argparse.ArgumentParser(prog="python -m tests.pictures")
    arguments.add_argument("--out", type=Path, required=True, help="where every screen goes")
    arguments.add_argument("--readme", type=Path, help="where the README's two pictures go")
    given = arguments.parse_args()
    program = shutil.which("chromium")
    if program is None:
        sys.exit(_MISSING)
    asyncio.run(_draw(program, given.out, given.readme))


async def _draw(program: str, out: Path, readme: Path | None) -> None:
    async with chromium(program) as tab:
        for phone in PHONES.values():
            for language in Language:
                folder = out / phone.name / language
                folder.mkdir(parents=True, exist_ok=True)
                await _draw_consults(tab, phone, language, folder)
        if readme is not None:
            for language in Language:
                await _draw_pair(tab, language, readme / f"consult-{language}.png")


async def _draw_consults(tab: Tab, phone: Phone, language: Language, folder: Path) -> None:
    for script in SCRIPTS:
        for still in play(script, wording(language)):
            drawn = page(still.shown, phone=phone, language=language)
            (folder / f"{still.name}.html").write_text(drawn, encoding="utf-8")
            await tab.put(drawn, scale=2)
            (folder / f"{still.name}.png").write_bytes(await tab.picture())
            measured = await tab.evaluate(_MEASURE)
            for finding in findings(measured):
                sys.stdout.write(f"{phone.name} {language} {still.name}: {finding}\n")
            if measured["message"] > measured["visible"]:
                whole = page(still.shown, phone=phone, language=language, layout="whole")
                await tab.put(whole, scale=2)
                (folder / f"{still.name}-whole.png").write_bytes(await tab.picture())


async def _draw_pair(tab: Tab, language: Language, path: Path) -> None:
    """Draw a question and the report side by side, as the README shows them."""
    screens = [still.shown for still in play(STABLE, wording(language))]
    pair = (
        _first(screens, Page.QUESTION, _README_QUESTION),
        _first(screens, Page.REPORT),
    )
    await tab.put(page(*pair, phone=ANDROID, language=language, layout="pair"), scale=1.5)
    path.write_bytes(await tab.picture())


def _first(screens: list[Shown], kind: Page, subject: str = "") -> Shown:
    return next(
        shown for shown in screens if shown.view.page is kind and shown.view.subject == subject
    )


if __name__ == "__main__":
    main()
