# Reminders of days that must not be missed.
refusal-reminder-settled = The reminder has been settled already.

## Page
nav-reminders = Reminders
reminder-lead = Dates that must not be missed: notice, end of term, review, commitments, approvals, tenth years. Each is reminded of three times, to the role mailbox and the named owner; what nobody acknowledges within a week goes to every officer.
reminder-stopped = The daily reckoning has stopped
reminder-stopped-help = No reckoning for more than a day. Nothing is lost: it is made up for as soon as the service runs again. Tell the operator.
reminder-last-run = Last reckoned { $at }: { $duties } dates, { $sent } reminders sent.
reminder-last-late = { $count } of them late.
reminder-last-escalated = { $count } were passed to every officer.
reminder-missing = Should have been sent, and was not
reminder-missing-help = They leave with the next reckoning.
reminder-due = Date
reminder-what = What
reminder-tier = Tier
reminder-planned = Planned for
reminder-late = { $count } days late
reminder-sent = Reminders sent
reminder-empty = Nothing has been reminded of yet. Dates come from texts in force with a term, from commitments and from approvals with a date.
reminder-matter = Kind
reminder-mail = Mail
reminder-mail-sent = Delivered
reminder-mail-waiting = On its way
reminder-mail-failed = Could not be delivered
reminder-mail-none = Nobody to send it to
reminder-acknowledge = Seen
reminder-matter-notice = Last day for notice
reminder-matter-expiry = End of term
reminder-matter-review = Begin the review
reminder-matter-commitment = Commitment due
reminder-matter-approval = Approval due
reminder-matter-ending = Notice takes effect
reminder-matter-anniversary = Round year
reminder-todo-notice = Open the renewal dossier and have it decided before that day.
reminder-todo-expiry = Decide whether the text is to be renewed.
reminder-todo-review = Begin to gather what the text has given.
reminder-todo-commitment = Enter how it goes, and what shows it.
reminder-todo-approval = Ask the body, and enter its answer.
reminder-todo-ending = Tell the partners, and mark the text as ended afterwards.
reminder-todo-anniversary = Agree with the other side whether and how it is marked.
reminder-tier-early = First, in good time
reminder-tier-near = Second, it draws near
reminder-tier-urgent = Third, urgent
reminder-state-sent = Sent
reminder-state-acknowledged = Seen
reminder-state-escalated = Passed to every officer
reminder-state-overtaken = Overtaken
reminder-state-undeliverable = Nobody to send it to
reminder-mail-subject = { $matter } { $day }: { $what }
reminder-mail-subject-escalated = Nobody has acknowledged: { $matter } { $day }: { $what }
reminder-mail-body =
    { $matter }: { $day }
    { $what }

    { $todo }

    { $tier }. Say that you have seen it: { $board }
    { $link }
reminder-mail-escalated =
    Nobody has acknowledged this reminder for a week. It now goes to every officer of both parties.

    { $matter }: { $day }
    { $what }

    { $todo }

    { $tier }. Say that you have seen it: { $board }
    { $link }
