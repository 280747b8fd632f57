# Words of the whole house: navigation, buttons, empty pages, general errors, roles, parties.
app-name = Counterpart
app-purpose = 两个平等地区之间的联合项目征集
app-responsible = 主管机关
skip-to-content = 跳到正文
new-window = （在新窗口打开）

## Navigation
nav-label = 主菜单
nav-side = 子菜单
nav-menu = 菜单
nav-close = 关闭菜单
nav-breadcrumb = 当前位置
nav-home = 首页
nav-programmes = 计划
nav-calls = 项目征集
nav-ideas = 项目设想
nav-applications = 申请书
nav-handling = 形式审查
nav-assessments = 评审
nav-priorities = 优先排序
nav-grants = 资助
nav-journal = 登记簿
nav-accounts = 用户与机构
nav-account = 我的页面
nav-events = 操作记录
nav-verify = 核验回执
nav-sign-in = 登录
nav-sign-out = 退出登录
nav-signed-in-as = 已登录：{ $name }
nav-demo = 演示：专家、分数和用户均为虚构。

## Language switch
language-label = 语言
language-choose = 选择语言
language-da = Dansk
language-en = English
language-zh = 中文
language-written-in = 原文为{ $language }
language-name-da = 丹麦文
language-name-en = 英文
language-name-zh = 中文

## Footer
footer-accessibility = 无障碍声明
footer-cookies = Cookie 说明
footer-privacy = 个人信息
footer-licence = 许可与源代码
footer-contact = 联系方式
footer-sources = 资料来源

## Buttons
button-save = 保存
button-save-draft = 保存草稿
button-save-continue = 保存并继续
button-cancel = 取消
button-back = 返回
button-next = 下一步
button-previous = 上一步
button-search = 搜索
button-clear = 清除
button-filter = 显示
button-export = 导出
button-export-xlsx = 导出为电子表格（xlsx）
button-export-csv = 导出为 CSV
button-import = 导入
button-upload = 添加附件
button-download = 下载
button-print = 打印
button-confirm = 确认
button-yes = 是
button-no = 否
button-add = 添加
button-edit = 修改
button-remove = 移除
button-delete = 删除
button-open = 打开
button-close = 关闭
button-show-all = 显示全部
button-send = 发送
button-submit = 提交
button-accept = 同意
button-decline = 不同意
button-withdraw = 撤回
button-retry = 重试

## Forms
form-required = 必填
form-optional = 选填
form-choose = 请选择……
form-hint-date = 日、月、年，例如 2018 年 11 月 20 日
form-hint-money = 整数或两位小数
form-hint-file = 不超过 { $size }。允许的类型：{ $types }
form-characters = 个字符
form-characters-left = { $count ->
   *[other] 还可输入 { $count } 个字符
}
form-characters-over = { $count ->
   *[other] 超出 { $count } 个字符
}
form-error-prefix = 错误：
form-summary-title = { $count ->
   *[other] 本页有 { $count } 处错误
}
form-summary-help = 请修改以下各项。您填写的内容均已保留。
form-unsaved = 您有尚未保存的修改。
form-saving = 正在保存……
form-saved = 已于 { $time } 保存
form-saved-simple = 已保存
form-save-failed = 保存失败。内容仍在页面上，请重试。
form-save-invalid = 尚未保存。请检查：
form-save-conflict = 其他人已先行保存。请点击保存，查看两个版本。
form-nothing-lost = 您填写的内容没有丢失。
form-day = 日
form-month = 月
form-year = 年
form-error-required = 请填写此项。
form-error-number = 请填写数字。
form-error-date = 请填写有效日期。
form-error-money = 请填写金额，例如 1,234.50。
form-error-choice = 请选择其中一项。
form-error-too-long = { $count ->
   *[other] 内容不得超过 { $count } 个字符。
}
form-error-bidi = 内容中含有改变阅读方向的不可见字符，请删除。

## Tables and lists
table-rows = { $count ->
   *[other] 共 { $count } 行
}
table-rows-found = { $count ->
   *[other] “{ $query }”共找到 { $count } 行
}
table-shown = 第 { $from }-{ $to } 行，共 { $total } 行
table-sort-by = 按{ $column }排序
table-sort-none = 未排序
table-sort-ascending = 升序
table-sort-descending = 降序
table-search = 在列表中搜索
table-search-hint = 可用丹麦文、英文和中文
table-actions = 操作
table-total = 合计
table-none = 无
table-unknown = 未填报
pages-label = 分页
pages-next = 下一页
pages-previous = 上一页
pages-page = 第 { $number } 页

## Empty states
empty-title = 暂无内容
empty-search = 没有符合条件的结果。请换一个较短的词，或清除搜索条件。
empty-calls = 目前没有开放的项目征集。欢迎提交项目设想。
empty-applications = 您还没有申请书。请选择一个开放的项目征集开始填写。
empty-journal = 登记簿为空。收发的文件将在此显示。

## Whose turn
turn-label = 当前由谁办理
turn-you = 现在由您办理
turn-party = 现在由{ $party }办理
turn-both = 现在由双方办理
turn-nobody = 目前无需任何人办理
later-assessing = 双方专家组正在评审。
later-ranking = 双方办公室正在排序并密封各自的优先清单。
turn-until = 截止时间：{ $deadline }
turn-waiting = 正在等待{ $who }

## Messages
message-info = 提示
message-success = 已完成
message-warning = 请注意
message-error = 错误
message-saved = 修改已保存。
message-sent = 已发送。
message-deleted = 已删除。
message-progress = 正在处理……{ $done } / { $total }
confirm-title = 您确定吗？
confirm-irreversible = 此操作无法撤销。

## General errors
error-title = 出现问题
error-not-found = 页面不存在
error-not-found-help = 网址有误，或您无权查看该页面。请返回首页，或在列表中搜索。
error-denied = 您没有权限
error-denied-help = 您当前以 { $name } 的身份登录。请换用其他账户登录，或向本方秘书处申请权限。
error-sign-in = 请登录后继续
error-stale = 页面在您打开之后已被修改
error-stale-help = 其他人已先行保存。请对照两个版本，选择要保留的内容。您填写的内容均已保留。
error-closed-session = 您已退出登录
error-closed-session-help = 请重新登录。您填写的内容仍保留在页面上。
kept-sign-in = 重新登录
kept-sign-in-help = 系统会向您的邮箱发送登录链接。请在本浏览器中打开该链接，并保留本页面。
kept-send = 登录后返回本页，发送您填写的内容
kept-typed = 您填写的内容
kept-file = 请重新选择文件“{ $name }”
kept-file-help = 本页保留了文字，但未保留文件。
kept-button = 现在发送
error-too-large = 文件过大
error-too-large-help = 文件不得超过 { $size }。请拆分文件，或另存为较小的版本。
error-wrong-file = 不支持此类文件
error-wrong-file-help = “{ $name }”不属于允许的类型（{ $types }）。请另存为其中一种类型后重试。
error-broken-file = 无法读取文件“{ $name }”，文件可能已损坏。
error-unknown-language = 本系统不提供语言“{ $code }”
error-unknown-language-help = 请选择丹麦文、英文或中文。
error-csrf = 表单来自其他网站
error-csrf-help = 为安全起见，未保存任何内容。请重新打开页面后提交。
error-replayed = 该表单已经提交过
error-replayed-help = 系统只保存了一次。结果如下。
error-method = 不能以这种方式使用此页面
error-busy = 系统繁忙
error-busy-help = 请稍候再试。您填写的内容仍保留在页面上。
error-failure = 系统错误
error-failure-help = 错误已记录。请稍后重试，或联系秘书处并告知错误编号。
error-failure-id = 错误编号：{ $id }
error-ways-out = 您可以
error-go-home = 返回首页
error-go-back = 返回上一页

## Roles
role-visitor = 访客
role-applicant = 申请人
role-participant = 参与单位
role-secretariat = 秘书处
role-office = 外事办公室
role-expert = 专家
role-chair = 专家组组长
role-recommender = 推荐机构
role-granter = 资助决定机构
role-auditor = 审计人员
role-administrator = 系统管理员

## Parties
party = 一方
party-both = 双方
party-own = 本方
party-counterpart = 对方
party-name-RM = 中日德兰大区
party-name-SH = 上海市
party-short-RM = RM
party-short-SH = SH
party-office = { $party }外事办公室
party-zone-RM = 奥胡斯
party-zone-SH = 上海
party-both-clocks = { $first }；{ $second }
