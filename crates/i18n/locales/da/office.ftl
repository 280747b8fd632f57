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
