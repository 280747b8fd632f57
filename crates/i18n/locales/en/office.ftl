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

## Form
office-organisation = Organisation
office-place-help = The address of a page such as places/shanghai, or a name.
office-partnership-help = The partnership that it serves, if any.
office-behind = Who is behind it
office-behind-help = Owners, partners and funders. Write the address of a page such as organisations/region-midtjylland, or a name.
office-role = Role
office-share = Share, in words
office-closing = Closing
office-closing-help = Leave empty for an office that goes on. A closing has a date of decision and a reason.
office-freed-for = What the money is used for now
office-freed-amount = Freed in a year
office-currency = Currency
