# 首页：各角色的待办事项。
home-lead = 两个地区以平等身份共同资助联合项目。各方资助本方参与单位，各由本方专家评审，只有双方都列为优先的项目才能获得资助。
home-party = 以{ $currency }支付；时区{ $zone }
home-step-call = 双方秘书处发布项目征集及其评审标准、资金池和期限。
home-step-apply = 由双方单位组成的联合体提交一份联合申请书。
home-step-assess = 双方专家组分别评审。
home-step-prioritise = 双方封存各自的清单，同时开启，并商定一个结果。
home-step-grant = 各方机构作出决定，凭对方的配套资金和活动拨付资金。
home-open-calls = 正在开放的项目征集
home-no-open-call = 目前没有开放或已公告的项目征集。仍可查阅所有项目征集。
home-waiting = 您的待办事项
home-audit = 审计
home-idle = 有新的工作时会显示在这里。
home-idle-office = 申请书、逾期提交申请、待封存的清单和待答复的结果会显示在这里。
home-idle-applicant = 请在下方选择一个正在开放的项目征集，开始填写申请书。
home-draft-call = { $count ->
   *[other] “{ $call }”有{ $count }份草稿等待贵方秘书处同意
}
home-late = { $count ->
   *[other] “{ $call }”有{ $count }份逾期提交申请等待答复
}
home-unhandled = { $count ->
   *[other] “{ $call }”有{ $count }份申请书等待贵方秘书处形式审查
}
home-unclosed = { $count ->
   *[other] “{ $call }”中 { $count } 份申请书的本方评审尚未结束
}
home-unsealed = { $count ->
   *[other] “{ $call }”有{ $count }份贵方优先排序清单尚未封存
}
home-unanswered = { $count ->
   *[other] “{ $call }”有{ $count }份联合结果等待贵方答复
}
home-undecided = { $count ->
   *[other] “{ $call }”有{ $count }个项目等待贵方决定
}
home-unassessed = { $count ->
   *[other] “{ $call }”有{ $count }份申请书等待您评审
}
home-own-draft = { $count ->
   *[other] 您在“{ $call }”中有{ $count }份申请书尚未提交
}
home-unconfirmed = { $count ->
   *[other] 您在“{ $call }”的申请书中有{ $count }个部分等待您确认
}
home-reminders = 伙伴关系名录中有 { $count } 个日期无人确认
