"""Draws every screen of the consults: python -m tests.pictures --out DIR.

Says what a reader would stumble over: labels that are cut, and messages taller than a phone.
"""

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
from tests.pictures.playing import Still, play
from tests.pictures.scripts import SCRIPTS, STABLE

_MEASURE = Path(__file__).with_name("measure.js").read_text(encoding="utf-8")
_MISSING = (
    "Pictures need a browser and fonts: apt-get install chromium "
    "fonts-roboto fonts-inter fonts-noto-cjk fonts-noto-color-emoji"
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
        if readme is not None:
            for language in Language:
                _keep(readme / f"consult-{language}.png", await _pair(tab, language))
        for phone in PHONES.values():
            for language in Language:
                for script in SCRIPTS:
                    for still in play(script, wording(language)):
                        path = out / phone.name / language / still.name
                        await _draw_still(tab, still, phone, language, path)


async def _draw_still(tab: Tab, still: Still, phone: Phone, language: Language, path: Path) -> None:
    """Draw one screen, and what is wrong with it; once more in full where it is too tall."""
    drawn = page(still.shown, phone=phone, language=language)
    await tab.put(drawn, scale=2)
    _keep(path.with_suffix(".html"), drawn.encode())
    _keep(path.with_suffix(".png"), await tab.picture())
    measured = await tab.evaluate(_MEASURE)
    for finding in findings(measured):
        sys.stdout.write(f"{phone.name} {language} {still.name}: {finding}\n")
    if measured["message"] > measured["visible"]:
        await tab.put(page(still.shown, phone=phone, language=language, layout="whole"), scale=2)
        _keep(path.with_name(f"{path.name}-whole.png"), await tab.picture())


async def _pair(tab: Tab, language: Language) -> bytes:
    """Return a question and the report side by side, as the README shows them."""
    screens = [still.shown for still in play(STABLE, wording(language))]
    question = _first(screens, Page.QUESTION, _README_QUESTION)
    report = _first(screens, Page.REPORT)
    pair = page(question, report, phone=ANDROID, language=language, layout="pair")
    await tab.put(pair, scale=1.5)
    return await tab.picture()


def _first(screens: list[Shown], kind: Page, subject: str = "") -> Shown:
    return next(
        shown for shown in screens if shown.view.page is kind and shown.view.subject == subject
    )


def _keep(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


if __name__ == "__main__":
    main()
