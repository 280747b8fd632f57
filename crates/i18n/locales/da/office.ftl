# Kontorer i udlandet.
office-lead = Kontorer i udlandet: hvem ejede og betalte dem, hvad de skulle, hvornår de åbnede, og hvorfor de lukkede.
office-new = Nyt kontor
office-name = Kontor
office-place = Sted
office-opened = Åbnet
office-closed = Lukket
office-decided = Lukning besluttet
office-closing-decided = lukning besluttet
office-reason = Begrundelse
office-freed = Frigjorte midler
office-state-closing = Besluttet lukket
office-state-closed = Lukket
office-state-no-closing = Ingen lukning kendt
office-role-owner = Ejer
office-role-partner = I samarbejde med
office-role-funder = Finansieret af

## Refusals
refusal-office-ownerless = Et kontor har mindst én ejer.
refusal-office-closing-undecided = En lukning har en beslutningsdato og en begrundelse.
refusal-office-closed-before-opened = Kontoret kan ikke lukke, før det åbnede.

## Form
office-organisation = Organisation
office-place-help = Adressen på en side som places/shanghai eller et navn.
office-partnership-help = Det partnerskab, som det tjener, hvis noget.
office-behind = Hvem står bag
office-behind-help = Ejere, partnere og finansieringskilder. Skriv adressen på en side som organisations/region-midtjylland eller et navn.
office-role = Rolle
office-share = Andel, i ord
office-closing = Lukning
office-closing-help = Lad felterne stå tomme for et kontor, der fortsætter. En lukning har en beslutningsdato og en begrundelse.
office-freed-for = Hvad pengene bruges til nu
office-freed-amount = Frigjort pr. år
office-currency = Valuta
