# Forseglede prioriteringslister og den fælles prioritering: egen liste, forsegling, åbning, møde, fælles resultat.
priority-title = Prioriteringsliste
priority-heading = Prioriteringsliste for { $party }
priority-lead = Prioritér projekterne for jeres egen part. Ingen andre ser listen, før begge parter har forseglet deres og begge har afgivet deres nøgleseddel.
priority-empty = Der er endnu intet at prioritere. Projekterne vises her, når begge sekretariater har fundet dem støtteberettigede.
priority-round = Runde { $number }
priority-how = Giv det bedste projekt plads 1. Ens pladser er lige prioriterede. Et projekt uden plads er enten støtteberettiget uden plads eller ikke prioriteret; det sidste kræver en begrundelse.
priority-suggest = Udfyld pladser efter vores ekspertgruppes point
priority-suggested = Pladserne nedenfor kommer fra jeres ekspertgruppes point. Intet er gemt, før I gemmer.
priority-save-seal = Gem og gå til forsegling
priority-undecided = Ikke afgjort
priority-to-joint = Gå til den fælles prioritering
priority-turn-rank = Prioritér projekterne, og forsegl jeres liste.
priority-turn-reveal = Begge lister er forseglet. Afgiv jeres nøgleseddel, så listerne kan åbnes samtidig.
priority-turn-others-rank = Listen skal prioriteres og forsegles.
priority-turn-others-reveal = Nøglesedlen skal afgives.
priority-turn-meet = Begge lister er åbne. Mødes, og bliv enige om et fælles resultat.
priority-commitments = Offentliggjorte fingeraftryk
priority-commitments-help = Hvert tal er fingeraftrykket af en forseglet liste. Det blev vist for begge parter ved forseglingen og beviser senere, at intet er ændret.
priority-commitment = Fingeraftryk (SHA-256)
priority-sealed-heading = Jeres liste er forseglet
priority-sealed-text = Den kan ikke længere ændres, og dette system kan ikke læse den. Kun jeres nøgleseddel åbner den.

## Kolonner og tilstande, også i regnearket
priority-search-hint = Nummer og titel. Kladden gemmes, når du søger, sorterer eller skifter side.
priority-column-number = Nummer
priority-column-title = Titel
priority-column-acronym = Akronym
priority-column-partners = Deltagere fra { $party }
priority-column-others = Andre deltagere
priority-column-asked = Søgt hos { $party }
priority-column-hours = Timer fra { $party }
priority-column-score = Vores ekspertgruppes point (af 100)
priority-column-state = Tilstand
priority-column-rank = Plads
priority-column-reason = Begrundelse
priority-state-ranked = Prioriteret
priority-state-eligible-unranked = Støtteberettiget, uden plads
priority-state-not-prioritised = Ikke prioriteret
priority-rank-of = Plads for { $number }
priority-state-of = Tilstand for { $number }
priority-reason-of = Begrundelse for { $number }

## Udvalgets regneark
priority-sheet = Udvalgets regneark
priority-sheet-help = Hent listen med deltagere, beløb og point, lad udvalget udfylde plads, tilstand og begrundelse, og læs den ind igen. I ser, hvad der vil blive ændret, før noget gemmes.
priority-sheet-file = Regneark, der skal læses ind
priority-sheet-hint = xlsx, ods eller CSV. Lad numre og titler stå, som de er.
priority-sheet-button = Se, hvad der vil blive ændret
rehearsal-title = Indlæsning af regnearket
rehearsal-lead = Hvad “{ $name }” vil ændre. Intet er gemt endnu.
rehearsal-problems = { $count ->
    [one] Der er { $count } problem i filen
   *[other] Der er { $count } problemer i filen
}
rehearsal-problems-help = Intet er læst ind. Ret filen, og læs den ind igen.
rehearsal-line = Linje
rehearsal-column = Kolonne
rehearsal-problem = Problem
rehearsal-same = Filen siger det samme som den gemte kladde.
rehearsal-changes = Ændringer
rehearsal-count = { $count ->
    [one] { $count } projekt ændres
   *[other] { $count } projekter ændres
}
rehearsal-before = Før
rehearsal-after = Efter
rehearsal-confirm = Gem ændringerne

## Forsegling
seal-title = Forsegl listen
seal-heading = Forsegl listen for { $party }
seal-not-yet = Listen kan ikke forsegles endnu
seal-not-yet-help = Hvert projekt skal have en plads eller en tilstand, og en begrundelse, hvis det ikke er prioriteret.
seal-means = Hvad forsegling betyder
seal-means-final = Ingen kan længere ændre listen.
seal-means-published = Fingeraftrykket og tidspunktet vises straks for begge parter. Det gør indholdet ikke.
seal-means-unreadable = Systemet gemmer kun en krypteret kopi. Heller ikke de, der driver systemet, kan læse den.
seal-means-lost = Bliver nøglesedlen væk, kan listen ikke åbnes, og begge sekretariater må blive enige om at begynde en ny runde.
seal-slip = Jeres nøgleseddel
seal-slip-help = De otte linjer er den eneste nøgle til jeres liste. Udskriv, kopiér eller hent dem nu, og opbevar dem, hvor kun jeres sekretariat har adgang. De gemmes ikke her.
seal-slip-about = Nøgleseddel for { $party } til ansøgningsrunden { $call }, runde { $round }
seal-slip-keep = Hold nøglesedlen hemmelig, til begge lister er forseglet. Uden den kan listen ikke åbnes.
seal-download = Hent nøglesedlen
seal-kept = Jeg har udskrevet, kopieret eller hentet nøglesedlen
seal-confirm = Jeg bekræfter, at listen er endelig og skal forsegles
seal-button = Forsegl listen
seal-done = Listen er forseglet
seal-done-text = Begge parter ser nu fingeraftrykket og tidspunktet. Når den anden part også har forseglet, afgiver begge sekretariater deres nøgleseddel, og listerne åbnes samtidig.
seal-time = Forseglet
seal-last-time = Det er sidste gang, nøglesedlen vises.
seal-back = Tilbage til prioriteringslisten

## Afgivelse af nøglesedlen
reveal-heading = Åbn listerne
reveal-lead = Begge lister er forseglet. Afgiv jeres nøgleseddel; når begge er afgivet, åbnes begge lister i samme øjeblik.
reveal-slip = Nøgleseddel
reveal-slip-hint = Otte linjer med cifre. Mellemrum og linjeskift er uden betydning.
reveal-file = Eller den hentede fil
reveal-button = Afgiv nøglesedlen

## At begynde forfra
void-heading = Er nøglesedlen blevet væk?
void-help = En liste uden nøgleseddel kan ikke åbnes. Bed det andet sekretariat om at annullere runden; er det enigt, prioriterer og forsegler begge på ny. Den gamle runde bliver stående med jeres begrundelse.
void-reason = Hvorfor runden skal annulleres
void-ask = Bed om at annullere runden
void-asked-by = { $party } beder om at annullere runden:
void-agree-help = Er I enige, begynder en ny runde. Lister, der ikke er forseglet endnu, følger med som kladder.
void-agree = Vær enig, og begynd en ny runde

## Mødet
joint-title = Fælles prioritering
joint-lead = Kun projekter, som begge parter har prioriteret, kan få bevilling. Hver part betaler sine egne deltagere af sin egen pulje.
joint-question = Snittet
joint-policy = Regel
joint-pot = Pulje
joint-pot-of = Pulje hos { $party }
joint-show = Vis
joint-hypothetical = Hvad nu hvis: ikke det rene snit
joint-other-pots = Puljerne her er ikke rundens egne, så dette kan ikke foreslås.
joint-sums = Penge og timer
joint-sums-of = Penge og timer efter reglen “{ $policy }”
joint-spent = Brugt
joint-left = Tilbage
joint-hours = Timer
joint-overdrawn = overtrukket
joint-value = Fælles værdi
joint-summary = { $count ->
    [one] { $count } projekt får bevilling, fælles værdi { $value }.
   *[other] { $count } projekter får bevilling, fælles værdi { $value }.
}
joint-match = Timerne matcher med { $percent }.
joint-equal-benefit = ligeligt udbytte
joint-unproven = Bedste indtil nu; ikke bevist i tide
joint-answered = Besvaret på { $count } ms.
joint-list = Den fælles liste med begrundelser
joint-place = Nr.
joint-rank-of = Plads, { $party }
joint-outcome = Udfald
joint-outcome-funded = bevilling
joint-outcome-reserve = reserveliste
joint-outcome-out = ingen bevilling
joint-funded = Bevilling
joint-reserve = Reserve, nr. { $place }
joint-reserve-list = Reserveliste
joint-out = Ingen bevilling
joint-signed = aftalt tidligere
joint-set-in = Med
joint-set-out = Uden
joint-set-in-of = Tag { $number } med
joint-set-out-of = Lad { $number } ude
joint-lists = Begge lister
joint-order-help = Den fælles rækkefølge: Hver liste trækkes sammen til de projekter, begge har prioriteret. Et projekts plads er gennemsnittet af de pladser, dets lige prioriterede gruppe dækker, og summen af de to pladser afgør. Ens summer forbliver lige; skal ét vælges, afgør et lod trukket af alle sagers fingeraftryk, som enhver kan eftergøre.
joint-proof = Forseglinger
joint-proof-help = Hvornår hver liste blev forseglet og åbnet, og dens offentliggjorte fingeraftryk.
joint-sealed = Forseglet
joint-revealed = Nøgleseddel afgivet
joint-not-yet = Endnu ikke
joint-to-own = Gå til jeres egen liste
joint-refusals = Afviste nøglesedler
joint-refusal = { $party } afgav en nøgleseddel, der ikke åbner det forseglede (runde { $number }).
joint-earlier = Annullerede runder
joint-turn-propose = Se på snittet, og foreslå et fælles resultat.
joint-turn-answer = Et fælles resultat er foreslået og venter på svar.
joint-turn-rerun = Et projekt med bevilling er faldet fra. Foreslå en ny version af det fælles resultat.
joint-turn-agreed = Det fælles resultat er aftalt. Nu følger de indstillende organer.

## Snittets regler
policy-about = Hvad reglerne betyder
policy-strict-ranking = Streng rækkefølge
policy-skip-and-continue = Spring over og fortsæt
policy-ties-by-fit = Lige prioriterede efter pasform
policy-gaps-forbidden = Ingen huller
policy-best-value = Størst værdi
policy-most-projects = Flest projekter
policy-help-strict-ranking = Ned ad den fælles liste, til et projekt ikke kan være i begge puljer. Intet derunder får bevilling.
policy-help-skip-and-continue = Ned ad den fælles liste. Det, der ikke er plads til, springes over, og det næste prøves.
policy-help-ties-by-fit = Ned ad den fælles liste i hele grupper. I gruppen, hvor pengene slipper op, så mange projekter, som der er plads til.
policy-help-gaps-forbidden = Kun hele grupper: Intet projekt lades ude, mens et lige eller lavere får bevilling.
policy-help-best-value = Den største sum af fælles værdier, som begge puljer rækker til, uanset rækkefølge.
policy-help-most-projects = Så mange projekter, som begge puljer rækker til, og blandt de valg den største værdi.

## Billedet
frontier-title = Hvad de to puljer kan købe sammen
frontier-help = Linjer med samme fælles værdi over størrelsen af begge puljer. De stiplede linjer er puljerne, ringen er det aktuelle snit. Tallene står i tabellen nedenfor.
frontier-caption = Puljerne kan højst købe en fælles værdi på { $value }. Hver linje viser de færreste penge, der køber værdien ved dens ende.
frontier-sampled = Linjerne er tegnet efter stikprøver.
frontier-axis = Pulje hos { $party }
frontier-table = Billedet som tabel
frontier-steps = Største værdi efter puljen hos { $party }, den anden pulje uændret
frontier-pot = Pulje på mindst
frontier-here = nu

## Det fælles resultat
result-heading = Fælles resultat
result-version = Version { $number }
result-waits = venter på { $party }
result-in-force = gældende
result-superseded = afløst
result-declined = afvist
result-proposed-by = Foreslået af { $party }
result-accepted-by = Godkendt af { $party }
result-declined-by = Afvist af { $party }
result-reason = Begrundelse
result-cause = Ny version på grund af
result-note = Bemærkning
result-note-hint = Nødvendig, når et projekt er taget med eller ladt ude: Skriv hvorfor.
result-body = Den underskrevne tekst som fil
result-changes = Ændringer siden den forrige version
result-answer-help = Godkender I, beregner systemet resultatet igen af begge lister og tager det kun, hvis det er det samme.
result-answer-reason = Begrundelse, hvis I afviser
result-accept = Godkend for vores part
result-propose-heading = Foreslå dette snit
result-propose-help = Reglen, listerne, puljerne og udfaldet fryses med et fingeraftryk. Den anden part godkender eller afviser; ingen kan godkende sit eget forslag.
result-propose-confirm = Jeg bekræfter, at vores part foreslår dette snit
result-propose = Foreslå for den anden part
result-rerun-heading = Et projekt med bevilling er faldet fra
result-rerun-text = Trukket eller afslået siden: { $numbers }. En ny version beholder alle andre aftalte projekter og bruger de penge, der er blevet fri.
result-rerun = Foreslå den nye version

## Meddelelser
message-revealed = Nøglesedlen passer. Listerne åbnes, når den anden er afgivet.
message-revealed-both = Begge lister er åbne.
message-void-asked = Det andet sekretariat er bedt om at annullere runden.
message-void-agreed = Runden er annulleret. En ny runde er begyndt.
message-proposed = Resultatet er foreslået for den anden part.
message-accepted = Det fælles resultat er aftalt.
message-declined = Forslaget er afvist.

## Afvisninger: lister
refusal-priority-assessment-open = { $party } har ikke afsluttet sin vurdering endnu. Prioriteringen begynder, når begge har.
refusal-priority-nothing-to-rank = Begge sekretariater har ikke fundet noget projekt støtteberettiget, så der er intet at prioritere.
refusal-priority-not-begun = Ingen liste er begyndt endnu. Prioritér jeres projekter først.
refusal-priority-sealed = Listen er forseglet siden { $since } og kan ikke ændres.
refusal-priority-not-sealed-by = { $party } har ikke forseglet sin liste endnu. Nøglesedler modtages, når begge lister er forseglet.
refusal-priority-revealed = Nøglesedlen er allerede afgivet ({ $since }).
refusal-priority-slip-mismatch = Nøglesedlen åbner ikke den liste, som { $party } har forseglet. Forsøget er noteret. Se efter, om det er nøglesedlen til denne ansøgningsrunde og denne runde.
refusal-priority-void-too-late = Begge lister er åbne, så runden kan ikke længere annulleres.
refusal-priority-void-nothing-sealed = Ingen liste er forseglet endnu, så der er intet at annullere.
refusal-priority-void-asked = { $party } har allerede bedt om at annullere runden.
refusal-priority-void-reason = Skriv, hvorfor runden skal annulleres.
refusal-priority-void-not-asked = Ingen har bedt om at annullere runden.
refusal-priority-void-own = Jeres eget sekretariat har bedt om det. { $party } skal være enig.
refusal-priority-not-revealed = Listerne er ikke åbne endnu: { $party } mangler et skridt.
refusal-priority-round-void = Runde { $number } er annulleret ({ $since }).
refusal-priority-rank-not-a-number = “{ $typed }” er ikke en plads. Skriv et helt tal fra 1 til { $max }.
refusal-priority-rank-and-unranked = Projektet har plads { $typed }, men tilstanden siger, at det ikke er prioriteret. Vælg ét.
refusal-priority-rank-missing = Tilstanden siger prioriteret, men der er ingen plads.
refusal-priority-state-unknown = “{ $typed }” er ikke en tilstand.
refusal-priority-not-on-roster = { $number } er ikke blandt rundens projekter.
refusal-priority-twice = { $number } står to gange på listen.
refusal-priority-undecided = { $number } har hverken plads eller tilstand.
refusal-priority-reason-missing = { $number } er ikke prioriteret. Skriv begrundelsen.
refusal-seal-tick = Sæt kryds her, før I forsegler.
refusal-slip-missing = Skriv nøglesedlen, eller vælg den hentede fil.
refusal-slip-length = En nøgleseddel har 200 cifre; denne har { $found }.
refusal-slip-character = “{ $typed }” hører ikke til i en nøgleseddel. Den har kun cifre.
refusal-slip-line = Linje { $line } er læst forkert. Læs den linje igen.

## Afvisninger: regneark
refusal-sheet-missing = Vælg et regneark.
refusal-sheet-unreadable = “{ $name }” kan ikke læses som regneark. Gem det som xlsx eller CSV, og prøv igen.
refusal-sheet-not-utf8 = “{ $name }” er en CSV-fil i et gammelt tegnsæt. Gem den som “CSV UTF-8” eller som xlsx.
refusal-sheet-empty = Det første ark er tomt.
refusal-sheet-column-missing = Kolonnen “{ $column }” mangler.
refusal-sheet-number-unknown = Der er intet projekt “{ $number }” i denne runde.
refusal-sheet-number-twice = { $number } står allerede i linje { $line }.
refusal-sheet-title-changed = Titlen er “{ $typed }” her, men projektets titel er “{ $title }”. Er en række flyttet?
refusal-sheet-formula = Cellen indeholder en formel. Indsæt den som værdi.
refusal-sheet-project-missing = { $number } mangler i filen.

## Snittets begrundelser
refusal-cut-not-prioritised = { $party } har ikke prioriteret projektet.
refusal-cut-withdrawn = Ansøgningen er trukket tilbage.
refusal-cut-refused = Et bevilgende organ har givet afslag på projektet.
refusal-cut-excluded = Ladt ude af begge parter; se bemærkningen.
refusal-cut-ended = Snittet sluttede over det, ved { $number }.
refusal-cut-short = { $party } mangler { $money }.
refusal-cut-dearer = Det søger { $money } mere, end hele puljen hos { $party } rummer.
refusal-cut-top-up = { $money } mere fra { $party } ville få det med, efter det der står foran.
refusal-cut-top-up-both = { $money } mere fra { $party } og { $money2 } mere fra { $party2 } ville få det med, efter det der står foran.
refusal-cut-passed-over = Andre projekter var tilsammen mere værd.
refusal-cut-signed-exceed = De projekter, der er taget med, koster { $money } mere, end puljen hos { $party } rummer.
refusal-cut-undecided = Det bedste valg kunne ikke bevises i tide. Tag nogle projekter med eller lad nogle ude, eller vælg en anden regel.

## Afvisninger: fælles resultat
refusal-result-pending = Version { $version }, foreslået af { $party }, venter stadig på svar.
refusal-result-agreed = Version { $version } er aftalt og gældende. En ny er kun nødvendig, når et projekt med bevilling er trukket eller afslået.
refusal-result-note-missing = { $count ->
    [one] { $count } projekt er taget med eller ladt ude i hånden. Skriv i bemærkningen hvorfor.
   *[other] { $count } projekter er taget med eller ladt ude i hånden. Skriv i bemærkningen hvorfor.
}
refusal-result-answered = Version { $version } er allerede besvaret.
refusal-result-own = { $party } har foreslået dette. Kun den anden part kan svare.
refusal-result-decline-reason = Skriv, hvorfor I afviser.
refusal-result-not-a-candidate = Et projekt, som ikke begge parter har prioriteret, kan ikke få bevilling ({ $id }).
refusal-result-drops-signed = Et aftalt projekt ville gå tabt ({ $id }).
refusal-result-overdraws = Projekterne koster mere, end en pulje rummer.
refusal-result-pots = Kun rundens egne puljer kan foreslås. Andre størrelser er til at prøve af.
refusal-result-differs = Noget er ændret siden forslaget, for eksempel en tilbagetrækning: Beregnet igen er resultatet ikke det samme. Afvis, og foreslå på ny.
refusal-result-none = Der er intet aftalt resultat endnu.
refusal-result-tick = Sæt kryds her, før I foreslår.
