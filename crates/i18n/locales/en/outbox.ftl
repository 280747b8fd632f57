# Mail that this house sends, and its texts.
mail-sign-in-subject = Your sign-in link
mail-sign-in-body = Dear { $name },

    You, or somebody else, asked for a link to sign in to Counterpart:

    { $address }

    It works once, within { $minutes } minutes. If you did not ask for it, do nothing.
