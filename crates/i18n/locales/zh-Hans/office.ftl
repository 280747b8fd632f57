# 驻外代表处。
office-lead = 驻外代表处：谁设立、谁出资、宗旨为何、何时设立、为何关闭。
office-new = 新建代表处
office-name = 代表处
office-place = 地点
office-opened = 设立
office-closed = 关闭
office-decided = 决定关闭
office-closing-decided = 决定关闭：
office-reason = 原因
office-freed = 释放的资金
office-state-closing = 已决定关闭
office-state-closed = 已关闭
office-state-no-closing = 未见关闭记录
office-role-owner = 设立方
office-role-partner = 合作方
office-role-funder = 出资方

## Refusals
refusal-office-ownerless = 代表处至少有一个设立方。
refusal-office-closing-undecided = 关闭须有决定日期和原因。
refusal-office-closed-before-opened = 关闭日期不能早于设立日期。
