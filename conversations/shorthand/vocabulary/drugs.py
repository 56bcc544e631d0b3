"""Systemic treatment, and what is given in TACE."""

from conversations.shorthand.kinds import Mark
from conversations.shorthand.lexing import term, words

TERMS = (
    words(
        Mark.SYSTEMIC,
        """
        sorafenib | lenvatinib | lenva | len | atezolizumab | atezo | bevacizumab | bev | atezobev
        atezo/bev | durvalumab | durva | tremelimumab | treme | stride | regorafenib | rego
        cabozantinib | cabo | ramucirumab | donafenib | apatinib | rivoceranib | camrelizumab
        sintilimab | tislelizumab | toripalimab | pembrolizumab | pembro | nivolumab | nivo
        ipilimumab | ipi | bevacizumab biosimilar | tki | tkis | ici | icis | io | immunotherapy
        systemic | systemic therapy | systemic treatment | chemotherapy | folfox | targeted therapy
        targeted | checkpoint inhibitor | checkpoint inhibitors
        索拉非尼 | 仑伐替尼 | 乐伐替尼 | 多纳非尼 | 阿帕替尼 | 瑞戈非尼 | 卡瑞利珠 | 卡瑞利珠单抗
        信迪利 | 信迪利单抗 | 替雷利珠 | 替雷利珠单抗 | 特瑞普利 | 特瑞普利单抗 | 贝伐 | 贝伐珠单抗
        阿替利珠 | 阿替利珠单抗 | 阿替 | 帕博利珠 | 帕博利珠单抗 | 纳武利尤 | 纳武利尤单抗
        度伐利尤 | 度伐利尤单抗 | 替西木单抗 | 卡度尼利 | 卡度尼利单抗 | 靶向 | 靶向药 | 靶向药物
        靶向治疗 | 靶免 | 免疫 | 免疫治疗 | 系统治疗 | 全身治疗 | 抑制剂 | 单抗 | 双抗 | 双艾 | 双达
        双艾方案 | 靶免治疗 | 免疫检查点抑制剂
        """,
    ),
    term(
        Mark.SYSTEMIC,
        r"(?<![a-z])(?:anti-?)?pd-?(?:1|l-?1)(?![0-9])(?:\s*(?:inhibitors?|抑制剂|单抗))?",
        r"(?<![a-z])(?:t\+[ad]|a\+[tb])(?![a-z])",
    ),
    words(
        Mark.FILLER,
        """
        epirubicin | doxorubicin | doxo | dox | adriamycin | adm | cisplatin | cddp | idarubicin
        lobaplatin | oxaliplatin | mitomycin | mitomycin c | mmc | miriplatin | pirarubicin
        raltitrexed | 5 fu | irinotecan | lipiodol emulsion | lipiodol tace | gelfoam
        gelatin sponge | gelatin sponge particles | gsp | pva | dc bead | dc beads | dc bead lumi
        dcb | lc bead | lumi | hepasphere | hepaspheres | tandem | embozene | beads | bead
        callispheres | callisphere | microspheres | particles | embospheres | coils | glue | nbca
        表柔比星 | 表阿霉素 | 阿霉素 | 多柔比星 | 吡柔比星 | 顺铂 | 洛铂 | 奥沙利铂 | 丝裂霉素
        雷替曲塞 | 伊达比星 | 氟尿嘧啶 | 伊立替康 | 明胶海绵 | 明胶海绵颗粒 | 海绵 | 颗粒 | 微球
        载药微球 | 栓塞微球 | 空白微球 | 超液化碘油 | 乳剂 | 碘油乳剂 | 弹簧圈
        """,
    ),
    term(
        Mark.FILLER, r"(?<![0-9.])[0-9]{1,4}\s*(?:[\u03bcu]m|mg(?:/m2)?|ml|毫克|毫升)(?![a-z0-9/])"
    ),
)
