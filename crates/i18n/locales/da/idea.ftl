# Projektidéer.
refusal-idea-late = Ansøgningsrunden lukkede { $since } og tager ikke imod flere idéer. Se blandt de åbne runder.
idea-lead = Enhver kan sende en idé. Den er ikke en ansøgning: sekretariaterne bruger den til at bringe partnere fra begge sider sammen. Der kræves ingen konto.
idea-lang = Sproget, du skriver på
idea-title = Titel
idea-body = Idéen
idea-body-help = Hvad I vil gøre, med hvem, og hvad begge sider får ud af det.
idea-organisation = Organisation
idea-place = Hvor I hører til
idea-other-place = Andetsteds
idea-contact = Hvordan vi når jer
idea-contact-help = En e-mailadresse eller et telefonnummer. Kun de to sekretariater og deres revisorer ser den.
idea-thanks = Tak for jeres idé
idea-thanks-help = Begge sekretariater kan læse den nu. De skriver til jer, hvis de kender en partner eller har et spørgsmål. I kan søge uden at vente på svar.
idea-another = Send en idé mere
idea-none = Der er ikke kommet nogen idé endnu. Formularen findes via opslaget.
idea-at = Modtaget
