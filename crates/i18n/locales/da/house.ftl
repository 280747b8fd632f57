# Words of the whole house: navigation, buttons, empty pages, general errors, roles, parties.
app-name = Counterpart
app-purpose = Fælles ansøgningsrunder mellem to ligestillede regioner
app-responsible = Ansvarlig myndighed
skip-to-content = Gå til indholdet
new-window = (åbner i et nyt vindue)

## Navigation
nav-label = Hovedmenu
nav-side = Undermenu
nav-menu = Menu
nav-close = Luk menuen
nav-breadcrumb = Du er her
nav-home = Forside
nav-programmes = Programmer
nav-calls = Ansøgningsrunder
nav-ideas = Projektidéer
nav-applications = Ansøgninger
nav-handling = Administrativ behandling
nav-assessments = Vurderinger
nav-priorities = Prioritering
nav-grants = Bevillinger
nav-journal = Journal
nav-accounts = Brugere og organer
nav-account = Min side
nav-events = Hændelser
nav-verify = Kontrollér en kvittering
nav-sign-in = Log ind
nav-sign-out = Log ud
nav-signed-in-as = Logget ind som { $name }
nav-demo = Demonstration: eksperter, point og brugere er opdigtede.

## Language switch
language-label = Sprog
language-choose = Vælg sprog
language-da = Dansk
language-en = English
language-zh = 中文
language-written-in = Skrevet på { $language }
language-name-da = dansk
language-name-en = engelsk
language-name-zh = kinesisk

## Footer
footer-accessibility = Tilgængelighedserklæring
footer-cookies = Cookies
footer-privacy = Personoplysninger
footer-licence = Licens og kildekode
footer-contact = Kontakt
footer-sources = Kilder

## Buttons
button-save = Gem
button-save-draft = Gem kladde
button-save-continue = Gem og fortsæt
button-cancel = Annullér
button-back = Tilbage
button-next = Næste
button-previous = Forrige
button-search = Søg
button-clear = Ryd
button-filter = Vis
button-export = Hent
button-export-xlsx = Hent som regneark (xlsx)
button-export-csv = Hent som CSV
button-import = Læs ind
button-upload = Vedhæft fil
button-download = Hent
button-print = Udskriv
button-confirm = Bekræft
button-yes = Ja
button-no = Nej
button-add = Tilføj
button-edit = Redigér
button-remove = Fjern
button-delete = Slet
button-open = Åbn
button-close = Luk
button-show-all = Vis alle
button-send = Send
button-submit = Indsend
button-accept = Godkend
button-decline = Afvis
button-withdraw = Træk tilbage
button-retry = Prøv igen

## Forms
form-required = skal udfyldes
form-optional = valgfrit
form-choose = Vælg …
form-hint-date = Dag, måned, år, fx 20.11.2018
form-hint-money = Hele kroner eller med to decimaler
form-hint-file = Højst { $size }. Tilladte typer: { $types }
form-characters = tegn
form-characters-left = { $count ->
    [one] { $count } tegn tilbage
   *[other] { $count } tegn tilbage
}
form-characters-over = { $count ->
    [one] { $count } tegn for meget
   *[other] { $count } tegn for meget
}
form-error-prefix = Fejl:
form-summary-title = { $count ->
    [one] Der er en fejl på siden
   *[other] Der er { $count } fejl på siden
}
form-summary-help = Ret felterne herunder. Det, du har skrevet, er bevaret.
form-unsaved = Du har ændringer, som ikke er gemt.
form-saving = Gemmer …
form-saved = Gemt { $time }
form-saved-simple = Gemt
form-save-failed = Kunne ikke gemme. Teksten er stadig på siden; prøv igen.
form-save-invalid = Ikke gemt endnu. Se på:
form-save-conflict = En anden har gemt imens. Gem for at se begge udgaver.
form-nothing-lost = Intet af det, du har skrevet, er gået tabt.
form-day = Dag
form-month = Måned
form-year = År
form-error-required = Udfyld feltet.
form-error-number = Skriv et tal.
form-error-date = Skriv en dato, der findes.
form-error-money = Skriv et beløb, fx 1.234,50.
form-error-choice = Vælg en af mulighederne.
form-error-too-long = { $count ->
    [one] Teksten må højst fylde { $count } tegn.
   *[other] Teksten må højst fylde { $count } tegn.
}
form-error-bidi = Teksten indeholder usynlige tegn, der vender læseretningen. Fjern dem.

## Tables and lists
table-rows = { $count ->
    [one] { $count } række
   *[other] { $count } rækker
}
table-rows-found = { $count ->
    [one] { $count } række fundet for “{ $query }”
   *[other] { $count } rækker fundet for “{ $query }”
}
table-shown = Viser { $from }-{ $to } af { $total }
table-sort-by = Sortér efter { $column }
table-sort-none = ikke sorteret
table-sort-ascending = stigende
table-sort-descending = faldende
table-search = Søg i listen
table-search-hint = Danske, engelske og kinesiske ord
table-actions = Handlinger
table-total = I alt
table-none = Ingen
table-unknown = Ikke oplyst
pages-label = Sider
pages-next = Næste side
pages-previous = Forrige side
pages-page = Side { $number }

## Empty states
empty-title = Her er ikke noget endnu
empty-search = Intet passer til søgningen. Prøv et kortere ord, eller ryd søgningen.
empty-calls = Ingen ansøgningsrunde er åben. Send gerne en projektidé.
empty-applications = Du har ingen ansøgninger. Vælg en åben ansøgningsrunde for at begynde.
empty-journal = Journalen er tom. Dokumenter, der sendes eller modtages, kommer her.

## Whose turn
turn-label = Hvem har opgaven
turn-you = Det er din tur
turn-party = { $party } har opgaven
turn-both = Begge parter har opgaven
turn-nobody = Ingen skal gøre noget nu
later-assessing = Begge ekspertgrupper vurderer.
later-ranking = Begge kontorer prioriterer og forsegler deres lister.
turn-until = Frist: { $deadline }
turn-waiting = Venter på { $who }

## Messages
message-info = Oplysning
message-success = Udført
message-warning = Bemærk
message-error = Fejl
message-saved = Ændringerne er gemt.
message-sent = Sendt.
message-deleted = Slettet.
message-progress = Arbejder … { $done } af { $total }
confirm-title = Er du sikker?
confirm-irreversible = Det kan ikke gøres om.

## General errors
error-title = Der gik noget galt
error-not-found = Siden findes ikke
error-not-found-help = Adressen er forkert, eller siden er ikke for dig. Gå til forsiden, eller søg i listerne.
error-denied = Det har du ikke adgang til
error-denied-help = Du er logget ind som { $name }. Log ind som en anden, eller spørg jeres sekretariat om adgang.
error-sign-in = Log ind for at fortsætte
error-stale = Siden er ændret, siden du åbnede den
error-stale-help = En anden har gemt imens. Se begge udgaver, og vælg, hvad der skal stå. Det, du har skrevet, er bevaret.
error-closed-session = Du er blevet logget ud
error-closed-session-help = Log ind igen. Det, du har skrevet, er bevaret på siden.
kept-sign-in = Log ind igen
kept-sign-in-help = Du får et link med e-mail. Åbn det i denne browser, og lad denne side stå åben.
kept-send = Kom så tilbage hertil, og send det, du skrev
kept-typed = Det, du havde skrevet
kept-file = Vælg “{ $name }” igen
kept-file-help = Tekst er bevaret på siden, men det er filer ikke.
kept-button = Send det nu
error-too-large = Filen er for stor
error-too-large-help = Filen må højst fylde { $size }. Del den op, eller gem den i en mindre udgave.
error-wrong-file = Filtypen kan ikke bruges
error-wrong-file-help = “{ $name }” er ikke en af typerne { $types }. Gem filen i en af dem, og prøv igen.
error-broken-file = Filen “{ $name }” kan ikke læses. Den er måske beskadiget.
error-unknown-language = Sproget “{ $code }” findes ikke her
error-unknown-language-help = Vælg dansk, engelsk eller kinesisk.
error-csrf = Formularen kom fra en anden side
error-csrf-help = Af hensyn til sikkerheden er intet gemt. Åbn siden igen, og send den derfra.
error-replayed = Formularen er allerede sendt
error-replayed-help = Vi har kun gemt den én gang. Her er resultatet.
error-method = Siden kan ikke bruges på den måde
error-busy = Der er travlt lige nu
error-busy-help = Vent et øjeblik, og prøv igen. Det, du har skrevet, er bevaret på siden.
error-failure = Fejl i systemet
error-failure-help = Fejlen er noteret. Prøv igen om lidt, eller skriv til sekretariatet, og oplys nummeret.
error-failure-id = Fejlnummer: { $id }
error-ways-out = Sådan kommer du videre
error-go-home = Gå til forsiden
error-go-back = Gå tilbage

## Roles
role-visitor = Besøgende
role-applicant = Ansøger
role-participant = Deltager
role-secretariat = Sekretariat
role-office = Internationalt kontor
role-expert = Ekspert
role-chair = Formand for ekspertgruppen
role-recommender = Indstillende organ
role-granter = Bevilgende organ
role-auditor = Revisor
role-administrator = Systemadministrator

## Parties
party = Part
party-both = Begge parter
party-own = Egen part
party-counterpart = Modpart
party-name-RM = Region Midtjylland
party-name-SH = Shanghai
party-short-RM = RM
party-short-SH = SH
party-office = Internationalt kontor, { $party }
party-zone-RM = Aarhus
party-zone-SH = Shanghai
party-both-clocks = { $first }; { $second }
