# Sealed priority lists and the joint prioritisation: own list, sealing, reveal, meeting, joint result.
priority-title = Priority list
priority-heading = Priority list of { $party }
priority-lead = Rank the projects for your own party. Nobody else sees the list before both parties have sealed theirs and both have given their slips.
priority-empty = There is nothing to rank yet. Projects appear here when both offices have found them eligible.
priority-round = Round { $number }
priority-how = Give the best project rank 1. Equal ranks are ties. A project without a rank is either eligible but unranked, or not prioritised; the latter needs a reason.
priority-suggest = Fill in ranks from our panel's scores
priority-suggested = The ranks below come from your panel's scores. Nothing is saved until you save.
priority-save-seal = Save and go to sealing
priority-undecided = Undecided
priority-to-joint = Go to the joint prioritisation
priority-turn-rank = Rank the projects and seal your list.
priority-turn-reveal = Both lists are sealed. Give your slip, so that the lists can be opened together.
priority-turn-others-rank = The list is to be ranked and sealed.
priority-turn-others-reveal = The slip is to be given.
priority-turn-meet = Both lists are open. Meet and agree on a joint result.
priority-commitments = Published commitments
priority-commitments-help = Each number is the fingerprint of a sealed list. It was published to both parties when the list was sealed, and it proves later that nothing was changed.
priority-commitment = Commitment (SHA-256)
priority-sealed-heading = Your list is sealed
priority-sealed-text = It can no longer be changed, and this system cannot read it. Only your slip opens it.

## Columns and states, also in the spreadsheet
priority-search-hint = Number and title. Your draft is saved when you search, sort or turn the page.
priority-column-number = Number
priority-column-title = Title
priority-column-acronym = Acronym
priority-column-partners = Partners of { $party }
priority-column-others = Other partners
priority-column-asked = Asked of { $party }
priority-column-hours = Hours of { $party }
priority-column-score = Our panel's score (of 100)
priority-column-state = State
priority-column-rank = Rank
priority-column-reason = Reason
priority-state-ranked = Ranked
priority-state-eligible-unranked = Eligible, unranked
priority-state-not-prioritised = Not prioritised
priority-rank-of = Rank of { $number }
priority-state-of = State of { $number }
priority-reason-of = Reason for { $number }

## The board's spreadsheet
priority-sheet = The board's spreadsheet
priority-sheet-help = Download the list with partners, money and scores, let the board fill in rank, state and reason, and read it back. You see what would change before anything is saved.
priority-sheet-file = Spreadsheet to read in
priority-sheet-hint = xlsx, ods or CSV. Keep numbers and titles as they are.
priority-sheet-button = Look at what would change
rehearsal-title = Reading in the spreadsheet
rehearsal-lead = What “{ $name }” would change. Nothing is saved yet.
rehearsal-problems = { $count ->
    [one] There is { $count } problem in the file
   *[other] There are { $count } problems in the file
}
rehearsal-problems-help = Nothing was read in. Mend the file and read it in again.
rehearsal-line = Line
rehearsal-column = Column
rehearsal-problem = Problem
rehearsal-same = The file says the same as the saved draft.
rehearsal-changes = Changes
rehearsal-count = { $count ->
    [one] { $count } project changes
   *[other] { $count } projects change
}
rehearsal-before = Before
rehearsal-after = After
rehearsal-confirm = Save these changes

## Sealing
seal-title = Seal the list
seal-heading = Seal the list of { $party }
seal-not-yet = The list cannot be sealed yet
seal-not-yet-help = Every project needs a rank or a state, and a reason where it is not prioritised.
seal-means = What sealing means
seal-means-final = The list can no longer be changed by anyone.
seal-means-published = Its fingerprint and the time are shown to both parties at once. The content is not.
seal-means-unreadable = The system keeps only an encrypted copy. The people who run it cannot read it either.
seal-means-lost = If the slip is lost, the list cannot be opened, and both offices must agree to begin a new round.
seal-slip = Your slip
seal-slip-help = These eight lines are the only key to your list. Print, copy or download them now, and keep them where only your office has access. They are not stored here.
seal-slip-about = Slip of { $party } for the call { $call }, round { $round }
seal-slip-keep = Keep this slip secret until both lists are sealed. Without it the list cannot be opened.
seal-download = Download the slip
seal-kept = I have printed, copied or downloaded the slip
seal-confirm = I confirm that the list is final and is to be sealed
seal-button = Seal the list
seal-done = The list is sealed
seal-done-text = Both parties now see the commitment and the time. When the other party has sealed too, both offices give their slips, and the lists are opened together.
seal-time = Sealed
seal-last-time = This is the last time the slip is shown.
seal-back = Back to the priority list

## Giving the slip
reveal-heading = Open the lists
reveal-lead = Both lists are sealed. Give your slip; when both slips are in, both lists are opened at the same moment.
reveal-slip = Slip
reveal-slip-hint = Eight lines of digits. Spaces and line breaks do not matter.
reveal-file = Or the downloaded file
reveal-button = Give the slip

## Beginning again
void-heading = Is the slip lost?
void-help = A list without its slip cannot be opened. Ask the other office to void the round; if it agrees, both rank and seal anew. The old round stays on record with your reason.
void-reason = Why the round is to be voided
void-ask = Ask to void the round
void-asked-by = { $party } asks to void the round:
void-agree-help = If you agree, a new round begins. Lists that are not sealed yet are carried over as drafts.
void-agree = Agree and begin a new round

## The meeting
joint-title = Joint prioritisation
joint-lead = Only projects that both parties have prioritised can be funded. Each party pays its own participants from its own pot.
joint-question = The cut
joint-policy = Rule
joint-pot = Pot
joint-pot-of = Pot of { $party }
joint-show = Show
joint-hypothetical = What if: not the plain cut
joint-other-pots = The pots shown here are not the call's own, so this cannot be proposed.
joint-sums = Money and hours
joint-sums-of = Money and hours under the rule “{ $policy }”
joint-spent = Spent
joint-left = Left
joint-hours = Hours
joint-overdrawn = overdrawn
joint-value = Joint value
joint-summary = { $count ->
    [one] { $count } project funded, joint value { $value }.
   *[other] { $count } projects funded, joint value { $value }.
}
joint-match = Hours match by { $percent }.
joint-equal-benefit = equal benefit
joint-unproven = Best so far; not proven in time
joint-answered = Answered in { $count } ms.
joint-list = The joint list with reasons
joint-place = Place
joint-rank-of = Rank, { $party }
joint-outcome = Outcome
joint-outcome-funded = funded
joint-outcome-reserve = reserve list
joint-outcome-out = not funded
joint-funded = Funded
joint-reserve = Reserve, place { $place }
joint-reserve-list = Reserve list
joint-out = Not funded
joint-signed = agreed before
joint-set-in = Set in
joint-set-out = Set out
joint-set-in-of = Set { $number } in
joint-set-out-of = Set { $number } out
joint-lists = Both lists
joint-order-help = The joint order: each list is closed up over the projects that both ranked. A project's place is the mean place of its tie, and the sum of its two places decides. Equal sums stay a tie; where one must be chosen, a lot drawn from the fingerprint of all dossiers decides, which anyone can repeat.
joint-proof = Seals
joint-proof-help = When each list was sealed and opened, and its published fingerprint.
joint-sealed = Sealed
joint-revealed = Slip given
joint-not-yet = Not yet
joint-to-own = Go to your own list
joint-refusals = Refused slips
joint-refusal = { $party } gave a slip that does not open what was sealed (round { $number }).
joint-earlier = Voided rounds
joint-turn-propose = Look at the cut and propose a joint result.
joint-turn-answer = A joint result is proposed and waits for an answer.
joint-turn-rerun = A funded project is gone. Propose a new version of the joint result.
joint-turn-agreed = The joint result is agreed. The recommending bodies come next.

## Rules of the cut
policy-about = What the rules mean
policy-strict-ranking = Strict ranking
policy-skip-and-continue = Skip and continue
policy-ties-by-fit = Ties by fit
policy-gaps-forbidden = Gaps forbidden
policy-best-value = Best value
policy-most-projects = Most projects
policy-help-strict-ranking = Down the joint list until a project does not fit both pots. Nothing below it is funded.
policy-help-skip-and-continue = Down the joint list. What does not fit is skipped, and the next is tried.
policy-help-ties-by-fit = Down the joint list in whole ties. In the tie where the money ends, as many projects as fit.
policy-help-gaps-forbidden = Whole ties only: no project is left out while an equal or lower one is funded.
policy-help-best-value = The highest sum of joint values that both pots allow, whatever the order.
policy-help-most-projects = As many projects as both pots allow, and among those choices the highest value.

## The picture
frontier-title = What the two pots can buy together
frontier-help = Lines of equal joint value over the size of both pots. The dashed lines are the pots, the ring is the current cut. The numbers stand in the table below.
frontier-caption = The pots can buy a joint value of { $value } at most. Each line shows the least money that buys the value at its end.
frontier-sampled = The lines are drawn from samples.
frontier-axis = Pot of { $party }
frontier-table = The picture as a table
frontier-steps = Best value by the pot of { $party }, the other pot unchanged
frontier-pot = Pot of at least
frontier-here = now

## The joint result
result-heading = Joint result
result-version = Version { $number }
result-waits = waits for { $party }
result-in-force = in force
result-superseded = replaced
result-declined = declined
result-proposed-by = Proposed by { $party }
result-accepted-by = Accepted by { $party }
result-declined-by = Declined by { $party }
result-reason = Reason
result-cause = New version because of
result-note = Note
result-note-hint = Needed where a project is set in or out: say why.
result-body = The signed text as a file
result-changes = Changes since the version before
result-answer-help = If you accept, the system computes the result again from both lists and takes it only if it is the same.
result-answer-reason = Reason, if you decline
result-accept = Accept for our party
result-propose-heading = Propose this cut
result-propose-help = The rule, the lists, the pots and the outcome are frozen with a fingerprint. The other party accepts or declines; nobody can accept their own proposal.
result-propose-confirm = I confirm that our party proposes this cut
result-propose = Propose to the other party
result-rerun-heading = A funded project is gone
result-rerun-text = Withdrawn or refused since: { $numbers }. A new version keeps every other agreed project and uses the money that has come free.
result-rerun = Propose the new version

## Messages
message-revealed = Your slip fits. The lists are opened when the other slip is in.
message-revealed-both = Both lists are open.
message-void-asked = The other office has been asked to void the round.
message-void-agreed = The round is void. A new round has begun.
message-proposed = The result is proposed to the other party.
message-accepted = The joint result is agreed.
message-declined = The proposal is declined.

## Refusals: lists
refusal-priority-assessment-open = { $party } has not closed its assessment yet. Ranking begins when both have.
refusal-priority-nothing-to-rank = Both offices have found no project eligible, so there is nothing to rank.
refusal-priority-not-begun = No list has been begun yet. Rank your projects first.
refusal-priority-sealed = The list is sealed since { $since } and cannot be changed.
refusal-priority-not-sealed-by = { $party } has not sealed its list yet. Slips are taken when both lists are sealed.
refusal-priority-revealed = The slip was given already ({ $since }).
refusal-priority-slip-mismatch = The slip does not open the list that { $party } sealed. The attempt is recorded. Check that it is the slip of this call and this round.
refusal-priority-void-too-late = Both lists are open, so the round can no longer be voided.
refusal-priority-void-nothing-sealed = No list is sealed yet, so there is nothing to void.
refusal-priority-void-asked = { $party } has asked to void the round already.
refusal-priority-void-reason = Say why the round is to be voided.
refusal-priority-void-not-asked = Nobody has asked to void the round.
refusal-priority-void-own = Your own office asked. { $party } has to agree.
refusal-priority-not-revealed = The lists are not open yet: { $party } has a step to take.
refusal-priority-round-void = Round { $number } was voided ({ $since }).
refusal-priority-rank-not-a-number = “{ $typed }” is not a rank. Write a whole number from 1 to { $max }.
refusal-priority-rank-and-unranked = The project has rank { $typed }, but its state says that it is not ranked. Choose one.
refusal-priority-rank-missing = The state says ranked, but there is no rank.
refusal-priority-state-unknown = “{ $typed }” is not a state.
refusal-priority-not-on-roster = { $number } is not among the projects of this round.
refusal-priority-twice = { $number } stands twice on the list.
refusal-priority-undecided = { $number } has neither a rank nor a state.
refusal-priority-reason-missing = { $number } is not prioritised. Write the reason.
refusal-seal-tick = Tick this box before you seal.
refusal-slip-missing = Type the slip, or choose the downloaded file.
refusal-slip-length = A slip has 200 digits; this one has { $found }.
refusal-slip-character = “{ $typed }” does not belong in a slip. A slip has digits only.
refusal-slip-line = Line { $line } is misread. Read that line again.

## Refusals: spreadsheet
refusal-sheet-missing = Choose a spreadsheet.
refusal-sheet-unreadable = “{ $name }” cannot be read as a spreadsheet. Save it as xlsx or CSV and try again.
refusal-sheet-not-utf8 = “{ $name }” is a CSV file in an old character set. Save it as “CSV UTF-8” or as xlsx.
refusal-sheet-empty = The first sheet is empty.
refusal-sheet-column-missing = The column “{ $column }” is missing.
refusal-sheet-number-unknown = There is no project “{ $number }” in this round.
refusal-sheet-number-twice = { $number } stands in line { $line } already.
refusal-sheet-title-changed = The title is “{ $typed }” here, but the project's title is “{ $title }”. Has a row been moved?
refusal-sheet-formula = The cell holds a formula. Paste it as a value.
refusal-sheet-project-missing = { $number } is missing in the file.

## Reasons of the cut
refusal-cut-not-prioritised = { $party } did not rank the project.
refusal-cut-withdrawn = The application was withdrawn.
refusal-cut-refused = A granting body decided against the project.
refusal-cut-excluded = Set out by both parties; see the note.
refusal-cut-ended = The cut ended above it, at { $number }.
refusal-cut-short = { $party } is { $money } short.
refusal-cut-dearer = It asks { $money } more than the whole pot of { $party } holds.
refusal-cut-top-up = { $money } more from { $party } would bring it in, after what stands before it.
refusal-cut-top-up-both = { $money } more from { $party } and { $money2 } more from { $party2 } would bring it in, after what stands before it.
refusal-cut-passed-over = Other projects were worth more together.
refusal-cut-signed-exceed = The projects that are set in cost { $money } more than the pot of { $party } holds.
refusal-cut-undecided = The best choice could not be proven in time. Set some projects in or out, or choose another rule.

## Refusals: joint result
refusal-result-pending = Version { $version }, proposed by { $party }, still waits for its answer.
refusal-result-agreed = Version { $version } is agreed and in force. A new one is needed only when a funded project is withdrawn or refused.
refusal-result-note-missing = { $count ->
    [one] { $count } project is set in or out by hand. Write in the note why.
   *[other] { $count } projects are set in or out by hand. Write in the note why.
}
refusal-result-answered = Version { $version } has been answered already.
refusal-result-own = { $party } proposed this. Only the other party can answer.
refusal-result-decline-reason = Write why you decline.
refusal-result-not-a-candidate = A project that not both parties prioritised cannot be funded ({ $id }).
refusal-result-drops-signed = An agreed project would be lost ({ $id }).
refusal-result-overdraws = The projects cost more than a pot holds.
refusal-result-pots = Only the call's own pots can be proposed. Other sizes are for trying out.
refusal-result-differs = Something has changed since the proposal, for example a withdrawal: computed again, the result is not the same. Decline, and propose anew.
refusal-result-none = There is no agreed result yet.
refusal-result-tick = Tick this box before you propose.
