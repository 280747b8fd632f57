# Offices abroad.
office-lead = Offices abroad: who owned and paid for them, what they were for, when they opened and why they closed.
office-new = New office
office-name = Office
office-place = Place
office-opened = Opened
office-closed = Closed
office-decided = Closing decided
office-closing-decided = closing decided
office-reason = Reason
office-freed = Freed money
office-state-closing = Closing decided
office-state-closed = Closed
office-state-no-closing = No closing known
office-role-owner = Owner
office-role-partner = Together with
office-role-funder = Funded by

## Refusals
refusal-office-ownerless = An office has at least one owner.
refusal-office-closing-undecided = A closing has a date of decision and a reason.
refusal-office-closed-before-opened = The office can't close before it opened.
