import pytest

from conversations.consult.case_code import CaseCodeError, encode
from conversations.flow.actions import NoScanYet, Open
from conversations.flow.button import (
    MOST_BYTES,
    OtherVersionError,
    address,
    button_data,
    read_button,
)
from conversations.flow.views import REPORT, View
from tests.conversations.flow.test_actions import EVERY_ACTION
from tests.conversations.showing import EVERY_VIEW, consult

FULL = consult("ecog", tace_sessions=50, target_response="SD", residual_viability_percent=99.9)


def test_a_button_carries_the_code_of_its_consult_and_its_action() -> None:
    assert button_data(FULL, NoScanYet()) == f"{encode(FULL)}.s"


@pytest.mark.parametrize("action", EVERY_ACTION, ids=repr)
def test_every_action_fits_a_button_and_comes_back_with_its_consult(action: object) -> None:
    data = button_data(FULL, action)  # type: ignore[arg-type] # a list of actions, read as objects
    assert len(data.encode()) <= MOST_BYTES == 64
    assert read_button(data) == (FULL, action)


@pytest.mark.parametrize("view", EVERY_VIEW, ids=str)
def test_the_address_of_a_screen_opens_it(view: View) -> None:
    assert read_button(address(FULL, view)) == (FULL, Open(view))


@pytest.mark.parametrize("rest", ["", ".", ".z:ecog", ".o:x", ".g:14:9"])
def test_a_button_of_another_version_still_gives_its_consult(rest: str) -> None:
    with pytest.raises(OtherVersionError) as found:
        read_button(encode(FULL) + rest)
    assert found.value.consult == FULL


@pytest.mark.parametrize("data", ["", ".r", "notice:1", "aAAAA.r"])
def test_a_button_without_a_readable_code_is_refused(data: str) -> None:
    with pytest.raises(CaseCodeError):
        read_button(data)


def test_the_report_of_a_consult_has_an_address_that_is_short_enough_to_share() -> None:
    assert address(FULL, REPORT) == f"{encode(FULL)}.o:r"
