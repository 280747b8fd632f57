# 伙伴关系。
nav-partnerships = 伙伴关系
nav-instruments = 合作文件
nav-offices = 代表处
partnership-title = 伙伴关系
partnership-name = 名称
partnership-lead = 谁与谁合作、始于何时、合作什么、有何成果。每项内容均注明来源。
partnership-new = 新建伙伴关系
partnership-open = 查看
partnership-kind = 类型
partnership-state = 状态
partnership-since = 起始时间
partnership-since-unknown = 来源未说明时间
partnership-until = 终止时间
partnership-side-a = 甲方
partnership-side-b = 乙方
partnership-label-a = 甲方的称谓
partnership-label-b = 乙方的称谓
partnership-contact = 联系岗位
partnership-mailbox = 公务邮箱
partnership-disputes = 来源说法不一
partnership-disputes-help = 各种说法并列展示，并注明各自来源。本册不作取舍。
partnership-texts = 合作文件
partnership-no-texts = 该伙伴关系下尚无公开的合作文件。
partnership-themes = 主题
partnership-theme = 主题
partnership-period = 时期
partnership-level = 层级
partnership-goal = 所支持的目标
partnership-levels = 合作层级
partnership-results = 成果
partnership-no-results = 册中尚无成果记录。成果须注明来源和日期后录入。
partnership-projects = 联合征集产生的项目
partnership-programmes = 计划
partnership-benefit = 效益
partnership-related = 与其他伙伴关系的联系
partnership-timeline = 时间线
partnership-coming = 即将到来
partnership-ics = 日历订阅（iCal）
partnership-atom = 信息流（Atom）
partnership-anniversaries = 即将到来的周年
partnership-anniversaries-lead = 未来三年内的整周年。逢十周年和二十五周年加粗显示。
partnership-no-anniversaries = 三年内没有整周年。
partnership-when = 时间
partnership-years = 周年
partnership-what = 事项
partnership-health = 运行状况
partnership-details = 主题与层级

## Kinds
partnership-kind-strategic = 战略伙伴关系
partnership-kind-sister = 友好城市（省州）
partnership-kind-friendship = 友好交流城市
partnership-kind-agreement = 合作协议关系
partnership-kind-collaboration = 合作
partnership-kind-project = 项目合作
partnership-kind-institution = 机构间合作

## States
partnership-state-developing = 筹建中
partnership-state-active = 活跃
partnership-state-quiet = 平静
partnership-state-dormant = 休眠
partnership-state-ended = 已结束
partnership-state-unknown = 未说明

## Levels
partnership-level-political = 政治层面
partnership-level-administrative = 行政层面
partnership-level-municipal = 市政层面
partnership-level-institution = 机构层面
partnership-level-business = 企业层面

## Links
partnership-link-supported-by = 支持方
partnership-link-led-to = 促成了
partnership-link-independent-of = 独立于
partnership-link-under = 隶属于
partnership-backlink-supported-by = 所支持的合作
partnership-backlink-led-to = 源于
partnership-backlink-independent-of = 并存且相互独立
partnership-backlink-under = 包括

## Timeline
partnership-moment-began = 启动：{ $what }
partnership-moment-ended = 结束：{ $what }
partnership-moment-signed = 签署：{ $what }
partnership-moment-expires = 到期：{ $what }
partnership-moment-terminated = 终止：{ $what }
partnership-moment-opened = 设立：{ $what }
partnership-moment-closed = 关闭：{ $what }
partnership-moment-anniversary = { $years }周年：{ $what }

## Refusals
refusal-partnership-one-sided = 伙伴关系双方至少各有一个参与方。请补充缺少的一方。
refusal-partnership-party-twice = 同一参与方重复出现。每个参与方只能在一方出现一次。
refusal-partnership-party-unknown = 册中没有名为“{ $typed }”的地方或机构。请先创建，或填写其页面地址，例如 places/shanghai。
refusal-partnership-party-several = 有多个匹配项。请填写其中一个地址：{ $slugs }
refusal-partnership-unknown = 册中没有该伙伴关系。
refusal-partnership-state-reason = 请写明原因，供后续经办人查阅。
refusal-partnership-state-same = 伙伴关系已处于该状态。
refusal-partnership-link-self = 伙伴关系不能与自身建立联系。
refusal-partnership-contact-future = 日期在将来。联络须在发生之后登记。
refusal-book-slug = 地址由小写字母、数字和连字符组成，至少两个字符。
refusal-book-slug-taken = 该地址已被使用，请另选。
