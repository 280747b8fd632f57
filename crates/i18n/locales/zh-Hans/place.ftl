# Places.
place-kind = 类别
place-kind-country = 国家
place-kind-region = 大区
place-kind-province = 省
place-kind-direct-municipality = 直辖市
place-kind-special-region = 特别行政区
place-kind-prefecture = 地级行政区
place-kind-city = 城市
place-kind-district = 市辖区
place-kind-municipality = 市政（自治体）
place-kind-county = 县（郡）
place-kind-area = 无建制区域
place-kind-unclassified = 未说明
place-code = 本国行政代码
place-wikidata = Wikidata
place-within = 隶属
place-capital = 首府
place-members = 包括
place-member-of = 属于
place-organisations = 当地机构
place-twins-help = 以下友好城市关系由他人提供，取自 Wikidata（P190，2016 年），本系统未经核实。
place-children = { $count ->
   *[other] 下辖 { $count } 个地方
}
place-twins = { $count ->
   *[other] 其他友好城市：{ $count } 个，未经核实
}
place-new = 新建地方
place-code-help = 例如 DK-82、0751 或 320000。
place-wikidata-help = 例如 Q8686，可留空。
place-lon = 经度
place-lat = 纬度
place-position-help = 十进制度数，东经、北纬为正，可留空。
refusal-place-degree = “{ $typed }”不是 -{ $most } 至 { $most } 之间的度数。
refusal-place-half-position = 请同时填写经度和纬度，或都不填。
refusal-place-ring = 地方不能隶属于自身。
place-twin = 友好城市
twin-place = 地方
twin-status = 状态
twin-lead = 这些结对关系于2016年载于维基数据，尚未经本系统任何一方核实，仅供查考，不作为事实。
twin-source = 关于来源
twin-none = 尚未导入任何条目。请由运维人员执行“counterpart import twin-towns”。
place-hidden = 另有{ $count }个地方仅见于未经核实的说法。
place-show-hidden = 一并显示
place-only-verified = 仅显示已核实的地方
