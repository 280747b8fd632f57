# Project ideas.
refusal-idea-late = The call closed { $since } and takes no more ideas. Look among the open calls.
idea-lead = Anybody may send an idea. It is no application: the offices use it to bring partners of both sides together. No account is needed.
idea-lang = Language you write in
idea-title = Title
idea-body = The idea
idea-body-help = What you want to do, with whom, and what both sides gain.
idea-organisation = Organisation
idea-place = Where you are
idea-other-place = Elsewhere
idea-contact = How we reach you
idea-contact-help = An e-mail address or a telephone number. Only the two offices and their auditors see it.
idea-thanks = Thank you for your idea
idea-thanks-help = Both offices can read it now. They write to you if they know of a partner, or have a question. You can apply without waiting for an answer.
idea-another = Send another idea
idea-none = No idea has come in yet. The form is linked from the announcement.
idea-at = Received
