"""What /about, /privacy and /verify tell."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot import verifying
from bot.telegram.pages import about_pages, privacy_page
from bot.verifying import verification_text
from bot.wording import wording
from conversations.wording import Language
from domain.definitions import DEFINITIONS
from domain.rules.source import Source
from domain.ruleset import RULESET, ruleset_hash
from domain.verification.check import Check
from tests.telegram_stub.texts import LONGEST_TEXT

LANGUAGES = pytest.mark.parametrize("language", Language)


@LANGUAGES
def test_about_has_every_definition_in_words_every_source_and_the_outlook(
    language: Language,
) -> None:
    words = wording(language)
    pages = list(about_pages(words))
    told = "\n".join(pages)
    for definition in DEFINITIONS:
        assert words(f"definition.{definition.id}.rule") in told
    for source in set(Source) - {Source.ARTICLE_OPINION, Source.ARTICLE_READING}:
        assert words(f"source.{source}") in told
    assert words("about.outlook") in told
    assert max(len(page) for page in pages) <= LONGEST_TEXT


@pytest.mark.parametrize(
    ("retention", "told"),
    [
        (timedelta(hours=24), "for 24 hours after its last answer"),
        (timedelta(hours=1), "for 60 minutes after"),
        (timedelta(minutes=90), "for 90 minutes after"),
        (timedelta(days=7), "for 7 days after"),
        (timedelta(minutes=1), "for 1 minute after"),
        (None, "is not stored"),
    ],
)
def test_privacy_says_for_how_long_a_consult_is_kept_here(
    retention: timedelta | None, told: str
) -> None:
    assert told in privacy_page(wording(Language.EN), retention)


@LANGUAGES
@pytest.mark.usefixtures("checked_afresh")
async def test_verify_names_version_hash_and_what_was_checked(
    language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    def two_kinds() -> Iterator[Check]:
        yield Check("complete_verdicts", 7, (), "cci_2022")
        yield Check("complete_verdicts", 5, (), "epoihcc_2013")
        yield Check("stages", 3, ())

    monkeypatch.setattr(verifying, "every_check", two_kinds)
    words = wording(language)
    head, outcome, *taken = (await verification_text(words)).splitlines()
    assert RULESET in head
    assert ruleset_hash() in head
    assert outcome == words("verify.passed")
    assert taken == [
        f"· {words('verify.check.complete_verdicts', cases=12)}",
        f"· {words('verify.check.stages', cases=3)}",
    ]


@pytest.mark.usefixtures("checked_afresh")
async def test_a_check_that_fails_is_named_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def one_fails() -> Iterator[Check]:
        yield Check("complete_verdicts", 7, (), "cci_2022")
        yield Check("stages", 3, ("ecog 3",))

    monkeypatch.setattr(verifying, "every_check", one_fails)
    words = wording(Language.EN)
    told = await verification_text(words)
    assert words("verify.failed") in told
    assert words("verify.check.stages", cases=3) in told
    assert words("verify.check.complete_verdicts", cases=7) not in told
