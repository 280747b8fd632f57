# Partnerskaber.
nav-partnerships = Partnerskaber
nav-instruments = Aftaler
nav-offices = Kontorer
partnership-title = Partnerskab
partnership-name = Navn
partnership-lead = Hvem samarbejder med hvem, siden hvornår, om hvad, og hvad kom der ud af det. Hver oplysning har sin kilde.
partnership-new = Nyt partnerskab
partnership-open = Åbn
partnership-kind = Art
partnership-state = Status
partnership-since = Siden
partnership-since-unknown = Ingen kilde siger hvornår
partnership-until = Indtil
partnership-side-a = Den ene side
partnership-side-b = Den anden side
partnership-label-a = Den ene side kalder det
partnership-label-b = Den anden side kalder det
partnership-contact = Kontakt
partnership-mailbox = Fælles postkasse
partnership-disputes = Kilderne er uenige
partnership-disputes-help = Udsagnene står side om side med hver sin kilde. Bogen vælger ikke imellem dem.
partnership-texts = Aftaler
partnership-no-texts = Ingen aftale er offentliggjort under dette partnerskab.
partnership-themes = Temaer
partnership-theme = Tema
partnership-period = Periode
partnership-level = Niveau
partnership-goal = Støtter målet
partnership-levels = Samarbejdets niveauer
partnership-results = Resultater
partnership-no-results = Bogen kender endnu ingen resultater. Resultater føres ind med kilde og dato.
partnership-projects = Projekter fra fælles ansøgningsrunder
partnership-programmes = Programmer
partnership-benefit = Nytte
partnership-related = Forbindelser til andre partnerskaber
partnership-timeline = Tidslinje
partnership-coming = kommende
partnership-ics = Datoer til kalenderen (iCal)
partnership-atom = Nyhedsstrøm (Atom)
partnership-anniversaries = Kommende jubilæer
partnership-anniversaries-lead = Runde år inden for de næste tre år. Tiende og femogtyvende år er fremhævet.
partnership-no-anniversaries = Ingen runde år inden for tre år.
partnership-when = Hvornår
partnership-years = År
partnership-what = Hvad
partnership-health = Tilstand
partnership-details = Temaer og niveauer

## Kinds
partnership-kind-strategic = Strategisk partnerskab
partnership-kind-sister = Søsterby- eller søsterregion
partnership-kind-friendship = Venskabsby
partnership-kind-agreement = Samarbejdsaftale
partnership-kind-collaboration = Samarbejde
partnership-kind-project = Projektsamarbejde
partnership-kind-institution = Samarbejde mellem institutioner

## States
partnership-state-developing = Under udvikling
partnership-state-active = Aktivt
partnership-state-quiet = Stille
partnership-state-dormant = Hvilende
partnership-state-ended = Afsluttet
partnership-state-unknown = Ikke oplyst

## Levels
partnership-level-political = Politisk
partnership-level-administrative = Administrativt
partnership-level-municipal = Kommunalt
partnership-level-institution = Institutioner
partnership-level-business = Erhverv

## Links
partnership-link-supported-by = Støttes af
partnership-link-led-to = Førte til
partnership-link-independent-of = Selvstændigt i forhold til
partnership-link-under = Hører under
partnership-backlink-supported-by = Støtter
partnership-backlink-led-to = Udsprang af
partnership-backlink-independent-of = Ved siden af, og selvstændigt
partnership-backlink-under = Omfatter

## Timeline
partnership-moment-began = Begyndte: { $what }
partnership-moment-ended = Sluttede: { $what }
partnership-moment-signed = Underskrevet: { $what }
partnership-moment-expires = Udløber: { $what }
partnership-moment-terminated = Ophørt: { $what }
partnership-moment-opened = Åbnet: { $what }
partnership-moment-closed = Lukket: { $what }
partnership-moment-anniversary = { $years } år: { $what }

## Refusals
refusal-partnership-one-sided = Et partnerskab har mindst én part på hver side. Angiv den manglende.
refusal-partnership-party-twice = Den samme part er angivet to gange. Hver part står én gang, på én side.
refusal-partnership-party-unknown = Bogen kender intet sted og ingen organisation ved navn »{ $typed }«. Opret den først, eller skriv adressen på dens side, f.eks. places/shanghai.
refusal-partnership-party-several = Flere passer. Skriv en af adresserne: { $slugs }
refusal-partnership-unknown = Bogen kender ikke det partnerskab.
refusal-partnership-state-reason = Skriv hvorfor. Den næste medarbejder læser det.
refusal-partnership-state-same = Det er allerede partnerskabets status.
refusal-partnership-link-self = Et partnerskab kan ikke forbindes med sig selv.
refusal-partnership-contact-future = Datoen ligger i fremtiden. Kontakter føres ind, når de har fundet sted.
refusal-book-slug = Adressen består af små bogstaver, tal og bindestreger, mindst to tegn.
refusal-book-slug-taken = Adressen er optaget. Vælg en anden.
