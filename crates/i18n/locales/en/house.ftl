# Words of the whole house: navigation, buttons, empty pages, general errors, roles, parties.
app-name = Counterpart
app-purpose = Joint calls between two equal regions
app-responsible = Responsible authority
skip-to-content = Skip to content
new-window = (opens in a new window)

## Navigation
nav-label = Main menu
nav-side = Submenu
nav-menu = Menu
nav-close = Close menu
nav-breadcrumb = You are here
nav-home = Home
nav-programmes = Programmes
nav-calls = Calls
nav-ideas = Project ideas
nav-applications = Applications
nav-handling = Administrative handling
nav-assessments = Assessments
nav-priorities = Prioritisation
nav-grants = Awards
nav-journal = Journal
nav-accounts = Users and bodies
nav-account = My page
nav-events = Events
nav-verify = Check a receipt
nav-sign-in = Sign in
nav-sign-out = Sign out
nav-signed-in-as = Signed in as { $name }
nav-demo = Demonstration: experts, scores and users are made up.

## Language switch
language-label = Language
language-choose = Choose language
language-da = Dansk
language-en = English
language-zh = 中文
language-written-in = Written in { $language }
language-name-da = Danish
language-name-en = English
language-name-zh = Chinese

## Footer
footer-accessibility = Accessibility statement
footer-cookies = Cookies
footer-privacy = Personal data
footer-licence = Licence and source code
footer-contact = Contact
footer-sources = Sources

## Buttons
button-save = Save
button-save-draft = Save draft
button-save-continue = Save and continue
button-cancel = Cancel
button-back = Back
button-next = Next
button-previous = Previous
button-search = Search
button-clear = Clear
button-filter = Show
button-export = Download
button-export-xlsx = Download as spreadsheet (xlsx)
button-export-csv = Download as CSV
button-import = Read in
button-upload = Attach file
button-download = Download
button-print = Print
button-confirm = Confirm
button-yes = Yes
button-no = No
button-add = Add
button-edit = Edit
button-remove = Remove
button-delete = Delete
button-open = Open
button-close = Close
button-show-all = Show all
button-send = Send
button-submit = Submit
button-accept = Accept
button-decline = Decline
button-withdraw = Withdraw
button-retry = Try again

## Forms
form-required = required
form-optional = optional
form-choose = Choose …
form-hint-date = Day, month, year, for example 20/11/2018
form-hint-money = Whole units or two decimals
form-hint-file = At most { $size }. Allowed types: { $types }
form-characters = characters
form-characters-left = { $count ->
    [one] { $count } character left
   *[other] { $count } characters left
}
form-characters-over = { $count ->
    [one] { $count } character too many
   *[other] { $count } characters too many
}
form-error-prefix = Error:
form-summary-title = { $count ->
    [one] There is an error on this page
   *[other] There are { $count } errors on this page
}
form-summary-help = Correct the fields below. What you have written is kept.
form-unsaved = You have changes that are not saved.
form-saving = Saving …
form-saved = Saved { $time }
form-saved-simple = Saved
form-save-failed = Could not save. Your text is still on the page; try again.
form-save-invalid = Not saved yet. Look at:
form-save-conflict = Somebody else saved in the meantime. Save to see both versions.
form-nothing-lost = Nothing that you have written is lost.
form-day = Day
form-month = Month
form-year = Year
form-error-required = Fill in this field.
form-error-number = Write a number.
form-error-date = Write a date that exists.
form-error-money = Write an amount, for example 1,234.50.
form-error-choice = Choose one of the options.
form-error-too-long = { $count ->
    [one] The text can have at most { $count } character.
   *[other] The text can have at most { $count } characters.
}
form-error-bidi = The text holds invisible characters that reverse the reading direction. Remove them.

## Tables and lists
table-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
table-rows-found = { $count ->
    [one] { $count } row found for “{ $query }”
   *[other] { $count } rows found for “{ $query }”
}
table-shown = Showing { $from }-{ $to } of { $total }
table-sort-by = Sort by { $column }
table-sort-none = not sorted
table-sort-ascending = ascending
table-sort-descending = descending
table-search = Search the list
table-search-hint = Danish, English and Chinese words
table-actions = Actions
table-total = Total
table-none = None
table-unknown = Not stated
pages-label = Pages
pages-next = Next page
pages-previous = Previous page
pages-page = Page { $number }

## Empty states
empty-title = Nothing here yet
empty-search = Nothing matches the search. Try a shorter word, or clear the search.
empty-calls = No call is open. You are welcome to send a project idea.
empty-applications = You have no applications. Choose an open call to begin.
empty-journal = The journal is empty. Documents sent or received will appear here.

## Whose turn
turn-label = Whose turn it is
turn-you = It is your turn
turn-party = It is the turn of { $party }
turn-both = It is the turn of both parties
turn-nobody = Nobody has to do anything now
later-assessing = Both expert groups assess.
later-ranking = Both offices rank and seal their lists.
turn-until = Deadline: { $deadline }
turn-waiting = Waiting for { $who }

## Messages
message-info = Information
message-success = Done
message-warning = Please note
message-error = Error
message-saved = The changes are saved.
message-sent = Sent.
message-deleted = Deleted.
message-progress = Working … { $done } of { $total }
confirm-title = Are you sure?
confirm-irreversible = This cannot be undone.

## General errors
error-title = Something went wrong
error-not-found = The page does not exist
error-not-found-help = The address is wrong, or the page is not for you. Go to the front page, or search the lists.
error-denied = You do not have access to this
error-denied-help = You are signed in as { $name }. Sign in as somebody else, or ask your secretariat for access.
error-sign-in = Sign in to continue
error-stale = The page has changed since you opened it
error-stale-help = Somebody else saved in the meantime. Look at both versions and choose what shall stand. What you have written is kept.
error-closed-session = You have been signed out
error-closed-session-help = Sign in again. What you have written is kept on the page.
kept-sign-in = Sign in again
kept-sign-in-help = You get a link by e-mail. Open it in this browser and leave this page open.
kept-send = Then come back here and send what you wrote
kept-typed = What you had written
kept-file = Choose “{ $name }” again
kept-file-help = Text is kept on this page, files are not.
kept-button = Send it now
error-too-large = The file is too large
error-too-large-help = A file can be at most { $size }. Split it, or save it in a smaller version.
error-wrong-file = This type of file cannot be used
error-wrong-file-help = “{ $name }” is not one of the types { $types }. Save the file as one of them and try again.
error-broken-file = The file “{ $name }” cannot be read. It may be damaged.
error-unknown-language = The language “{ $code }” is not available here
error-unknown-language-help = Choose Danish, English or Chinese.
error-csrf = The form came from another site
error-csrf-help = For your safety nothing was saved. Open the page again and send it from there.
error-replayed = The form has already been sent
error-replayed-help = We saved it only once. Here is the result.
error-method = The page cannot be used in this way
error-busy = The system is busy
error-busy-help = Wait a moment and try again. What you have written is kept on the page.
error-failure = System error
error-failure-help = The error has been noted. Try again shortly, or write to the secretariat and state the number.
error-failure-id = Error number: { $id }
error-ways-out = What you can do
error-go-home = Go to the front page
error-go-back = Go back

## Roles
role-visitor = Visitor
role-applicant = Applicant
role-participant = Participant
role-secretariat = Secretariat
role-office = International office
role-expert = Expert
role-chair = Chair of the expert group
role-recommender = Recommending body
role-granter = Granting body
role-auditor = Auditor
role-administrator = System administrator

## Parties
party = Party
party-both = Both parties
party-own = Own party
party-counterpart = Counterpart
party-name-RM = Central Denmark Region
party-name-SH = Shanghai
party-short-RM = RM
party-short-SH = SH
party-office = International office, { $party }
party-zone-RM = Aarhus
party-zone-SH = Shanghai
party-both-clocks = { $first }; { $second }
