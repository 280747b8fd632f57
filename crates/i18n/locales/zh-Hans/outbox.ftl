# 本系统发出的邮件及其文字。
mail-sign-in-subject = 您的登录链接
mail-sign-in-body = { $name }，您好：

    您本人或他人申请了登录Counterpart的链接：

    { $address }

    该链接仅可使用一次，{ $minutes }分钟内有效。如非本人申请，无需理会。
