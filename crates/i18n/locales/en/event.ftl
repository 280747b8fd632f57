# The log.
event-lead = Every act, with time and account. Each line carries the fingerprint of the line before it, so that a changed or missing line is found.
event-check = Check that the log is whole
event-whole = The log is whole
event-whole-help = Every line follows from the line before it.
event-broken = The log was altered
event-broken-help = Line { $number } does not follow from the line before it. Compare with a backup, and tell both parties’ auditors.
event-none = Nothing has happened yet.
event-number = No.
event-at = Time
event-who = Who
event-what = Act
event-subject = On
event-detail = Detail
event-nobody = nobody signed in, or the operator
event-unknown = unknown account
event-newest = Newest
event-older = Older
