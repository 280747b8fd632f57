# Applications: what is missing, what is refused, and the screens.
## Refusals
refusal-application-title = Write the project's title.
refusal-application-summary = Write a summary of the project.
refusal-application-start = State the month in which the project starts.
refusal-application-months = The project lasts { $months } months. State between 1 and { $max } months.
refusal-application-party = Nobody from { $party } takes part. A project needs participants of both sides.
refusal-application-lead = Choose exactly one participant as lead.
refusal-application-companies-only = Companies take part only together with an authority, a university, a hospital or a research institution. Add one.
refusal-application-participant-name = A participant has no name.
refusal-application-participant-country = State the country of { $name } with two letters, for example DK or CN.
refusal-application-participant-email = State an e-mail address for { $name }. Its person confirms the part with it.
refusal-application-stray-year = { $name } has figures for { $year }, but the project does not run in that year. Change the budget, the start or the length.
refusal-application-unconfirmed = { $name } has not confirmed its part.
refusal-application-closed = Submission closed at { $since }. Nothing is lost: your text is kept as a draft. You can ask both offices for a late submission.
refusal-application-frozen = Submission closed at { $since }. What was submitted stands and can no longer be changed.
refusal-application-withdrawn = The application is withdrawn. Submit it again while the call is open.
refusal-associated-money = { $name } belongs to neither side and is associated. It can't ask for money here: each side pays its own participants only.
refusal-hours-negative = Hours can't be negative.
refusal-answer-missing = Answer the question “{ $question }”.
refusal-answer-choice = Choose one of the options of “{ $question }”.
refusal-answer-number = Answer “{ $question }” with a whole number from 0.
refusal-answer-too-long = The answer to “{ $question }” has { $count }; there is room for { $max }.
refusal-file-kind = “{ $name }” is not one of the types { $types }. The content decides, not the name. Save the file as one of them and try again.
refusal-file-empty = The file “{ $name }” is empty.
refusal-file-too-large = The file “{ $name }” has { $size } MB; there is room for { $max } MB. Split it, or save a smaller version.
refusal-file-name-hidden = The file name “{ $name }” holds an invisible character ({ $code }). Rename the file and try again.
refusal-file-count = There is room for { $max } files.
refusal-confirmation-closed = Confirmations closed at { $since }.
refusal-confirmed-already = The part of { $name } is confirmed already.
refusal-part-changed = The part of { $name } has changed since you opened it. Look at it again before you confirm.
refusal-withdrawal-decided = A decision has been made on the application. Write to your office.
refusal-withdrawal-draft = The application is a draft; there is nothing to withdraw.
refusal-late-not-needed = You can submit until { $until }. No late request is needed.
refusal-late-asked = A late request is already waiting for an answer.
refusal-late-answered = { $party } has answered this request.
refusal-late-past = The instant must be in the future.

## Steps
application-steps = Steps of the application
application-step-project = Project
application-step-participants = Participants
application-step-budget = Budget and hours
application-step-questions = Questions and files
application-step-confirmations = Confirmations
application-step-submission = Check and submit
application-step-done = Complete
application-see-whole = See the whole application
application-mine = My applications
application-new = New application
application-new-next = Then fill in the steps in any order. Everything is kept as a draft that only you can see.
application-start = Begin
application-call = Call
application-deadline = Deadline
application-until = The deadline is one and the same moment for everybody:
application-closed = The deadline has passed
application-closed-draft = The draft is kept, but can't be submitted unless both offices allow it.
application-closed-submitted = What was submitted stands.
application-closed-new = You can write a draft and ask both offices to let you submit late.
application-revised = You have changes that are not submitted. What was submitted stands until you submit again.
application-turn-draft = Fill in the steps, have the parts confirmed, and submit before the deadline.
application-turn-open = The application can be changed and submitted again until the deadline.
application-turn-decided = A decision on the application has been made. Read the letter.
application-turn-offices = Both offices handle the applications.
application-turn-applicants = It is the applicants' turn
application-received = The application has been received
application-received-next = Keep the receipt. After the deadline both offices handle the application.

## Fields
application-field-title = Title
application-field-acronym = Short name
application-field-lang = Language
application-field-lang-name = Language of the name
application-field-lang-answers = Language of the answers
application-field-summary = Summary
application-field-start = Project start
application-field-months = Duration in months
application-field-equal-benefit = The project benefits both regions equally and is anchored in both
application-equal-benefit = Equal benefit
application-field-party = Who pays the participant
application-field-name = Name of the organisation
application-field-aliases = Other names
application-field-kind = Kind
application-field-scheme = Register
application-field-identifier = Number
application-field-city = City
application-field-country = Country
application-field-email = E-mail of the person who confirms
application-field-lead = Lead
application-field-lead-long = The organisation leads the project
application-place = Place
application-hint-title = Short and without abbreviations
application-hint-lang = The language you write in. Texts are not translated automatically.
application-hint-summary = What you will do, and why together
application-hint-start = Year and month, for example 2026-09
application-hint-months = At most { $max } months
application-hint-equal-benefit = Then both sides aim to put in equal hours. It is an aim, not a condition.
application-hint-party = Each side pays its own participants only. Participants of other countries are associated and ask for no money here.
application-hint-name = The official name in the organisation's own language
application-hint-aliases = One name a line, for example in Chinese or English
application-hint-country = Two letters, for example DK or CN
application-hint-email = The person signs in with the address and confirms the organisation's part. The address does not travel with the application.
organisation-kind-authority = Authority
organisation-kind-university = University
organisation-kind-hospital = Hospital
organisation-kind-research = Research institution
organisation-kind-company = Company
organisation-kind-other = Other
organisation-scheme-cvr = CVR
organisation-scheme-uscc = USCC
organisation-scheme-ror = ROR
organisation-scheme-other = Other
application-id-shape = The number does not have the register's form. Check it; it may be submitted as it is.
application-id-check = The check digit does not fit. Check the number; it may be submitted as it is, because real numbers sometimes differ.
application-id-odd = Check number

## Participants
application-participant = Participant
application-participants-help = Add all organisations of both sides. Companies take part together with an authority or a knowledge institution.
application-participants-empty = No participants yet. Begin with the organisation that leads the project.
application-add-participant = Add participant
application-remove-participant = Remove the participant
application-remove-consequence = Its budget and confirmation are removed too.
application-paid-by = Paid by { $party }
application-associated = Associated (other country)
application-edit-voids = If you change the part, the confirmation no longer holds and the organisation has to confirm again.

## Budget
application-category = Cost
application-category-staff = Staff
application-category-travel = Travel
application-category-equipment = Equipment
application-category-external = External services
application-category-other = Other
application-category-overhead = Overhead
application-category-own = Own contribution
application-category-hours = Hours
application-budget-help = Each participant has its own budget in its own side's currency. Amounts in two currencies are never added up.
application-budget-currency = Write amounts in { $currency }: what is asked for each year.
application-budget-empty = Leave every field empty if the organisation states no money; 0 counts as stated.
application-budget-associated = The organisation is associated and asks for no money here. State hours only.
application-budget-caption = Budget in { $currency }
application-budget-no-years = First state the project's start and duration: they give the years of the budget.
application-save-sums = Save and add up
application-sums = What the project asks of each side
application-money-of = Asked of { $party }
application-by-category = By cost
application-side-empty = No participants of this side yet.
application-unstated = no money stated
application-unstated-note = At least one participant has stated no money. The sum covers only what is stated.
application-hours-differ = Where benefit is equal, equal hours are aimed at. Now the hours differ:
application-months = { $count ->
    [one] one month
   *[other] { $count } months
}

## Questions and files
application-table-more = When the rows are full, saving adds more.
application-files = Files
application-free-files = Other files
application-choose-file = Choose file
application-unanswered = Not answered

## Confirmations
application-confirmations-help = Every organisation confirms its own part. If the part changes, the confirmation no longer holds.
application-rule-all = In this call everybody has to confirm before the application can be submitted.
application-rule-drop = In this call participants that have not confirmed when their side's window ends are left out.
application-rule-later = In this call confirmations may follow after submission, until each side's window ends. If one is missing then, the application lapses.
application-confirmed = Confirmed
application-unconfirmed = Not confirmed
application-voided = Confirmation no longer holds
application-col-confirmed = Confirmation
application-confirmed-by = Confirmed by { $name } at { $time }.
application-voided-by = { $name } changed at { $time }:
application-associated-no-confirmation = Associated participants do not confirm.
application-confirm-own = Confirm your part
application-confirm-what = Read your organisation's part and confirm it.
application-confirm-question = I confirm the organisation's part as it stands here.
application-confirm-consequence = The confirmation holds until the part changes.
application-confirm-until = Confirm by
application-confirm-closed = The time for confirming has passed.
application-to-confirm = { $count ->
    [one] One part waits for your confirmation.
   *[other] { $count } parts wait for your confirmation.
}
application-invite = Invite to confirm
application-add-email = State an e-mail address
application-fingerprint = Fingerprint
application-fingerprint-help = SHA-256 of the part. If a single figure or letter changes, so does the fingerprint.
application-part-party = side
application-part-name = name
application-part-kind = kind
application-part-identifier = number
application-part-place = place
application-part-lead = lead
application-part-budget = budget
application-part-own = own contribution
application-part-hours = hours

## Merging
application-merge = Two people wrote at the same time
application-merge-by = { $name } saved at { $time } while you wrote. Choose for each field.
application-merge-mine = My text
application-merge-theirs = The saved text
application-merge-both = Keep both, one after the other
application-merge-save = Save the choices

## Submission
application-missing = What is missing
application-warnings = May be submitted, but have a look
application-warn-unstated = { $name } has stated no money.
application-warn-identifier = The number of { $name } looks wrong.
application-summary = What you submit
application-submit = Submit the application
application-submit-question = Submit the application now?
application-submit-consequence = You get a receipt at once. Until the deadline you can change it and submit again.
application-not-submitted = The application was not submitted
application-submitted-at = Submitted
application-receipt = Receipt
application-receipts = Receipts
application-receipt-help = Anybody can check the receipt without signing in:
application-receipt-pdf = Download the receipt (PDF)
application-dossier-file = Download the frozen application (JSON)
application-sha = SHA-256
application-signature = Signature (Ed25519)
application-key = Public key
application-withdraw = Withdraw the application
application-withdraw-open = You can undo it by submitting again before the deadline.
application-withdraw-closed = The deadline has passed: it can't be undone.
application-withdraw-hint = Both offices see the reason.
application-withdraw-question = Withdraw the application?
application-withdrawn-at = Withdrawn at { $time }.
application-reason = Reason

## Late submission
application-late = Late
application-ask-late = Ask for a late submission
application-late-help = Both offices see the title and your reason. Only if both agree can you submit until the time they give.
application-late-hint = What happened, and when?
application-late-waits = waits for an answer
application-late-declined = declined
application-late-until = granted until { $time }
application-late-granted = Both offices have agreed. You can submit until:
application-late-granted-by = Granted by
application-late-requests = Requests for late submission
application-late-open = { $count ->
    [one] One request for late submission waits for an answer.
   *[other] { $count } requests for late submission wait for an answer.
}
application-late-grant = Grant
application-late-grant-until = Until (time in { $zone })
application-late-grant-hint = The earlier of the two offices' times counts.
application-late-text = Remark
application-late-text-hint = Required if you decline.

## Desk
application-col-number = Number
application-col-lead = Lead
application-col-standing = Status
application-col-asked = Asked of { $party }
application-col-own = Own contribution, { $party }
application-col-hours = Hours, { $party }
application-col-participants = Participants, { $party }
application-state-draft = Draft
application-state-submitted = Submitted
application-state-withdrawn = Withdrawn
application-standing-whole = Whole
application-standing-half = Half: waits for confirmations
application-standing-reduced = Without unconfirmed participants
application-standing-lapsed = Lapsed: not confirmed in time
application-show-all = All
application-show-whole = Whole
application-show-half = Half
application-show-lapsed = Lapsed
application-show-late = Late
application-show-withdrawn = Withdrawn
application-filter = Show
application-waits-for = Waits for:
application-half-count = { $count ->
    [one] One application is only half there
   *[other] { $count } applications are only half there
}
application-half-help = One or more participants have yet to confirm. They may do so until their side's window ends:
application-desk-empty = No application has been submitted yet. Drafts belong to their applicants.
application-history = History
application-event-start = Begun
application-event-submit = Submitted
application-event-confirm = A part confirmed
application-event-void = A confirmation lapsed because the part changed
application-event-invite = A participant invited to confirm
application-event-withdraw = Withdrawn
application-event-ask-late = Asked for a late submission
application-event-answer-late = Late submission granted
application-event-decline-late = Late submission declined

## Messages
message-application-started = The application has begun as a draft.
message-application-voided = Saved. A confirmation no longer holds because the part changed.
message-application-attached = The file is attached.
message-application-invited = The invitation is queued for sending.
message-application-confirmed = The part is confirmed.
message-application-submitted = The application is submitted. Here is the receipt.
message-application-withdrawn = The application is withdrawn.
application-mail-invite-subject = Confirm your part of “{ $title }”
application-mail-invite-body = { $name } takes part in the application “{ $title }”. Sign in with this e-mail address, read the organisation's part and confirm it: { $address }
application-mail-late-subject = Request for a late submission: “{ $title }”
application-mail-late-body = An applicant under “{ $call }” asks to submit “{ $title }” after the closing. Both offices have to answer. Reason: { $reason } Answer here: { $address }

## Checking a receipt
verify-lead = Anybody can check a receipt here. Nothing else about the application is shown.
verify-asked = Number, fingerprint or the frozen application
verify-asked-hint = For example CALL-2026-0001, the 64 characters on the receipt, or the content of the JSON file
verify-file = Or choose the JSON file
verify-file-hint = The file is not kept.
verify-check = Check
verify-genuine = Genuine
verify-genuine-text = Exactly this was received here, is unchanged, and the signature holds.
verify-unknown = Unknown
verify-unknown-text = Nothing with this number or content was received here. A single different character gives another fingerprint.
verify-altered = Does not fit
verify-altered-text = What is stored under { $number } no longer fits its signature. Write to both offices.
verify-elsewhere = Checking without us
verify-elsewhere-text = Compute the SHA-256 of the JSON file with any tool; the result is the fingerprint on the receipt. The signature is a DSSE envelope (Ed25519) around the receipt and is checked with this key.
verify-key-name = Name of the key
refusal-month-shape = “{ $typed }” is not a month. Write for example 2026-09.
refusal-party-has-budget = { $name } has a budget in { $currency }. Empty the budget before you change side; amounts are not converted.
refusal-file-missing = Choose a file.
refusal-confirm-needed = Tick the box to confirm.
refusal-late-time-shape = “{ $typed }” is not a time. Write for example 2026-03-31T12:00.
refusal-late-time-ambiguous = “{ $typed }” does not exist or exists twice because the clocks change. Choose another time.
