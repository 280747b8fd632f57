# Papers: decision papers for a recommending body, decision letters, receipts.

## Shared
paper-to = 致
paper-from = 提交单位
paper-date = 日期
paper-case = 案号
paper-case-foot = 案号 { $number }
paper-programme = 计划
paper-call = 项目征集
paper-project = 项目
paper-application = 申请书
paper-total = 合计
paper-appendix = 附件
paper-verify-address = 验证网址

## Decision paper
paper-decision-title = 提交{ $body }的推荐意见
paper-meeting = 会议
paper-meeting-at = { $date }，{ $place }
paper-item = 议程项
paper-decided-by = 决定机构
paper-figure-of = { $count } / { $total }
paper-figure-recommended = 推荐 / 收到的申请书
paper-figure-money = { $party }拟资助金额
paper-figure-hours = { $first } / { $second } 工时
paper-proposal = 建议
paper-proposal-lead = 秘书处建议{ $body }：
paper-point-note = 知悉{ $first }与{ $second }于{ $date }达成的联合优选结果（第 { $version } 版）；
paper-point-grant = 建议{ $granting }向下列 { $count } 个项目共资助 { $money }；
paper-point-reserve = 建议如有项目退出，由备选清单上的 { $count } 个项目依次递补；
paper-point-release = 建议仅在{ $counterpart }对相应项目的配套资金和活动均有证明后方可拨付资金。
paper-nothing-recommended = 在两个资金池范围内，没有双方共同优选的项目，因此不提出资助建议。
paper-background = 背景
paper-recommended = 推荐项目
paper-recommended-caption = 双方共同优选且两个资金池均可容纳的项目
paper-col-rank = 序号
paper-col-project = 项目与申请单位
paper-col-money = { $party }（{ $currency }）
paper-col-hours = { $first } / { $second } 工时
paper-col-cofinancing = { $counterpart }配套资金
paper-cofinancing-stated = 已确认
paper-cofinancing-missing = 尚无确认
paper-blocked = 目前尚不能出具推荐意见
paper-blocked-text = { $counterpart }尚有 { $count } 个项目未出具配套资金确认。
paper-pots = 两个资金池
paper-pots-caption = 预留、拟资助与剩余金额
paper-col-pot = 资金池
paper-col-available = 预留
paper-col-used = 拟资助
paper-col-left = 剩余
paper-pots-note = 双方各自以本方货币资助本方参与单位。力求对等的是工时，而不是金额。
paper-reserve = 备选清单
paper-reserve-caption = 如有项目退出，依次递补的项目
paper-lists = 附录：双方优先顺序清单
paper-lists-caption = 任一方列入优先的项目及其在各方清单中的位置
paper-left-out-lead = { $count } 份申请书未获推荐。项目及理由见文末附件。
paper-left-out = 附件：未推荐的项目
paper-left-out-caption = 未推荐的申请书及理由
paper-col-reason = 理由
paper-legal = 法律依据
paper-participants = 附件：参与单位与金额
paper-participants-caption = 获得资助的参与单位及其所属方
paper-col-participant = 参与单位
paper-col-party = 所属方
paper-col-amount = 金额
paper-col-hours-own = 工时

## Decision letter
paper-letter-granted = 资助决定通知
paper-letter-refused = 不予资助决定通知
paper-letter-reserve = 列入备选清单通知
paper-letter-granted-text = { $body }于{ $date }决定向贵方参与的项目资助 { $money }。
paper-letter-refused-text = { $body }于{ $date }决定不资助该项目。
paper-letter-reserve-text = { $body }于{ $date }决定将该项目列入备选清单。如有可用资金，我们将另行通知。
paper-letter-parties = 本资助仅用于{ $party }的参与单位。{ $counterpart }资助其本方参与单位，并另行通知。
paper-letter-reasons = 理由
paper-letter-conditions = 资助条件
paper-letter-appeal = 申诉途径
paper-letter-contact = 咨询
paper-letter-close = 特此通知。

## Receipt
paper-receipt-title = 申请书回执
paper-receipt-number = 回执编号
paper-receipt-submitted = 收到时间
paper-receipt-applicant = 提交人
paper-receipt-text = 申请书已收到。其内容已按下列指纹对应的形式固定；此后的任何改动都会产生不同的指纹。
paper-receipt-parts = 提交的内容
paper-receipt-parts-caption = 提交的各部分
paper-col-part = 部分
paper-col-fingerprint = 指纹（SHA-256）
paper-receipt-proof = 证明
paper-receipt-fingerprint = 指纹（SHA-256）
paper-receipt-signature = 签名（Ed25519）
paper-receipt-key = 密钥
paper-receipt-verify = 如何验证本回执
paper-receipt-verify-text = 打开网址并输入回执编号。页面将显示所收到的指纹以及签名是否真实。无需登录。
