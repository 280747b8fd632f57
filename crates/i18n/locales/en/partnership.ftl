# Partnerships.
nav-partnerships = Partnerships
nav-instruments = Texts
nav-offices = Offices
partnership-title = Partnership
partnership-name = Name
partnership-lead = Who works with whom, since when, on what, and what came of it. Every statement names its source.
partnership-new = New partnership
partnership-open = Open
partnership-kind = Kind
partnership-state = State
partnership-since = Since
partnership-since-unknown = No source says when
partnership-until = Until
partnership-side-a = One side
partnership-side-b = The other side
partnership-label-a = One side calls it
partnership-label-b = The other side calls it
partnership-contact = Contact
partnership-mailbox = Role mailbox
partnership-disputes = The sources disagree
partnership-disputes-help = The claims stand side by side, each with its source. The book does not choose between them.
partnership-texts = Texts
partnership-no-texts = No text has been published under this partnership.
partnership-themes = Themes
partnership-theme = Theme
partnership-period = Period
partnership-level = Level
partnership-goal = Supports the goal
partnership-levels = Levels of cooperation
partnership-results = Results
partnership-no-results = The book knows of no results yet. Results are entered with source and date.
partnership-projects = Projects from joint calls
partnership-programmes = Programmes
partnership-benefit = Benefit
partnership-related = Links to other partnerships
partnership-timeline = Timeline
partnership-coming = coming
partnership-ics = Dates for your calendar (iCal)
partnership-atom = Feed (Atom)
partnership-anniversaries = Coming anniversaries
partnership-anniversaries-lead = Round years within the next three years. Tenth and twenty-fifth years stand out.
partnership-no-anniversaries = No round years within three years.
partnership-when = When
partnership-years = Years
partnership-what = What
partnership-health = Health
partnership-details = Themes and levels

## Kinds
partnership-kind-strategic = Strategic partnership
partnership-kind-sister = Sister city or region
partnership-kind-friendship = Friendship city
partnership-kind-agreement = Cooperation agreement
partnership-kind-collaboration = Collaboration
partnership-kind-project = Project cooperation
partnership-kind-institution = Institution to institution

## States
partnership-state-developing = In development
partnership-state-active = Active
partnership-state-quiet = Quiet
partnership-state-dormant = Dormant
partnership-state-ended = Ended
partnership-state-unknown = Not stated

## Levels
partnership-level-political = Political
partnership-level-administrative = Administrative
partnership-level-municipal = Municipal
partnership-level-institution = Institutions
partnership-level-business = Business

## Links
partnership-link-supported-by = Supported by
partnership-link-led-to = Led to
partnership-link-independent-of = Independent of
partnership-link-under = Under
partnership-backlink-supported-by = Supports
partnership-backlink-led-to = Came out of
partnership-backlink-independent-of = Beside it, and independent
partnership-backlink-under = Includes

## Timeline
partnership-moment-began = Began: { $what }
partnership-moment-ended = Ended: { $what }
partnership-moment-signed = Signed: { $what }
partnership-moment-expires = Expires: { $what }
partnership-moment-terminated = Ceased: { $what }
partnership-moment-opened = Opened: { $what }
partnership-moment-closed = Closed: { $what }
partnership-moment-anniversary = { $years } years: { $what }

## Refusals
refusal-partnership-one-sided = A partnership has at least one party on each side. Name the missing one.
refusal-partnership-party-twice = The same party is named twice. Each party stands once, on one side.
refusal-partnership-party-unknown = The book knows no place or organisation named “{ $typed }”. Create it first, or write the address of its page, e.g. places/shanghai.
refusal-partnership-party-several = Several fit. Write one of the addresses: { $slugs }
refusal-partnership-unknown = The book does not know that partnership.
refusal-partnership-state-reason = Write why. The next officer will read it.
refusal-partnership-state-same = That is already the partnership's state.
refusal-partnership-link-self = A partnership can't be linked to itself.
refusal-partnership-contact-future = The date is in the future. Contacts are entered once they have taken place.
refusal-book-slug = The address consists of small letters, digits and hyphens, at least two characters.
refusal-book-slug-taken = The address is taken. Choose another.
