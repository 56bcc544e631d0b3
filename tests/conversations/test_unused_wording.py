# Wording that nothing shows is a promise that nobody keeps. What the consult and the handbook use
# is recorded while both are rendered; what else `bot` uses is read from its source.

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

import bot
from bot.handbook.contents import handbook_pages
from conversations.conversation import show
from conversations.flow.advance import Turn
from conversations.flow.hearing import Heard
from conversations.flow.remarks import Remark, RemarkKind
from conversations.flow.views import NEXT, REPORT, Page, View
from conversations.shorthand.understood import Ignored, Note, NoteKind, Reason, Understood
from conversations.wording import Message, Wording
from domain.facts.admissibility import RULES
from domain.facts.catalogue import FACTS
from tests.conversations.samples import each_answer_alone, spread
from tests.conversations.showing import DATED, EN, EVERY_VIEW, consult

pytestmark = pytest.mark.exhaustive

NOT_SHOWN = {
    "cited.msd_child_pugh": "every source has both its forms, whichever a caveat cites",
    "cited.guideline_2024": "likewise",
    "cited.oken_1982": "likewise",
    "cited.park_2013": "likewise",
    "condition.below": "for a rule that asks for less than a bound",
}
"""Keys that nothing shows, each with the reason why it stays all the same."""

COMPLETE = consult(
    tace_sessions=2,
    target_response="CR",
    new_intrahepatic_lesions="none",
    vascular_invasion="absent",
    extrahepatic_spread="absent",
    tumor_marker_trend="not_rising",
    child_pugh_class="A",
    ecog=0,
    hepatic_artery_occluded=False,
    severe_jaundice=False,
    hepatic_encephalopathy=False,
    refractory_ascites=False,
    hepatorenal_syndrome=False,
    diffuse_arteriovenous_fistula=False,
)


FAILED_AFTER = {
    "tace_sessions": 3,
    "target_response": "PD",
    "progressed_from_baseline": True,
    "imaging_timing": "within_1_to_3_months",
    "new_intrahepatic_lesions": "none",
    "vascular_invasion": "absent",
    "extrahepatic_spread": "absent",
    "tumor_marker_trend": "not_rising",
}
"""What fails by every definition, if the technique was sound."""


class Recorded(Mapping[str, Message]):
    def __init__(self, messages: Mapping[str, Message]) -> None:
        self.messages = messages
        self.read: set[str] = set()

    def __getitem__(self, key: str) -> Message:
        message = self.messages[key]
        self.read.add(key)
        return message

    def __iter__(self) -> Iterator[str]:
        return iter(self.messages)

    def __len__(self) -> int:
        return len(self.messages)

    # A key is used once its text is read, not when somebody asks whether there is one.
    def __contains__(self, key: object) -> bool:
        return key in self.messages


def used_on_screens() -> set[str]:
    recorded = Recorded(EN.messages)
    words = Wording(EN.language, recorded, EN.plural_form)
    after_one_session = consult(tace_sessions=1, target_response="SD")
    technique = ("technique_reassessed", "standardized_technique")
    failed = [consult(**FAILED_AFTER, **dict.fromkeys(technique, sound)) for sound in (True, False)]
    for of in [consult(), after_one_session, COMPLETE, *failed, *spread(40)]:
        for view in EVERY_VIEW:
            show(Turn(of, view), words, DATED)
    for of in each_answer_alone():
        for view in (REPORT, View(Page.CHANGE), View(Page.FLIPS)):
            show(Turn(of, view), words, DATED)
    remarks = [Remark(kind, ("ecog", "tace_sessions"), "30 mg/dL") for kind in RemarkKind]
    remarks += [Remark(RemarkKind.NOT_UNDERSTOOD, (fact,)) for fact in FACTS]
    show(Turn(consult(), NEXT, tuple(remarks)), words, DATED)
    for heard in every_hearing():
        show(Turn(consult(), NEXT, heard=heard), words, DATED)
    handbook_pages(words)
    return recorded.read


def every_hearing() -> Iterator[Heard]:
    left_out = tuple(Ignored("a text", reason, rule=RULES[0].id) for reason in Reason)
    notes = tuple(Note("a text", kind, "ecog") for kind in NoteKind)
    yield Heard(Understood(MappingProxyType({"ecog": 1}), left_out, notes), ("ecog",), ())
    yield Heard(Understood(ignored=left_out), (), ("ecog",))


# Texts of a source file that can be keys; a place in an f-string stands for one part of a key.
def written_in(source: str) -> Iterator[re.Pattern[str]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):
            parts = [
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[a-zA-Z0-9_]+"
                for part in node.values
            ]
            if re.match(r"[a-z_]+\\\.", parts[0]):
                yield re.compile("".join(parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield re.compile(re.escape(node.value))


def test_every_message_can_be_shown_to_somebody() -> None:
    shown = used_on_screens()
    sources = [path for path in Path(bot.__path__[0]).rglob("*.py") if "handbook" not in path.parts]
    written = {
        pattern for path in sources for pattern in written_in(path.read_text(encoding="utf-8"))
    }
    unused = {
        key
        for key in EN.messages.keys() - shown
        if not any(pattern.fullmatch(key) for pattern in written)
    }
    assert unused - NOT_SHOWN.keys() == set()
    assert NOT_SHOWN.keys() & shown == set()
