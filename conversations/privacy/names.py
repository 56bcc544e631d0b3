"""Names beside what only a person has: a title, a sex, an age, a bed, a long number.

Matched as written, since a name begins with a capital.
"""

import re

# Capitalised words that begin what is said of a liver or its treatment, not of a person.
_MEDICAL = (
    "Child|Barcelona|Portal|Hepatic|Vein|Artery|Vascular|Tumou?rs?|Target|Lesions?|New|No|Not"
    "|Stable|Partial|Complete|Progressive|Progression|Disease|Response|Class|Grade|Stage|Segments?"
    "|Seg|Left|Right|Main|Lobe|Branch|Liver|Selective|Superselective|Drug|Eluting|Beads?|Lipiodol"
    "|Contrast|Enhanced|Male|Female|Patient|Hepatitis|Cirrhosis|Performance|Status|Score|Refractory"
    "|Severe|Tense|Mild|Moderate|Ascites|Jaundice|Bilirubin|Albumin|Last|First|Latest|Post|After"
    "|Before|Sessions?|Scan|Follow|Both|Diffuse|Viable|Extrahepatic|Bone|Lung|Nodes?|Metastas[ei]s"
    "|Invasion|Chest|Same|Two|Three|Four|Conventional|Palliative|Curative|Bridging|Standard|Refined"
    "|Markers?|Residual|Good|Poor|Known|Hepatocellular|Cone|Beam|Budd|Hong"
    "|[A-Z][a-z]+(?:nib|mab|rubicin|platin)"
)
_SMALL = "a-zß-öø-ÿ"
_WORD = (
    rf"(?!(?:{_MEDICAL})\b)"
    rf"(?:[A-Z]['’])?[A-ZÀ-ÖØ-Þ][{_SMALL}]+(?:[-'’][A-ZÀ-ÖØ-Þ]?[{_SMALL}]+){{0,2}}"
)
_PARTICLES = r"(?:(?:da|de|del|van|von|bin|al) ){0,2}"
_NAME = rf"{_WORD}(?:, ?| )(?:[A-Z]\. ?)?{_PARTICLES}{_WORD}"
_PERSON = (
    r"[,; ]*(?:[MmFf]\b|[Mm]ale\b|[Ff]emale\b|\d{1,3} ?(?:y|yo|yrs?|years?|[MF])\b|\(?\d{1,3}岁"
    r"|#?\d{5,})"
)

LATIN = re.compile(
    r"\b(?:[Nn]ame|NAME)\s*[:=]\s*\S"
    r"|\b(?i:(?:patient(?:['’]s)?|pt|full|family|first|last) ?name|name of (?:the )?patient"
    r"|surname)\b\s*[:=]?\s*[A-Z]"
    rf"|\b(?i:name|patient|pt)\b\s*[:=,]?\s*{_NAME}\b"
    rf"|\b(?:Mr|Mrs|Ms|Miss|Mister|Dr)\.?\s+(?:[A-Z]\.? ?){{0,2}}{_WORD}"
    rf"|\b{_NAME}{_PERSON}"
)

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚"
    "卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
# Words that begin with a character that is also a surname, and are no name.
_NO_NAMES = (
    "白[蛋细介]|曾[行经有因用做在于接多]|陈旧|程度|范围|方[案法便]|付费|高[危龄度热血钾压强密代分信]|顾虑"
    "|何[时处杰]|黄[疸染]|金[属标]|任何|雷[替帕]|陆续|毛[细糙玻]|万一|武汉|向心|谢绝|许[多可]|严[重格]|叶段"
    "|于[是外我本当他上下去今近术肝20-9]|余[均无肝未部灶病处者项]|石蜡|史[有无]|周[围边期岁]|段[间内]|江苏"
    "|苏醒|孔径|龙胆"
)
_CHINESE_NAME = (
    rf"(?!{_NO_NAMES})(?:欧阳|司马|诸葛|上官|夏侯|皇甫|尉迟|慕容|令狐|[{_SURNAMES}])"
    r"[\u4e00-\u9fff某*×xX]{1,2}"
)
_CHINESE_PERSON = (
    r"[,、/\s]*(?:[男女]性?(?=[,、/;。\s\d]|$)|\d{1,3}岁|[MF](?=[,/\s\d]|$)|[A-Za-z]{0,3}\d{5,})"
)

CHINESE = re.compile(
    r"姓\s*名\s*[:=]?\s*[\u4e00-\u9fff]"
    rf"|(?<![\u4e00-\u9fff])(?:患者|病人)?{_CHINESE_NAME}{_CHINESE_PERSON}"
    rf"|(?:患者|病人|\d床)\s*[:=]?\s*{_CHINESE_NAME}(?=[,、;。\s\d]|TACE|$)"
    rf"|(?<![\u4e00-\u9fff])(?:患者|病人)?(?!{_NO_NAMES})[{_SURNAMES}][\u4e00-\u9fff]{{0,2}}"
    r"(?:先生|女士|老师|大爷|大妈|大叔|阿姨|奶奶|爷爷|老伯)"
)
