"""Metastasis outside the liver; a doubtful node or nodule is none yet.

"No extrahepatic spread" is taken to rest on imaging of the chest as well, unless the line
says otherwise. One organ that is clear says nothing of the others.
"""

from collections.abc import Iterator
from dataclasses import replace

from conversations.shorthand.claims import Claim
from conversations.shorthand.fragments import phrases
from conversations.shorthand.groups.occurrence import Sighting, occurrence_claims, sighting
from conversations.shorthand.kinds import Mark, Topic
from conversations.shorthand.lexing import term, words
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import Mention
from conversations.shorthand.understood import Reason
from domain.facts.catalogue import EXTRAHEPATIC_SPREAD

_METASTASES = r"(?:metastas[ei]s|metastatic\s+disease|mets?|deposits?)(?![a-z])"
_ORGAN = (
    r"(?<![a-z])(?:(?:bilateral|left|right|multiple)\s+)?(?:lungs?|pulmonary|bon(?:e|y|es)|osseous|"
    r"skeletal|adrenal|brain|cerebral|peritoneal|omental|nodal|node|lymph\s+nodes?|ln|lns|spinal|"
    r"[ctls][0-9]{1,2}|"
    r"spine|vertebral|rib|pleural|splenic)"
)
_ORGAN_ZH = (
    r"(?:双侧|双|左侧|右侧|左|右)?(?:肺|骨|肾上腺|"
    r"(?:(?:腹腔|肝门|腹膜后|纵隔|门腔间隙|胰周|心膈角|锁骨上)(?:区|部)?)?淋巴结|"
    r"腹膜|网膜|脑|胸膜|椎体|脊柱|肋骨|脾|(?:颈|胸|腰|骶)[0-9]{0,2}(?:椎体?)?)"
)

TERMS = (
    term(
        Topic.SPREAD,
        r"(?<![a-z])(?:ehs|ehm|ehd|extra-?\s?hepatic\s+(?:spread|disease|metastas[ei]s|mets?|"
        r"tumou?r))"
        r"(?![a-z])",
        rf"(?<![a-z])(?:distant\s+)?{_METASTASES}",
        r"(?<![a-z])(?:nodal|lymph\s+nodes?|regional(?:\s+nodal)?|nodes)\s*(?:or|and|/|"
        r"nor)\s*distant\s+(?:metastas[ei]s|mets?|disease|spread)(?![a-z])",
        r"(?<![a-z])extra-?hepatic(?:ally)?\s*:?\s*(?P<none>none|nil|neg(?:ative)?|absent|"
        r"clear)(?![a-z])",
        r"(?:淋巴结\s*(?:及|和|、|与)\s*)?(?:远处|远隔|肝外)\s*(?:均)?(?P<none>(?:未见|无|没有|"
        r"未发现)(?:明显|明确)?)转移(?:灶|瘤)?",
        r"(?<![a-z])(?P<none>n0\s*,?\s*m0)(?![a-z0-9])",
        r"肝外(?:转移(?:灶|瘤)?|播散|扩散|病灶)?(?!侧支|供血|动脉|胆管|(?:均)?(?:未见|无|没有|"
        r"未发现)(?:明显|明确)?转移)",
        r"(?:远处|远隔|其他脏器|肝外及远处|淋巴结(?:及|、|和|或)(?:肝外|远处|远隔))?转移(?:灶|瘤)?",
        rf"(?P<organ>{_ORGAN}(?:\s*(?:[+/&,]|and)\s*{_ORGAN}){{0,3}}[\s/-]+{_METASTASES})",
        rf"(?P<organ>(?<![a-z]){_METASTASES}\s+(?:to|in)\s+(?:the\s+)?{_ORGAN}(?![a-z]))",
        rf"(?P<organ>{_ORGAN_ZH}(?:多发|内|部|部位|及|、|{_ORGAN_ZH}){{0,4}}(?P<appeared>新发|"
        r"新出现|新见)?"
        r"(?:多发)?转移(?:灶|瘤)?)",
    ),
    words(Mark.FILLER, "肝外"),
    words(
        Mark.ASIDE,
        """
        liver mets | hepatic mets | liver metastases | hepatic metastases | liver metastasis
        intrahepatic metastases | intrahepatic metastasis | intrahepatic mets
        intrahepatic spread
        肝内转移 | 肝内转移灶
        """,
    ),
    term(
        Topic.SUSPECT_SITE,
        phrases(
            """
            lymph node | lymph nodes | node | nodes | ln | lns | lymphadenopathy | adenopathy
            hilar node | portal node | portal nodes | enlarged node | enlarged nodes | lung nodule
            lung nodules | pulmonary nodule | pulmonary nodules | bone lesion | bone lesions
            adrenal nodule | lung lesion | lung lesions | adrenal lesion
            """
        ),
        r"(?:肝门|腹腔|腹膜后|纵隔|门腔间隙)?淋巴结(?:肿大|增大)?",
        r"(?:双|左|右)?肺(?:内|部|上叶|下叶|中叶|野)?(?:新发|新见|出现|可?见|有|多发|微|小|"
        r"磨玻璃|散在){0,3}结节(?:影)?",
        r"(?:肾上腺|骨|椎体)(?:结节|病灶|占位)",
    ),
    words(
        Topic.CHEST,
        """
        chest ct | chest x ray | cxr | ct chest | chest | chest imaging | lungs | bone scan | ect
        chest ct scan
        胸部ct | 胸片 | 肺ct | 胸部 | 骨扫描 | 胸ct | 肺部ct
        """,
    ),
)

_WHOLE_BODY = frozenset({None})


def claims(line: Line) -> Iterator[Claim]:
    """Yield what the line says of extrahepatic spread."""
    sightings = [_seen(each, line) for each in line.of(Topic.SPREAD)]
    yield from occurrence_claims(EXTRAHEPATIC_SPREAD.name, sightings, _WHOLE_BODY)
    for mention in line.of(Topic.SUSPECT_SITE, Topic.CHEST):
        clear = mention.denied or mention.topic is Topic.CHEST
        held = Reason.ONE_PLACE_ONLY if clear else Reason.NOT_YET_SPREAD
        if mention.held() is Reason.DOUBTFUL:
            benign = mention.clause.has(Mark.BENIGN) and not mention.clause.has(Mark.DOUBT)
            held = (
                Reason.ONE_PLACE_ONLY if benign and not mention.queried else Reason.NOT_YET_SPREAD
            )
        yield Claim(EXTRAHEPATIC_SPREAD.name, *mention.span, held=held, quiet=clear)


def may_be_new(line: Line) -> bool:
    """Return whether spread may have appeared since TACE."""
    return any(not each.denied for each in line.of(Topic.SPREAD, Topic.SUSPECT_SITE))


def _seen(mention: Mention, line: Line) -> Sighting:
    """Return what a mention says; where the chest was not imaged, it denies too much."""
    seen = sighting(mention, mention.head.get("organ"))
    if not mention.denied or seen.held is not None:
        return seen
    clause = mention.clause
    if mention.beside(Mark.ORGAN):
        return replace(seen, place="organ")
    chest_planned = any(each.held() is Reason.PLANNED for each in line.of(Topic.CHEST))
    liver_only = clause.has(Mark.LIVER_ONLY, Topic.OTHER_SCAN) and not clause.has(
        Topic.CHEST, Mark.SCAN
    )
    if chest_planned or liver_only or line.has(Mark.NO_CHEST):
        return replace(seen, held=Reason.CHEST_NOT_IMAGED)
    with_a_scan = clause.follows is Mark.PLUS and line.clauses[mention.place - 1].has(Mark.SCAN)
    chest_only = clause.has(Topic.CHEST) and not clause.has(Mark.SCAN, Mark.LIVER_ONLY)
    if chest_only and not with_a_scan:
        return replace(seen, place="chest")
    return seen
