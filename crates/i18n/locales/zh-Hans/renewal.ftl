# 续签材料。
refusal-renewal-no-advice = 请选择您的建议。
refusal-renewal-no-reasons = 请至少用一种语言写明理由。
refusal-renewal-no-body = 请写明由哪个机构决定。
refusal-renewal-decided = 该材料已经作出决定。
