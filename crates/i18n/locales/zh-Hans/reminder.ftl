# 不可错过的日期提醒。
refusal-reminder-settled = 该提醒已经处理完毕。
