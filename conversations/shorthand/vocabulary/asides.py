"""What is true of a patient but read by no rule, and what only says where or with what."""

from conversations.shorthand.kinds import Mark
from conversations.shorthand.lexing import term, words

_VALUE = (
    r"\s*[:=]?\s*[<>~≤≥]?\s*[0-9]+(?:[.,][0-9]+)?(?!\s*/\s*(?:7|12|52))(?!\s*(?:wk|weeks?|mo|周|个月))"
    r"(?:\s*(?:x|\*)\s*10\^?[0-9]+)?"
    r"(?:\s*(?:[munp\u03bc]?mol/l|[mk\u03bcu]?g/[dm]?l|[ui]?u/m?l|/l|/ul|%|g/l|k|s|sec))?"
)
_LAB = (
    r"(?<![a-z])(?:alb|albumin|inr|pt|ptt|aptt|plt|platelets?|alt|ast|ggt|alp|wbc|hb|hgb|"
    r"creat|creatinine|bun|egfr|crp|nh3|ammonia|meld(?:-?na)?|albi(?:\s*(?:grade|score))?|"
    r"fib-?4|nlr|ca\s?19-?9|cea|hbv[\s-]?dna|ldh|k|bmi|hr|bp|spo2|temp)(?![a-z])"
    r"|白蛋白|凝血酶原时间|血小板|转氨酶|谷丙|谷草|白细胞|血红蛋白|肌酐|尿素氮|血氨|血钠|血钾"
)

TERMS = (
    term(Mark.ASIDE, rf"(?:{_LAB}){_VALUE}", _LAB, rf"(?<![a-z])na(?![a-z]){_VALUE}"),
    # Capital and small letter: serum creatinine, never a complete response.
    term(Mark.ASIDE, rf"(?<![a-z])cr(?![a-z]){_VALUE}"),
    term(Mark.ASIDE, r"(?<![a-z])cr(?![a-z])", typed="Cr"),
    term(
        Mark.ASIDE,
        r"(?<![a-z])(?:pr|pd|sd)\s+(?:intervals?|bleed(?:ing)?|exam|catheter|cards?)(?![a-z])(?:\s*[0-9]{1,4}\s*(?:ms|bpm|/min)?)?",
        rf"(?<![a-z])pr(?![a-z]){_VALUE}\s*(?:bpm|/min|ms)",
        r"(?<![a-z])(?:bclc|cnlc|tnm|okuda|clip|hklc|up-?to-?7|asa|barcelona)(?:[\s-]*"
        r"(?:stage|期|分期|评分|score|grade)?[\s:-]*(?:[0a-d][0-9]?|i{1,3}v?[ab]?|iv[ab]?|[0-9]))?"
        r"(?:\s*(?:期|级|分))?(?![a-z0-9])",
        r"(?<![0-9.])[0-9]{1,3}\s*(?:-?\s*y(?:ea)?rs?[\s-]old|y/?o|岁)(?:\s*(?:m(?:ale|an)?|f(?:emale)?|"
        r"woman|男|女)(?![a-z]))?",
    ),
    term(Mark.ASIDE, r"(?<![0-9.])(?:1[89]|[2-9][0-9])\s?[mf](?![a-z0-9])", typed=r"\d\d\s?[MF]"),
    words(
        Mark.ASIDE,
        """
        nil new | nothing new | hbv | hcv | hbsag | hepatitis b | hepatitis c | hep b | hep c
        cirrhosis | cirrhotic | nash | mash | nafld | masld | alcohol | etoh | ald | aki | ckd
        diabetes | diabetic | dm | htn | hypertension | varices | splenomegaly
        portal hypertension | fever | pain | nausea | vomiting | fatigue | pes
        post embolization syndrome | contrast allergy | antiviral | entecavir | tenofovir
        tenofovir alafenamide | etv | tdf | taf | warfarin | diuretics | spironolactone
        furosemide | male | female | aspirin | hypervascular | hypovascular | bilobar | unilobar
        乙肝 | 丙肝 | 肝硬化 | 肝炎 | 脂肪肝 | 糖尿病 | 高血压 | 脾大 | 静脉曲张 | 门脉高压 | 发热
        腹痛 | 恶心 | 呕吐 | 乏力 | 恩替卡韦 | 替诺福韦 | 抗病毒 | 男 | 女 | 男性 | 女性
        肾功能不全 | 双叶 | 富血供 | 乏血供 | 单支供血 | 多支供血 | 供血
        """,
    ),
    words(Mark.RECURRENCE, "recurrence|recurrent|recurred|recurs|复发"),
    words(
        Mark.SYSTEMIC,
        """
        sorafenib | lenvatinib | lenva | len | atezolizumab | atezo | bevacizumab | bev
        atezo/bev | durvalumab | durva | tremelimumab | treme | regorafenib | cabozantinib
        ramucirumab | donafenib | apatinib | camrelizumab | sintilimab | tislelizumab
        toripalimab | pembrolizumab | pembro | nivolumab | nivo | ipilimumab | ipi | tki | tkis
        ici | icis | immunotherapy | systemic | systemic therapy | chemotherapy | folfox
        targeted therapy
        索拉非尼 | 仑伐替尼 | 乐伐替尼 | 多纳非尼 | 阿帕替尼 | 瑞戈非尼 | 卡瑞利珠 | 卡瑞利珠单抗
        信迪利 | 信迪利单抗 | 替雷利珠 | 替雷利珠单抗 | 特瑞普利 | 特瑞普利单抗 | 贝伐
        贝伐珠单抗 | 阿替利珠 | 阿替利珠单抗 | 帕博利珠 | 纳武利尤 | 靶向 | 靶向药 | 靶免 | 免疫
        免疫治疗 | 系统治疗 | 抑制剂 | 单抗 | 双抗
        """,
    ),
    term(
        Mark.SYSTEMIC, r"(?<![a-z])(?:anti-?)?pd-?(?:1|l-?1)(?![0-9])", r"(?<![a-z])t\+a(?![a-z])"
    ),
    words(
        Mark.FILLER,
        """
        epirubicin | doxorubicin | adriamycin | cisplatin | idarubicin | lobaplatin | oxaliplatin
        mitomycin | miriplatin | pirarubicin | raltitrexed | lipiodol emulsion | lipiodol tace
        gelfoam | gelatin sponge | dc bead | hepasphere | dc beads | beads | microspheres
        表柔比星 | 表阿霉素 | 阿霉素 | 吡柔比星 | 顺铂 | 洛铂 | 奥沙利铂 | 丝裂霉素 | 雷替曲塞
        伊达比星 | 明胶海绵 | 微球 | 载药微球 | 超液化碘油
        """,
    ),
)
