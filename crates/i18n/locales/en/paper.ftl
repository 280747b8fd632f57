# Papers: decision papers for a recommending body, decision letters, receipts.

## Shared
paper-to = To
paper-from = From
paper-date = Date
paper-case = Case number
paper-case-foot = Case { $number }
paper-programme = Programme
paper-call = Call
paper-project = Project
paper-application = Application
paper-total = Total
paper-appendix = Appendices
paper-verify-address = Verify at

## Decision paper
paper-decision-title = Recommendation to the { $body }
paper-meeting = Meeting
paper-meeting-at = { $date }, { $place }
paper-item = Agenda item
paper-decided-by = To be decided by
paper-figure-of = { $count } of { $total }
paper-figure-recommended = recommended of the applications received
paper-figure-money = proposed grant from { $party }
paper-figure-hours = hours { $first } / { $second }
paper-proposal = Proposal
paper-proposal-lead = The secretariat proposes that the { $body }
paper-point-note = takes note of the joint prioritisation between { $first } and { $second } of { $date } (version { $version }),
paper-point-grant = { $count ->
    [one] recommends that the { $granting } grants { $money } to the project below,
   *[other] recommends that the { $granting } grants { $money } in total to the { $count } projects below,
}
paper-point-reserve = { $count ->
    [one] recommends that the project on the reserve list moves up if a project falls away,
   *[other] recommends that the { $count } projects on the reserve list move up in order if a project falls away,
}
paper-point-release = recommends that money is released only when both co-financing and activities from { $counterpart } are evidenced in the project concerned.
paper-nothing-recommended = No project is prioritised by both parties within the two pots. No grant is therefore proposed.
paper-background = Background
paper-recommended = Recommended projects
paper-recommended-caption = Projects that both parties have prioritised and that fit both pots
paper-col-rank = No.
paper-col-project = Project and applicant
paper-col-money = { $party } ({ $currency })
paper-col-hours = Hours { $first } / { $second }
paper-col-cofinancing = Co-financing from { $counterpart }
paper-cofinancing-stated = Confirmed
paper-cofinancing-missing = Statement missing
paper-blocked = The recommendation cannot be given yet
paper-blocked-text = { $count ->
    [one] { $counterpart } has still to give its co-financing statement for 1 project.
   *[other] { $counterpart } has still to give its co-financing statement for { $count } projects.
}
paper-pots = The two pots
paper-pots-caption = Set aside, proposed and left
paper-col-pot = Pot
paper-col-available = Set aside
paper-col-used = Proposed
paper-col-left = Left
paper-pots-note = Each party finances its own participants in its own currency. It is the hours, not the amounts, that are to match.
paper-reserve = Reserve list
paper-reserve-caption = Projects that move up if a project falls away
paper-reserve-reasons = Appendix: What the projects on the reserve list lack
paper-reserve-reasons-caption = Projects on the reserve list, and what would bring them in
paper-lists = Appendix: Both priority lists
paper-lists-caption = Projects that either party ranked, with their place on each list
paper-left-out-lead = { $count ->
    [one] 1 application is not recommended. The project and the reason are at the end of this paper.
   *[other] { $count } applications are not recommended. The projects and the reasons are at the end of this paper.
}
paper-left-out = Appendix: Projects that are not recommended
paper-left-out-caption = Applications that are not recommended, and the reason
paper-col-reason = Reason
paper-legal = Legal basis
paper-participants = Appendix: Participants and amounts
paper-participants-caption = Participants that receive a grant, and from which party
paper-col-participant = Participant
paper-col-party = Party
paper-col-amount = Amount
paper-col-hours-own = Hours

## Decision letter
paper-letter-granted = Your application has been granted
paper-letter-refused = Your application has been refused
paper-letter-reserve = Your application is on the reserve list
paper-letter-granted-text = On { $date } the { $body } decided to grant { $money } to your participation in the project.
paper-letter-refused-text = On { $date } the { $body } decided not to grant money to the project.
paper-letter-reserve-text = On { $date } the { $body } decided to put the project on the reserve list. You will hear from us if money becomes available.
paper-letter-parties = The grant goes only to participants of { $party }. { $counterpart } finances its own participants and writes to them itself.
paper-letter-reasons = Reasons
paper-letter-conditions = Conditions
paper-letter-appeal = How to appeal
paper-letter-contact = Questions
paper-letter-close = Yours sincerely

## Receipt
paper-receipt-title = Receipt for an application
paper-receipt-number = Receipt number
paper-receipt-submitted = Received
paper-receipt-applicant = Submitted by
paper-receipt-text = The application has been received. Its content is frozen in the form that the fingerprint below belongs to; any later change gives another fingerprint.
paper-receipt-parts = What was submitted
paper-receipt-parts-caption = Submitted parts
paper-col-part = Part
paper-col-fingerprint = Fingerprint (SHA-256)
paper-receipt-proof = Proof
paper-receipt-fingerprint = Fingerprint (SHA-256)
paper-receipt-signature = Signature (Ed25519)
paper-receipt-key = Key
paper-receipt-verify = How to verify this receipt
paper-receipt-verify-text = Open the address and enter the receipt number. The page shows the fingerprint received and whether the signature is genuine. No sign-in is needed.
