# Papers: decision papers for a recommending body, decision letters, receipts.

## Shared
paper-to = Til
paper-from = Fra
paper-date = Dato
paper-case = Sagsnummer
paper-case-foot = Sag { $number }
paper-programme = Program
paper-call = Ansøgningsrunde
paper-project = Projekt
paper-application = Ansøgning
paper-total = I alt
paper-appendix = Bilag
paper-verify-address = Kontrollér på

## Decision paper
paper-decision-title = Indstilling til { $body }
paper-meeting = Møde
paper-meeting-at = { $date }, { $place }
paper-item = Punkt på dagsordenen
paper-decided-by = Besluttes af
paper-figure-of = { $count } af { $total }
paper-figure-recommended = anbefalede af de modtagne ansøgninger
paper-figure-money = indstillet bevilling fra { $party }
paper-figure-hours = timer { $first } / { $second }
paper-proposal = Indstilling
paper-proposal-lead = Sekretariatet indstiller, at { $body }
paper-point-note = tager den fælles prioritering mellem { $first } og { $second } af { $date } (udgave { $version }) til efterretning,
paper-point-grant = { $count ->
    [one] anbefaler { $granting } at bevilge { $money } til projektet nedenfor,
   *[other] anbefaler { $granting } at bevilge i alt { $money } til de { $count } projekter nedenfor,
}
paper-point-reserve = { $count ->
    [one] anbefaler, at projektet på reservelisten rykker op, hvis et projekt falder bort,
   *[other] anbefaler, at de { $count } projekter på reservelisten rykker op i rækkefølge, hvis et projekt falder bort,
}
paper-point-release = anbefaler, at midlerne først frigives, når både medfinansiering og aktiviteter fra { $counterpart } er dokumenteret i det enkelte projekt.
paper-nothing-recommended = Ingen projekter er prioriteret af begge parter inden for de to puljer. Der indstilles derfor ingen bevilling.
paper-background = Baggrund
paper-recommended = Anbefalede projekter
paper-recommended-caption = Projekter, som begge parter har prioriteret, og som kan rummes i begge puljer
paper-col-rank = Nr.
paper-col-project = Projekt og ansøger
paper-col-money = { $party } ({ $currency })
paper-col-hours = Timer { $first } / { $second }
paper-col-cofinancing = Medfinansiering fra { $counterpart }
paper-cofinancing-stated = Bekræftet
paper-cofinancing-missing = Erklæring mangler
paper-blocked = Indstillingen kan ikke afgives endnu
paper-blocked-text = { $count ->
    [one] { $counterpart } mangler at afgive erklæring om medfinansiering til 1 projekt.
   *[other] { $counterpart } mangler at afgive erklæring om medfinansiering til { $count } projekter.
}
paper-pots = De to puljer
paper-pots-caption = Afsat, indstillet og tilbage
paper-col-pot = Pulje
paper-col-available = Afsat
paper-col-used = Indstillet
paper-col-left = Tilbage
paper-pots-note = Hver part finansierer sine egne deltagere i sin egen valuta. Det er timerne og ikke beløbene, der søges matchet.
paper-reserve = Reserveliste
paper-reserve-caption = Projekter, der rykker op, hvis et projekt falder bort
paper-reserve-reasons = Bilag: Hvad projekterne på reservelisten mangler
paper-reserve-reasons-caption = Projekter på reservelisten, og hvad der ville få dem med
paper-lists = Bilag: Begge prioriteringslister
paper-lists-caption = Projekter, som en af parterne har prioriteret, med deres plads på hver liste
paper-left-out-lead = { $count ->
    [one] 1 ansøgning indstilles ikke. Projektet og begrundelsen står bagest i papiret.
   *[other] { $count } ansøgninger indstilles ikke. Projekterne og begrundelserne står bagest i papiret.
}
paper-left-out = Bilag: Projekter, der ikke indstilles
paper-left-out-caption = Ansøgninger, der ikke indstilles, og begrundelse
paper-col-reason = Begrundelse
paper-legal = Retsgrundlag
paper-participants = Bilag: Deltagere og beløb
paper-participants-caption = Deltagere, som får tilskud, og fra hvilken part
paper-col-participant = Deltager
paper-col-party = Part
paper-col-amount = Beløb
paper-col-hours-own = Timer

## Decision letter
paper-letter-granted = Tilsagn om bevilling
paper-letter-refused = Afslag på ansøgning
paper-letter-reserve = Jeres ansøgning er på reservelisten
paper-letter-granted-text = { $body } besluttede den { $date } at bevilge { $money } til jeres deltagelse i projektet.
paper-letter-refused-text = { $body } besluttede den { $date } ikke at bevilge midler til projektet.
paper-letter-reserve-text = { $body } besluttede den { $date } at sætte projektet på reservelisten. I får besked, hvis der bliver midler til det.
paper-letter-parties = Bevillingen går kun til deltagere fra { $party }. { $counterpart } finansierer sine egne deltagere og skriver selv til dem.
paper-letter-reasons = Begrundelse
paper-letter-conditions = Vilkår
paper-letter-appeal = Klagevejledning
paper-letter-contact = Spørgsmål
paper-letter-close = Med venlig hilsen

## Receipt
paper-receipt-title = Kvittering for ansøgning
paper-receipt-number = Kvitteringsnummer
paper-receipt-submitted = Modtaget
paper-receipt-applicant = Indsendt af
paper-receipt-text = Ansøgningen er modtaget. Indholdet er låst i den form, som fingeraftrykket nedenfor hører til; enhver senere ændring giver et andet fingeraftryk.
paper-receipt-parts = Hvad der blev indsendt
paper-receipt-parts-caption = Indsendte dele
paper-col-part = Del
paper-col-fingerprint = Fingeraftryk (SHA-256)
paper-receipt-proof = Bevis
paper-receipt-fingerprint = Fingeraftryk (SHA-256)
paper-receipt-signature = Underskrift (Ed25519)
paper-receipt-key = Nøgle
paper-receipt-verify = Sådan kontrolleres kvitteringen
paper-receipt-verify-text = Åbn adressen og indtast kvitteringsnummeret. Siden viser det modtagne fingeraftryk og om underskriften er ægte. Det kræver ikke login.
