# Sources of the book.
source-lead = Everything in the partnership book rests on these sources.
source-none = There are no sources yet. An office enters them.
source-title = Title
source-written = Written
source-facts = Statements
source-licence = Terms
source-url = Address
source-rests = What rests on this source
source-rests-nothing = No statement uses this source yet.
source-new = New source
source-note = About the source
refusal-source-taken = There is a source of that name already.
