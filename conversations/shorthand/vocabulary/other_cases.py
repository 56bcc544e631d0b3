"""What shows that another patient, another cancer, a definition or a plan is spoken of."""

from conversations.shorthand.kinds import Mark
from conversations.shorthand.lexing import term, words

_RELATIVE = r"(?:father|mother|brother|sister|sibling|uncle|aunt|wife|husband|son|daughter|donor)"
_RELATIVE_ZH = (
    r"(?:父亲|母亲|父|母|哥哥|弟弟|姐姐|妹妹|兄|弟|姐|妹|妻子|丈夫|爱人|老伴|老婆|老公|配偶|"
    r"儿子|女儿|叔叔|舅舅|供者|供体)"
)
_SITE = (
    r"(?:breast|lung|prostate|colon|colorectal|rectal|bowel|gastric|stomach|thyroid|bladder|renal|"
    r"kidney|pancreatic|ovarian|cervical|o?esophageal|laryngeal|bile\s+duct)"
)
_SITE_ZH = (
    r"(?:乳腺|肺腺?|结肠|直肠|结直肠|大肠|胃|食管|前列腺|甲状腺|宫颈|卵巢|膀胱|肾|胰腺|胆囊|"
    r"胆管(?:细胞)?|鼻咽|喉)"
)

TERMS = (
    term(
        Mark.OTHER_CASE,
        rf"(?<![a-z]){_RELATIVE}\s+(?:also\s+)?(?:had|has|with|was|died|received|underwent)(?![a-z])",
        rf"(?:其|我|他|她)?{_RELATIVE_ZH}(?:也|亦|均|曾)?(?:是|有|患|得|因)",
        r"(?<![a-z])(?:another|(?:my\s+)?other|previous|last(?:\s+week'?s)?|your|"
        r"colleague'?s)\s+(?:patient|pt|case)(?:'s)?(?![a-z])(?!\s+(?:notes?|records?|on))|(?<![a-z])yours(?![a-z])",
        r"(?:另一?|别的?|其他|上一?|老(?!年)[\u4e00-\u9fff]的)(?:例|位|个)?(?:病人|患者|病例)|"
        r"(?:另|上)一?例|(?:隔壁|邻)床",
        # Definitions, guidelines and the criteria of trials.
        r"(?<![a-z])(?:definitions?|defined\s+as)(?![a-z])|"
        r"(?<![a-z])guidelines?\s+(?:say|state|recommend|require|define|advise)s?(?![a-z])",
        r"(?<![a-z])(?:inclusion|exclusion|eligibility|entry)\s+criteria(?![a-z])|"
        r"(?<![a-z])trial\s+(?:require[sd]?|criteria|exclusions?|inclusions?|eligibility|arm)"
        r"(?![a-z])|(?<![a-z])contra-?indications?\s*:",
        r"(?<![a-z])(?:jsh|lcsgj|jsh-lcsgj|epoihcc|cci)(?:\s+[0-9]{4})?\s+criteria\s*"
        r"(?::|(?:require|say|are|define)(?![a-z]))",
        r"(?:指南|共识)(?:要求|规定|推荐|指出|认为|建议|中?定义|\s*:)|定义(?:为|是|\s*:)|"
        r"标准(?:要求|规定|包括)|(?:入组|入选|纳入|排除)(?:标准|条件)|文献(?:报道|报告)?|"
        r"(?:方可|才能|才可)入组|(?:适应|禁忌)[证症]?\s*(?:包括|为|是)|禁忌[证症]?\s*:",
    ),
    term(
        Mark.OTHER_CASE,
        r"(?<![a-z])(?P<several>(?:two|three|[2-9])\s+(?:patients|pts|cases))(?![a-z])",
        r"(?P<several>(?:两|二|三|几|[2-9])\s*(?:个|位|例)(?:病人|患者|病例))",
    ),
    # One that is named by bed or number is the patient; of two, it is not known which.
    term(
        Mark.CASE_LABEL,
        r"(?<![a-z])(?:bed|pt|patient|case|mrs?|ms)\.?\s*#?(?:[0-9]{1,3}|[a-d])(?![a-z0-9/])",
        r"(?<![0-9])[0-9]{1,3}\s*床|病例\s*[0-9一二三]",
    ),
    words(
        Mark.THIS_CASE,
        """
        this patient | this pt | this case | this one | our patient | the patient himself
        本人 | 本例 | 本患者 | 患者本人 | 这例 | 这个病人 | 该例
        """,
    ),
    term(
        Mark.OTHER_CANCER,
        rf"(?<![a-z]){_SITE}\s+(?:ca|cancer|adenoca(?:rcinoma)?|carcinoma)(?![a-z])|"
        r"(?<![a-z])(?:nsclc|sclc|crc|lymphoma|melanoma|cholangiocarcinoma|"
        r"neuroendocrine\s+(?:tumou?r|carcinoma))(?![a-z])",
        rf"(?<![a-z])(?:mets?|metastas[ei]s)\s+(?:from|of)\s+(?:the\s+)?{_SITE}(?![a-z])",
        rf"{_SITE_ZH}癌(?!栓)|淋巴瘤|黑色素瘤|神经内分泌(?:肿)?瘤|白血病|肝转移癌|转移性肝癌",
    ),
    term(
        Mark.PLAN_HEADING,
        r"(?<![a-z])(?:plans?|recommendations?|advice|to\s?-?do)\s*:",
        r"(?:下一步|后续|治疗|诊疗)?(?:计划|建议|方案拟|打算)\s*:",
    ),
)
