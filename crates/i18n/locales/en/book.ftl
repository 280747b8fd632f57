# The partnership book as a whole, and words that its parts share.
nav-book = Partnership book
nav-places = Places
nav-organisations = Organisations
nav-disagreements = Disagreements
nav-sources = Sources
book-menu-label = Parts of the partnership book
book-lead = Who cooperates with whom, under which texts, and what came of it? Every statement stands with its source and its date.
book-search = Search the book
book-search-organisations = Search organisations
book-search-places = Search places
book-holds = What you find here
book-method = Where two sources disagree, we show both. Where only one source says something, that is stated beside it. What nobody has checked is marked.
book-all = All
book-name = Name
book-names = Names
book-aliases = Other spellings
book-country = Country
book-slug = Short name in the address
book-unverified = Not verified
country-DK = Denmark
country-CN = China
country-SE = Sweden
country-DE = Germany
country-IT = Italy
country-NL = Netherlands
country-FR = France
unit-km2 = { $number } km²
unit-people = { $number } inhabitants
unit-projects = { $number } projects
unit-DKK = DKK { $number }
unit-percent = { $number }%
book-places = { $count ->
    [one] { $count } place
   *[other] { $count } places
}
book-organisations = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
book-pairs = { $count ->
    [one] { $count } pair of twin towns that nobody has verified
   *[other] { $count } pairs of twin towns that nobody has verified
}
book-sources = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
book-disputes = { $count ->
    [one] { $count } disagreement between sources
   *[other] { $count } disagreements between sources
}
