# Companies in a place, or with partners there.
nav-presences = 企业
presence-lead = 在某地设点或在当地有合作伙伴的企业。
presence-new = 录入企业
presence-edit = 修改条目
presence-kind = 方式
presence-kind-located = 在当地设点
presence-kind-partners = 在当地有伙伴
presence-kind-entry = 进入该国的门户
presence-place = 地方
presence-who = 企业
presence-who-help = 册中某企业的名称或短名；来源未点名的留空。
presence-country-help = 两个字母，如DK；未点名时填写企业所属国家。
presence-companies-of = { $country }企业
refusal-presence-who = 请填写企业，或填写企业所属国家。
