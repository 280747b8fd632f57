# Loggen.
event-lead = Hver handling med tid og konto. Hver linje bærer fingeraftrykket af linjen før, så en ændret eller manglende linje bliver fundet.
event-check = Efterprøv, at loggen er hel
event-whole = Loggen er hel
event-whole-help = Hver linje følger af linjen før.
event-broken = Loggen er ændret
event-broken-help = Linje { $number } følger ikke af linjen før. Sammenlign med en sikkerhedskopi, og sig det til begge parters revisorer.
event-none = Der er ikke sket noget endnu.
event-number = Nr.
event-at = Tid
event-who = Hvem
event-what = Handling
event-subject = På
event-detail = Detalje
event-nobody = ingen logget ind, eller den driftsansvarlige
event-unknown = ukendt konto
event-newest = Nyeste
event-older = Ældre
