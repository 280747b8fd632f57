# 日志。
event-lead = 每项操作及其时间和账户。每一行都带有上一行的指纹，因此被改动或缺失的行会被发现。
event-check = 检查日志是否完整
event-whole = 日志完整
event-whole-help = 每一行都与上一行衔接。
event-broken = 日志被改动
event-broken-help = 第{ $number }行与上一行不衔接。请与备份核对，并告知双方审计人员。
event-none = 尚无记录。
event-number = 序号
event-at = 时间
event-who = 操作者
event-what = 操作
event-subject = 对象
event-detail = 详情
event-nobody = 未登录者或系统运行方
event-unknown = 未知账户
event-newest = 最新
event-older = 更早
