# The partnership book as a whole, and words that its parts share.
nav-book = Partnerskabsbogen
nav-places = Steder
nav-organisations = Organisationer
nav-twin-towns = Venskabsbyer
nav-disagreements = Uoverensstemmelser
nav-sources = Kilder
book-menu-label = Partnerskabsbogens dele
book-lead = Hvem samarbejder med hvem, på hvilket grundlag, og hvad er der kommet ud af det? Enhver oplysning står med sin kilde og sin dato.
book-search = Søg i bogen
book-search-organisations = Søg organisationer
book-search-places = Søg steder
book-holds = Det finder du her
book-method = Hvor to kilder ikke er enige, viser vi begge. Hvor kun én kilde siger noget, står det ved oplysningen. Det, ingen har efterprøvet, er mærket.
book-all = Alle
book-name = Navn
book-names = Navne
book-aliases = Andre stavemåder
book-country = Land
book-slug = Kortnavn i adressen
book-unverified = Ikke efterprøvet
country-DK = Danmark
country-CN = Kina
country-SE = Sverige
country-DE = Tyskland
country-IT = Italien
country-NL = Nederlandene
country-FR = Frankrig
unit-km2 = { $number } km²
unit-people = { $number } indbyggere
unit-projects = { $number } projekter
unit-DKK = { $number } kr.
unit-percent = { $number } %
book-places = { $count ->
    [one] { $count } sted
   *[other] { $count } steder
}
book-organisations = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisationer
}
book-pairs = { $count ->
    [one] { $count } par af venskabsbyer, som ingen har efterprøvet
   *[other] { $count } par af venskabsbyer, som ingen har efterprøvet
}
book-sources = { $count ->
    [one] { $count } kilde
   *[other] { $count } kilder
}
book-disputes = { $count ->
    [one] { $count } uoverensstemmelse mellem kilder
   *[other] { $count } uoverensstemmelser mellem kilder
}
book-edit-title = Redigér { $name }
book-one-is-enough = Mindst ét sprog; de andre kan komme senere.
book-country-help = To bogstaver efter ISO 3166-1, fx DK eller CN.
book-named-help = Navn eller kortnavn, fx Jiangsu eller jiangsu. Må stå tomt.
book-date-help = Skriv, hvad kilden ved: 2003, 198X (1980'erne), 2016-21 (foråret), 2008-03, 2018-11-20, 2009/2011. Tomt er ukendt.
book-verified = Efterprøvet af et sekretariat
book-alike = Der findes måske allerede et
book-alike-help = Ét sted eller én organisation skal kun stå her én gang. Er det et af disse, så tilføj stavemåden dér.
book-anyway = Det er et andet, opret det alligevel
book-spelling = Stavemåde
book-spelling-help = Som en kilde skriver det, eller pinyin uden toner.
book-to-page = Til den offentlige side
book-edit = Redigér
refusal-book-one-language = Skriv teksten på mindst ét sprog.
refusal-book-country-code = “{ $typed }” er ikke en landekode på to bogstaver.
refusal-book-number = “{ $typed }” er ikke et tal. Skriv uden tusindtalsskilletegn, fx 102600 eller 2,5.
refusal-book-date = “{ $typed }” er ikke en dato. Skriv fx 2003, 198X, 2016-21, 2008-03, 2018-11-20 eller 2009/2011.
refusal-book-unknown = Intet hedder “{ $typed }”. Kontrollér stavemåden, eller opret det først.
refusal-book-ambiguous = Flere hedder “{ $typed }”. Skriv kortnavnet fra adressen.
bulk-title = Læs et regneark ind
bulk-lead = Ret mange på én gang. Du ser først, hvad der ville ske; intet gemmes, før du siger ja.
bulk-choose = Vælg fil
bulk-help = Begynd med listen som regneark. En række uden kortnavn bliver ny; en række med kortnavn retter den, der er der. En kolonne, der ikke er med, rettes ikke.
bulk-file-help = xlsx, ods eller CSV, højst 5.000 rækker og 2 MB.
bulk-changes = Det ville ske
bulk-what = Hvad
bulk-new = Ny
bulk-changed = Rettes
bulk-save = Gem det hele
refusal-book-kind = “{ $typed }” er ikke en af slagsene. Brug ordene fra listen.
refusal-book-twice = Den findes allerede som “{ $slug }”. Skriv kortnavnet i rækken, hvis den skal rettes.
bulk-same = { $count ->
    [one] { $count } række er uændret.
   *[other] { $count } rækker er uændrede.
}
