"""The words for the six other reasons against TACE, with their degrees."""

from conversations.shorthand.kinds import Topic
from conversations.shorthand.lexing import term

_GRADE = (
    r"(?:\s*\(?(?:(?:west\s+haven|wh|grade|gr|g|stage)\s*[:-]?\s*)?(?:(?P<none>0(?!\s*(?:-|~|/|至|"
    r"到)\s*[1-4]))|(?P<there>[1-4]|"
    r"i{1,3}|iv))"
    r"(?:\s*(?:-|~|/|至)\s*(?:[1-4]|i{1,3}|iv))?\s*(?:期|级|度)?(?![a-z0-9.])\)?)?"
)
_PRONOUN = r"(?!\s+(?:has|is|was|had|will|can|did|does|underwent|received|got|also|then)(?![a-z]))"
_JAUNDICE = r"(?:jaundiced?|icter(?:us|ic))(?![a-z])"
_ASCITES = r"(?:(?<![a-z])(?:ascites|asc)(?![a-z])|腹水|腹腔积液)"
_SHUNT = (
    r"(?:(?:(?:intrahepatic|hepatic)\s+)?(?:a-?p|a-?v|arterio-?\s?portal|arterio-?\s?venous|"
    r"arterio-?\s?hepatic(?:\s+(?:vein|venous))?|"
    r"arterio-?\s?systemic)\s+(?:shunt(?:s|ing)?|fistulae?|fistulas)(?![a-z])|"
    r"(?:ap|av)(?:shunt|sh|f)s?(?![a-z])|(?:arterioportal|arteriovenous)\s+communications?(?![a-z]"
    r")|"
    r"(?:肝)?动脉?[-/]?(?:肝)?(?:门静脉|门脉|静脉|肝静脉)(?:瘘|分流))"
)
_ARTERY = r"(?:(?:(?:proper|common)\s+)?hepatic\s+arter(?:y|ies)|ha|cha|pha)"
_ARTERY_ZH = r"肝(?:总|固有)?动脉(?:主干)?"
_OCCLUDED = r"(?:occluded|occlusion|thrombosed|thrombosis|obliterated|blocked)"
_CANNOT = (
    r"(?:cannot|can't|can\s+not|could\s+not|couldn't|not\s+able\s+to|unable\s+to|failed\s+to|"
    r"impossible\s+to)"
)
_CATHETERISE = r"(?:catheteri[sz]e|cannulate|access|reach|enter|engage|get\s+(?:to|into))"
_CATHETERISED = r"(?:catheteri[sz]ed|cannulated|accessed|reached|entered|engaged)"
_REACHED = r"(?:\s+(?:the\s+)?(?:tumou?r|lesion|it))?"

TERMS = (
    term(
        Topic.JAUNDICE,
        rf"(?<![a-z])(?P<full>severe(?:ly)?)\s+(?:obstructive\s+)?{_JAUNDICE}|(?P<full_zh>重度|"
        r"严重)(?:梗阻性)?黄疸",
        rf"(?<![a-z])(?P<less>mild|slight)(?:ly)?\s+{_JAUNDICE}|(?P<less_zh>轻度|轻微)黄疸",
        rf"(?<![a-z])(?P<full>{_JAUNDICE}\s*[:(]?\s*severe)(?![a-z])",
        rf"(?<![a-z])(?P<less_after>{_JAUNDICE}\s*[:(]?\s*(?:mild|slight|minimal))(?![a-z])",
        r"(?<![a-z])(?:(?P<other>moderate|deep|deeply|marked|obstructive|visible|"
        rf"overt)\s+)?{_JAUNDICE}",
        r"(?P<other>中度|明显|梗阻性)?黄疸",
        r"(?P<full>黄疸\s*\(?(?:重度|严重)\)?)",
    ),
    term(
        Topic.ENCEPHALOPATHY,
        rf"(?<![a-z])overt\s+(?:he|hepatic\s+encephalopathy)(?![a-z]){_GRADE}",
        r"(?:(?<![a-z])(?P<other>minimal|covert|subclinical)\s+(?:he|"
        r"hepatic\s+encephalopathy)(?![a-z])|"
        r"(?P<other_zh>轻微型?|隐匿性)肝性脑病)",
        r"(?<![a-z])(?:(?:hepatic\s+|portosystemic\s+)?encephalopath(?:y|ic)|"
        r"(?:hep(?:atic)?\s+)?enceph)(?![a-z])"
        rf"{_GRADE}|"
        # Beside a figure it counts the points of Child-Pugh.
        r"(?<![a-z])enc(?![a-z])|"
        rf"肝性脑病",
        rf"肝性脑病{_GRADE}",
    ),
    term(
        Topic.ENCEPHALOPATHY,
        rf"(?<![a-z&])he(?![a-z]){_PRONOUN}{_GRADE}",
        typed=r"HE(?:\W.*|[0-4]|)",
    ),
    term(
        Topic.ENCEPHALOPATHY,
        r"(?<![a-z])(?:(?:west\s+haven|wh)\s*)?(?:grade|gr|g)?\.?\s*(?P<there>[1-4]|i{1,3}|"
        r"iv)\s+(?:he|hepatic\s+encephalopathy)(?![a-z])",
        typed=r"(?i:(?:[a-z]+\.?\s*){0,3}\S+\s+)(?:HE|(?i:hepatic\s+encephalopathy))",
    ),
    term(
        Topic.ASCITES,
        r"(?<![a-z])(?P<full>(?P<stated>ascites)\s*,?\s*(?:(?:is|now|which\s+is|that\s+is|"
        r"remains)\s+)?(?:diuretic[\s-]*)?(?:refractory|resistant|intractable)"
        r"(?:\s+to\s+(?:diuretics|medical\s+therapy|treatment|therapy))?)(?![a-z])",
        r"(?<![a-z])(?P<full>(?:diuretic[\s-]*)?(?:refractory|resistant|intractable)|"
        rf"recalcitrant)\s+{_ASCITES}",
        rf"(?P<full>(?:[1-3]\s*级)?难治性?|顽固性?|利尿剂抵抗性?)\s*{_ASCITES}|"
        rf"(?P<full_after>{_ASCITES}\s*\(?(?:难治性?|顽固性?)\)?)",
        r"(?<![a-z])(?P<less>diuretic[\s-]*(?:responsive|sensitive|controlled)|"
        rf"non-?\s?refractory)\s+{_ASCITES}|"
        rf"(?P<less_zh>非难治性?|非顽固性?){_ASCITES}",
        r"(?:(?<![a-z])(?P<other>tense|large(?:[\s-]volume)?|massive|moderate|mild|small|trace|"
        r"minimal|gross|"
        rf"perihepatic|controlled|some|large\s+amount\s+of|small\s+amount\s+of)\s+)?{_ASCITES}",
        rf"(?P<other>{_ASCITES}\s*\(?(?:grade|gr|gd)\.?\s*[1-3]\)?)",
        rf"(?P<other>[1-3]\s*(?:级|度)|(?<![a-z])(?:grade|gr|gd)\s*[1-3]\s+)\s*{_ASCITES}",
        rf"(?P<other>张力性|大量|中等量|中量|少量|微量|少许|轻度|重度|中度)\s*{_ASCITES}",
        rf"(?P<other>{_ASCITES}\s*\(?(?:大量|中等量|中量|少量|微量|少许|张力性|可控|易控制)\)?)",
        # How it is drained says no more than that it is there.
        r"(?<![a-z])(?P<drained>paracentes[ie]s|lvp|large[\s-]volume\s+paracentes[ie]s|"
        r"ascitic\s+drain(?:age)?)(?![a-z])"
        r"(?:\s*(?:q\s?[0-9]?\s?[dwm]|weekly|fortnightly|monthly|every\s+[0-9]\s*(?:weeks?|days?)|"
        r"x\s?[0-9]))?|"
        r"(?P<drained_zh>(?:反复|间断|定期)?(?:腹腔)?(?:腹穿|放腹水|穿刺放液|穿刺引流|腹腔穿刺))",
    ),
    term(
        Topic.HEPATORENAL,
        r"(?<![a-z])(?:hrs[\s-]?(?:aki|nk|naki|nonaki|ckd)|"
        r"hepato-?\s?renal(?:\s+syndrome)?)(?![a-z])(?:\s*type\s*[12])?",
        r"肝肾综合征(?:\s*[(]?\s*(?:[12]|i{1,2})\s*型\s*[)]?)?",
    ),
    term(
        Topic.HEPATORENAL,
        r"(?<![a-z0-9])(?<![0-9]\s)hrs(?![a-z])(?:\s*type\s*[12])?",
        typed=r"HRS(?:\W.*|)",
    ),
    term(
        Topic.SHUNT,
        r"(?<![a-z])(?:(?:severe|marked|extensive|massive|major|"
        rf"significant)\s+)?(?:(?P<full>diffuse|diffusely)\s+)?{_SHUNT}",
        r"(?<![a-z])(?P<less>focal|locali[sz]ed|local|small|tiny|minor|peripheral|"
        rf"single)\s+{_SHUNT}",
        r"(?<![a-z])shunt(?:s|ing)?(?![a-z])|(?:动静脉)?(?:瘘|分流)(?![管术])",
        rf"(?:重度|明显|严重|显著)?(?P<full>弥漫(?:性|型)?)(?:重度|明显|严重)?{_SHUNT}|"
        rf"(?P<less>局限性?|局灶性?|局部|小){_SHUNT}",
        rf"(?P<full>{_SHUNT}\s*\(?弥漫性?\)?)",
    ),
    term(
        Topic.ARTERY,
        rf"(?<![a-z]){_ARTERY}\s+(?:(?:stump|trunk|origin|dissected|stenosed|&|and|,|is|was|now|"
        r"completely|totally|"
        rf"chronically)\s+)*{_OCCLUDED}(?![a-z])",
        r"(?<![a-z])occlu(?:sion\s+of|ded)\s+(?:the\s+)?(?:proper\s+|"
        r"common\s+)?hepatic\s+artery(?![a-z])",
        rf"{_ARTERY_ZH}(?:已)?(?:夹层|血栓(?:性|形成)?)?(?:、|,|并)?(?:完全|慢性)?(?:闭塞|闭锁)",
        rf"(?P<none>(?<![a-z]){_ARTERY}\s*:?\s*(?:(?:is|was|remains?|still|widely)\s+)*(?:patent|"
        rf"open)(?![a-z])|{_ARTERY_ZH}\s*:?\s*(?:均|仍)?(?:通畅|未闭塞|显影良好))",
    ),
    term(
        Topic.REACH,
        rf"(?<![a-z])(?:tumou?r\s+)?{_CANNOT}\s+(?:be\s+{_CATHETERISED}|"
        rf"{_CATHETERISE}{_REACHED})(?:\s+(?:by|via|through)\s+(?:any\s+(?:route|vessel)|"
        r"(?:the\s+)?collaterals?))?(?![a-z])",
        r"(?<![a-z])(?:(?:not|un-?)\s*(?:catheteri[sz]able|reachable|accessible)|"
        r"inaccessible)(?![a-z])(?:\s+(?:by|via|through)\s+(?:any\s+(?:route|vessel)|"
        r"(?:the\s+)?collaterals?))?",
        r"(?<![a-z])no\s+(?:(?:arterial|collateral|catheter|other|alternative)\s+)?(?:access|route|"
        r"pathway)(?:\s+(?:to\s+(?:the\s+)?tumou?r|via\s+collaterals|"
        r"from\s+collaterals))?(?![a-z])",
        r"(?<![a-z])(?:catheteri[sz]ation|cannulation)\s+(?:failed|impossible|"
        r"not\s+possible)(?![a-z])",
        r"(?<![a-z])no\s+(?:collaterals?|collateral\s+(?:access|route|"
        r"supply))\s+(?:to\s+)?(?:reach|usable|accessible|available)(?![a-z])",
        r"(?<![a-z])no\s+(?:accessible|usable|suitable|reachable|available|"
        r"other)\s+(?:collaterals?|routes?|access|supply|feeders?)(?![a-z])",
        r"(?<![a-z])collaterals?\s+(?:(?:are|is|were)\s+)?(?:not|un-?)\s*(?:usable|accessible|"
        r"suitable|reachable)(?![a-z])|侧支(?:均|也)?(?:不可用|不可利用|不能利用)",
        r"无(?:法)?(?:插管|导管)(?:途径|通路)|无(?:任何|可用|可利用)?(?:的)?侧支(?:可|通路|"
        r"途径)?(?:达|到|到达|利用|进入)?(?:肿瘤|"
        r"病灶)?|"
        r"(?:经?侧支(?:循环)?)?(?:亦|也|均|仍|都)?(?:无法|不能|未能|"
        r"难以)(?:再)?(?:经任何途径)?(?:超选(?:择)?)?(?:插管|插入|进入|到达|超选)(?:至|到|"
        r"到达)?(?:肿瘤|病灶|靶血管)?|"
        r"(?:超选)?插管(?:失败|不成功|未成功)",
        r"(?P<none>(?<![a-z])(?:still\s+)?(?:(?:accessible|reachable|access|reached|"
        r"treated|embolised|supplied|accessed)\s+)?"
        r"(?:via|through)\s+(?:(?:the|right|left|inferior|an?)\s+)*(?:collaterals?|phrenic|ripa|"
        r"ipa|gda|internal\s+mammary|intercostals?)(?![a-z])|"
        r"(?:可)?经(?:[\u4e00-\u9fff]{0,6}动脉)?侧支(?:可)?(?:到达|插管|进入|栓塞)?|"
        r"经[\u4e00-\u9fff]{2,6}动脉(?:可)?(?:到达|插管|进入|栓塞|灌注))",
    ),
    term(
        Topic.BILIRUBIN,
        r"(?<![a-z])(?:t\.?\s?-?bil(?:i(?:rubin)?)?|bili(?:rubin)?|total\s+bilirubin|bil|tb|"
        r"dbil)(?![a-z])"
        r"(?:\s*[:=]?\s*[<>~]?\s*[0-9]{1,4}(?:\.[0-9]{1,2})?(?:\s*(?:\u03bc|u|mc)?mol/l|"
        r"\s*mg/dl)?)?",
        r"(?:总|直接)?胆红素(?:\s*[:=]?\s*[<>~]?\s*[0-9]{1,4}(?:\.[0-9]{1,2})?(?:\s*(?:\u03bc|"
        r"u)?mol/l|\s*mg/dl)?)?",
    ),
)
