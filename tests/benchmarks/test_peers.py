# The peers run in environments of their own, so that nothing here can import them.

from pathlib import Path

from conversations.flow.views import Page


def test_aiogram_dialog_has_a_state_for_each_kind_of_screen() -> None:
    source = Path(__file__).with_name("peers").joinpath("aiogram_dialog.py").read_text("utf-8")
    assert [page for page in Page if f"    {page.name.lower()} = State()" not in source] == []
