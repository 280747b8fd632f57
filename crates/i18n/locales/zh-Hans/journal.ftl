# 登记簿：每一份重要的收文和发文，记有编号、日期和事由。
journal-title = 登记簿
journal-lead = 贵办公室收到、发出或形成的每一份重要文件，记有编号、日期和事由。双方办公室各自登记。
journal-of-call = 本次项目征集的登记簿
journal-log = 登记来往信函
journal-log-help = 登记与案件有关的重要信函，包括与专家组的往来。登记后自动取得下一个编号，不能删除。
journal-direction = 收发
journal-direction-in = 收文
journal-direction-out = 发文
journal-direction-internal = 内部
journal-day = 日期
journal-day-hint = 文件收到、发出或形成的日期
journal-subject = 事由
journal-subject-hint = 简短，不写个人隐私
journal-counterpart = 来自或发往
journal-counterpart-hint = 对方的个人、机构或专家组
journal-body = 正文
journal-application = 申请书
journal-application-none = 整个项目征集
journal-number = 编号
journal-call = 项目征集
journal-file = 文件
journal-file-none = 没有附件。
journal-by = 登记人
journal-by-house = 系统
journal-entered = 登记时间
journal-show = 登记条目 { $number }
journal-caption = 登记条目，最新的在前
journal-export-name = 登记簿
journal-filter-all = 全部收发

## 系统自动登记的事由
journal-subject-submission = 收到申请书 { $number }：{ $title }
journal-subject-late-request = 逾期提交的请求：{ $title }
journal-subject-late-answer = 对逾期提交请求的答复：{ $title }
journal-subject-withdrawal = 申请书 { $number } 已撤回
journal-subject-eligibility = { $verdict ->
    [eligible] { $number } 形式审查：符合条件
   *[ineligible] { $number } 形式审查：不符合条件
}
journal-subject-group = 专家组由{ $body }任命
journal-subject-closing = 本方评审已结束
journal-subject-letter = 关于 { $number } 的决定函
journal-subject-statement = { $number } 的配套资金确认
journal-subject-recommendation = { $body }关于 { $number } 的推荐意见
journal-subject-decision = { $body }关于 { $number } 的决定

## 拒绝的理由
refusal-journal-day = 请填写存在的日期。
refusal-journal-future = 该日期尚未到来。
