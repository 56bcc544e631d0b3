"""What is true of a patient but read by no rule: other diseases, values and scores."""

from conversations.shorthand.kinds import Mark
from conversations.shorthand.lexing import term, words

_VALUE = (
    r"\s*(?:[:=]|为|of(?![a-z])|is(?![a-z]))?\s*[<>~≤≥]?\s*[0-9]+(?:[.,][0-9]+)?(?![0-9])(?!\s*/"
    r"\s*(?:7|12|52))"
    r"(?!\s*(?:wk|weeks?|mo|周|个月))"
    r"(?:\s*(?:x|\*)\s*10\^?[0-9]+)?"
    r"(?:\s*(?:[munp\u03bc]?mol/l|[mk\u03bcun]?g/[dm]?l|[umk]?i?u/m?l|u/l|/l|/ul|%|g/l|k(?![a-z])|"
    r"s(?![a-z])|sec|ml/min))?"
)
_LAB = (
    r"(?<![a-z])(?:alb|albumin|inr|pt|ptt|aptt|plt|plts|platelets?|alt|ast|ggt|alp|wbc|wcc|hb|hgb|"
    r"creat(?:inine)?|scr|bun|urea|egfr|crp|nh3|ammonia|meld(?:-?(?:na|3\.0))?|albi(?:\s*(?:grade|"
    r"score))?|"
    r"m?albi|fib-?4|apri|nlr|plr|ca\s?19-?9|ca\s?125|cea|hbv[\s-]?dna|hcv[\s-]?rna|ldh|k|bmi|hr|"
    r"bp|spo2|"
    r"temp|weight|wt|lfts?|anc|neut|fbc|u&es?|lactate|glucose|hba1c|icg(?:-?r15)?|tsh|lvef|ef|"
    r"bsa)(?![a-z])"
    r"|(?:血清)?(?:前?白蛋白|凝血酶原时间|凝血酶原活动度|血小板|转氨酶|谷丙|谷草|白细胞|"
    r"中性粒细胞|血红蛋白|肌酐|尿素氮|"
    r"血氨|血钠|血钾|血糖|体重|血压|心率|体温|淋巴细胞|国际标准化比值|碱性磷酸酶|"
    r"谷氨酰转肽酶)(?:计数|水平)?"
)
_STAGE = r"(?:0|[abcd][0-9]?|i{1,3}[abc]?|iv[ab]?|[0-9][ab]?)"

TERMS = (
    term(Mark.ASIDE, rf"(?:{_LAB}){_VALUE}", _LAB, rf"(?<![a-z])na(?![a-z]){_VALUE}"),
    # The points that make up a Child-Pugh score.
    term(
        Mark.ASIDE,
        r"\((?:\s*[a-z]{2,12}\.?\s*[1-3]\s*[,;/+]?){3,5}\)|"
        r"\((?:\s*(?:[\u4e00-\u9fff]{1,5}|inr)\s*[1-3]\s*分?\s*[,、;/+]?){3,5}\)",
    ),
    # Capital and small letter: serum creatinine, never a complete response.
    term(Mark.ASIDE, rf"(?<![a-z])cr(?![a-z]){_VALUE}"),
    term(Mark.ASIDE, r"(?<![a-z])cr(?![a-z])", typed="Cr"),
    term(
        Mark.ASIDE,
        r"(?<![a-z])(?:pr|pd|sd)\s+(?:intervals?|bleed(?:ing)?|exam|catheter|cards?)(?![a-z])(?:"
        r"\s*[0-9]{1,4}\s*(?:ms|bpm|/min)?)?",
        rf"(?<![a-z])pr(?![a-z]){_VALUE}\s*(?:bpm|/min|ms)",
        r"(?<![a-z])(?:bclc|cnlc|tnm|ajcc|okuda|clip|hklc|jis|up-?to-?(?:7|11|seven)|asa|"
        r"barcelona|edmondson)"
        rf"(?:[\s-]*(?:stage|期|分期|评分|score|grade)?[\s:=-]*{_STAGE}(?:\s*[-/]\s*{_STAGE})?)?"
        r"(?:\s*(?:期|级|分))?(?![a-z0-9])",
        r"(?<![0-9.])[0-9]{1,3}\s*(?:-?\s*y(?:ea)?rs?[\s-]old|-?\s*y[./]?o\.?|岁)(?:\s*(?:m(?:ale|"
        r"an)?|f(?:emale)?|"
        r"woman|gentleman|lady|男|女)(?![a-z]))?",
    ),
    term(
        Mark.ASIDE,
        r"(?<![0-9.])(?:1[89]|[2-9][0-9])\s?[mf](?![a-z0-9])|(?<![a-z])[mf]\s?/?\s?(?:1[89]|[2-9]"
        r"[0-9])(?![a-z0-9./])",
        typed=r"\d\d\s?[MF]|[MF]\s?/?\s?\d\d",
    ),
    words(
        Mark.ASIDE,
        """
        hbv | hcv | hdv | hiv | hbsag | hbeag | hepatitis b | hepatitis c | hepatitis | hep b
        hep c
        chb | chc | svr | daa | b hepatitis | viral hepatitis | child bearing | etiology | aetiology
        cirrhosis | cirrhotic | compensated cirrhosis | decompensated cirrhosis | lc | nash | mash
        nafld | masld | metald | alcohol | etoh | alcoholic | ald | arld | pbc | psc | aih
        haemochromatosis | hemochromatosis | fatty liver | aki | ckd | renal impairment | dialysis
        diabetes | diabetic | dm | t2dm | dm2 | htn | hypertension | copd | asthma | ihd | cad | af
        ccf | chf | heart failure | stroke | tia | obesity | obese | anaemia | anemia
        thrombocytopenia | coagulopathy | hypersplenism | varices | gov | oesophageal varices
        esophageal varices | gastric varices | evl | banding | tips | splenomegaly
        portal hypertension
        cspe | csph | variceal bleed | variceal bleeding | gi bleed | ugib | bleeding | sbp
        fever | pain | abdominal pain | abdo pain | nausea | vomiting | fatigue | pes | anorexia
        weight loss | oedema | edema | pleural effusion | effusion | biloma | abscess
        cholecystitis
        cholangitis | pancreatitis | dissection | haematoma | hematoma | rupture | ruptured
        post embolization syndrome | post embolisation syndrome | pruritus | itch | constipation
        contrast allergy | allergy | antiviral | antivirals | entecavir | tenofovir | lamivudine
        tenofovir alafenamide | etv | tdf | taf | on etv | on taf | doac | anticoagulation
        diuretics | diuretic | spironolactone | furosemide | frusemide | spiro | lasix | lactulose
        rifaximin | terlipressin | propranolol | carvedilol | nsbb | ppi | omeprazole | insulin
        metformin | statin | aspirin | antibiotics | steroids | dexamethasone | analgesia | morphine
        not curable | no curative option | no curative options | not amenable to cure
        olt list | transplant list | waiting list | waitlist | waitlisted | on the waiting list
        transplant candidate | olt candidate | not a transplant candidate | not transplant candidate
        not for transplant | not for olt | listed for olt | listed for transplant | listed for lt
        decompensated | compensated | decompensation | workup | work up | frail | fit | comorbid
        male | female | man | woman | gentleman | lady | hypervascular | hypovascular
        bilobar | unilobar | multilobar | infiltrative | encapsulated | well differentiated
        poorly differentiated | moderately differentiated | biopsy proven | histologically | biopsy
        grade 1 | grade 2 | grade 3 | g1 | g2 | g3 | child bearing age | smoker | ex smoker
        milan | within milan | beyond milan | beyond milan criteria | within milan criteria | ucsf
        乙肝 | 丙肝 | 慢乙肝 | 慢性乙型肝炎 | 慢性乙肝 | 乙型肝炎 | 丙型肝炎 | 病毒性肝炎 | 乙肝后
        肝硬化
        乙肝肝硬化 | 肝炎 | 肝炎后 | 酒精性 | 酒精肝 | 脂肪肝 | 糖尿病 | 高血压 | 冠心病 | 脑梗
        慢阻肺
        脾大 | 脾功能亢进 | 脾亢 | 静脉曲张 | 食管静脉曲张 | 食管胃底静脉曲张 | 胃底静脉曲张
        门脉高压
        门静脉高压 | 上消化道出血 | 消化道出血 | 发热 | 腹痛 | 腹胀 | 恶心 | 呕吐 | 乏力 | 纳差
        食欲差
        消瘦 | 水肿 | 双下肢水肿 | 胸腔积液 | 胸水 | 感染 | 胆囊炎 | 胆管炎 | 肝脓肿 | 胆汁瘤 | 皮疹
        疼痛
        栓塞后综合征 | 栓塞综合征 | 恩替卡韦 | 替诺福韦 | 丙酚替诺福韦 | 拉米夫定 | 抗病毒
        抗病毒治疗
        利尿剂 | 螺内酯 | 呋塞米 | 乳果糖 | 利尿 | 保肝 | 护肝 | 保肝治疗 | 补充白蛋白 | 输白蛋白
        老年 | 老年患者 | 老年男性 | 老年女性 | 中年男性 | 中年女性
        男 | 女 | 男性 | 女性 | 肾功能不全 | 肾功能异常 | 肾功能 | 肾功能正常 | 双叶 | 富血供
        乏血供
        血供丰富 | 单支供血 | 多支供血 | 供血 | 包膜完整 | 巨块型 | 结节型 | 穿刺 | 病理
        病理证实
        穿刺病理 | 无根治机会 | 失去根治机会 | 无法根治 | 不可根治 | 无手术机会 | 移植名单
        移植等待 | 等待移植 | 等待肝移植 | 肝移植评估 | 移植评估
        移植候选 | 肝移植名单 | 移植等待名单 | 肝移植等待名单 | 中分化 | 低分化 | 高分化 | 过敏
        吸烟 | 饮酒 | 家族史
        """,
    ),
)
