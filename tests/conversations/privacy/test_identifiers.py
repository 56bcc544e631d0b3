"""What looks like a person is refused; what looks like a case is not."""

import pytest

from conversations.privacy.identifiers import Identifier, find_identifier

IDENTIFIERS = {
    "John Smith 12345678, TACE x3": Identifier.NAME,
    "Name: J. Smith, PR": Identifier.NAME,
    "Mr Smith TACE x3 SD": Identifier.NAME,
    "Mrs. Jones, PD after 3": Identifier.NAME,
    "Anna Meyer, female, CP A": Identifier.NAME,
    "张三，男，56岁，TACE术后3次": Identifier.NAME,
    "患者李建国 男 TACE 3次": Identifier.NAME,
    "姓名：王小明": Identifier.NAME,
    "王女士 TACE 2次": Identifier.NAME,
    "陈某某，女，62岁": Identifier.NAME,
    "MRN 00123456 SD": Identifier.RECORD_NUMBER,
    "hospital no. A123456, SD": Identifier.RECORD_NUMBER,
    "patient ID: 4471123": Identifier.RECORD_NUMBER,
    "NHS number 9434765919": Identifier.RECORD_NUMBER,
    "住院号：1029384 TACE 3次": Identifier.RECORD_NUMBER,
    "病历号 88231 PD": Identifier.RECORD_NUMBER,
    "门诊号A00123": Identifier.RECORD_NUMBER,
    "床位号 12": Identifier.RECORD_NUMBER,
    "4401234567890 SD": Identifier.RECORD_NUMBER,
    "13812345678": Identifier.PHONE,
    "电话 138-1234-5678": Identifier.PHONE,
    "+44 7911 123456": Identifier.PHONE,
    "tel: 020 7946 0958": Identifier.PHONE,
    "11010519491231002X": Identifier.ID_CARD,
    "身份证110105194912310021": Identifier.ID_CARD,
    "１１０１０５１９４９１２３１００２Ｘ": Identifier.ID_CARD,
    "DOB 12/03/1956, TACE x2": Identifier.DATE_OF_BIRTH,
    "born 1956-03-12": Identifier.DATE_OF_BIRTH,
    "date of birth: 12.03.1956": Identifier.DATE_OF_BIRTH,
    "出生日期：1956年3月12日": Identifier.DATE_OF_BIRTH,
    "1956年3月生": Identifier.DATE_OF_BIRTH,
}

FINDINGS = [
    "s/p cTACE x3, MRI 6/52 post last: mRECIST SD, no new lesions, PVTT neg, no EHS, CP A6, PS 1",
    "DEB-TACE x2 seg 7/8, 70% residual enhancement, feeders re-mapped on CBCT",
    "AFP 1200→400→2600→5800,进行性升高",
    "AFP 121000, PIVKA-II 75000 mAU/mL",
    "palliative TACE x5 over 14/12, 2 in last 6/12, SD, viable area 80% of baseline",
    "TACE术后3次,末次术后5周增强MRI:mRECIST SD,未见新发灶,PVTT(-),肝外(-),Child A6,PS 1分",
    "外院2次+本院1次,6月内做的,术后20天平扫CT,PS1",
    "C级,重度黄疸TBil 280,肝性脑病Ⅱ期,顽固性腹水",
    "last TACE 2024-03-12, MRI 2024-04-20, SD",
    "末次TACE 20240312,复查20240420",
    "高危 男 TACE 3次",
    "任何情况均无",
    "余无特殊",
    "Child Pugh B7, ECOG 2",
    "Child-Pugh A, Male patient",
    "New HCC seg 4, 15 mm",
    "3",
    "65%",
    "B7",
    "肝外转移(-) 男 65岁",
    "方案 TACE 3次",
    "何时 女性激素",
    "Vp3, case 2 of the day",
    "bili 28 umol/L, alb 36 g/L, INR 1.2",
    "60 20 30",
    "ward round: SD",
    "TACE 3次,生存期12月",
]


@pytest.mark.parametrize(("text", "kind"), IDENTIFIERS.items())
def test_an_identifier_is_recognised(text: str, kind: Identifier) -> None:
    assert find_identifier(text) is kind


@pytest.mark.parametrize("text", FINDINGS)
def test_findings_raise_no_false_alarm(text: str) -> None:
    assert find_identifier(text) is None
