# Ekspertgrupper, inhabilitet, fordeling, vurderinger, panelernes sammenfatninger.

## Ekspertgrupper
experts-title = Ekspertgruppe
experts-lead = Én gruppe pr. side og runde, udpeget af et organ på den side. I ser og styrer kun jeres egen sides gruppe.
experts-appointment = Udpegning
experts-appointed = Udpeget af { $body } den { $day }. { $count } eksperter pr. ansøgning.
experts-appointed-none = Intet organ har udpeget gruppen endnu.
experts-body = Udpeget af
experts-on = På dagen
experts-on-hint = Organet skal have eksisteret den dag.
experts-per-application = Eksperter pr. ansøgning
experts-appoint = Notér udpegningen
experts-members = Gruppens medlemmer
experts-members-hint = Vælg fra registret. En ekspert med en ansøgning kan ikke forlade gruppen.
experts-members-save = Gem gruppen
experts-register = Register over eksperter
experts-register-caption = Eksperter fra { $party }
experts-register-empty = Registret er tomt. Tilføj den første ekspert nedenfor.
experts-add = Tilføj en ekspert
experts-edit = Ret { $name }
experts-name = Navn
experts-aliases = Andre stavemåder af navnet
experts-aliases-hint = Én pr. linje: kinesiske tegn, pinyin, et tidligere navn. De bruges til at finde inhabilitet.
experts-organisation = Organisation
experts-organisation-aliases = Andre navne på organisationen
experts-one-a-line = Én pr. linje
experts-disciplines = Fagområder
experts-disciplines-hint = Én pr. linje, på de sprog ansøgninger skrives på
experts-max-load = Højst antal ansøgninger i en runde
experts-email = Kontoens mailadresse
experts-email-hint = Tom, indtil personen har en konto som ekspert på jeres side
experts-account = Logger ind
experts-account-yes = ja
experts-account-no = ingen konto endnu
experts-made-up = opdigtet
experts-saved-none = Ingen
message-expert-saved = Eksperten er gemt.
message-group-saved = Gruppen er gemt.

## Inhabilitet
conflicts-title = Inhabilitet
conflicts-lead = Fundet ved at sammenligne navne og organisationer på tværs af skriftsprog eller oplyst af eksperten. Ingen får en ansøgning, så længe inhabiliteten gælder. Forskellige personer kan have samme navn: Afvis et fund med en begrundelse.
conflicts-caption = Inhabilitet hos jeres sides eksperter, de stærkeste først
conflicts-expert = Ekspert
conflicts-application = Ansøgning
conflicts-why = Grundlag
conflicts-strength = Styrke
conflicts-strength-of = { $strength } af 1000
conflicts-state = Status
conflicts-declared = Oplyst af eksperten
conflicts-pair = »{ $ours }« og »{ $theirs }«
conflicts-holds = Gælder
conflicts-dismissed = Afvist: { $reason }
conflicts-dismiss = Afvis
conflicts-dismiss-reason = Hvorfor er der ingen inhabilitet?
conflicts-search = Søg efter inhabilitet
conflicts-empty = Der er ikke fundet eller oplyst inhabilitet.
conflicts-empty-help = Der søges også automatisk, hver gang eksperter fordeles.
message-conflicts-searched = Søgningen er gennemført.
message-conflict-dismissed = Inhabiliteten er afvist.
message-conflict-declared = Din inhabilitet er noteret. Du har ikke længere ansøgningen.
conflict-reason-name = Samme navn
conflict-reason-spelling = Samme navn i en anden stavemåde
conflict-reason-order = Samme navnedele i en anden rækkefølge
conflict-reason-pinyin = Et navn, der læses ens på pinyin
conflict-reason-middle = Samme for- og efternavn
conflict-reason-initials = Samme efternavn med initialer
conflict-reason-organisation = Samme organisation
conflict-reason-organisation-spelling = Samme organisation i en anden stavemåde eller på et andet sprog
conflict-reason-organisation-part = Den ene er en enhed under den anden
conflict-reason-alias = Kendte navne på samme organisation

## Fordeling
assignment-title = Fordeling af eksperter
assignment-lead = Planen giver hver ansøgning dens eksperter, holder belastning og inhabilitet og parrer fagområder med det, ansøgerne har skrevet. Den beregnes eksakt med bevis for, at ingen plan passer bedre.
assignment-caption = Ansøgninger og deres eksperter
assignment-loads-caption = Eksperter og deres belastning
assignment-load = Belastning
assignment-load-of = { $load } af højst { $max }
assignment-experts = Eksperter
assignment-open-seats = { $count ->
    [one] { $count } plads er ledig
   *[other] { $count } pladser er ledige
}
assignment-full = Alle pladser er besat.
assignment-rehearse = Beregn en plan
assignment-rehearsal = Det ændrer planen
assignment-commit = Brug planen
assignment-added = Tilføjet
assignment-removed = Fjernet
assignment-change-line = { $number }: { $name }
assignment-kept = { $count ->
    [one] { $count } bliver, som den er
   *[other] { $count } bliver, som de er
}
assignment-no-change = Planen ændrer intet.
assignment-proof = Plan af { $day }: { $seats } pladser, samlet pasform { $total }.
assignment-proof-holds = Beviset er kontrolleret netop nu: Ingen plan passer bedre.
assignment-proof-broken = Det gemte bevis holder ikke. Beregn planen igen.
assignment-declined = { $name } gav { $number } tilbage: { $reason }
assignment-declined-title = Givet tilbage
assignment-add = Tilføj
assignment-add-expert = Tilføj en ekspert til { $number }
assignment-remove = Fjern { $name }
assignment-waiting = Fordelingen kan ikke begynde endnu
message-assignment-saved = Planen gælder nu.
message-assignment-changed = Fordelingen er ændret.

## Vurdering
assessment-title = Vurdering
assessment-of = Vurdering af { $number }
assessment-mine-title = Mine vurderinger
assessment-mine-lead = Ansøgninger, som du er bedt om at vurdere. Du ser kollegernes vurderinger af en ansøgning, når din egen er færdig.
assessment-mine-caption = Mine ansøgninger
assessment-mine-progress = { $done } af { $total } færdige
assessment-mine-empty = Du har ikke fået noget at vurdere.
assessment-mine-empty-help = Du finder ansøgninger her, når dit sekretariat har fordelt dem.
assessment-mine-unknown = Du står ikke i et register over eksperter endnu. Spørg dit sekretariat.
assessment-state-todo = Mangler
assessment-state-begun = Påbegyndt
assessment-state-done = Færdig
assessment-state = Status
assessment-criterion-weight = Vægt { $weight } %
assessment-score = Score
assessment-score-line = { $score }: { $anchor }
assessment-reason = Begrundelse
assessment-overall = Samlet vurdering
assessment-overall-hint = Hvad der taler for og imod projektet; højst { $max } tegn
assessment-save = Gem udkast
assessment-finish = Afslut vurderingen
assessment-finish-question = Vil du afslutte vurderingen?
assessment-finish-consequence = Den kan ikke ændres bagefter.
assessment-final-note = Afsluttet { $day }. Den kan ikke ændres.
assessment-give-back = Giv ansøgningen tilbage
assessment-give-back-reason = Hvorfor kan du ikke vurdere den?
assessment-declare = Oplys om inhabilitet
assessment-declare-help = Sig det straks, hvis du har en personlig eller økonomisk interesse eller har arbejdet tæt sammen med en ansøger.
assessment-declare-reason = Hvori består inhabiliteten?
assessment-colleagues = Kollegernes vurderinger
assessment-colleagues-hidden = Du ser dem, når din egen er færdig.
assessment-colleagues-none = Ingen kollega er færdig endnu.
assessment-colleague = { $name }, afsluttet { $day }
assessment-project = Projektet
assessment-participants = Deltagere og beløb
assessment-participants-caption = Deltagere og det, de søger om
assessment-participant = Deltager
assessment-party = Part
assessment-party-none = Associeret
assessment-applied = Ansøgt
assessment-own-money = Eget bidrag
assessment-hours = Timer
assessment-not-stated = ikke oplyst
assessment-answers = Svar
assessment-answer-file = Fil: { $name }
assessment-months = { $months } måneder fra { $start }
assessment-overview-lead = Hver sides eksperter vurderer for sig. Ingen af siderne ser den andens resultater, før begge har afsluttet.
assessment-side-closed = Afsluttet { $day }
assessment-side-open = Stadig åben
assessment-hidden = Skjult, indtil begge sider har afsluttet.
assessment-side-caption = Resultater fra { $party }
assessment-finished-of = { $closed } af { $assigned }
assessment-finished = Færdige
assessment-mean = Vægtet gennemsnit
assessment-mean-of = { $mean } af 100
assessment-spread = Spredning
assessment-summary = Panelets sammenfatning
assessment-summary-written = skrevet
assessment-summary-missing = mangler
assessment-summary-save = Gem sammenfatningen
assessment-summary-hint = Udfyldt ud fra scorerne; gør det til panelets egne ord.
assessment-summary-wait = Sammenfatningen skrives, når alle eksperter på jeres side er færdige.
assessment-summaries-rest = Brug de udfyldte sammenfatninger
assessment-summaries-question = Skal den udfyldte tekst bruges, hvor sammenfatningen mangler?
assessment-summaries-consequence = Hver enkelt kan stadig ændres, indtil jeres side afslutter.
assessment-close = Afslut jeres sides vurdering
assessment-close-question = Vil I afslutte jeres sides vurdering?
assessment-close-consequence = Intet kan ændres bagefter. Når begge sider har afsluttet, ser hver side den andens resultater.
assessment-turn-close = Jeres side har ikke afsluttet sin vurdering endnu
assessment-turn-other = Venter på, at { $party } afslutter
assessment-both-closed = Begge sider har afsluttet. Prioriteringen kan begynde.
assessment-turn-priorities = Gå til prioritering
assessment-export-name = Vurderinger
assessment-expert = Ekspert
assessment-total = Vægtet score
assessment-links-experts = Eksperter
assessment-links-conflicts = Inhabilitet
assessment-links-assignment = Fordeling
assessment-links-results = Fremdrift og resultater
assessment-links-label = Rundens vurdering
assessment-draft-mean = { $count ->
    [one] Én ekspert har vurderet projektet. Vægtet score { $mean } af 100.
   *[other] { $count } eksperter har vurderet projektet. Vægtet gennemsnit { $mean } af 100, spredning { $spread }.
}
assessment-draft-criterion = { $criterion }: { $mean } af { $max }.
message-assessment-saved = Udkastet er gemt.
message-assessment-final = Vurderingen er afsluttet.
message-assessment-declined = Ansøgningen er givet tilbage.
message-summary-saved = Sammenfatningen er gemt.
message-assessment-closed = Jeres sides vurdering er afsluttet.

## Afslag
refusal-group-body-party = Gruppen hos { $party } udpeges af dens eget organ.
refusal-group-body-day = { $body } fandtes ikke den { $day }. Vælg det organ, der gjorde, eller en anden dag.
refusal-group-other-side = { $name } står i den anden sides register.
refusal-group-not-appointed = Intet organ har udpeget gruppen endnu. Notér udpegningen først.
refusal-group-empty = Gruppen har ingen medlemmer endnu.
refusal-group-member-busy = { $name } har ansøgninger at vurdere og kan ikke forlade gruppen.
refusal-expert-account = Ingen konto med adressen { $email } er ekspert på jeres side.
refusal-expert-account-taken = En anden ekspert logger allerede ind med { $email }.
refusal-conflict-reason = Skriv begrundelsen. Den noteres.
refusal-decline-reason = Skriv, hvorfor du giver ansøgningen tilbage.
refusal-assignment-short = { $missing ->
    [one] Én plads forbliver ledig
   *[other] { $missing } pladser forbliver ledige
} i enhver plan. Ansøgningerne { $numbers } konkurrerer om { $count ->
    [one] denne ekspert
   *[other] disse { $count } eksperter
}: { $experts }. Tilføj medlemmer, hæv belastningen, eller afvis inhabilitet, der ikke er det.
refusal-assignment-overfull = { $number } har flere eksperter, end hver ansøgning skal have.
refusal-assignment-overload = { $name } har flere ansøgninger end tilladt.
refusal-assignment-conflict = { $name } er inhabil i forhold til { $number }.
refusal-assignment-load = { $name } har allerede { $max } ansøgninger, som er det højst tilladte.
refusal-assessment-conflicted = Der er noteret inhabilitet mellem dig og denne ansøgning. Dit sekretariat afgør, om den gælder.
refusal-assessment-criterion = Kriterierne er ændret, siden siden blev åbnet. Hent den igen.
refusal-assessment-scale = »{ $criterion }« scores fra 0 til { $max }.
refusal-assessment-final = Vurderingen er afsluttet og kan ikke ændres.
refusal-assessment-score-missing = Giv en score for »{ $criterion }«.
refusal-assessment-reason-missing = Skriv begrundelsen for scoren for »{ $criterion }«.
refusal-assessment-overall-missing = Skriv den samlede vurdering.
refusal-assessment-side-closed = Jeres side har afsluttet sin vurdering. Intet kan ændres.
refusal-assessment-nothing = Der er ingen støtteberettiget ansøgning at vurdere.
refusal-assessment-panel-open = { $number }: { $closed } af { $assigned } eksperter er færdige. Sammenfatningen venter på alle.
refusal-assessment-unassigned = { $count ->
    [one] Én ansøgning har ingen ekspert
   *[other] { $count } ansøgninger har ingen ekspert
}: { $numbers }.
refusal-assessment-open = { $count ->
    [one] Én ansøgning har en åben vurdering
   *[other] { $count } ansøgninger har åbne vurderinger
}: { $numbers }.
refusal-assessment-unsummarised = { $count ->
    [one] Én ansøgning mangler panelets sammenfatning
   *[other] { $count } ansøgninger mangler panelets sammenfatning
}: { $numbers }.

## Skærme: gruppen
experts-filter = Vis eksperter
experts-filter-all = Alle
experts-filter-members = I gruppen
experts-filter-others = Ikke i gruppen
experts-member = Medlem
experts-member-of = { $name } er medlem af gruppen
experts-member-count = { $count ->
    [one] Ét medlem.
   *[other] { $count } medlemmer.
}
experts-min-load = Mindst antal ansøgninger i en runde
experts-loads = Mindst–højst

## Skærme: inhabilitet
conflicts-one = Inhabilitet
conflicts-back = Tilbage til inhabilitet
conflicts-filter = Vis inhabilitet
conflicts-filter-all = Alle
conflicts-filter-found = Fundet
conflicts-filter-declared = Oplyst
conflicts-filter-dismissed = Afvist
conflicts-turn = { $count ->
    [one] Ét fund gælder, indtil I afviser det. Se, om det er den samme person eller organisation.
   *[other] { $count } fund gælder, indtil I afviser dem. Se, om det er de samme personer eller organisationer.
}
conflicts-turn-one = Vurder, om inhabiliteten er der. Den gælder, indtil den afvises med en begrundelse.
conflicts-judge = Vurder
conflicts-ours = Ekspertens side
conflicts-theirs = Ansøgningens side
conflicts-strength-strong = Stærk
conflicts-strength-likely = Sandsynlig
conflicts-strength-possible = Mulig
conflicts-state-dismissed = Afvist
conflicts-declared-office = Oplyst af kontoret
conflicts-declare = Notér inhabilitet
conflicts-declare-help = Når kontoret kender til inhabilitet, som eksperten ikke selv har oplyst. Har eksperten ansøgningen, bliver den taget tilbage, og der skal beregnes en ny plan.
conflicts-declare-question = Skal inhabiliteten noteres?
conflicts-declare-consequence = Eksperten får eller beholder ikke ansøgningen, så længe inhabiliteten gælder.
conflicts-dismiss-help = Afvis kun, når det er en anden person eller organisation, eller når forbindelsen er uden betydning. Begrundelsen bliver stående.
conflicts-dismiss-question = Skal inhabiliteten afvises?
conflicts-dismiss-consequence = Eksperten kan derefter få ansøgningen.
message-conflict-declared-office = Inhabiliteten er noteret.

## Skærme: fordeling
assignment-turn-group = Udpeg gruppen, og vælg dens medlemmer, før ansøgninger kan fordeles.
assignment-turn-experts = Eksperterne vurderer
assignment-none = Intet er fordelt endnu. Beregn en plan for at begynde.
assignment-certificate = Hent beviset (JSON)
assignment-by-hand = Ret
assignment-of = Eksperter til { $number }
assignment-nobody = Ingen ekspert har ansøgningen.
assignment-nobody-free = Intet medlem kan få den: De har den, er inhabile eller har ikke plads til flere.
assignment-add-hint = Medlemmer uden inhabilitet og med plads til flere
assignment-remove-question = Skal { $name } af ansøgningen?
assignment-remove-consequence = Ingen senere plan giver den til samme ekspert. Du kan selv tilføje eksperten igen.
assignment-excluded = Holdt uden for planen
assignment-excluded-help = En plan giver ikke ansøgningen til disse eksperter.
assignment-back = Tilbage til fordelingen
assignment-rehearsal-title = Prøveberegning
assignment-rehearsal-lead = Se planen igennem. Den gælder først, når du bekræfter den.
assignment-impossible = Ingen plan er mulig
assignment-seats = Pladser
assignment-total = Samlet pasform
assignment-total-help = bevist højest mulig; 1 er fuldt sammenfald for én ekspert og én ansøgning
assignment-worst = Dårligst dækket
assignment-worst-of = { $fit } af { $most }:
assignment-worst-count = { $count } ansøgninger
assignment-keeps = Uændret
assignment-commit-question = Skal planen gælde?
assignment-commit-consequence = Eksperterne ser straks deres ansøgninger.

## Skærme: vurdering
assessment-call = Ansøgningsrunde
assessment-finished-on = Afsluttet
assessment-state-missed = Ikke afsluttet i tide
assessment-turn-expert = { $count ->
    [one] Én ansøgning venter på din vurdering.
   *[other] { $count } ansøgninger venter på din vurdering.
}
assessment-turn-expert-done = Du er færdig med det, du har fået.
assessment-turn-sheet = Giv en score og en begrundelse for hvert kriterium. Kladden gemmes, mens du skriver.
assessment-turn-final = Din vurdering er afsluttet.
assessment-to-criteria = Gå til kriterierne
assessment-dossier = Ansøgningen
assessment-whole-dossier = Se hele ansøgningen
assessment-own = Din vurdering
assessment-lang = Sprog, du skriver på
assessment-criterion = Kriterium
assessment-score-of = Score for »{ $criterion }«
assessment-reason-of = Begrundelse for »{ $criterion }«
assessment-save-finish = Gem og gå til afslutning
assessment-stale-title = Gemt i et andet vindue
assessment-stale = Vurderingen er gemt i et andet vindue, siden du åbnede denne side. Det, du har skrevet her, står i felterne; det, der er gemt, står nedenunder. Gemmer du nu, erstatter felterne det gemte.
assessment-kept = Gemt:
assessment-declare-question = Er du inhabil i forhold til denne ansøgning?
assessment-declare-consequence = Ansøgningen tages fra dig, og din vurdering af den tæller ikke med.
assessment-give-back-question = Vil du give ansøgningen tilbage?
assessment-give-back-consequence = Sekretariatet giver den til en anden. Du kan ikke selv tage den igen.
assessment-finish-lead = Læs din vurdering igennem, og bekræft den.
assessment-missing = { $count ->
    [one] Én ting mangler
   *[other] { $count } ting mangler
}
assessment-missing-help = Udfyld det, før vurderingen kan afsluttes.
assessment-back-to-sheet = Tilbage til vurderingen
assessment-assigned = Fordelt
assessment-begun = Påbegyndt eller færdige
assessment-summaries = Sammenfatninger
assessment-results-caption = Ansøgninger med panelernes resultater
assessment-mean-side = { $party } gennemsnit (af 100)
assessment-spread-side = { $party } spredning
assessment-turn-assign = Pladser er ledige. Beregn en plan, eller tilføj eksperter i hånden.
assessment-turn-experts = { $count ->
    [one] Venter på, at eksperterne afslutter én vurdering.
   *[other] Venter på, at eksperterne afslutter { $count } vurderinger.
}
assessment-turn-summaries = { $count ->
    [one] Panelets sammenfatning mangler for én ansøgning.
   *[other] Panelets sammenfatning mangler for { $count } ansøgninger.
}
assessment-compare = Begge sider
assessment-compare-caption = Gennemsnit pr. kriterium, de to sider ved siden af hinanden
assessment-hidden-cell = skjult
assessment-of-scale = { $mean } af { $max }
assessment-none-finished = Ingen ekspert er færdig endnu.
assessment-summary-own = Panelets sammenfatning

assessment-recommendation = Ekspertgruppens indstilling
assessment-recommendation-lead = Ekspertgruppens indstilling om projekternes faglige indhold.
assessment-criteria = Kriterier
assessment-order = Projekterne efter vægtet gennemsnit
assessment-place = Plads

## Skærme: afslag
refusal-assignment-moved = Noget er ændret, siden planen blev beregnet. Se den nye plan nedenfor, og bekræft den.
refusal-assignment-idle = { $count ->
    [one] Denne ekspert kan
   *[other] Disse { $count } eksperter kan
} ikke nå det mindste antal ansøgninger: { $experts }. Der mangler { $missing }. Sænk det mindste antal, eller fjern medlemmer.
