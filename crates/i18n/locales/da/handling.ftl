# Administrativ behandling på begge kontorer: bemærkninger, stillingtagen, afslag.
handling-title = Administrativ behandling
handling-lead = Begge kontorer behandler hver ansøgning. Hvert kontor tager stilling til deltagerne på sin egen side og til ansøgningen som helhed. Vurderingen begynder, når begge har behandlet alle.
handling-progress = { $done } af { $total } behandlet
handling-caption = Ansøgninger med begge kontorers stillingtagen
handling-number = Nummer
handling-project = Projekt
handling-findings = Bemærkninger
handling-questions = { $count ->
    [one] { $count } spørgsmål
   *[other] { $count } spørgsmål
}
handling-notes = { $count ->
    [one] { $count } note
   *[other] { $count } noter
}
handling-none-found = Ingen
handling-joint = Samlet
handling-joint-open = Åben
handling-joint-eligible = Støtteberettiget
handling-joint-ineligible = Ikke støtteberettiget
handling-verdict-eligible = Støtteberettiget
handling-verdict-ineligible = Ikke støtteberettiget
handling-verdict-none = Ikke behandlet endnu
handling-filter = Vis
handling-filter-all = Alle ansøgninger
handling-filter-mine = Det, der venter på vores kontor
handling-filter-questions = Med spørgsmål
handling-filter-disagree = Hvor kontorerne er uenige
handling-bulk-title = Godkend det, der ikke rejser spørgsmål
handling-bulk-lead = { $count ->
    [one] Én ansøgning venter på jeres kontor og rejser ingen spørgsmål. Noter tæller ikke som spørgsmål.
   *[other] { $count } ansøgninger venter på jeres kontor og rejser ingen spørgsmål. Noter tæller ikke som spørgsmål.
}
handling-bulk-question = Skal disse ansøgninger og deres deltagere på jeres side være støtteberettigede?
handling-bulk-consequence = Hver får en linje i jeres journal. I kan ændre jeres stillingtagen, indtil vurderingen begynder.
handling-bulk-button = Godkend dem
handling-bulk-none = Intet af det, der venter på jeres kontor, kan godkendes uden at blive set på.
message-handling-bulk = Ansøgningerne er godkendt.
message-handling-recorded = Stillingtagen er noteret.
handling-case-title = Behandling af { $number }
handling-own-title = Jeres kontor: { $party }
handling-other-title = Det andet kontor: { $party }
handling-participants = Deltagere fra { $party }
handling-verdict-of = Stillingtagen til { $name }
handling-reason = Begrundelse
handling-reason-hint = Skal udfyldes ved afslag. Ansøgerne kan læse den.
handling-whole = Stillingtagen til ansøgningen som helhed
handling-note = Bemærkning
handling-record = Notér stillingtagen
handling-joint-reasons = Begrundelser
handling-findings-none = Der er ikke fundet noget, der skal ses på.
handling-weight = Art
handling-sentence = Hvad der er fundet
handling-weight-question = Spørgsmål
handling-weight-note = Note
handling-journal = Jeres journal om ansøgningen
handling-journal-log = Journalisér brev eller mail om den
handling-read = Læs ansøgningen
handling-empty = Der er ikke indsendt nogen ansøgninger.
handling-empty-help = De vises her, når de kommer ind. Behandlingen begynder, når fristen er udløbet.
handling-ready = Begge kontorer har behandlet alle ansøgninger. Vurderingen kan begynde.
handling-turn-own = Jeres kontor mangler { $count }
handling-turn-other = Venter på { $party }: { $count } mangler
handling-turn-go = Gå til eksperterne
handling-money = Ansøgt beløb
handling-money-none = Intet beløb oplyst
handling-confirmed = Bekræftet
handling-unconfirmed = Ikke bekræftet
handling-by = Noteret { $day }

## Felter, som bemærkninger handler om
finding-field-money = Beløb
finding-field-months = Varighed
finding-field-submission = Indsendelse
finding-field-participants = Deltagere
finding-field-kind = Organisationens art
finding-field-confirmations = Bekræftelser
finding-field-identifier = Identifikation
finding-field-organisation = Organisation
finding-field-hours = Timer
finding-field-answers = Svar

## Hvad bemærkningerne siger
refusal-finding-money-unstated = { $name } har ikke oplyst noget beløb. Spørg deltageren; der gættes ikke.
refusal-finding-associated-money = { $name } hører ikke til nogen af parterne og søger om penge. Hver side betaler kun sine egne deltagere.
refusal-finding-side-missing = Der er ingen deltager fra { $party }.
refusal-finding-companies-only = Virksomhederne fra { $party } har ingen offentlig part eller vidensinstitution på deres side.
refusal-finding-half = { $party }s side er ikke fuldstændig: Der mangler en bekræftelse.
refusal-finding-unconfirmed = { $name } har ikke bekræftet sin del.
refusal-finding-months = Projektet varer { $months } måneder; der er højst { $max } tilladt.
refusal-finding-late = Den kom for sent, { $at }; fristen udløb { $closes }.
refusal-finding-stray-year = { $name } søger om penge i { $year }, hvor projektet ikke løber.
refusal-finding-sums = Beløbene for { $name } går ikke op i dens egen valuta.
refusal-finding-identifier = Identifikationen for { $name }, “{ $identifier }”, har en usædvanlig form eller et forkert kontrolciffer. Den kan stadig være rigtig.
refusal-finding-elsewhere = { $name } deltager også i { $count ->
    [one] en anden ansøgning
   *[other] { $count } andre ansøgninger
}: { $numbers }.
refusal-finding-hours-missing = { $name } har ikke oplyst timer, selv om der angives ligeligt udbytte.
refusal-finding-hours-differ = De to siders timer er forskellige: { $first } { $first-hours }, { $second } { $second-hours }. Ved ligeligt udbytte skal de så vidt muligt svare til hinanden.
refusal-finding-answer-missing = Spørgsmålet “{ $question }” er ikke besvaret.

## Afslag
refusal-handling-not-submitted = Kun en indsendt ansøgning kan behandles.
refusal-handling-call-open = Behandlingen begynder, når fristen er udløbet: { $closes }.
refusal-handling-started = Vurderingen er begyndt. Kontorernes stillingtagen ligger fast.
refusal-handling-reason = Skriv begrundelsen. Ansøgerne har ret til den.
refusal-handling-participants-open = Tag først stilling til hver deltager på jeres side: { $names }.
refusal-handling-none-eligible = Ingen deltager fra { $party } er støtteberettiget, så ansøgningen som helhed kan ikke være det.
refusal-handling-open = Vurderingen venter, til begge kontorer har behandlet alle { $total } ansøgninger. Der mangler: { $first } { $first-open }, { $second } { $second-open }.
