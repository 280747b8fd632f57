# Journalen: hvert dokument af betydning, ind eller ud, med nummer, dag og emne.
journal-title = Journal
journal-lead = Alle dokumenter af betydning, som jeres kontor har modtaget, sendt eller lavet, med nummer, dag og emne. Hvert kontor fører sin egen journal.
journal-of-call = Journal for ansøgningsrunden
journal-log = Journalisér brev eller mail
journal-log-help = Journalisér korrespondance, der har betydning for sagen, også med ekspertgrupper. Linjen får det næste nummer og kan ikke fjernes.
journal-direction = Retning
journal-direction-in = Ind
journal-direction-out = Ud
journal-direction-internal = Internt
journal-day = Dag
journal-day-hint = Dagen, hvor dokumentet blev modtaget, sendt eller lavet
journal-subject = Emne
journal-subject-hint = Kort og uden personlige forhold
journal-counterpart = Fra eller til
journal-counterpart-hint = Person, organisation eller ekspertgruppe i den anden ende
journal-body = Tekst
journal-application = Ansøgning
journal-application-none = Ansøgningsrunden som helhed
journal-number = Nummer
journal-call = Ansøgningsrunde
journal-file = Dokument
journal-file-none = Der er ikke vedhæftet noget dokument.
journal-by = Journaliseret af
journal-by-house = systemet
journal-entered = Journaliseret
journal-show = Journallinje { $number }
journal-caption = Journallinjer, de nyeste først
journal-export-name = Journal
journal-filter-all = Alle retninger

## Linjer, som systemet selv skriver
journal-subject-submission = Ansøgning { $number } modtaget: { $title }
journal-subject-late-request = Anmodning om at indsende for sent: { $title }
journal-subject-late-answer = Svar på anmodning om at indsende for sent: { $title }
journal-subject-withdrawal = Ansøgning { $number } trukket tilbage
journal-subject-eligibility = { $verdict ->
    [eligible] Administrativ behandling af { $number }: støtteberettiget
   *[ineligible] Administrativ behandling af { $number }: ikke støtteberettiget
}
journal-subject-group = Ekspertgruppe udpeget af { $body }
journal-subject-closing = Vurderingen er afsluttet på denne side
journal-subject-letter = Afgørelsesbrev om { $number }
journal-subject-statement = Erklæring om medfinansiering af { $number }
journal-subject-recommendation = Indstilling om { $number } fra { $body }
journal-subject-decision = Afgørelse om { $number } truffet af { $body }

## Afslag
refusal-journal-day = Skriv en dag, der findes.
refusal-journal-future = Dagen er ikke kommet endnu.
