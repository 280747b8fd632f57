# Ansøgninger: hvad der mangler, hvad der afvises, og skærmbillederne.
## Refusals
refusal-application-title = Skriv projektets titel.
refusal-application-summary = Skriv et resumé af projektet.
refusal-application-start = Angiv den måned, projektet begynder.
refusal-application-months = Projektet varer { $months } måneder. Angiv mellem 1 og { $max } måneder.
refusal-application-party = Ingen fra { $party } deltager. Et projekt skal have deltagere fra begge sider.
refusal-application-lead = Vælg præcis én deltager som leder af projektet.
refusal-application-companies-only = Virksomheder deltager kun sammen med en myndighed, et universitet, et hospital eller en forskningsinstitution. Tilføj en.
refusal-application-participant-name = En deltager mangler navn.
refusal-application-participant-country = Angiv landet for { $name } med to bogstaver, for eksempel DK eller CN.
refusal-application-participant-email = Angiv en e-mailadresse for { $name }. Med den bekræftes deltagerens del.
refusal-application-stray-year = { $name } har tal for { $year }, men projektet løber ikke det år. Ret budgettet, starten eller varigheden.
refusal-application-unconfirmed = { $name } har ikke bekræftet sin del.
refusal-application-closed = Fristen udløb { $since }. Intet er tabt: din tekst er gemt som kladde. Du kan bede begge kontorer om at måtte indsende for sent.
refusal-application-frozen = Fristen udløb { $since }. Det indsendte står ved magt og kan ikke længere ændres.
refusal-application-withdrawn = Ansøgningen er trukket tilbage. Indsend den igen, mens runden er åben.
refusal-associated-money = { $name } hører ikke til nogen af siderne og er associeret. Den kan ikke søge penge her: hver side betaler kun sine egne deltagere.
refusal-hours-negative = Timer kan ikke være negative.
refusal-answer-missing = Besvar spørgsmålet “{ $question }”.
refusal-answer-choice = Vælg en af mulighederne i “{ $question }”.
refusal-answer-number = Besvar “{ $question }” med et helt tal fra 0.
refusal-answer-too-long = Svaret på “{ $question }” fylder { $count }; der er plads til { $max }.
refusal-file-kind = “{ $name }” er ikke af typen { $types }. Det er indholdet, der tæller, ikke navnet. Gem filen som en af dem, og prøv igen.
refusal-file-empty = Filen “{ $name }” er tom.
refusal-file-too-large = Filen “{ $name }” fylder { $size } MB; der er plads til { $max } MB. Del den, eller gem en mindre udgave.
refusal-file-name-hidden = Filnavnet “{ $name }” indeholder et usynligt tegn ({ $code }). Omdøb filen, og prøv igen.
refusal-file-count = Der er plads til { $max } filer.
refusal-confirmation-closed = Fristen for bekræftelser udløb { $since }.
refusal-confirmed-already = Delen fra { $name } er allerede bekræftet.
refusal-part-changed = Delen fra { $name } er ændret, siden du åbnede den. Se på den igen, før du bekræfter.
refusal-withdrawal-decided = Der er truffet afgørelse om ansøgningen. Skriv til dit kontor.
refusal-withdrawal-draft = Ansøgningen er en kladde; der er intet at trække tilbage.
refusal-late-not-needed = Du kan indsende indtil { $until }. Det er ikke nødvendigt at bede om lov.
refusal-late-asked = En anmodning om sen indsendelse venter allerede på svar.
refusal-late-answered = { $party } har besvaret anmodningen.
refusal-late-past = Tidspunktet skal ligge i fremtiden.

## Steps
application-steps = Trin i ansøgningen
application-step-project = Projekt
application-step-participants = Deltagere
application-step-budget = Budget og timer
application-step-questions = Spørgsmål og bilag
application-step-confirmations = Bekræftelser
application-step-submission = Kontrol og indsendelse
application-step-done = Udfyldt
application-see-whole = Se hele ansøgningen
application-mine = Mine ansøgninger
application-new = Ny ansøgning
application-new-next = Derefter udfylder I trinene i den rækkefølge, I vil. Alt gemmes som kladde, som kun I kan se.
application-start = Begynd
application-call = Ansøgningsrunde
application-deadline = Frist
application-until = Fristen er det samme øjeblik for alle:
application-closed = Fristen er udløbet
application-closed-draft = Kladden er gemt, men kan ikke indsendes uden begge kontorers tilladelse.
application-closed-submitted = Det indsendte står ved magt.
application-closed-new = Du kan skrive en kladde og bede begge kontorer om lov til at indsende for sent.
application-revised = I har ændringer, der ikke er indsendt. Det indsendte står ved magt, indtil I indsender igen.
application-turn-draft = Udfyld trinene, få delene bekræftet, og indsend inden fristen.
application-turn-open = Ansøgningen kan ændres og indsendes igen indtil fristen.
application-turn-decided = Der er truffet afgørelse om ansøgningen. Læs brevet.
application-turn-offices = Begge kontorer behandler ansøgningerne administrativt.
application-turn-applicants = Det er ansøgernes tur
application-received = Ansøgningen er modtaget
application-received-next = Gem kvitteringen. Efter fristen behandler begge kontorer ansøgningen.

## Fields
application-field-title = Titel
application-field-acronym = Kort navn
application-field-lang = Sprog
application-field-lang-name = Navnets sprog
application-field-lang-answers = Svarenes sprog
application-field-summary = Resumé
application-field-start = Projektets start
application-field-months = Varighed i måneder
application-field-equal-benefit = Projektet gavner begge regioner lige meget og er forankret i begge
application-equal-benefit = Lige udbytte
application-field-party = Hvem betaler deltageren
application-field-name = Organisationens navn
application-field-aliases = Andre navne
application-field-kind = Art
application-field-scheme = Register
application-field-identifier = Nummer
application-field-city = By
application-field-country = Land
application-field-email = E-mail til den, der bekræfter
application-field-lead = Leder
application-field-lead-long = Organisationen leder projektet
application-place = Sted
application-hint-title = Kort og uden forkortelser
application-hint-lang = Det sprog, du skriver i. Tekster oversættes ikke automatisk.
application-hint-summary = Hvad I vil gøre, og hvorfor sammen
application-hint-start = År og måned, for eksempel 2026-09
application-hint-months = Højst { $max } måneder
application-hint-equal-benefit = Så tilstræbes det, at siderne lægger lige mange timer. Det er et mål, ikke en betingelse.
application-hint-party = Hver side betaler kun sine egne deltagere. Deltagere fra andre lande er associerede og søger ikke penge her.
application-hint-name = Det officielle navn på organisationens eget sprog
application-hint-aliases = Ét navn på hver linje, for eksempel på kinesisk eller engelsk
application-hint-country = To bogstaver, for eksempel DK eller CN
application-hint-email = Personen logger ind med adressen og bekræfter organisationens del. Adressen sendes ikke videre med ansøgningen.
organisation-kind-authority = Myndighed
organisation-kind-university = Universitet
organisation-kind-hospital = Hospital
organisation-kind-research = Forskningsinstitution
organisation-kind-company = Virksomhed
organisation-kind-other = Andet
organisation-scheme-cvr = CVR
organisation-scheme-uscc = USCC
organisation-scheme-ror = ROR
organisation-scheme-other = Andet
application-id-shape = Nummeret har ikke den form, registret bruger. Kontrollér det; det kan godt indsendes.
application-id-check = Nummerets kontrolciffer passer ikke. Kontrollér det; det kan godt indsendes, for rigtige numre kan afvige.
application-id-odd = Kontrollér nummer

## Participants
application-participant = Deltager
application-participants-help = Tilføj alle organisationer fra begge sider. Virksomheder deltager sammen med en myndighed eller en vidensinstitution.
application-participants-empty = Ingen deltagere endnu. Begynd med den organisation, der leder projektet.
application-add-participant = Tilføj deltager
application-remove-participant = Fjern deltageren
application-remove-consequence = Dens budget og bekræftelse fjernes også.
application-paid-by = Betales af { $party }
application-associated = Associeret (andet land)
application-edit-voids = Hvis du ændrer delen, bortfalder bekræftelsen, og organisationen skal bekræfte igen.

## Budget
application-category = Omkostning
application-category-staff = Løn
application-category-travel = Rejser
application-category-equipment = Udstyr
application-category-external = Ekstern bistand
application-category-other = Øvrigt
application-category-overhead = Overhead
application-category-own = Egen finansiering
application-category-hours = Timer
application-budget-help = Hver deltager har sit eget budget i sin egen sides valuta. Beløb i to valutaer lægges aldrig sammen.
application-budget-currency = Skriv beløb i { $currency }, det der søges pr. år.
application-budget-empty = Lad alle felter stå tomme, hvis organisationen ikke oplyser beløb; 0 er et oplyst beløb.
application-budget-associated = Organisationen er associeret og søger ingen penge her. Angiv kun timer.
application-budget-caption = Budget i { $currency }
application-budget-no-years = Angiv først projektets start og varighed: de giver årene i budgettet.
application-save-sums = Gem og læg sammen
application-sums = Hvad projektet søger hos hver side
application-money-of = Søges hos { $party }
application-by-category = Fordelt på omkostninger
application-side-empty = Ingen deltagere fra denne side endnu.
application-unstated = ingen beløb oplyst
application-unstated-note = Mindst én deltager har ikke oplyst beløb. Summen omfatter kun det oplyste.
application-hours-differ = Ved lige udbytte tilstræbes lige mange timer. Nu er timerne forskellige:
application-months = { $count ->
    [one] én måned
   *[other] { $count } måneder
}

## Questions and files
application-table-more = Når rækkerne er fyldt, kommer der flere, når du gemmer.
application-files = Filer
application-free-files = Andre bilag
application-choose-file = Vælg fil
application-unanswered = Ikke besvaret

## Confirmations
application-confirmations-help = Hver organisation bekræfter sin egen del. Ændres delen, bortfalder bekræftelsen.
application-rule-all = I denne runde skal alle have bekræftet, før ansøgningen kan indsendes.
application-rule-drop = I denne runde udgår deltagere, der ikke har bekræftet, når deres sides frist for at supplere udløber.
application-rule-later = I denne runde kan bekræftelser komme efter indsendelsen, indtil hver sides frist for at supplere. Mangler en, udgår ansøgningen.
application-confirmed = Bekræftet
application-unconfirmed = Ikke bekræftet
application-voided = Bekræftelsen er bortfaldet
application-col-confirmed = Bekræftelse
application-confirmed-by = Bekræftet af { $name } { $time }.
application-voided-by = { $name } ændrede { $time }:
application-associated-no-confirmation = Associerede deltagere bekræfter ikke.
application-confirm-own = Bekræft din del
application-confirm-what = Læs organisationens del og bekræft den.
application-confirm-question = Jeg bekræfter organisationens del, som den står her.
application-confirm-consequence = Bekræftelsen gælder, indtil delen ændres.
application-confirm-until = Bekræft senest
application-confirm-closed = Fristen for at bekræfte er udløbet.
application-to-confirm = { $count ->
    [one] Én del venter på din bekræftelse.
   *[other] { $count } dele venter på din bekræftelse.
}
application-invite = Invitér til at bekræfte
application-add-email = Angiv e-mailadresse
application-fingerprint = Fingeraftryk
application-fingerprint-help = SHA-256 af delen. Ændres blot ét tal eller tegn, bliver fingeraftrykket et andet.
application-part-party = side
application-part-name = navn
application-part-kind = art
application-part-identifier = nummer
application-part-place = sted
application-part-lead = ledelse
application-part-budget = budget
application-part-own = egen finansiering
application-part-hours = timer

## Merging
application-merge = To har skrevet samtidig
application-merge-by = { $name } gemte { $time }, mens du skrev. Vælg for hvert felt.
application-merge-mine = Min tekst
application-merge-theirs = Den gemte tekst
application-merge-both = Behold begge, den ene efter den anden
application-merge-save = Gem valgene

## Submission
application-missing = Det mangler
application-warnings = Kan indsendes, men se efter
application-warn-unstated = { $name } har ikke oplyst beløb.
application-warn-identifier = Nummeret for { $name } ser forkert ud.
application-summary = Det indsender I
application-submit = Indsend ansøgningen
application-submit-question = Indsend ansøgningen nu?
application-submit-consequence = I får straks en kvittering. Indtil fristen kan I ændre og indsende igen.
application-not-submitted = Ansøgningen er ikke indsendt
application-submitted-at = Indsendt
application-receipt = Kvittering
application-receipts = Kvitteringer
application-receipt-help = Alle kan kontrollere kvitteringen uden at logge ind:
application-receipt-pdf = Hent kvitteringen (PDF)
application-dossier-file = Hent den frosne ansøgning (JSON)
application-sha = SHA-256
application-signature = Signatur (Ed25519)
application-key = Offentlig nøgle
application-withdraw = Træk ansøgningen tilbage
application-withdraw-open = I kan fortryde ved at indsende igen inden fristen.
application-withdraw-closed = Fristen er udløbet: det kan ikke fortrydes.
application-withdraw-hint = Begge kontorer ser begrundelsen.
application-withdraw-question = Træk ansøgningen tilbage?
application-withdrawn-at = Trukket tilbage { $time }.
application-reason = Begrundelse

## Late submission
application-late = For sent
application-ask-late = Bed om at indsende for sent
application-late-help = Begge kontorer ser ansøgningens titel og din begrundelse. Kun hvis begge siger ja, kan I indsende indtil det tidspunkt, de giver.
application-late-hint = Hvad skete der, og hvornår?
application-late-waits = venter på svar
application-late-declined = afslået
application-late-until = givet indtil { $time }
application-late-granted = Begge kontorer har sagt ja. I kan indsende indtil:
application-late-granted-by = Givet af
application-late-requests = Anmodninger om sen indsendelse
application-late-open = { $count ->
    [one] Én anmodning om sen indsendelse venter på svar.
   *[other] { $count } anmodninger om sen indsendelse venter på svar.
}
application-late-grant = Giv lov
application-late-grant-until = Indtil (tid i { $zone })
application-late-grant-hint = Det tidligste af de to kontorers tidspunkter gælder.
application-late-text = Bemærkning
application-late-text-hint = Skal udfyldes, hvis du siger nej.

## Desk
application-col-number = Nummer
application-col-lead = Leder
application-col-standing = Status
application-col-asked = Søges hos { $party }
application-col-own = Egen finansiering, { $party }
application-col-hours = Timer, { $party }
application-col-participants = Deltagere, { $party }
application-state-draft = Kladde
application-state-submitted = Indsendt
application-state-withdrawn = Trukket tilbage
application-standing-whole = Hel
application-standing-half = Halv: venter på bekræftelser
application-standing-reduced = Uden ubekræftede deltagere
application-standing-lapsed = Udgået: ikke bekræftet i tide
application-show-all = Alle
application-show-whole = Hele
application-show-half = Halve
application-show-lapsed = Udgåede
application-show-late = For sent
application-show-withdrawn = Trukket tilbage
application-filter = Vis
application-waits-for = Venter på:
application-half-count = { $count ->
    [one] Én ansøgning er kun halv
   *[other] { $count } ansøgninger er kun halve
}
application-half-help = En eller flere deltagere mangler at bekræfte. De kan gøre det, indtil deres sides frist for at supplere udløber:
application-desk-empty = Ingen ansøgninger er indsendt endnu. Kladder er ansøgernes egne.
application-history = Forløb
application-event-start = Påbegyndt
application-event-submit = Indsendt
application-event-confirm = En del bekræftet
application-event-void = En bekræftelse bortfaldt, fordi delen blev ændret
application-event-invite = En deltager inviteret til at bekræfte
application-event-withdraw = Trukket tilbage
application-event-ask-late = Bad om at indsende for sent
application-event-answer-late = Sen indsendelse givet
application-event-decline-late = Sen indsendelse afslået

## Messages
message-application-started = Ansøgningen er påbegyndt som kladde.
message-application-voided = Gemt. En bekræftelse er bortfaldet, fordi delen blev ændret.
message-application-attached = Filen er vedlagt.
message-application-invited = Invitationen er lagt til afsendelse.
message-application-confirmed = Delen er bekræftet.
message-application-submitted = Ansøgningen er indsendt. Her er kvitteringen.
message-application-withdrawn = Ansøgningen er trukket tilbage.
application-mail-invite-subject = Bekræft din del af “{ $title }”
application-mail-invite-body = { $name } er deltager i ansøgningen “{ $title }”. Log ind med denne e-mailadresse, læs organisationens del, og bekræft den: { $address }
application-mail-late-subject = Anmodning om sen indsendelse: “{ $title }”
application-mail-late-body = Ansøgeren til “{ $call }” beder om at indsende “{ $title }” efter fristen. Begge kontorer skal svare. Begrundelse: { $reason } Svar her: { $address }

## Checking a receipt
verify-lead = Alle kan kontrollere en kvittering her. Intet andet om ansøgningen vises.
verify-asked = Nummer, fingeraftryk eller den frosne ansøgning
verify-asked-hint = For eksempel CALL-2026-0001, 64 tegn fra kvitteringen, eller indholdet af JSON-filen
verify-file = Eller vælg JSON-filen
verify-file-hint = Filen gemmes ikke.
verify-check = Kontrollér
verify-genuine = Ægte
verify-genuine-text = Netop dette er modtaget her, står uændret, og signaturen passer.
verify-unknown = Ukendt
verify-unknown-text = Intet med dette nummer eller indhold er modtaget her. Er der blot ét tegn til forskel, er fingeraftrykket et andet.
verify-altered = Passer ikke
verify-altered-text = Det, der er gemt under { $number }, passer ikke længere med signaturen. Skriv til begge kontorer.
verify-elsewhere = Kontrol uden os
verify-elsewhere-text = Beregn SHA-256 af JSON-filen med et hvilket som helst værktøj; resultatet er fingeraftrykket på kvitteringen. Signaturen er en DSSE-konvolut (Ed25519) om kvitteringen og kontrolleres med nøglen her.
verify-key-name = Nøglens navn
refusal-month-shape = “{ $typed }” er ikke en måned. Skriv for eksempel 2026-09.
refusal-party-has-budget = { $name } har et budget i { $currency }. Tøm budgettet, før du skifter side; beløb omregnes ikke.
refusal-file-missing = Vælg en fil.
refusal-confirm-needed = Sæt flueben for at bekræfte.
refusal-late-time-shape = “{ $typed }” er ikke et tidspunkt. Skriv for eksempel 2026-03-31T12:00.
refusal-late-time-ambiguous = “{ $typed }” findes ikke eller findes to gange, fordi uret stilles. Vælg et andet tidspunkt.
