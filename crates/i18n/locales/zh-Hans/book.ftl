# The partnership book as a whole, and words that its parts share.
nav-book = 伙伴关系名录
nav-places = 地方
nav-organisations = 机构
nav-twin-towns = 友好城市
nav-disagreements = 说法不一
nav-sources = 资料来源
book-menu-label = 伙伴关系名录栏目
book-lead = 谁与谁合作、依据哪些文件、取得了什么成果？每一条信息均注明来源和时间。
book-search = 在名录中搜索
book-search-organisations = 搜索机构
book-search-places = 搜索地方
book-holds = 内容概览
book-method = 来源说法不一时，两种说法并列展示；仅有一个来源时，在该条信息旁注明；未经核实的内容均有标注。
book-all = 全部
book-name = 名称
book-names = 名称
book-aliases = 其他写法
book-country = 国家
book-slug = 网址短名
book-unverified = 未经核实
country-DK = 丹麦
country-CN = 中国
country-SE = 瑞典
country-DE = 德国
country-IT = 意大利
country-NL = 荷兰
country-FR = 法国
unit-km2 = { $number } 平方千米
unit-people = { $number } 人
unit-projects = { $number } 个项目
unit-DKK = { $number } 丹麦克朗
unit-percent = { $number }%
book-places = { $count ->
   *[other] { $count } 个地方
}
book-organisations = { $count ->
   *[other] { $count } 个机构
}
book-pairs = { $count ->
   *[other] { $count } 对未经核实的友好城市
}
book-sources = { $count ->
   *[other] { $count } 个资料来源
}
book-disputes = { $count ->
   *[other] { $count } 处来源说法不一
}
book-edit-title = 修改{ $name }
book-one-is-enough = 至少填写一种语言，其他语言可稍后补充。
book-country-help = ISO 3166-1 两位字母代码，例如 DK 或 CN。
book-named-help = 名称或短名，例如“江苏省”或 jiangsu，可留空。
book-date-help = 按来源所知填写：2003、198X（20世纪80年代）、2016-21（春季）、2008-03、2018-11-20、2009/2011，留空表示不详。
book-verified = 已由秘书处核实
book-alike = 可能已有相同条目
book-alike-help = 同一地方或机构只应登记一次。如属于以下条目，请在该条目下添加写法。
book-anyway = 并非同一条目，仍要新建
book-spelling = 写法
book-spelling-help = 来源中的写法，或不带声调的拼音。
book-to-page = 前往公开页面
book-edit = 修改
refusal-book-one-language = 请至少用一种语言填写。
refusal-book-country-code = “{ $typed }”不是两位字母的国家代码。
refusal-book-number = “{ $typed }”不是数字。请勿使用千位分隔符，例如 102600 或 2.5。
refusal-book-date = “{ $typed }”不是有效日期。例如填写 2003、198X、2016-21、2008-03、2018-11-20 或 2009/2011。
refusal-book-unknown = 没有名为“{ $typed }”的条目。请检查写法，或先行新建。
refusal-book-ambiguous = 有多个条目名为“{ $typed }”。请填写网址中的短名。
bulk-title = 读入电子表格
bulk-lead = 批量修改。系统先显示将发生的变化，确认之前不会保存。
bulk-choose = 选择文件
bulk-help = 请从列表导出的电子表格开始。没有短名的行将新建条目；有短名的行将修改已有条目；未包含的列不作修改。
bulk-file-help = xlsx、ods 或 CSV，不超过 5,000 行、2 MB。
bulk-changes = 将发生的变化
bulk-what = 变化
bulk-new = 新建
bulk-changed = 修改
bulk-save = 全部保存
refusal-book-kind = “{ $typed }”不是已有类别。请使用列表中的用语。
refusal-book-twice = 该条目已存在，短名为“{ $slug }”。如需修改，请在该行填写短名。
bulk-same = { $count ->
   *[other] { $count } 行没有变化。
}
