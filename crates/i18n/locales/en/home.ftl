# The front page: what waits for each role.
home-lead = Two regions fund joint projects as equals. Each pays its own participants, each lets its own experts assess, and only projects that both have prioritised are funded.
home-party = Pays in { $currency }; clock { $zone }
home-step-call = Both offices publish a call with its criteria, pots and deadlines.
home-step-apply = Consortia with participants of both sides send one joint application.
home-step-assess = Expert groups of both sides assess separately.
home-step-prioritise = Both sides seal their lists, open them together and agree on one result.
home-step-grant = Each side’s bodies decide, and money is released against the counterpart’s co-financing and activity.
home-open-calls = Open calls
home-no-open-call = No call is open or announced at the moment. All calls can still be read.
home-waiting = What waits for you
home-audit = Audit
home-idle = You will find new work here as soon as there is any.
home-idle-office = Applications, late requests, lists to seal and results to answer will show up here.
home-idle-applicant = Choose an open call below to begin an application.
home-draft-call = { $count ->
    [one] The draft “{ $call }” awaits your office’s agreement
   *[other] { $count } drafts “{ $call }” await your office’s agreement
}
home-late = { $count ->
    [one] { $count } request for a late submission to “{ $call }” awaits an answer
   *[other] { $count } requests for a late submission to “{ $call }” await an answer
}
home-unhandled = { $count ->
    [one] { $count } application to “{ $call }” awaits your office’s handling
   *[other] { $count } applications to “{ $call }” await your office’s handling
}
home-unclosed = { $count ->
    [one] Your side’s assessment of one application under “{ $call }” is not closed
   *[other] Your side’s assessment of { $count } applications under “{ $call }” is not closed
}
home-unsealed = { $count ->
    [one] Your office’s priority list for “{ $call }” is not sealed
   *[other] { $count } priority lists of your office for “{ $call }” are not sealed
}
home-unanswered = { $count ->
    [one] A joint result for “{ $call }” awaits your office’s answer
   *[other] { $count } joint results for “{ $call }” await your office’s answer
}
home-undecided = { $count ->
    [one] { $count } project under “{ $call }” awaits your side’s decision
   *[other] { $count } projects under “{ $call }” await your side’s decision
}
home-unassessed = { $count ->
    [one] { $count } application to “{ $call }” awaits your assessment
   *[other] { $count } applications to “{ $call }” await your assessment
}
home-own-draft = { $count ->
    [one] Your application to “{ $call }” is not submitted
   *[other] { $count } of your applications to “{ $call }” are not submitted
}
home-unconfirmed = { $count ->
    [one] Your part of an application to “{ $call }” awaits your confirmation
   *[other] { $count } of your parts in applications to “{ $call }” await your confirmation
}
home-reminders = { $count ->
    [one] { $count } date of the partnership book nobody has acknowledged
   *[other] { $count } dates of the partnership book nobody has acknowledged
}
