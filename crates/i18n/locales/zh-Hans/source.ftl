# Sources of the book.
source-lead = 伙伴关系名录的全部内容均以下列资料为依据。
source-none = 尚无资料来源，由秘书处录入。
source-title = 标题
source-written = 成文时间
source-facts = 信息条数
source-licence = 使用条款
source-url = 网址
source-rests = 依据该来源的信息
source-rests-nothing = 尚无信息引用该来源。
source-new = 新建来源
source-note = 来源说明
refusal-source-taken = 已有同名来源。
