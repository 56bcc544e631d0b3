# What the consult itself asks clinicians to type must never be taken for a person.

import pytest

from conversations.consult.case_code import encode
from conversations.privacy.identifiers import Identifier, find_identifier
from conversations.wording import Language
from tests.conversations.privacy.test_identifiers import IDENTIFIERS
from tests.conversations.samples import spread
from tests.conversations.showing import EVERY_VIEW, WORDS, buttons, consult, shown
from tests.conversations.typed.answer_tables import ACCEPTED
from tests.conversations.typed.test_group_answers import AGAINST, APPEARED
from tests.conversations.typed.test_labs import UNDERSTOOD
from tests.conversations.typed.wide import wide


def test_no_answer_that_can_be_typed_is_an_identifier() -> None:
    typed = [text for answers in ACCEPTED.values() for texts in answers.values() for text in texts]
    for text in [*typed, *APPEARED, *AGAINST, *UNDERSTOOD]:
        assert find_identifier(text) is None, text


@pytest.mark.parametrize("language", Language)
def test_no_label_of_a_button_is_an_identifier(language: Language) -> None:
    for view in EVERY_VIEW:
        for button in buttons(shown(consult(tace_sessions=2), view, language).screen):
            assert find_identifier(button.label) is None, button.label


@pytest.mark.parametrize("language", Language)
def test_no_example_of_the_help_and_no_form_of_an_answer_is_an_identifier(
    language: Language,
) -> None:
    for key, message in WORDS[language].messages.items():
        if key.startswith(("help.", "labs.", "sums.", "copy.")) or key.endswith(".typed"):
            for line in str(message).splitlines():
                assert find_identifier(line) is None, key


def test_no_case_code_is_an_identifier() -> None:
    for of in spread(500):
        assert find_identifier(encode(of)) is None


@pytest.mark.parametrize("text", IDENTIFIERS)
def test_an_identifier_is_recognised_within_a_line_of_findings(text: str) -> None:
    assert find_identifier(f"TACE x3, SD, {text}") is not None


def test_wide_blanks_and_digits_hide_nothing() -> None:
    assert find_identifier(wide("MRN\u3000123456")) is Identifier.RECORD_NUMBER
    assert find_identifier(wide("138\u00a01234\u00a05678")) is Identifier.PHONE
