# Forsiden: hvad der venter på hver rolle.
home-lead = To regioner støtter fælles projekter som ligeværdige parter. Hver betaler sine egne deltagere, hver lader sine egne eksperter vurdere, og kun projekter, som begge har prioriteret, får støtte.
home-party = Betaler i { $currency }; ur { $zone }
home-step-call = Begge sekretariater offentliggør en ansøgningsrunde med kriterier, puljer og frister.
home-step-apply = Konsortier med deltagere fra begge sider sender én fælles ansøgning.
home-step-assess = Begge siders ekspertgrupper vurderer hver for sig.
home-step-prioritise = Begge sider forsegler deres lister, åbner dem sammen og bliver enige om ét resultat.
home-step-grant = Hver sides organer træffer afgørelse, og penge frigives mod modpartens medfinansiering og aktivitet.
home-open-calls = Åbne ansøgningsrunder
home-no-open-call = Ingen ansøgningsrunde er åben eller slået op lige nu. Alle runder kan stadig læses.
home-waiting = Hvad der venter på dig
home-audit = Revision
home-idle = Nyt arbejde vises her, så snart der er noget.
home-idle-office = Ansøgninger, anmodninger om sen indsendelse, lister, der skal forsegles, og resultater, der skal besvares, vises her.
home-idle-applicant = Vælg en åben ansøgningsrunde herunder for at begynde en ansøgning.
home-draft-call = { $count ->
    [one] Kladden »{ $call }« venter på jeres sekretariats tilslutning
   *[other] { $count } kladder »{ $call }« venter på jeres sekretariats tilslutning
}
home-late = { $count ->
    [one] { $count } anmodning om sen indsendelse til »{ $call }« venter på svar
   *[other] { $count } anmodninger om sen indsendelse til »{ $call }« venter på svar
}
home-unhandled = { $count ->
    [one] { $count } ansøgning til »{ $call }« venter på jeres sekretariats behandling
   *[other] { $count } ansøgninger til »{ $call }« venter på jeres sekretariats behandling
}
home-unclosed = { $count ->
    [one] Jeres sides vurdering af én ansøgning til »{ $call }« er ikke afsluttet
   *[other] Jeres sides vurdering af { $count } ansøgninger til »{ $call }« er ikke afsluttet
}
home-unsealed = { $count ->
    [one] Jeres prioriteringsliste for »{ $call }« er ikke forseglet
   *[other] { $count } af jeres prioriteringslister for »{ $call }« er ikke forseglet
}
home-unanswered = { $count ->
    [one] Et fælles resultat for »{ $call }« venter på jeres svar
   *[other] { $count } fælles resultater for »{ $call }« venter på jeres svar
}
home-undecided = { $count ->
    [one] { $count } projekt under »{ $call }« venter på jeres sides afgørelse
   *[other] { $count } projekter under »{ $call }« venter på jeres sides afgørelse
}
home-unassessed = { $count ->
    [one] { $count } ansøgning til »{ $call }« venter på din vurdering
   *[other] { $count } ansøgninger til »{ $call }« venter på din vurdering
}
home-own-draft = { $count ->
    [one] Din ansøgning til »{ $call }« er ikke indsendt
   *[other] { $count } af dine ansøgninger til »{ $call }« er ikke indsendt
}
home-unconfirmed = { $count ->
    [one] Din del af en ansøgning til »{ $call }« venter på din bekræftelse
   *[other] { $count } af dine dele i ansøgninger til »{ $call }« venter på din bekræftelse
}
home-reminders = { $count ->
    [one] { $count } dato i partnerskabsbogen, som ingen har kvitteret for
   *[other] { $count } datoer i partnerskabsbogen, som ingen har kvitteret for
}
