import re
from string import Formatter

import pytest

from conversations.wording import Language, Message
from domain.definitions import DEFINITION_NAMED
from domain.facts.catalogue import FACTS
from domain.rules.definition import Verdict
from tests.conversations.showing import EN, WORDS, ZH
from tests.conversations.wording.required import required_keys

LANGUAGES = pytest.mark.parametrize("language", Language)
FORMS = {Language.EN: 2, Language.ZH: 1}
EDGES_MEANT = re.compile(r"list\.|condition\.(?:and|or)$|copy\.separator$")


def texts(message: Message) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else message


def places(message: Message) -> set[str]:
    return {
        place
        for text in texts(message)
        for _, place, _, _ in Formatter().parse(text)
        if place is not None
    }


def test_both_languages_have_the_same_keys() -> None:
    assert EN.messages.keys() == ZH.messages.keys()


def test_both_languages_fill_in_the_same_places() -> None:
    different = {
        key: (places(message), places(ZH.messages[key]))
        for key, message in EN.messages.items()
        if places(message) != places(ZH.messages[key])
    }
    assert different == {}


def test_what_is_counted_in_one_language_is_counted_in_the_other() -> None:
    counted = {
        language: {key for key, message in words.messages.items() if not isinstance(message, str)}
        for language, words in WORDS.items()
    }
    assert counted[Language.EN] == counted[Language.ZH]


@LANGUAGES
def test_a_counted_message_has_the_forms_of_its_language(language: Language) -> None:
    for key, message in WORDS[language].messages.items():
        if not isinstance(message, str):
            assert len(message) == FORMS[language], key


@LANGUAGES
def test_no_message_is_empty_or_has_stray_blanks_at_its_ends(language: Language) -> None:
    for key, message in WORDS[language].messages.items():
        for text in texts(message):
            assert text.strip(), key
            assert text == text.strip() or EDGES_MEANT.match(key), key
            assert "  " not in text, key


@LANGUAGES
def test_wording_is_plain_text_without_the_marks_of_any_front_end(language: Language) -> None:
    for key, message in WORDS[language].messages.items():
        for text in texts(message):
            assert not re.search(r"</?[a-z]+>|\*\*|`|&[a-z]+;", text), key


@LANGUAGES
def test_every_key_that_the_rules_and_the_screens_can_ask_for_is_worded(language: Language) -> None:
    assert sorted(set(required_keys()) - WORDS[language].messages.keys()) == []


@LANGUAGES
def test_no_two_facts_share_a_name_and_no_two_answers_of_a_fact_a_label(language: Language) -> None:
    messages = WORDS[language].messages
    names = [messages[f"fact.{fact}.name"] for fact in FACTS]
    assert len(set(names)) == len(names)
    for fact in FACTS:
        for kind in ("value", "said"):
            worded = [text for key, text in messages.items() if key.startswith(f"{kind}.{fact}.")]
            assert len(set(worded)) == len(worded), fact


@LANGUAGES
def test_no_two_definitions_and_no_two_verdicts_read_alike(language: Language) -> None:
    words = WORDS[language]
    shorts = {words(f"definition.{name}.short") for name in DEFINITION_NAMED}
    verdicts = {words(f"verdict.{verdict}") for verdict in Verdict}
    assert len(shorts) == len(DEFINITION_NAMED)
    assert len(verdicts) == len(Verdict)


@LANGUAGES
def test_every_definition_says_that_it_is_told_as_the_article_summarises_it(
    language: Language,
) -> None:
    summarised = {Language.EN: "summarised by the source article", Language.ZH: "原文"}
    for name in DEFINITION_NAMED:
        assert summarised[language] in WORDS[language](f"definition.{name}.origin")


def test_chinese_sentences_have_chinese_punctuation() -> None:
    beside = re.compile(r"[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]")
    ascii_marks = {
        key
        for key, message in ZH.messages.items()
        if not key.startswith("copy.") and any(beside.search(text) for text in texts(message))
    }
    assert ascii_marks == set()


def test_english_has_no_chinese_but_in_names_of_chinese_things() -> None:
    chinese = {
        key
        for key, message in EN.messages.items()
        if any(re.search(r"[\u4e00-\u9fff]", text) for text in texts(message))
    }
    assert chinese == {
        "source.article",
        "source.guideline_2024",
        "language.choose",
        "ignored.in_june",  # the words it explains are Chinese
    }
