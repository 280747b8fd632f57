# The journal: every significant document in or out, with number, day and subject.
journal-title = Journal
journal-lead = Every significant document received, sent or made in your office, with its number, day and subject. Each office keeps its own journal.
journal-of-call = Journal of the call
journal-log = Log a letter or mail
journal-log-help = Log correspondence that matters for the case, with expert groups too. The line gets the next number and cannot be removed.
journal-direction = Direction
journal-direction-in = In
journal-direction-out = Out
journal-direction-internal = Internal
journal-day = Day
journal-day-hint = The day the document was received, sent or made
journal-subject = Subject
journal-subject-hint = Short, without personal matters
journal-counterpart = From or to
journal-counterpart-hint = Person, organisation or expert group on the other end
journal-body = Text
journal-application = Application
journal-application-none = The call as a whole
journal-number = Number
journal-call = Call
journal-file = Document
journal-file-none = No document is attached.
journal-by = Entered by
journal-by-house = the system
journal-entered = Entered
journal-show = Journal line { $number }
journal-caption = Journal lines, newest first
journal-export-name = Journal
journal-filter-all = All directions

## Lines that the house writes itself
journal-subject-submission = Application { $number } received: { $title }
journal-subject-late-request = Request for late submission: { $title }
journal-subject-late-answer = Answer to a request for late submission: { $title }
journal-subject-withdrawal = Application { $number } withdrawn
journal-subject-eligibility = { $verdict ->
    [eligible] Administrative handling of { $number }: eligible
   *[ineligible] Administrative handling of { $number }: ineligible
}
journal-subject-group = Expert group appointed by { $body }
journal-subject-closing = Assessment closed for this side
journal-subject-letter = Decision letter about { $number }
journal-subject-statement = Co-financing statement for { $number }
journal-subject-recommendation = Recommendation about { $number } from { $body }
journal-subject-decision = Decision about { $number } by { $body }

## Refusals
refusal-journal-day = Write a day that exists.
refusal-journal-future = The day has not come yet.
