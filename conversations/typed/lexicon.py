"""The words that clinicians type for an answer, in both languages at once.

Written as `plain` leaves them: lower case, no spaces, no punctuation. A word stands for an
answer to the question on the screen, so "new" may mean one thing here and another there.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from unicodedata import category, normalize

from conversations.consult.format_a import Plain
from domain.facts.catalogue import FACTS
from domain.facts.fact import Choice

_SIGNS_KEPT = "+-<>≤≥?.%"
_RAISED = re.compile("[²³¹⁰⁴-⁹₀-₉]")
_BETWEEN_OTHERS = re.compile(r"(?<!\d) +| +(?!\d| )")


def plain(text: str) -> str:
    """Return text as the lexicon writes it: width, case, spaces and punctuation aside.

    What stood between two digits leaves a space: "2–3" is not 23, nor "45,5" 455.
    """
    written = normalize("NFKC", _RAISED.sub("?", text)).casefold()
    kept = "".join(
        character if character in _SIGNS_KEPT or category(character)[0] in "LN" else " "
        for character in written
    )
    return _BETWEEN_OTHERS.sub("", kept.strip()).rstrip(".")


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


NOT_KNOWN = _words("? unknown notknown dontknow nk na 不详 不知道 未知 不清楚 不明 未查 无法测量")
BACK = _words("back 返回 上一步 上一题 <")

NOT_KNOWN_OF: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "target_response": _words(
            "notmeasurable unmeasurable notevaluable ne 不可测量 不能测量 无法评估"
        ),
        "treatment_intent": _words(
            "neither bridge bridging conversion downstaging adjuvant neoadjuvant "
            "桥接 转化 降期 辅助 术后辅助 新辅助"
        ),
        "tumor_marker_trend": _words("toofew onevalue onlyone 次数不足 仅一次 只有一次"),
        "standardized_technique": _words("notseen 未见记录 外院"),
    }
)
"""What says of one fact that it is not known, or has none of its values."""

AREA = _words("area byarea ofarea ofthearea 面积 按面积")
DIAMETER = _words("diameter bydiameter ofdiameter ofthediameter 直径 按直径 径线 按径线")
MEASURES: Mapping[str, int] = MappingProxyType(
    {**dict.fromkeys(AREA, 0), **dict.fromkeys(DIAMETER, 1), **dict.fromkeys(BACK, 3)}
)
"""The row of buttons that a word stands for where area or diameter is asked."""

ALL = _words("all allofthem 全部 全部都在 都在")

_COUNTED = frozenset({"", "x", "times", "session", "sessions", "次", "枚", "个"})
UNITS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "tace_sessions": _COUNTED,
        "sessions_within_6_months": _COUNTED,
        "tumor_count": _COUNTED,
        "residual_viability_percent": frozenset({"", "%"}),
        "ecog": frozenset({"", "分", "级"}),
        "largest_tumor_cm": frozenset({"", "cm", "厘米"}),
    }
)
"""What may stand behind the number that answers a fact."""

_YES = "yes y true + 是 有 对 存在 阳性"
_NO = "no n false none neg negative - 否 无 没有 未见 不是 不 阴性"

_ABSENT = "absent none no neg negative - 无 没有 未见 阴性"
_PREEXISTING = (
    "before preexisting old already pre alreadybeforethefirsttace 已有 原有 首次tace前已有 术前已有"
)
_NEW = "new appeared since appearedsince 新出现 新发 之后新出现 术后新出现"

_WORDS: dict[str, dict[Plain, str]] = {
    "tace_sessions": {0: "zero nil 没做过"},
    "treatment_intent": {
        "palliative": "palliative palliation control 姑息 姑息性 控制",
        "curative": "curative cure eradicate radical 根治 根治性",
    },
    "target_response": {
        "CR": "cr completeresponse complete 完全缓解",
        "PR": "pr partialresponse partial 部分缓解",
        "SD": "sd stabledisease stable 稳定 疾病稳定",
        "PD": "pd progressivedisease progression progressive 进展 疾病进展",
    },
    "residual_viability_percent": {
        0.0: "none no nothing 无 没有",
        "up_to_50": "upto50 ≤50 <50 under50 below50 underhalf lessthanhalf "
        "不超过50 50以下 小于50 最多50 不到一半 一半以下",
        "over_50": "over50 >50 morethan50 above50 overhalf morethanhalf "
        "超过50 50以上 大于50 超过一半 一半以上",
    },
    "imaging_timing": {
        "before_1_month": "<4wk under4weeks <1mo <1month before1month "
        "不足4周 不足1个月 1个月内 <4周",
        "within_1_to_3_months": "4wk3mo 4wk-3mo 4weeksto3months 4wkto3mo 1-3mo 1-3months "
        "1to3months 4周-3个月 "
        "4周至3个月 1-3个月 1至3个月",
        "after_3_months": ">3mo over3months >3months after3months 超过3个月 3个月后 >3个月",
    },
    "new_intrahepatic_lesions": {
        "none": "none no absent neg - 无 没有 未见",
        "after_latest_session": "latest afterthelatestonly latestonly afterlatest once "
        "仅末次后 末次后 仅末次",
        "after_consecutive_sessions": "consecutive aftereach aftereachofthelasttwoormore each "
        "每次后都有 连续 连续两次 连续两次及以上每次后都有",
    },
    "vascular_invasion": {"absent": _ABSENT, "preexisting": _PREEXISTING, "new": _NEW},
    "extrahepatic_spread": {"absent": _ABSENT, "preexisting": _PREEXISTING, "new": _NEW},
    # "Not done" answers a question about what was done, never one about what was found.
    "technique_reassessed": {
        True: f"{_YES} both either 做过 都做过",
        False: f"{_NO} neither 未做 没做过 都没有",
    },
    "tumor_marker_trend": {
        "rising": "rising rises keepsrising increasing yes y 持续升高 进行性升高 是 对",
        "not_rising": "notrising falling stable fallingorstable neverraised normal down decreasing "
        "no n 下降 平稳 下降或平稳 一直不高 正常 降低 否 不是 没有",
    },
}

_NAMES: dict[str, str] = {
    "new_intrahepatic_lesions": "newlesions newlesion newhcc lesions lesion "
    "新发灶 新发病灶 新发 新灶",
    "vascular_invasion": "vascularinvasion invasion pvtt 血管侵犯 癌栓 门静脉癌栓",
    "extrahepatic_spread": "extrahepaticspread spread ehs mets metastasis metastases "
    "肝外转移 转移 肝外",
    "hepatic_artery_occluded": "hepaticarteryoccluded arteryoccluded arteryocclusion "
    "肝动脉闭塞 动脉闭塞",
    "severe_jaundice": "severejaundice 严重黄疸 重度黄疸",
    "hepatic_encephalopathy": "hepaticencephalopathy encephalopathy he 肝性脑病",
    "refractory_ascites": "refractoryascites 难治性腹水 顽固性腹水 难治性腹腔积液",
    "hepatorenal_syndrome": "hepatorenalsyndrome hepatorenal hrs 肝肾综合征",
    "diffuse_arteriovenous_fistula": "diffusefistula fistula avfistula avshunt "
    "弥漫性瘘 动静脉瘘 动门脉瘘",
}


def _table(words: Mapping[Plain, str]) -> Mapping[str, Plain]:
    return MappingProxyType(
        {word: answer for answer, listed in words.items() for word in listed.split()}
    )


_YES_OR_NO = _table({True: _YES, False: _NO})
_BY_FACT = {fact: _table(words) for fact, words in _WORDS.items()}
NAMES: Mapping[str, str] = MappingProxyType(
    {word: fact for fact, listed in _NAMES.items() for word in listed.split()}
)
"""What the facts of a screen with several questions are called."""


def words_for(fact: str) -> Mapping[str, Plain]:
    """Return the words that answer a fact, with the answers they stand for."""
    if fact in _BY_FACT:
        return _BY_FACT[fact]
    choice = FACTS[fact]
    return _YES_OR_NO if isinstance(choice, Choice) and choice.values == (False, True) else {}
