# Påmindelser om dage, der ikke må overses.
refusal-reminder-settled = Påmindelsen er allerede afsluttet.

## Page
nav-reminders = Påmindelser
reminder-lead = Datoer, der ikke må overses: opsigelsesfrist, udløb, gennemgang, forpligtelser, godkendelser, tiende år. Om hver påmindes der tre gange, til den fælles postkasse og den navngivne ansvarlige; hvad ingen kvitterer for inden en uge, går til alle medarbejdere.
reminder-stopped = Den daglige gennemregning er gået i stå
reminder-stopped-help = Ingen gennemregning i mere end et døgn. Intet er tabt: det indhentes, så snart tjenesten kører igen. Giv driften besked.
reminder-last-run = Sidst regnet igennem { $at }: { $duties } datoer, { $sent } påmindelser sendt.
reminder-last-late = { $count } af dem for sent.
reminder-last-escalated = { $count } gik videre til alle medarbejdere.
reminder-missing = Skulle være sendt og blev det ikke
reminder-missing-help = De sendes ved næste gennemregning.
reminder-due = Dato
reminder-what = Hvad
reminder-tier = Trin
reminder-planned = Planlagt til
reminder-late = { $count } dage for sent
reminder-sent = Sendte påmindelser
reminder-empty = Der er ikke påmindet om noget endnu. Datoer kommer fra gældende aftaler med løbetid, fra forpligtelser og fra godkendelser med frist.
reminder-matter = Art
reminder-mail = Mail
reminder-mail-sent = Afleveret
reminder-mail-waiting = På vej
reminder-mail-failed = Kunne ikke afleveres
reminder-mail-none = Ingen at sende til
reminder-acknowledge = Set
reminder-matter-notice = Sidste dag for opsigelse
reminder-matter-expiry = Udløb
reminder-matter-review = Begynd gennemgangen
reminder-matter-commitment = Forpligtelse med frist
reminder-matter-approval = Godkendelse med frist
reminder-matter-ending = Opsigelsen får virkning
reminder-matter-anniversary = Rundt år
reminder-todo-notice = Åbn fornyelsessagen, og få den afgjort inden den dag.
reminder-todo-expiry = Afgør, om aftalen skal fornyes.
reminder-todo-review = Begynd at samle, hvad aftalen har givet.
reminder-todo-commitment = Før ind, hvordan det går, og hvad der viser det.
reminder-todo-approval = Spørg organet, og før svaret ind.
reminder-todo-ending = Orientér parterne, og markér derefter aftalen som ophørt.
reminder-todo-anniversary = Aftal med den anden side, om og hvordan det markeres.
reminder-tier-early = Første, i god tid
reminder-tier-near = Anden, det nærmer sig
reminder-tier-urgent = Tredje, det haster
reminder-state-sent = Sendt
reminder-state-acknowledged = Set
reminder-state-escalated = Gået videre til alle
reminder-state-overtaken = Overhalet
reminder-state-undeliverable = Ingen at sende til
reminder-mail-subject = { $matter } { $day }: { $what }
reminder-mail-subject-escalated = Ingen har kvitteret: { $matter } { $day }: { $what }
reminder-mail-body =
    { $matter }: { $day }
    { $what }

    { $todo }

    { $tier }. Kvittér for, at du har set den: { $board }
    { $link }
reminder-mail-escalated =
    Ingen har kvitteret for denne påmindelse i en uge. Den går nu til alle medarbejdere hos begge parter.

    { $matter }: { $day }
    { $what }

    { $todo }

    { $tier }. Kvittér for, at du har set den: { $board }
    { $link }
