# The partnership book as a whole, and words that its parts share.
nav-book = Partnerskabsbogen
nav-places = Steder
nav-organisations = Organisationer
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
