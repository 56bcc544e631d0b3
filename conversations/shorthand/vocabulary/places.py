"""Where in the liver, or in which other organ, something is said to be."""

from conversations.shorthand.kinds import Mark
from conversations.shorthand.lexing import term, words

_SEGMENT = r"(?:[1-8][ab]?|i{1,3}v?|iv[ab]?|vi{0,3})"

TERMS = (
    term(
        Mark.PLACE,
        rf"(?<![a-z])(?:segments?|segs?|s|seg\.)\s*{_SEGMENT}(?:\s*(?:[/&+-]|and|[,、](?!\s*[0-9]+"
        rf"\s*[*x%]))\s*s?{_SEGMENT}(?![0-9%])){{0,6}}"
        r"(?![a-z0-9])",
        rf"(?:肝)?s?{_SEGMENT}(?:\s*[/、-]\s*s?{_SEGMENT}){{0,6}}\s*段",
        r"(?:肝)?(?:左|右)(?:肝|内|外|前|后)?叶(?:上段|下段|前段|后段|内|被膜下|包膜下)?|尾状?叶|"
        r"(?:左|右)肝|左外叶|右前叶|右后叶",
        r"(?<![a-z])(?:right|left|caudate|treated|untreated|same|opposite|contralateral|rt|lt|r|"
        r"l|both|other)\s+lobes?(?![a-z])",
        r"(?<![a-z])(?:left|right)\s+(?:liver|hemiliver|hepatic\s+lobe)(?![a-z])",
        r"(?<![a-z])(?:left\s+lateral|left\s+medial|right\s+anterior|right\s+posterior)"
        r"(?:\s+(?:section|sector|segment|lobe))?(?![a-z])",
    ),
    words(
        Mark.ORGAN,
        """
        spleen | pancreas | kidney | kidneys | gallbladder | brain | bone | bones | skeleton
        adrenal
        adrenals | pleura | peritoneum | omentum | abdomen | pelvis | stomach | bowel | spine
        肺 | 双肺 | 两肺 | 肺部 | 肺内 | 左肺 | 右肺 | 脾 | 脾脏 | 胰 | 胰腺 | 肾 | 肾脏 | 双肾
        胆囊 | 颅脑 | 骨 | 骨骼 | 肾上腺 | 双侧肾上腺
        腹部 | 上腹 | 上腹部 | 全腹 | 胸膜 | 腹膜 | 网膜 | 腹腔 | 盆腔 | 胃 | 肠道 | 脊柱
        """,
    ),
)
