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

## Form
office-organisation = 机构
office-place-help = 页面地址（如 places/shanghai）或名称。
office-partnership-help = 所服务的伙伴关系（如有）。
office-behind = 设立与资助方
office-behind-help = 所有方、合作方与资助方。填写页面地址（如 organisations/region-midtjylland）或名称。
office-role = 角色
office-share = 份额（文字说明）
office-closing = 关闭
office-closing-help = 仍在运行的办事处留空。关闭须有决定日期和理由。
office-freed-for = 资金现用途
office-freed-amount = 每年腾出资金
office-currency = 货币
