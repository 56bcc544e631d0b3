"""What is said of a finding: that it is not there, doubtful, planned, past."""

from conversations.shorthand.fragments import COUNT, ORDINAL, TACE, WORD_END
from conversations.shorthand.kinds import Mark
from conversations.shorthand.lexing import term, words

_AFTER_NAME = r"(?<=[a-z灶栓移外瘘水疸病征])"
_WORD_END = r"(?=\s|$|[,;.。)、/])"

TERMS = (
    words(
        Mark.NO_BEFORE,
        """
        no | not | without | w/o | no evidence of | no e/o | no sign of | no signs of
        negative for | neg for | free of | absence of | denies | denied | no definite | no obvious
        no more | neither | never | no convincing | no clear | no new evidence of | nor any
        no current | no current evidence of | no features of | no imaging evidence of
        no radiological evidence of | no clinical evidence of | without evidence of | lack of
        does not have | did not have | hasn't | no clinical
        未 | 不 | 非 | 没 | 未见到 | 未发现 | 未出现 | 未查见 | 未发生 | 未提示 | 未显示 | 否认
        不伴 | 不伴有 | 无合并 | 未合并 | 未再见 | 未再出现 | 暂无 | 暂未见 | 尚无 | 尚未见
        无证据提示 | 无证据
        未及 | 未探及 | 未查及 | 未见到明显 | 未见有 | 没见 | 没看到 | 没有见到 | 没发现 | 未看到
        未观察到
        无明显 | 无明确 | 未见明显 | 未见明确 | 未见确切 | 未发现明显 | 无确切
        """,
    ),
    term(
        Mark.NO_AFTER,
        r"\(\s*-{1,3}\s*\)",
        rf"{_AFTER_NAME}-(?:ve)?{_WORD_END}|{_AFTER_NAME}\s-(?:ve{_WORD_END}|(?=\s*(?:$|"
        r"[,;.。)、/])))",
        rf"[:=]\s*(?:-|0|无){_WORD_END}",
        r"(?<![a-z0-9])-\s?ve(?![a-z])",
    ),
    words(
        Mark.NO_AFTER,
        """
        nad | unremarkable | neg | negative | none | absent | not seen | not present | not detected
        not found
        not identified | clear | excluded | ruled out | not demonstrated | not evident
        not visualised | not visualized | none seen | none found | none detected | none identified
        none present | none so far | none to date | not observed | not noted
        无异常 | 未见异常 | 未见明显异常 | 无明显异常
        阴性 | 阴 | 已排除 | 排除
        """,
    ),
    words(Mark.NO_EITHER, "无|未见|没有|nil"),
    words(Mark.YES_BEFORE, "有|伴|伴有|合并|可见|存在|出现|发现|with|evidence of"),
    term(
        Mark.YES_AFTER,
        r"\(\s*\+{1,3}\s*\)",
        rf"{_AFTER_NAME}\s?\+{{1,3}}(?:ve)?{_WORD_END}",
        r"(?<![a-z0-9])\+\s?ve(?![a-z])",
    ),
    words(Mark.YES_AFTER, "positive|pos|present|yes|阳性|阳"),
    words(
        Mark.DOUBT,
        """
        possible | possibly | probable | probably | likely | unlikely | suspicious
        disagree | disagrees | disagreed | disputed | contested | discordant | discrepant
        controversial
        pseudoprogression | pseudo progression | except | except for | apart from | other than
        aside from
        excluding | save for | father | mother | brother | sister | sibling | donor | wife | husband
        son
        daughter | other patient | another patient | other pt | another pt
        妻子 | 丈夫 | 儿子 | 女儿 | 父亲 | 母亲 | 哥哥 | 弟弟 | 姐姐 | 妹妹 | 供者 | 供体 | 另一患者
        其他患者 | 另一例 | 有争议 | 争议
        意见不一 | 意见不一致 | 不一致 | 假性进展
        worry | worried | concern | concerns | risk | risk of | at risk | question of
        differentials
        suspicious for | suspected | suspect | suspicion of | concern for | concerning for
        suggests | suggestive of | suggesting | query | queried | may | might | could
        cannot exclude | can't be excluded | can't be ruled out | couldn't be excluded
        could not be excluded
        can't exclude | cannot rule out | can't rule out | not excluded
        cannot be excluded | can not exclude | rule out | r/o | vs | versus | equivocal
        indeterminate | unclear | uncertain | unsure | doubtful | borderline | questionable
        to be ruled out | to be excluded | be ruled out | not ruled out | not excluded
        not yet ruled out | not yet excluded | assumed | estimated | attributed to | attributable to
        presumed | presumably | apparent | apparently | favor | favour | favors | favours
        consistent with | c/w | not confirmed | unconfirmed | to be confirmed | tbc | nearly
        near | almost | unproven | not sure | perhaps | maybe | perfusion | thad | artifact
        artefact | nonspecific | non specific | seems
        appears | appears to be | differential | ddx
        可疑 | 疑 | 疑似 | 怀疑 | 考虑 | 不除外 | 不排除 | 除外 | 待除外 | 待排 | 待排除 | 待查
        待定 | 待证实 | 可能 | 可能性大 | 或许 | 不确定 | 不明确 | 不能除外 | 不能排除 | 未除外
        倾向 | 倾向于 | 拟诊 | 接近 | 几乎 | 似 | 似乎 | 难以鉴别 | 鉴别
        未证实 | 未确认 | 估计 | 估算 | 推测 | 大概 | 异常灌注 | 灌注异常 | 伪影
        """,
    ),
    words(
        Mark.NOT_KNOWN,
        """
        unknown | not known | unk | n/k | not assessed | not done | not checked | not evaluable
        not assessable | n/a | na | not documented | not recorded | not available | not measured
        not tested | not performed | not reported | unavailable | not stated | no data | not sent
        不详 | 不明 | 不清 | 不清楚 | 未知 | 未查 | 未做 | 未评估 | 无法评估 | 无法判断 | 未测
        未检测 | 未检查
        未记录 | 无记录 | 无资料 | 未提供 | 未说明 | 未提及 | 未评 | 缺如
        """,
    ),
    words(
        Mark.BENIGN,
        """
        benign | hemangioma | haemangioma | cyst | cysts | adenoma | adenomas | granuloma
        granulomas
        calcified | reactive | inflammatory | regenerative nodule | fnh | scar
        良性 | 血管瘤 | 囊肿 | 腺瘤 | 肉芽肿 | 钙化 | 反应性 | 炎性 | 炎症 | 再生结节 | 瘢痕
        """,
    ),
    # What is given for it may be given lest it come.
    term(
        Mark.DOUBT,
        r"(?<![a-z])(?:lactulose|rifaximin|prophylaxis|prophylactically|surveillance|"
        r"screening)\s+for(?![a-z])",
    ),
    words(Mark.SIGN, "征象|迹象|证据|影像学征象|影像学证据|影像证据"),
    words(Mark.DOUBT, "证据不足|依据不足"),
    term(Mark.QUERY, r"\(\s*\?+\s*\)", r"\?+"),
    words(
        Mark.PLANNED,
        """
        plan | planned | planning | to plan | for consideration of | consider | considering
        scheduled | will | will be | due | awaiting | await | pending | intend | intended
        going for | booked | listed for | to have | recommend | recommended | propose | proposed
        if | unless | should | next | upcoming | would | to be done | to do | discuss | discussed
        aim for | aims for | aiming for | goal of | hope | hopes | hope for | hoping | hoping for
        hopefully
        expect | expected | expecting | expects | anticipate | anticipated | wish | target of
        下周 | 下月 | 下个月 | 明日 | 明天 | 后天 | 择期 | 限期 | 放弃 | 终止
        abandoned | aborted | tomorrow | next week | next month | not given
        期望 | 希望 | 争取 | 力争 | 预计 | 预期 | 有望 | 目标
        todo | request | requested | refer for | awaits | consideration | option | options
        not possible | impossible | not feasible | contraindicated | not indicated | not suitable
        candidate | eligible | refused | declined | cancelled
        计划 | 拟 | 拟行 | 准备 | 预约 | 等待 | 待 | 下次 | 下一次 | 建议 | 若 | 如果 | 如 | 假如
        将 | 将行 | 需 | 需要 | 打算 | 讨论 | 能否 | 是否 | 可否 | 拒绝 | 取消 | 欲 | 要求
        再次拟行
        """,
    ),
    term(Mark.DOUBT, r"(?:(?<=cr)|(?<=pr)|(?<=sd)|(?<=pd))边缘"),
    # "If over half is viable, then the drug is changed."
    term(Mark.PLANNED, r"则(?=\s*(?:换|改|停|行|予|加|转|终止|放弃))"),
    term(
        Mark.PLANNED,
        rf"(?<![a-z])for\s+(?:(?:a|repeat|further|another|more|{ORDINAL})\s+)?(?={TACE})",
    ),
    words(
        Mark.PAST,
        """
        previous | previously | prior | prev | h/o | hx | hx of | history | history of | past
        formerly | earlier | initial | initially | at first | resolved | resolving | cleared
        recovered
        regressed | regression | regressing | gone | disappeared | recanalised | recanalized
        improved | improving | controlled
        under control | reversed | subsided | settled | last year | best | best response
        best overall | old | remote
        既往 | 曾 | 曾有 | 曾经 | 病史 | 史 | 以前 | 之前 | 过去 | 已愈 | 好转 | 已缓解 | 缓解
        消失 | 已消失 | 吸收 | 再通 | 起初 | 最初 | 一度 | 最佳 | 最佳疗效 | 上次 | 上一次 | 前次
        原先 | 此前 | 治愈 | 控制 | 已控制 | 改善 | 纠正 | 已纠正
        """,
    ),
    term(
        Mark.PAST,
        rf"(?<![a-z])before{WORD_END}",
        rf"第\s*{COUNT}\s*次\s*(?:{TACE}|治疗|介入)?\s*术?前",
        rf"(?:before|prior\s+to)\s+(?:the\s+)?(?:last|latest|{ORDINAL})\s*(?:{TACE}|session)?",
        r"(?:末次|上次|最后一次)\s*(?:tace)?\s*(?:术|治疗)?前",
        # The first of several.
        rf"(?<![之以术目此先年月周天日])前\s*{COUNT}\s*次\s*(?:{TACE}|治疗|介入)?(?:术?后)?",
        rf"(?<![a-z])(?:first|initial)\s+(?:[2-9]|two|three|four|five)\s+(?:{TACE}|sessions)(?![a-z])",
    ),
    words(Mark.AGO, "ago"),
    term(Mark.AGO, r"(?<=[天周月年])(?<![0-9]{4}年)前(?!后|已|即|就)"),
    words(Mark.BEFORE_SESSION, "术前|治疗前|介入前"),
    words(
        Mark.BECAUSE,
        """
        d/t | due to | because of | based on | driven by | owing to | on account of
        因 | 由于 | 因为 | 致 | 导致 | 所致
        """,
    ),
)
