# Administrative handling by both offices: findings, verdicts, refusals.
handling-title = Administrative handling
handling-lead = Both offices handle every application. Each judges the participants of its own side and the application as a whole. Assessment starts when both have handled all.
handling-progress = { $done } of { $total } handled
handling-caption = Applications with the verdicts of both offices
handling-number = Number
handling-project = Project
handling-findings = Findings
handling-questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
handling-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
handling-none-found = None
handling-joint = Joint verdict
handling-joint-open = Open
handling-joint-eligible = Eligible
handling-joint-ineligible = Ineligible
handling-verdict-eligible = Eligible
handling-verdict-ineligible = Ineligible
handling-verdict-none = Not yet handled
handling-filter = Show
handling-filter-all = All applications
handling-filter-mine = What waits for our office
handling-filter-questions = With questions
handling-filter-disagree = Where the offices disagree
handling-bulk-title = Approve what raises no question
handling-bulk-lead = { $count ->
    [one] One application waits for your office and raises no question. Notes do not count as questions.
   *[other] { $count } applications wait for your office and raise no question. Notes do not count as questions.
}
handling-bulk-question = Find these applications and their participants of your side eligible?
handling-bulk-consequence = Each gets a line in your journal. You can change a verdict until assessment starts.
handling-bulk-button = Find them eligible
handling-bulk-none = Nothing that waits for your office can be approved without looking at it.
message-handling-bulk = The applications have been found eligible.
message-handling-recorded = The verdict is recorded.
handling-case-title = Handling of { $number }
handling-own-title = Your office: { $party }
handling-other-title = The other office: { $party }
handling-participants = Participants of { $party }
handling-verdict-of = Verdict on { $name }
handling-reason = Reason
handling-reason-hint = Required where ineligible. The applicants may read it.
handling-whole = Verdict on the application as a whole
handling-note = Note
handling-record = Record the verdict
handling-joint-reasons = Reasons
handling-findings-none = Nothing was found that needs a look.
handling-weight = Kind
handling-sentence = What was found
handling-weight-question = Question
handling-weight-note = Note
handling-journal = Your journal on this application
handling-journal-log = Log a letter or mail about it
handling-read = Read the application
handling-empty = No application has been submitted.
handling-empty-help = They appear here as they come in. Handling begins when the call has closed.
handling-ready = Both offices have handled every application. Assessment can start.
handling-turn-own = Your office has { $count } to handle
handling-turn-other = Waiting for { $party }: { $count } to handle
handling-turn-go = Go to the experts
handling-money = Applied for
handling-money-none = No money stated
handling-confirmed = Confirmed
handling-unconfirmed = Not confirmed
handling-by = Recorded { $day }

## Fields that findings are about
finding-field-money = Money
finding-field-months = Duration
finding-field-submission = Submission
finding-field-participants = Participants
finding-field-kind = Kind of organisation
finding-field-confirmations = Confirmations
finding-field-identifier = Identifier
finding-field-organisation = Organisation
finding-field-hours = Hours
finding-field-answers = Answers

## What findings say
refusal-finding-money-unstated = { $name } states no money. Ask the participant; nothing is assumed.
refusal-finding-associated-money = { $name } belongs to neither party and asks for money. Each side pays only its own participants.
refusal-finding-side-missing = There is no participant of { $party }.
refusal-finding-companies-only = The companies of { $party } have no public or knowledge institution on their side.
refusal-finding-half = The side of { $party } is not complete: a confirmation is missing.
refusal-finding-unconfirmed = { $name } has not confirmed its part.
refusal-finding-months = The project runs { $months } months; at most { $max } are allowed.
refusal-finding-late = It came late, at { $at }; the call closed at { $closes }.
refusal-finding-stray-year = { $name } asks for money in { $year }, when the project does not run.
refusal-finding-sums = The amounts of { $name } do not add up in its own currency.
refusal-finding-identifier = The identifier of { $name }, “{ $identifier }”, has an odd shape or check digit. It may still be right.
refusal-finding-elsewhere = { $name } also takes part in { $count ->
    [one] another application
   *[other] { $count } other applications
}: { $numbers }.
refusal-finding-hours-missing = { $name } states no hours, though equal benefit is claimed.
refusal-finding-hours-differ = The hours of the two sides differ: { $first } { $first-hours }, { $second } { $second-hours }. Where benefit is equal they should match; this is an aim.
refusal-finding-answer-missing = The question “{ $question }” has no answer.

## Refusals
refusal-handling-not-submitted = Only a submitted application can be handled.
refusal-handling-call-open = Handling begins when the call has closed: { $closes }.
refusal-handling-started = Assessment has started. The verdicts stand.
refusal-handling-reason = Give the reason. The applicants have a right to it.
refusal-handling-participants-open = Take a stand on each participant of your side first: { $names }.
refusal-handling-none-eligible = No participant of { $party } is eligible, so the application as a whole cannot be.
refusal-handling-open = Assessment waits until both offices have handled all { $total } applications. Still to handle: { $first } { $first-open }, { $second } { $second-open }.
