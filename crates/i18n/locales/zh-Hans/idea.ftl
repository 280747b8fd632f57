# 项目设想。
refusal-idea-late = 本次项目征集已于{ $since }截止，不再接受项目设想。请查看正在开放的项目征集。
idea-lead = 任何人都可以发送设想。设想不是申请书，秘书处用它为双方牵线搭桥。无需账户。
idea-lang = 填写所用语言
idea-title = 标题
idea-body = 设想
idea-body-help = 您想做什么、与谁合作、双方有何收益。
idea-organisation = 机构
idea-place = 所在方
idea-other-place = 其他地方
idea-contact = 联系方式
idea-contact-help = 电子邮箱或电话号码，仅双方秘书处及其审计人员可见。
idea-thanks = 感谢您的设想
idea-thanks-help = 双方秘书处现在都可以看到。如有合适的合作伙伴或问题，秘书处会与您联系。您无需等待答复即可申请。
idea-another = 再发送一个设想
idea-none = 尚未收到设想。表单链接在公告页面上。
idea-at = 收到时间
