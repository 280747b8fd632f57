# Reminders of days that must not be missed.
refusal-reminder-settled = The reminder has been settled already.
