# Expert groups, conflicts of interest, assignment, assessments, panel summaries.

## Expert groups
experts-title = Expert group
experts-lead = One group a side and round, appointed by a body of that side. You see and manage your own side’s group only.
experts-appointment = Appointment
experts-appointed = Appointed by { $body } on { $day }. { $count } experts for each application.
experts-appointed-none = No body has appointed the group yet.
experts-body = Appointed by
experts-on = On the day
experts-on-hint = The body must have sat on that day.
experts-per-application = Experts for each application
experts-appoint = Record the appointment
experts-members = Members of the group
experts-members-hint = Choose from the register. An expert with an application cannot leave.
experts-members-save = Save the group
experts-register = Register of experts
experts-register-caption = Experts of { $party }
experts-register-empty = The register is empty. Add the first expert below.
experts-add = Add an expert
experts-edit = Change { $name }
experts-name = Name
experts-aliases = Other spellings of the name
experts-aliases-hint = One a line: Chinese characters, pinyin, a former name. They are used to find conflicts of interest.
experts-organisation = Organisation
experts-organisation-aliases = Other names of the organisation
experts-one-a-line = One a line
experts-disciplines = Disciplines
experts-disciplines-hint = One a line, in the languages that applications are written in
experts-max-load = Most applications in a round
experts-email = E-mail address of the account
experts-email-hint = Empty until the person has an account as an expert of your side
experts-account = Signs in
experts-account-yes = yes
experts-account-no = no account yet
experts-made-up = made up
experts-saved-none = Nobody
message-expert-saved = The expert is saved.
message-group-saved = The group is saved.

## Conflicts of interest
conflicts-title = Conflicts of interest
conflicts-lead = Found by comparing names and organisations across scripts, or declared by the expert. Nobody gets an application while a conflict holds. Different people share names: dismiss a finding with a reason.
conflicts-caption = Conflicts of your side’s experts, strongest first
conflicts-expert = Expert
conflicts-application = Application
conflicts-why = Grounds
conflicts-strength = Strength
conflicts-strength-of = { $strength } of 1000
conflicts-state = State
conflicts-declared = Declared by the expert
conflicts-pair = “{ $ours }” and “{ $theirs }”
conflicts-holds = Holds
conflicts-dismissed = Dismissed: { $reason }
conflicts-dismiss = Dismiss
conflicts-dismiss-reason = Why is there no conflict?
conflicts-search = Search for conflicts
conflicts-empty = No conflict has been found or declared.
conflicts-empty-help = The search also runs by itself each time experts are assigned.
message-conflicts-searched = The search is done.
message-conflict-dismissed = The conflict is dismissed.
message-conflict-declared = Your conflict of interest is on record. The application is no longer yours.
conflict-reason-name = The same name
conflict-reason-spelling = The same name in another spelling
conflict-reason-order = The same parts of a name in another order
conflict-reason-pinyin = A name that reads the same in pinyin
conflict-reason-middle = The same first and last name
conflict-reason-initials = The same last name with initials
conflict-reason-organisation = The same organisation
conflict-reason-organisation-spelling = The same organisation in another spelling or language
conflict-reason-organisation-part = One is a unit of the other
conflict-reason-alias = Known names of the same organisation

## Assignment
assignment-title = Assignment of experts
assignment-lead = The plan gives every application its experts, keeps to loads and conflicts, and matches disciplines with what applicants wrote. It is computed exactly, with a proof that no plan fits better.
assignment-caption = Applications and their experts
assignment-loads-caption = Experts and their load
assignment-load = Load
assignment-load-of = { $load } of at most { $max }
assignment-experts = Experts
assignment-open-seats = { $count ->
    [one] { $count } seat is empty
   *[other] { $count } seats are empty
}
assignment-full = Every seat is taken.
assignment-rehearse = Compute a plan
assignment-rehearsal = What the plan changes
assignment-commit = Make this the plan
assignment-added = Added
assignment-removed = Removed
assignment-change-line = { $number }: { $name }
assignment-kept = { $count ->
    [one] { $count } stays as it is
   *[other] { $count } stay as they are
}
assignment-no-change = The plan changes nothing.
assignment-proof = Plan of { $day }: { $seats } seats, total fit { $total }.
assignment-proof-holds = Proof checked just now: no plan fits better.
assignment-proof-broken = The stored proof does not hold. Compute the plan again.
assignment-declined = { $name } gave back { $number }: { $reason }
assignment-declined-title = Given back
assignment-add = Add
assignment-add-expert = Add an expert to { $number }
assignment-remove = Remove { $name }
assignment-waiting = Assignment cannot start yet
message-assignment-saved = The plan is in force.
message-assignment-changed = The assignment is changed.

## Assessment
assessment-title = Assessment
assessment-of = Assessment of { $number }
assessment-mine-title = My assessments
assessment-mine-lead = Applications that you have been asked to assess. You see your colleagues’ assessments of an application when your own is finished.
assessment-mine-caption = My applications
assessment-mine-progress = { $done } of { $total } finished
assessment-mine-empty = Nothing has been given to you to assess.
assessment-mine-empty-help = You will find applications here when your secretariat has assigned them.
assessment-mine-unknown = You are not in a register of experts yet. Ask your secretariat.
assessment-state-todo = To do
assessment-state-begun = Begun
assessment-state-done = Finished
assessment-state = State
assessment-criterion-weight = Weight { $weight } %
assessment-score = Score
assessment-score-line = { $score }: { $anchor }
assessment-reason = Reason
assessment-overall = Overall assessment
assessment-overall-hint = What speaks for and against the project; at most { $max } characters
assessment-save = Save draft
assessment-finish = Finish the assessment
assessment-finish-question = Finish the assessment?
assessment-finish-consequence = It cannot be changed afterwards.
assessment-final-note = Finished { $day }. It cannot be changed.
assessment-give-back = Give the application back
assessment-give-back-reason = Why can you not assess it?
assessment-declare = Declare a conflict of interest
assessment-declare-help = Say so at once if you have a personal or financial interest, or have worked closely with an applicant.
assessment-declare-reason = What is the conflict?
assessment-colleagues = Your colleagues’ assessments
assessment-colleagues-hidden = You see them when your own is finished.
assessment-colleagues-none = No colleague has finished yet.
assessment-colleague = { $name }, finished { $day }
assessment-project = The project
assessment-participants = Participants and money
assessment-participants-caption = Participants with what they apply for
assessment-participant = Participant
assessment-party = Party
assessment-party-none = Associated
assessment-applied = Applied for
assessment-own-money = Own contribution
assessment-hours = Hours
assessment-not-stated = not stated
assessment-answers = Answers
assessment-answer-file = File: { $name }
assessment-months = { $months } months from { $start }
assessment-overview-lead = Each side’s experts assess by themselves. Neither side sees the other’s results before both have closed.
assessment-side-closed = Closed { $day }
assessment-side-open = Still open
assessment-hidden = Hidden until both sides have closed.
assessment-side-caption = Results of { $party }
assessment-finished-of = { $closed } of { $assigned }
assessment-finished = Finished
assessment-mean = Weighted mean
assessment-mean-of = { $mean } of 100
assessment-spread = Spread
assessment-summary = Panel summary
assessment-summary-written = written
assessment-summary-missing = missing
assessment-summary-save = Save the summary
assessment-summary-hint = Filled in from the scores; make it the panel’s own words.
assessment-summary-wait = The summary is written when every expert of your side has finished.
assessment-summaries-rest = Take the pre-filled summaries
assessment-summaries-question = Use the pre-filled text wherever the summary is missing?
assessment-summaries-consequence = Each can still be changed until your side closes.
assessment-close = Close your side’s assessment
assessment-close-question = Close your side’s assessment?
assessment-close-consequence = Nothing can be changed afterwards. When both sides have closed, each sees the other’s results.
assessment-turn-close = Your side has not closed its assessment yet
assessment-turn-other = Waiting for { $party } to close
assessment-both-closed = Both sides have closed. Prioritisation can begin.
assessment-turn-priorities = Go to prioritisation
assessment-export-name = Assessments
assessment-expert = Expert
assessment-total = Weighted score
assessment-links-experts = Experts
assessment-links-conflicts = Conflicts
assessment-links-assignment = Assignment
assessment-links-results = Progress and results
assessment-links-label = Assessment of the call
assessment-draft-mean = { $count ->
    [one] One expert has assessed the project. Weighted score { $mean } of 100.
   *[other] { $count } experts have assessed the project. Weighted mean { $mean } of 100, spread { $spread }.
}
assessment-draft-criterion = { $criterion }: { $mean } of { $max }.
message-assessment-saved = The draft is saved.
message-assessment-final = The assessment is finished.
message-assessment-declined = The application is given back.
message-summary-saved = The summary is saved.
message-assessment-closed = Your side’s assessment is closed.

## Refusals
refusal-group-body-party = The group of { $party } is appointed by a body of its own.
refusal-group-body-day = { $body } did not sit on { $day }. Choose the body that did, or another day.
refusal-group-other-side = { $name } belongs to the other side’s register.
refusal-group-not-appointed = No body has appointed the group yet. Record the appointment first.
refusal-group-empty = The group has no members yet.
refusal-group-member-busy = { $name } has applications to assess and cannot leave the group.
refusal-expert-account = No account with the address { $email } is an expert of your side.
refusal-expert-account-taken = Another expert already signs in with { $email }.
refusal-conflict-reason = Write the reason. It goes on record.
refusal-decline-reason = Write why you give the application back.
refusal-assignment-short = { $missing ->
    [one] One seat stays empty
   *[other] { $missing } seats stay empty
} in every plan. The applications { $numbers } compete for { $count ->
    [one] this expert
   *[other] these { $count } experts
}: { $experts }. Add members, raise loads, or dismiss conflicts that are none.
refusal-assignment-overfull = { $number } has more experts than each application gets.
refusal-assignment-overload = { $name } has more applications than allowed.
refusal-assignment-conflict = { $name } is in conflict with { $number }.
refusal-assignment-load = { $name } already has { $max } applications, the most allowed.
refusal-assessment-conflicted = A conflict of interest between you and this application is on record. Your secretariat decides whether it holds.
refusal-assessment-criterion = The criteria have changed since the page was opened. Load it again.
refusal-assessment-scale = “{ $criterion }” is scored from 0 to { $max }.
refusal-assessment-final = The assessment is finished and cannot be changed.
refusal-assessment-score-missing = Give a score for “{ $criterion }”.
refusal-assessment-reason-missing = Write the reason for the score of “{ $criterion }”.
refusal-assessment-overall-missing = Write the overall assessment.
refusal-assessment-side-closed = Your side has closed its assessment. Nothing can be changed.
refusal-assessment-nothing = There is no eligible application to assess.
refusal-assessment-panel-open = { $number }: { $closed } of { $assigned } experts have finished. The summary waits for all.
refusal-assessment-unassigned = { $count ->
    [one] One application has no expert
   *[other] { $count } applications have no expert
}: { $numbers }.
refusal-assessment-open = { $count ->
    [one] One application has an open assessment
   *[other] { $count } applications have open assessments
}: { $numbers }.
refusal-assessment-unsummarised = { $count ->
    [one] One application lacks the panel summary
   *[other] { $count } applications lack the panel summary
}: { $numbers }.

## Screens: the group
experts-filter = Show experts
experts-filter-all = All
experts-filter-members = In the group
experts-filter-others = Not in the group
experts-member = Member
experts-member-of = { $name } is a member of the group
experts-member-count = { $count ->
    [one] One member.
   *[other] { $count } members.
}
experts-min-load = Fewest applications in a round
experts-loads = Fewest–most

## Screens: conflicts
conflicts-one = Conflict of interest
conflicts-back = Back to conflicts of interest
conflicts-filter = Show conflicts
conflicts-filter-all = All
conflicts-filter-found = Found
conflicts-filter-declared = Declared
conflicts-filter-dismissed = Dismissed
conflicts-turn = { $count ->
    [one] One finding holds until you dismiss it. Check whether it is the same person or organisation.
   *[other] { $count } findings hold until you dismiss them. Check whether they are the same people or organisations.
}
conflicts-turn-one = Judge whether there is a conflict. It holds until it is dismissed with a reason.
conflicts-judge = Judge
conflicts-ours = On the expert’s side
conflicts-theirs = On the application’s side
conflicts-strength-strong = Strong
conflicts-strength-likely = Likely
conflicts-strength-possible = Possible
conflicts-state-dismissed = Dismissed
conflicts-declared-office = Declared by the office
conflicts-declare = Record a conflict
conflicts-declare-help = For a conflict that the office knows of and the expert has not declared. If the expert has the application, it is taken back, and a new plan is needed.
conflicts-declare-question = Record the conflict?
conflicts-declare-consequence = The expert does not get or keep the application while the conflict holds.
conflicts-dismiss-help = Dismiss only if it is another person or organisation, or if the connection does not matter. The reason stays on record.
conflicts-dismiss-question = Dismiss the conflict?
conflicts-dismiss-consequence = The expert can then be given the application.
message-conflict-declared-office = The conflict is on record.

## Screens: assignment
assignment-turn-group = Appoint the group and choose its members before applications can be assigned.
assignment-turn-experts = The experts are assessing
assignment-none = Nothing is assigned yet. Compute a plan to begin.
assignment-certificate = Download the proof (JSON)
assignment-by-hand = Change
assignment-of = Experts for { $number }
assignment-nobody = No expert has the application.
assignment-nobody-free = No member can take it: they have it, are in conflict, or are full.
assignment-add-hint = Members without a conflict and with room for more
assignment-remove-question = Take { $name } off the application?
assignment-remove-consequence = No later plan gives it to the same expert. You can add the expert again by hand.
assignment-excluded = Left out of the plan
assignment-excluded-help = A plan does not give the application to these experts.
assignment-back = Back to the assignment
assignment-rehearsal-title = Rehearsal of a plan
assignment-rehearsal-lead = Look the plan through. It is not in force before you confirm it.
assignment-impossible = No plan is possible
assignment-seats = Seats
assignment-total = Total fit
assignment-total-help = proven to be the highest possible; 1 is a perfect match of one expert and one application
assignment-worst = Worst served
assignment-worst-of = { $fit } of { $most }:
assignment-worst-count = { $count } applications
assignment-keeps = Unchanged
assignment-commit-question = Put the plan in force?
assignment-commit-consequence = The experts see their applications at once.

## Screens: assessment
assessment-call = Call
assessment-finished-on = Finished on
assessment-state-missed = Not finished in time
assessment-turn-expert = { $count ->
    [one] One application waits for your assessment.
   *[other] { $count } applications wait for your assessment.
}
assessment-turn-expert-done = You have finished what you were given.
assessment-turn-sheet = Give a score and a reason for each criterion. The draft is saved while you write.
assessment-turn-final = Your assessment is finished.
assessment-to-criteria = Go to the criteria
assessment-dossier = The application
assessment-whole-dossier = See the whole application
assessment-own = Your assessment
assessment-lang = Language you write in
assessment-criterion = Criterion
assessment-score-of = Score for “{ $criterion }”
assessment-reason-of = Reason for “{ $criterion }”
assessment-save-finish = Save and go on to finish
assessment-stale-title = Saved in another window
assessment-stale = The assessment was saved in another window since you opened this page. What you wrote here stands in the fields; what is kept stands below each. If you save now, the fields replace what is kept.
assessment-kept = Kept:
assessment-declare-question = Are you in conflict with this application?
assessment-declare-consequence = The application is taken from you, and your assessment of it does not count.
assessment-give-back-question = Give the application back?
assessment-give-back-consequence = The secretariat gives it to somebody else. You cannot take it again yourself.
assessment-finish-lead = Read your assessment through and confirm it.
assessment-missing = { $count ->
    [one] One thing is missing
   *[other] { $count } things are missing
}
assessment-missing-help = Fill it in before the assessment can be finished.
assessment-back-to-sheet = Back to the assessment
assessment-assigned = Assigned
assessment-begun = Begun or finished
assessment-summaries = Summaries
assessment-results-caption = Applications with the panels’ results
assessment-mean-side = { $party } mean (of 100)
assessment-spread-side = { $party } spread
assessment-turn-assign = Seats are empty. Compute a plan, or add experts by hand.
assessment-turn-experts = { $count ->
    [one] Waiting for the experts to finish one assessment.
   *[other] Waiting for the experts to finish { $count } assessments.
}
assessment-turn-summaries = { $count ->
    [one] The panel summary is missing for one application.
   *[other] The panel summary is missing for { $count } applications.
}
assessment-compare = Both sides
assessment-compare-caption = Means by criterion, the two sides side by side
assessment-hidden-cell = hidden
assessment-of-scale = { $mean } of { $max }
assessment-none-finished = No expert has finished yet.
assessment-summary-own = The panel’s summary

assessment-recommendation = Recommendation of the expert group
assessment-recommendation-lead = The expert group’s recommendation on the professional content of the projects.
assessment-criteria = Criteria
assessment-order = The projects by weighted mean
assessment-place = Place

## Screens: refusals
refusal-assignment-moved = Something has changed since the plan was computed. Look at the new plan below and confirm it.
refusal-assignment-idle = { $count ->
    [one] This expert cannot
   *[other] These { $count } experts cannot
} reach the fewest applications: { $experts }. { $missing } are missing. Lower the fewest number or remove members.
