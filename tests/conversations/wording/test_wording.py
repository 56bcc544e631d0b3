import pytest

from conversations.wording import Language, Wording

WORDING = Wording(
    Language.EN,
    {
        "plain": "as {it} stands",
        "counted": ("{count} reason", "{count} reasons"),
        "uncounted": "{count} in all",
    },
    lambda count: 0 if count == 1 else 1,
)


def test_places_are_filled_in_and_left_alone_where_nothing_is_given() -> None:
    assert WORDING("plain", it="it") == "as it stands"
    assert WORDING("plain") == "as {it} stands"


@pytest.mark.parametrize(
    ("count", "text"), [(1, "1 reason"), (0, "0 reasons"), (1.5, "1.5 reasons")]
)
def test_a_count_governs_the_form_that_is_used(count: float, text: str) -> None:
    assert WORDING.count("counted", count) == text


def test_a_message_without_forms_can_be_counted_and_one_with_forms_read() -> None:
    assert WORDING.count("uncounted", 3) == "3 in all"
    assert WORDING("counted", count=1) == "1 reason"


def test_a_key_that_the_catalogues_lack_is_an_error_and_not_an_empty_text() -> None:
    assert "plain" in WORDING
    assert "missing" not in WORDING
    with pytest.raises(KeyError, match="missing"):
        WORDING("missing")
    with pytest.raises(KeyError, match="missing"):
        WORDING.count("missing", 1)


def test_a_text_whose_place_is_not_filled_in_is_an_error() -> None:
    with pytest.raises(KeyError, match="it"):
        WORDING("plain", other="x")
