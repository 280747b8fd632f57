# 不可错过的日期提醒。
refusal-reminder-settled = 该提醒已经处理完毕。

## Page
nav-reminders = 提醒
reminder-lead = 不可错过的日期：通知期限、期满、审查、承诺事项、批准手续和十周年。每项提醒三次，发至公用邮箱和指定负责人；一周内无人确认的，通知全体工作人员。
reminder-stopped = 每日核算已停止
reminder-stopped-help = 已超过一天未核算。内容不会丢失：服务恢复后立即补办。请通知运维人员。
reminder-last-run = 最近一次核算 { $at }：{ $duties } 个日期，发出 { $sent } 封提醒。
reminder-last-late = 其中 { $count } 封延迟发出。
reminder-last-escalated = { $count } 封已转给全体工作人员。
reminder-missing = 应发而未发
reminder-missing-help = 将在下次核算时发出。
reminder-due = 日期
reminder-what = 内容
reminder-tier = 级别
reminder-planned = 计划发出
reminder-late = 延迟 { $count } 天
reminder-sent = 已发提醒
reminder-empty = 尚未发出提醒。日期来自有期限的现行文件、承诺事项及有期限的批准手续。
reminder-matter = 类型
reminder-mail = 邮件
reminder-mail-sent = 已送达
reminder-mail-waiting = 发送中
reminder-mail-failed = 无法送达
reminder-mail-none = 无收件人
reminder-acknowledge = 已阅
reminder-matter-notice = 通知期限
reminder-matter-expiry = 期满
reminder-matter-review = 开始审查
reminder-matter-commitment = 承诺事项到期
reminder-matter-approval = 批准手续到期
reminder-matter-ending = 终止生效
reminder-matter-anniversary = 周年
reminder-todo-notice = 请打开续签材料，并在该日之前作出决定。
reminder-todo-expiry = 请决定是否续签。
reminder-todo-review = 请开始汇总该文件的成效。
reminder-todo-commitment = 请登记进展及证明。
reminder-todo-approval = 请询问该机构并登记答复。
reminder-todo-ending = 请通知各方，并在此后将文件标记为已终止。
reminder-todo-anniversary = 请与对方商定是否及如何纪念。
reminder-tier-early = 第一次（提前）
reminder-tier-near = 第二次（临近）
reminder-tier-urgent = 第三次（紧急）
reminder-state-sent = 已发送
reminder-state-acknowledged = 已阅
reminder-state-escalated = 已转全体工作人员
reminder-state-overtaken = 已被取代
reminder-state-undeliverable = 无收件人
reminder-mail-subject = { $matter } { $day }：{ $what }
reminder-mail-subject-escalated = 无人确认：{ $matter } { $day }：{ $what }
reminder-mail-body =
    { $matter }：{ $day }
    { $what }

    { $todo }

    { $tier }。请确认已阅：{ $board }
    { $link }
reminder-mail-escalated =
    该提醒一周内无人确认，现通知双方全体工作人员。

    { $matter }：{ $day }
    { $what }

    { $todo }

    { $tier }。请确认已阅：{ $board }
    { $link }
