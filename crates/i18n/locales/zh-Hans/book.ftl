# The partnership book as a whole, and words that its parts share.
nav-book = 伙伴关系名录
nav-places = 地方
nav-organisations = 机构
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
