# 封存的优先排序清单与联合优选：本方清单、封存、开启、会商、联合结果。
priority-title = 优先排序清单
priority-heading = { $party }的优先排序清单
priority-lead = 请为本方对项目排序。在双方都已封存清单并交出密钥单之前，其他任何人都看不到本清单。
priority-empty = 目前没有可排序的项目。双方秘书处均认定合格的项目会显示在这里。
priority-round = 第 { $number } 轮
priority-how = 最优项目的名次为 1，名次相同即为并列。没有名次的项目，要么是“合格未排名”，要么是“未列入优先”；后者须写明理由。
priority-suggest = 按本方专家组评分填入名次
priority-suggested = 以下名次来自本方专家组的评分，保存之前不会生效。
priority-save-seal = 保存并前往封存
priority-undecided = 未定
priority-to-joint = 前往联合优选
priority-turn-rank = 请对项目排序并封存本方清单。
priority-turn-reveal = 双方清单均已封存。请交出密钥单，以便同时开启两份清单。
priority-turn-others-rank = 清单尚待排序和封存。
priority-turn-others-reveal = 密钥单尚待交出。
priority-turn-meet = 两份清单均已开启。请会商并就联合结果达成一致。
priority-commitments = 已公布的承诺值
priority-commitments-help = 每个数值是一份封存清单的指纹。封存时即向双方公布，日后可证明内容未经改动。
priority-commitment = 承诺值（SHA-256）
priority-sealed-heading = 本方清单已封存
priority-sealed-text = 清单不能再更改，本系统也无法读取。只有本方的密钥单能开启它。

## 栏目与状态（电子表格中同样使用）
priority-search-hint = 编号和标题。搜索、排序或翻页时自动保存草稿。
priority-column-number = 编号
priority-column-title = 标题
priority-column-acronym = 简称
priority-column-partners = { $party } 参与单位
priority-column-others = 其他参与单位
priority-column-asked = 向 { $party } 申请
priority-column-hours = { $party } 工时
priority-column-score = 本方专家组评分（满分 100）
priority-column-state = 状态
priority-column-rank = 名次
priority-column-reason = 理由
priority-state-ranked = 已排名
priority-state-eligible-unranked = 合格未排名
priority-state-not-prioritised = 未列入优先
priority-rank-of = { $number } 的名次
priority-state-of = { $number } 的状态
priority-reason-of = { $number } 的理由

## 评议会电子表格
priority-sheet = 评议会电子表格
priority-sheet-help = 下载含参与单位、金额和评分的清单，由评议会填写名次、状态和理由，再读回系统。保存之前可先查看会有哪些改动。
priority-sheet-file = 要读入的电子表格
priority-sheet-hint = xlsx、ods 或 CSV。请勿改动编号和标题。
priority-sheet-button = 查看会有哪些改动
rehearsal-title = 读入电子表格
rehearsal-lead = “{ $name }”会带来的改动。目前尚未保存。
rehearsal-problems = { $count ->
   *[other] 文件中有 { $count } 处问题
}
rehearsal-problems-help = 没有读入任何内容。请修改文件后重新读入。
rehearsal-line = 行
rehearsal-column = 列
rehearsal-problem = 问题
rehearsal-same = 文件内容与已保存的草稿相同。
rehearsal-changes = 改动
rehearsal-count = { $count ->
   *[other] { $count } 个项目有改动
}
rehearsal-before = 改动前
rehearsal-after = 改动后
rehearsal-confirm = 保存这些改动

## 封存
seal-title = 封存清单
seal-heading = 封存{ $party }的清单
seal-not-yet = 清单还不能封存
seal-not-yet-help = 每个项目都须有名次或状态；未列入优先的须有理由。
seal-means = 封存意味着什么
seal-means-final = 任何人都不能再更改清单。
seal-means-published = 清单的指纹和时间立即向双方公布，内容不公布。
seal-means-unreadable = 系统只保存加密副本，系统运行人员也无法读取。
seal-means-lost = 密钥单一旦遗失，清单便无法开启，须由双方秘书处同意重新开始一轮。
seal-slip = 本方密钥单
seal-slip-help = 以下八行数字是开启本方清单的唯一密钥。请立即打印、抄录或下载，并存放在只有本方秘书处能接触的地方。系统不保存密钥单。
seal-slip-about = { $party }的密钥单，项目征集：{ $call }，第 { $round } 轮
seal-slip-keep = 在双方清单均封存之前请保密。没有密钥单，清单无法开启。
seal-download = 下载密钥单
seal-kept = 我已打印、抄录或下载密钥单
seal-confirm = 我确认清单为最终版本，予以封存
seal-button = 封存清单
seal-done = 清单已封存
seal-done-text = 双方现在都能看到承诺值和时间。对方也封存后，双方秘书处交出密钥单，两份清单同时开启。
seal-time = 封存时间
seal-last-time = 密钥单最后一次显示。
seal-back = 返回优先排序清单

## 交出密钥单
reveal-heading = 开启清单
reveal-lead = 双方清单均已封存。请交出密钥单；两份密钥单到齐后，两份清单同时开启。
reveal-slip = 密钥单
reveal-slip-hint = 八行数字，空格和换行不影响。
reveal-file = 或选择下载的文件
reveal-button = 交出密钥单

## 重新开始
void-heading = 密钥单遗失了吗？
void-help = 没有密钥单，清单无法开启。请对方秘书处同意作废本轮；对方同意后，双方重新排序并封存。旧一轮连同理由留存备查。
void-reason = 作废本轮的理由
void-ask = 请求作废本轮
void-asked-by = { $party }请求作废本轮：
void-agree-help = 同意后即开始新一轮。尚未封存的清单作为草稿保留。
void-agree = 同意并开始新一轮

## 会商
joint-title = 联合优选
joint-lead = 只有双方都列入优先的项目才能获得资助。各方以自己的资金池支付本方参与单位。
joint-question = 入选线
joint-policy = 规则
joint-pot = 资金池
joint-pot-of = { $party }资金池
joint-show = 显示
joint-hypothetical = 假设情形：并非原本的入选线
joint-other-pots = 此处的资金池并非本次征集的实际数额，因此不能据此提议。
joint-sums = 金额与工时
joint-sums-of = 按规则“{ $policy }”的金额与工时
joint-spent = 已用
joint-left = 剩余
joint-hours = 工时
joint-overdrawn = 超支
joint-value = 联合价值
joint-summary = { $count ->
   *[other] 资助 { $count } 个项目，联合价值 { $value }。
}
joint-match = 工时匹配度 { $percent }。
joint-equal-benefit = 互利均衡
joint-unproven = 目前最优；未及证明
joint-answered = 用时 { $count } 毫秒。
joint-list = 联合清单及理由
joint-place = 位次
joint-rank-of = { $party } 名次
joint-outcome = 结果
joint-outcome-funded = 资助
joint-outcome-reserve = 备选清单
joint-outcome-out = 不资助
joint-funded = 资助
joint-reserve = 备选第 { $place } 位
joint-reserve-list = 备选清单
joint-out = 不资助
joint-signed = 此前已商定
joint-set-in = 列入
joint-set-out = 排除
joint-set-in-of = 列入 { $number }
joint-set-out-of = 排除 { $number }
joint-lists = 双方清单
joint-order-help = 联合次序：两份清单各自只保留双方都排名的项目并依次靠拢。项目的位置取其并列各位的平均值，两个位置之和决定次序。和相等则并列；必须取舍时，由全部申请档案指纹得出的抽签决定，任何人都可复算。
joint-proof = 封存记录
joint-proof-help = 各份清单封存和开启的时间，以及公布的指纹。
joint-sealed = 封存
joint-revealed = 交出密钥单
joint-not-yet = 尚未
joint-to-own = 前往本方清单
joint-refusals = 被拒绝的密钥单
joint-refusal = { $party }交出的密钥单不能开启所封存的内容（第 { $number } 轮）。
joint-earlier = 已作废的轮次
joint-turn-propose = 请查看入选线并提议联合结果。
joint-turn-answer = 已提议联合结果，等待答复。
joint-turn-rerun = 有获资助项目退出。请提议新版联合结果。
joint-turn-agreed = 联合结果已商定。接下来由推荐机构审议。

## 入选规则
policy-about = 各规则的含义
policy-strict-ranking = 严格按名次
policy-skip-and-continue = 跳过并继续
policy-ties-by-fit = 并列者择合适
policy-gaps-forbidden = 不得跳空
policy-best-value = 价值最高
policy-most-projects = 项目最多
policy-help-strict-ranking = 沿联合清单向下，直到某项目超出任一资金池。其后一律不资助。
policy-help-skip-and-continue = 沿联合清单向下。放不下的跳过，再试下一个。
policy-help-ties-by-fit = 按整组并列向下。在资金用尽的那一组中，取能容纳的最多项目。
policy-help-gaps-forbidden = 只取整组：不会排除某项目而资助与其同位或更低的项目。
policy-help-best-value = 不论次序，取两个资金池所能容纳的最高联合价值之和。
policy-help-most-projects = 取两个资金池所能容纳的最多项目，其中再取价值最高者。

## 图
frontier-title = 两个资金池共同能实现什么
frontier-help = 以两个资金池的大小为轴，线上各点的联合价值相同。虚线为资金池，圆圈为当前入选线。数据见下表。
frontier-caption = 两个资金池最多可实现联合价值 { $value }。每条线表示实现其末端所标价值所需的最少资金。
frontier-sampled = 线条按抽样绘制。
frontier-axis = { $party }资金池
frontier-table = 以表格显示
frontier-steps = { $party }资金池变化时的最高价值（另一资金池不变）
frontier-pot = 资金池不少于
frontier-here = 现在

## 联合结果
result-heading = 联合结果
result-version = 第 { $number } 版
result-waits = 等待{ $party }
result-in-force = 有效
result-superseded = 已被取代
result-declined = 已谢绝
result-proposed-by = { $party }提议
result-accepted-by = { $party }接受
result-declined-by = { $party }谢绝
result-reason = 理由
result-cause = 新版缘由
result-note = 说明
result-note-hint = 如有项目被人工列入或排除，须写明原因。
result-body = 签署文本（文件）
result-changes = 与上一版的差异
result-answer-help = 接受时，系统根据两份清单重新计算，仅在结果一致时予以采纳。
result-answer-reason = 谢绝的理由
result-accept = 代表本方接受
result-propose-heading = 提议这一入选线
result-propose-help = 规则、清单、资金池和结果连同指纹一并固定。由对方接受或谢绝；任何一方都不能接受自己的提议。
result-propose-confirm = 我确认本方提议这一入选线
result-propose = 向对方提议
result-rerun-heading = 有获资助项目退出
result-rerun-text = 此后撤回或被否决的项目：{ $numbers }。新版保留其余全部已商定项目，并使用释放出的资金。
result-rerun = 提议新版

## 消息
message-revealed = 密钥单正确。对方交出后即开启清单。
message-revealed-both = 两份清单均已开启。
message-void-asked = 已请求对方秘书处作废本轮。
message-void-agreed = 本轮已作废，新一轮开始。
message-proposed = 已向对方提议该结果。
message-accepted = 联合结果已商定。
message-declined = 已谢绝该提议。

## 拒绝：清单
refusal-priority-assessment-open = { $party }尚未结束评审。双方均结束后才开始排序。
refusal-priority-nothing-to-rank = 没有双方秘书处均认定合格的项目，因此无可排序。
refusal-priority-not-begun = 尚未开始任何清单。请先对项目排序。
refusal-priority-sealed = 清单已封存（{ $since }），不能更改。
refusal-priority-not-sealed-by = { $party }尚未封存清单。双方均封存后才接收密钥单。
refusal-priority-revealed = 密钥单已经交出（{ $since }）。
refusal-priority-slip-mismatch = 该密钥单不能开启{ $party }所封存的清单。此次尝试已记录。请核对是否为本次征集、本轮的密钥单。
refusal-priority-void-too-late = 两份清单均已开启，本轮不能再作废。
refusal-priority-void-nothing-sealed = 尚无清单封存，无可作废。
refusal-priority-void-asked = { $party }已请求作废本轮。
refusal-priority-void-reason = 请写明作废本轮的理由。
refusal-priority-void-not-asked = 没有人请求作废本轮。
refusal-priority-void-own = 请求由本方秘书处提出，须由{ $party }同意。
refusal-priority-not-revealed = 清单尚未开启：{ $party }还有一步未完成。
refusal-priority-round-void = 第 { $number } 轮已作废（{ $since }）。
refusal-priority-rank-not-a-number = “{ $typed }”不是名次。请填写 1 至 { $max } 的整数。
refusal-priority-rank-and-unranked = 该项目有名次 { $typed }，但状态表明未排名。请二选一。
refusal-priority-rank-missing = 状态为已排名，但没有名次。
refusal-priority-state-unknown = “{ $typed }”不是有效状态。
refusal-priority-not-on-roster = { $number } 不在本轮项目之列。
refusal-priority-twice = { $number } 在清单中出现两次。
refusal-priority-undecided = { $number } 既无名次也无状态。
refusal-priority-reason-missing = { $number } 未列入优先，请写明理由。
refusal-seal-tick = 封存前请勾选此项。
refusal-slip-missing = 请输入密钥单，或选择下载的文件。
refusal-slip-length = 密钥单有 200 位数字，此处为 { $found } 位。
refusal-slip-character = “{ $typed }”不属于密钥单。密钥单只有数字。
refusal-slip-line = 第 { $line } 行有误，请重新读取该行。

## 拒绝：电子表格
refusal-sheet-missing = 请选择电子表格。
refusal-sheet-unreadable = “{ $name }”无法作为电子表格读取。请另存为 xlsx 或 CSV 后重试。
refusal-sheet-not-utf8 = “{ $name }”是旧字符集的 CSV 文件。请另存为“CSV UTF-8”或 xlsx。
refusal-sheet-empty = 第一张工作表为空。
refusal-sheet-column-missing = 缺少“{ $column }”一列。
refusal-sheet-number-unknown = 本轮没有项目“{ $number }”。
refusal-sheet-number-twice = { $number } 已在第 { $line } 行出现。
refusal-sheet-title-changed = 此处标题为“{ $typed }”，而项目标题为“{ $title }”。是否移动了行？
refusal-sheet-formula = 该单元格含有公式。请以数值粘贴。
refusal-sheet-project-missing = 文件中缺少 { $number }。

## 入选线的理由
refusal-cut-not-prioritised = { $party }未将该项目列入排名。
refusal-cut-withdrawn = 申请已撤回。
refusal-cut-refused = 有批准机构否决了该项目。
refusal-cut-excluded = 双方将其排除，见说明。
refusal-cut-ended = 入选线止于其上方的 { $number }。
refusal-cut-short = { $party }缺 { $money }。
refusal-cut-dearer = 申请额比{ $party }整个资金池还多 { $money }。
refusal-cut-top-up = { $party }再增加 { $money } 即可入选（排在其前的项目先行入选）。
refusal-cut-top-up-both = { $party }再增加 { $money }、{ $party2 }再增加 { $money2 } 即可入选（排在其前的项目先行入选）。
refusal-cut-passed-over = 其他项目合计价值更高。
refusal-cut-signed-exceed = 列入的项目比{ $party }资金池多出 { $money }。
refusal-cut-undecided = 未能及时证明最优选择。请列入或排除部分项目，或改用其他规则。

## 拒绝：联合结果
refusal-result-pending = { $party }提议的第 { $version } 版仍待答复。
refusal-result-agreed = 第 { $version } 版已商定并有效。只有获资助项目撤回或被否决时才需要新版。
refusal-result-note-missing = { $count ->
   *[other] 有 { $count } 个项目被人工列入或排除。请在说明中写明原因。
}
refusal-result-answered = 第 { $version } 版已有答复。
refusal-result-own = 该提议由{ $party }提出，只能由对方答复。
refusal-result-decline-reason = 请写明谢绝的理由。
refusal-result-not-a-candidate = 并非双方都列入优先的项目不能获得资助（{ $id }）。
refusal-result-drops-signed = 会丢失一个已商定的项目（{ $id }）。
refusal-result-overdraws = 项目费用超出资金池。
refusal-result-pots = 只能按本次征集的实际资金池提议，其他数额仅供试算。
refusal-result-differs = 提议之后情况有变，例如有项目撤回：重新计算的结果不一致。请谢绝后重新提议。
refusal-result-none = 尚无商定的结果。
refusal-result-tick = 提议前请勾选此项。
