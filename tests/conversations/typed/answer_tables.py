# What clinicians type for each fact on its own question, in both languages: what must be
# understood, and what must not be recorded.

from tests.conversations.typed.wide import wide

YES = "yes y Yes true + 是 有 对 存在 阳性"
NO = "no n No false - none 否 无 没有 不是 阴性"
YES_OR_NO: dict[object, list[str]] = {True: YES.split(), False: NO.split()}

ACCEPTED: dict[str, dict[object, list[str]]] = {
    "tace_sessions": {
        3: [
            "3",
            "3x",
            "3 sessions",
            "3次",
            "3 次",
            wide("3"),
            wide("3次"),
            "③",
            " 3 ",
            "3.",
            "3.0",
            "003",
            "x3",
            "× 3",
            "three",
            "三次",
        ],
        0: ["0", "0次", "zero", "没做过"],
        1: ["1", "1 session", "once", "一次"],
        2: ["twice", "两次"],
        50: ["50", "50次"],
    },
    "sessions_within_6_months": {2: ["2", "2次"], 3: ["all", "All of them", "全部", "3"]},
    "treatment_intent": {
        "palliative": ["palliative", "Palliative", "control", "姑息", "姑息性", "控制"],
        "curative": ["curative", "eradicate", "radical", "根治", "根治性"],
    },
    "target_response": {
        "CR": ["CR", "cr", wide("CR"), "complete response", "完全缓解"],
        "PR": ["PR", "partial response", "部分缓解"],
        "SD": ["SD", "Sd", "stable disease", "稳定", "疾病稳定"],
        "PD": ["PD", "pd.", "progressive disease", "进展", "疾病进展"],
    },
    "progressed_from_baseline": YES_OR_NO,
    "residual_viability_percent": {
        0: ["0", "0%", "none", "None", "无", "没有", "0% diameter"],
        45: ["45", "45%", "45 %", "45.0", wide("45%")],
        49.9: ["49.9", "49.9%"],
        50: ["50", "50%"],
        71.1: ["71.1", "71.1%"],
        100: ["100", "100%"],
        500: ["500"],
        "up_to_50": [
            *("up to 50", "≤50", "under 50", "below 50", "不超过50", "50以下", "小于50"),
            *("less than half", "不到一半", "70% diameter", "diameter 60%", "直径60%"),
        ],
        60: ["60% area", "60% of the area", "area 60", "面积60%", "60%（面积）"],
        "over_50": [
            *("over 50", "Over 50", ">50", "＞50", "more than 50", "超过50", "大于50"),
            *("over half", "一半以上", "71.1% diameter", "径线80%"),
        ],
    },
    "imaging_timing": {
        "before_1_month": [
            *("under 4 weeks", "<4 wk", "< 1 month", "不足4周", "1个月内"),
            *("3 weeks", "27 days", "20天", "3/52"),
        ],
        "within_1_to_3_months": [
            *("4 weeks to 3 months", "4 wk–3 mo", "1-3 months", "4周至3个月"),
            *(
                "6 weeks",
                "6wk",
                "6/52",
                "28 days",
                "day 40",
                "3 months",
                "5周",
                "两个月",
                "术后6周",
            ),
        ],
        "after_3_months": [
            *("over 3 months", ">3 mo", "after 3 months", "超过3个月", "3个月后"),
            *("4 months", "100 days", "14 weeks", "4个月"),
        ],
    },
    "new_intrahepatic_lesions": {
        "none": ["none", "no", "(-)", "neg", "无", "未见"],
        "after_latest_session": [
            "after the latest only",
            "latest only",
            "once",
            "仅末次后",
            "末次后",
        ],
        "after_consecutive_sessions": [
            "after each of the last two or more",
            "consecutive",
            "连续两次及以上每次后都有",
            "连续",
        ],
    },
    "vascular_invasion": {
        "absent": ["none", "absent", "no", "neg", "(-)", "无", "未见", "阴性"],
        "preexisting": ["before", "preexisting", "already", "已有", "原有", "首次TACE前已有"],
        "new": ["new", "appeared", "新出现", "新发"],
    },
    "extrahepatic_spread": {
        "absent": ["none", "absent", "no", "neg", "(-)", "无", "未见", "阴性"],
        "preexisting": ["before", "preexisting", "already", "已有", "原有", "首次TACE前已有"],
        "new": ["new", "appeared", "新出现", "新发"],
    },
    "tumor_marker_trend": {
        "rising": ["rising", "keeps rising", "yes", "持续升高", "进行性升高", "是"],
        "not_rising": [
            *("falling", "stable", "falling or stable", "never raised", "down", "no"),
            *("下降", "平稳", "否"),
        ],
    },
    "technique_reassessed": {
        True: [*YES_OR_NO[True], "做过", "both"],
        False: [*YES_OR_NO[False], "未做", "neither", "没做过"],
    },
    "standardized_technique": YES_OR_NO,
    "child_pugh_class": {
        "A": ["A", "a", "A6", "5", "6", "Child A", "CP A6", "A级", "A 5分", "A6级"],
        "B": ["B", "B7", "b 9", "7", "9分", "B级", "CP B", wide("B7")],
        "C": ["C", "C10", "15", "C级", "C11"],
    },
    "ecog": {
        0: ["0", "PS 0", "ECOG 0", "0分"],
        1: ["1", "PS 1", "PS1", "PS 1分", "ECOG: 1", "1级", wide("PS1")],
        4: ["4", "ecog 4"],
    },
    "hepatic_artery_occluded": YES_OR_NO,
    "severe_jaundice": YES_OR_NO,
    "hepatic_encephalopathy": YES_OR_NO,
    "refractory_ascites": YES_OR_NO,
    "hepatorenal_syndrome": YES_OR_NO,
    "diffuse_arteriovenous_fistula": YES_OR_NO,
    "tumor_count": {1: ["1"], 4: ["4", "4个", "4枚"], 99: ["99"]},
    "largest_tumor_cm": {3.5: ["3.5", "3.5 cm", "3.5厘米"], 0.1: ["0.1"], 50: ["50", "50cm"]},
}

REFUSED: dict[str, list[str]] = {
    "tace_sessions": [
        *("51", "-1", "3-4", "many", "1000", "x51", "3 cm", "50%", "three lesions", "once a month"),
        *("HAIC two", "three?", "一次消融"),
    ],
    "sessions_within_6_months": ["51", "-1", "1-2", "some"],
    "treatment_intent": ["yes", "是"],
    "target_response": ["?PD", "PD?", "no PD", "SD/PD", "LR-TR viable", "LR-TR", "CR-like", "70%"],
    "progressed_from_baseline": ["maybe", "20%", "PD", "larger", "1", "0"],
    "residual_viability_percent": [
        "500.1",
        "-5",
        "60.25",
        "70% necrosis",
        "half",
        "坏死70%",
        "50-60",
    ],
    "imaging_timing": [
        *(
            "3",
            "6",
            "2024",
            "6 weeks?",
            "recent",
            "6月",
            "2/12",
            "5/7",
            "-6 weeks",
            "about 13 weeks",
        ),
        *("6 weeks before TACE", "6 weeks after ablation", "6 weeks, PR", "平扫6周"),
    ],
    "new_intrahepatic_lesions": ["yes", "1.5 cm", "?", "2", "new"],
    "vascular_invasion": ["yes", "Vp3", "maybe", "?new", "血栓"],
    "extrahepatic_spread": ["yes", "lung nodule", "possible", "可疑"],
    "tumor_marker_trend": ["up", "AFP up", "400", "升高", "rising?", "较前升高"],
    "technique_reassessed": ["cTACE", "maybe", "1", "0"],
    "standardized_technique": ["selective", "1", "0"],
    "child_pugh_class": ["D", "4", "16", "7级", "A7", "B6", "C9", "A-B", "BCLC B", "AB", "", "级"],
    "ecog": ["5", "-1", "KPS 80", "1-2", "PS", "<2", "80"],
    "hepatic_artery_occluded": ["patent", "1", "0", "collateral"],
    "severe_jaundice": ["jaundice", "bilirubin 280", "280", "黄疸", "TBil 280", "icteric", "1"],
    "hepatic_encephalopathy": ["past", "grade 1", "1", "0", "既往"],
    "refractory_ascites": ["tense", "ascites", "大量", "1", "0", "腹水"],
    "hepatorenal_syndrome": ["AKI", "creatinine 200", "1", "0"],
    "diffuse_arteriovenous_fistula": ["focal", "shunt", "1", "0", "局限"],
    "tumor_count": ["0", "100", "-1", "multiple", "多发", "2-3"],
    "largest_tumor_cm": ["0", "50.1", "35 mm", "3.55", "-2", "big"],
}

SET_ASIDE: dict[str, list[str]] = {
    "tace_sessions": ["?", "not known", "不详"],
    "treatment_intent": [
        "neither",
        "bridging",
        "adjuvant",
        "downstaging",
        "桥接",
        "转化",
        "术后辅助",
    ],
    "target_response": ["not measurable", "NE", "无法测量", "无法评估"],
    "tumor_marker_trend": ["too few", "次数不足", "仅一次"],
    "standardized_technique": ["not seen", "未见记录", "外院"],
}
