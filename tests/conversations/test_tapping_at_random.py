# A consult tapped and typed at without sense or reason, in either language, always has a screen
# that can be sent, and whose buttons say all that is needed to go on from them.

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from conversations.consult.state import Consult
from conversations.conversation import Shown, show, tapped, typed
from conversations.flow.actions import Restart
from conversations.flow.advance import Turn
from conversations.flow.button import MOST_BYTES, address, button_data, read_button
from conversations.flow.views import NEXT, View
from conversations.typed.lexicon import plain
from conversations.wording import Language
from tests.conversations.showing import DATED, WORDS, buttons, consult
from tests.conversations.strategies import VIEWS, consults

pytestmark = pytest.mark.exhaustive

MOST_CHARACTERS = 4096

TYPED = [
    "3", "65", "65%", "60.5", "PD", "sd", "B7", "PS 1", "new", "not known", "back", "over 50",
    "PVTT(-)", "no EHS", "HRS no", "all", "rising", "palliative", "?", "bilirubin 30 umol/L",
    "60 20 30", "3次", "已有", "新出现", "不详", "返回", "超过50", "癌栓 无", "肝肾综合征 无",
    "全部", "白蛋白 36 g/L", "", "🙂", "x" * 5000, "aAAAAAAAAAAAAAAv0ZM", "{0}", "%s",
]  # fmt: skip


class TappedAtRandom(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.carried = address(consult(), NEXT)

    @initialize(of=consults(), view=VIEWS)
    def begin(self, of: Consult, view: View) -> None:
        self.carried = address(of, view)

    @rule(place=st.integers(0, 60), language=st.sampled_from(Language))
    def tap(self, place: int, language: Language) -> None:
        shown = self.shown(language)
        going_on = [each for each in buttons(shown.screen) if not isinstance(each.action, Restart)]
        button = going_on[place % len(going_on)]
        self.settle(tapped(*read_button(button_data(shown.consult, button.action))), language)

    @rule(text=st.sampled_from(TYPED), language=st.sampled_from(Language))
    def type(self, text: str, language: Language) -> None:
        self.settle(typed(self.shown(language), text), language)

    def shown(self, language: Language) -> Shown:
        return show(tapped(*read_button(self.carried)), WORDS[language], DATED)

    def settle(self, turn: Turn, language: Language) -> None:
        shown = show(turn, WORDS[language], DATED)
        assert len(shown.screen.text) <= MOST_CHARACTERS
        self.carried = address(shown.consult, shown.view)

    @invariant()
    def every_screen_can_be_sent_and_tapped(self) -> None:
        for language in Language:
            shown = self.shown(language)
            assert 0 < len(shown.screen.text) <= MOST_CHARACTERS
            labels = [plain(button.label) for button in buttons(shown.screen)]
            assert labels
            assert "" not in labels
            assert len(set(labels)) == len(labels)
            for button in buttons(shown.screen):
                data = button_data(shown.consult, button.action)
                assert len(data.encode()) <= MOST_BYTES
                assert read_button(data) == (shown.consult, button.action)


def test_a_consult_tapped_and_typed_at_random_stays_usable() -> None:
    run_state_machine_as_test(
        TappedAtRandom,
        settings=settings(max_examples=40, stateful_step_count=20, deadline=None, derandomize=True),
    )
