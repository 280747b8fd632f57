# Post, som dette hus sender, og dens tekster.
mail-sign-in-subject = Dit link til at logge ind
mail-sign-in-body = Kære { $name }

    Du, eller en anden, har bedt om et link til at logge ind i Counterpart:

    { $address }

    Det virker én gang inden for { $minutes } minutter. Har du ikke bedt om det, så gør ingenting.
