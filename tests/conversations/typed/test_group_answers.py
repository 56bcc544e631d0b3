# On a screen with several questions a typed answer must name its fact.

import pytest

from conversations.flow.actions import Back, Give, SetAside
from conversations.typed.answer import read_answer
from conversations.typed.lexicon import NAMES
from domain.facts.catalogue import FACTS
from tests.conversations.showing import consult
from tests.conversations.typed.wide import wide

NEW, INVASION, SPREAD = "new_intrahepatic_lesions", "vascular_invasion", "extrahepatic_spread"

APPEARED = {
    "no new lesions": (NEW, "none"),
    "new lesions: none": (NEW, "none"),
    "new lesion, latest only": (NEW, "after_latest_session"),
    "new lesions consecutive": (NEW, "after_consecutive_sessions"),
    "新发灶 无": (NEW, "none"),
    "新发灶(-)": (NEW, "none"),
    "新发病灶:仅末次后": (NEW, "after_latest_session"),
    "新发灶 每次后都有": (NEW, "after_consecutive_sessions"),
    "PVTT neg": (INVASION, "absent"),
    "PVTT(-)": (INVASION, "absent"),
    "pvtt new": (INVASION, "new"),
    "PVTT preexisting": (INVASION, "preexisting"),
    "invasion: none": (INVASION, "absent"),
    "癌栓 无": (INVASION, "absent"),
    "门静脉癌栓(-)": (INVASION, "absent"),
    "癌栓新出现": (INVASION, "new"),
    "癌栓已有": (INVASION, "preexisting"),
    "无血管侵犯": (INVASION, "absent"),
    "no EHS": (SPREAD, "absent"),
    "EHS -": (SPREAD, "absent"),
    "EHS new": (SPREAD, "new"),
    "no metastasis": (SPREAD, "absent"),
    "mets before": (SPREAD, "preexisting"),
    "肝外(-)": (SPREAD, "absent"),
    "肝外转移 新出现": (SPREAD, "new"),
    "无转移": (SPREAD, "absent"),
    wide("EHS(-)"): (SPREAD, "absent"),
}
AGAINST = {
    "HRS no": ("hepatorenal_syndrome", False),
    "no HRS": ("hepatorenal_syndrome", False),
    "hepatorenal syndrome yes": ("hepatorenal_syndrome", True),
    "肝肾综合征 无": ("hepatorenal_syndrome", False),
    "severe jaundice yes": ("severe_jaundice", True),
    "no severe jaundice": ("severe_jaundice", False),
    "严重黄疸 有": ("severe_jaundice", True),
    "重度黄疸(+)": ("severe_jaundice", True),
    "HE no": ("hepatic_encephalopathy", False),
    "encephalopathy: yes": ("hepatic_encephalopathy", True),
    "肝性脑病 无": ("hepatic_encephalopathy", False),
    "refractory ascites +": ("refractory_ascites", True),
    "顽固性腹水 无": ("refractory_ascites", False),
    "artery occluded no": ("hepatic_artery_occluded", False),
    "肝动脉闭塞 是": ("hepatic_artery_occluded", True),
    "no fistula": ("diffuse_arteriovenous_fistula", False),
    "动静脉瘘 有": ("diffuse_arteriovenous_fistula", True),
}
UNNAMED = [
    "none", "no", "yes", "new", "-", "无", "有", "新出现", "3", "70%", "PD", "", "🙂", "asdf",
]  # fmt: skip


@pytest.mark.parametrize("text", APPEARED)
def test_what_appeared_is_recorded_for_the_fact_that_the_text_names(text: str) -> None:
    fact, answer = APPEARED[text]
    assert read_answer("appeared", text, consult(tace_sessions=3)) == Give(fact, answer)


@pytest.mark.parametrize("text", AGAINST)
def test_a_reason_against_tace_is_recorded_for_the_fact_that_the_text_names(text: str) -> None:
    fact, answer = AGAINST[text]
    action = read_answer("against", text, consult())
    assert isinstance(action, Give)
    assert action.fact == fact
    assert action.answer is answer


@pytest.mark.parametrize("question", ["appeared", "against"])
@pytest.mark.parametrize("text", UNNAMED)
def test_an_answer_that_names_no_fact_is_recorded_for_none(question: str, text: str) -> None:
    assert read_answer(question, text, consult(tace_sessions=3)) is None


@pytest.mark.parametrize(
    "text",
    [
        "jaundice",
        "jaundice yes",
        "bilirubin 280",
        "TBil 280 umol/L",
        "黄疸",
        "黄疸 有",
        "icterus +",
        "ascites",
        "tense ascites",
        "腹水 有",
        "大量腹水",
        "shunt",
        "AKI",
        "HRS maybe",
        "severe jaundice probably",
    ],
)
def test_less_than_the_reason_itself_is_never_recorded_as_the_reason(text: str) -> None:
    assert read_answer("against", text, consult()) is None


@pytest.mark.parametrize("name", NAMES)
def test_a_bare_name_says_nothing_of_its_fact(name: str) -> None:
    for question in ("appeared", "against", NAMES[name]):
        assert read_answer(question, name, consult()) is None


@pytest.mark.parametrize("name", NAMES)
def test_a_named_fact_can_be_set_aside_alone(name: str) -> None:
    fact = NAMES[name]
    question = "appeared" if fact in (NEW, INVASION, SPREAD) else "against"
    for text in (f"{name} not known", f"{name} ?", f"{name}不详"):
        assert read_answer(question, text, consult()) == SetAside(fact)


@pytest.mark.parametrize("question", ["appeared", "against"])
def test_not_known_alone_sets_all_that_is_open_aside(question: str) -> None:
    assert read_answer(question, "not known", consult()) == SetAside(question)
    assert read_answer(question, "返回", consult()) == Back(question)


def test_a_fact_of_the_other_screen_is_not_recorded_here() -> None:
    assert read_answer("appeared", "HRS no", consult()) is None
    assert read_answer("against", "PVTT neg", consult()) is None


def test_every_fact_of_a_bundle_has_a_name_in_both_languages() -> None:
    named = {fact: [name for name in NAMES if NAMES[name] == fact] for fact in NAMES.values()}
    assert named.keys() <= FACTS.keys()
    assert len(named) == 9
    for names in named.values():
        assert any(name.isascii() for name in names)
        assert any(not name.isascii() for name in names)
