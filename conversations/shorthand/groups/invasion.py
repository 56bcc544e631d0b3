"""Macrovascular invasion on imaging: tumor in portal vein, hepatic vein or vena cava."""

from collections.abc import Iterator

from conversations.shorthand.claims import Claim
from conversations.shorthand.fragments import phrases
from conversations.shorthand.groups.occurrence import Sighting, occurrence_claims, sighting
from conversations.shorthand.kinds import Mark, Topic
from conversations.shorthand.lexing import term, words
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import Mention
from conversations.shorthand.understood import Reason
from domain.facts.catalogue import VASCULAR_INVASION

_THROMBUS = r"(?:thromb(?:us|i|osis)|tt|invasion|involvement)(?![a-z])"
_BRANCH = r"(?:主干|左支|右支|左右支|右前支|右后支|左|右|一级|二级|分支|矢状部|及|和|、|主|级){0,5}"
_TUMOR = r"\s*(?:癌栓|瘤栓|侵犯)(?:形成)?"
_PORTAL = (
    r"(?:(?<![a-z])(?:pvtt|mpvtt|(?:main\s+|right\s+|left\s+)?(?:portal(?:\s+vein)?|pv|rpv|lpv)\s+"
    rf"(?:tumou?r\s+thromb(?:us|i|osis)|tt|invasion)(?![a-z]))|门(?:静)?脉{_BRANCH}{_TUMOR})(?![a-z])"
)
_HEPATIC = (
    r"(?:(?<![a-z])(?:hvtt|(?:hepatic\s+vein|hv)\s+(?:tumou?r\s+thromb(?:us|i|osis)|tt|invasion))"
    rf"(?![a-z])|肝静脉{_BRANCH}{_TUMOR})"
)
_CAVAL = (
    r"(?:(?<![a-z])(?:ivctt|ivc\s+(?:tumou?r\s+thromb(?:us|i|osis)|tt|invasion|thrombus)|"
    rf"right\s+atrial\s+tumou?r\s+thrombus)(?![a-z])|(?:下腔静脉|右心?房){_TUMOR})"
)
_ANY = (
    "(?:"
    + phrases(
        """
        macrovascular invasion | macro-vascular invasion | vascular invasion | tumor thrombus
        venous invasion | tumour thrombus | tumor thrombi | tumor in vein | tumour in vein
        macrovascular involvement
        癌栓 | 瘤栓 | 血管侵犯 | 大血管侵犯 | 血管侵袭 | 大血管癌栓 | 静脉癌栓
        """
    )
    + "(?:形成)?)"
)
_GRADE = r"(?P<there>v[pv]\s*-?[1-4])(?![0-9a-z])"
_TYPE = r"\s*\(?(?:程氏)?(?P<there>(?:i{1,3}|iv)[ab]?\s*型)\)?"

TERMS = (
    term(
        Topic.INVASION,
        rf"(?P<portal>{_PORTAL})(?:\s*{_GRADE})?",
        rf"(?P<portal>{_PORTAL}){_TYPE}",
        rf"(?<![a-z])(?P<portal>(?P<there>vp\s*-?[1-4]))(?![0-9a-z])(?:\s*{_PORTAL})?",
        rf"(?P<hepatic>{_HEPATIC})(?:\s*{_GRADE})?",
        r"(?<![a-z])(?P<hepatic>(?P<there>vv\s*-?[1-3]))(?![0-9a-z])",
        rf"(?P<caval>{_CAVAL})",
        rf"{_ANY}{_TYPE}|{_ANY}",
        r"(?<![a-z])(?P<portal>(?P<none>vp\s*-?0))(?![0-9a-z])(?:\s*vv\s*-?0(?![0-9a-z]))?",
    ),
    term(
        Topic.NOT_INVASION,
        r"(?<![a-z])(?P<portal>(?:pvt|portal\s+vein\s+thromb(?:us|osis)|portal\s+thromb(?:us|osis)))(?![a-z])",
        r"(?P<portal>门(?:静)?脉(?:主干|左支|右支|分支)?血栓(?:形成)?)",
    ),
    term(
        Mark.VESSEL,
        rf"(?P<portal>门(?:静)?脉{_BRANCH}|(?<![a-z])(?:portal\s+veins?|pv)(?![a-z]))",
        rf"(?P<hepatic>肝(?:左|中|右)?静脉{_BRANCH}|(?<![a-z])hepatic\s+veins?(?![a-z]))",
        r"(?P<caval>下腔静脉|(?<![a-z])ivc(?![a-z]))",
    ),
    words(
        Topic.NOT_INVASION,
        """
        mvi | microvascular invasion | micro-vascular invasion | bland thrombus | bland thrombi
        bland pvt | bland portal vein thrombosis | bland portal vein thrombus
        bile duct tumor thrombus | bdtt | bile duct invasion | bile duct thrombus
        bile duct tumour thrombus | thrombus | clot
        微血管侵犯 | 微血管癌栓 | 脉管癌栓 | 胆管癌栓 | 胆管侵犯 | 血栓 | 血栓形成 | 病理mvi
        胆管瘤栓 | 微血管浸润
        """,
    ),
    term(
        Topic.NOT_INVASION,
        r"(?:(?<![a-z])(?:病理\s*)?mvi|微血管侵犯)[\s:-]*(?:\(?m[0-2][ab]?\)?|[0-2](?![0-9])|\([+-]\)|[+-](?:ve)?)",
    ),
)

_PLACES = ("portal", "hepatic", "caval")


def claims(line: Line) -> Iterator[Claim]:
    """Yield what the line says of vascular invasion."""
    sightings = [_seen(each) for each in line.of(Topic.INVASION)]
    for mention in line.of(Topic.NOT_INVASION):
        if mention.denied and "portal" in mention.head.values:
            # No thrombus at all is no tumor thrombus either.
            sightings.append(sighting(mention, "portal"))
        else:
            yield Claim(VASCULAR_INVASION.name, *mention.span, held=Reason.NOT_VASCULAR_INVASION)
    yield from occurrence_claims(VASCULAR_INVASION.name, sightings, frozenset({None, "portal"}))


def may_be_new(line: Line) -> bool:
    """Return whether invasion may have appeared since TACE."""
    return any(not each.denied for each in line.of(Topic.INVASION))


def _seen(mention: Mention) -> Sighting:
    vessels = (mention.head, *mention.clause.all(Mark.VESSEL))
    places = [place for place in _PLACES if any(place in each.values for each in vessels)]
    return sighting(mention, places[0] if places else None)
