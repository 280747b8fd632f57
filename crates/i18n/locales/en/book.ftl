# The partnership book as a whole, and words that its parts share.
nav-book = Partnership book
nav-places = Places
nav-organisations = Organisations
nav-twin-towns = Twin towns
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
book-edit-title = Edit { $name }
book-one-is-enough = At least one language; the others can follow later.
book-country-help = Two letters of ISO 3166-1, such as DK or CN.
book-named-help = Name or short name, such as Jiangsu or jiangsu. May be left empty.
book-date-help = Write what the source knows: 2003, 198X (the 1980s), 2016-21 (spring), 2008-03, 2018-11-20, 2009/2011. Empty is unknown.
book-verified = Verified by an office
book-alike = It may be there already
book-alike-help = A place or an organisation should stand here only once. If it is one of these, add the spelling there.
book-anyway = It is another one, create it anyway
book-spelling = Spelling
book-spelling-help = As a source writes it, or pinyin without tones.
book-to-page = To the public page
book-edit = Edit
refusal-book-one-language = Write the text in at least one language.
refusal-book-country-code = “{ $typed }” is not a country code of two letters.
refusal-book-number = “{ $typed }” is not a number. Write it without thousands separators, such as 102600 or 2.5.
refusal-book-date = “{ $typed }” is not a date. Write for example 2003, 198X, 2016-21, 2008-03, 2018-11-20 or 2009/2011.
refusal-book-unknown = Nothing is called “{ $typed }”. Check the spelling, or create it first.
refusal-book-ambiguous = Several are called “{ $typed }”. Write the short name from the address.
bulk-title = Read in a spreadsheet
bulk-lead = Change many at once. You first see what would happen; nothing is saved until you say yes.
bulk-choose = Choose a file
bulk-help = Begin with the list as a spreadsheet. A row without a short name becomes a new one; a row with a short name changes the one that is there. A column that is left out changes nothing.
bulk-file-help = xlsx, ods or CSV, at most 5,000 rows and 2 MB.
bulk-changes = What would happen
bulk-what = What
bulk-new = New
bulk-changed = Changed
bulk-save = Save all of it
refusal-book-kind = “{ $typed }” is not one of the kinds. Use the words of the list.
refusal-book-twice = It is there already as “{ $slug }”. Write the short name in the row if it is to be changed.
bulk-same = { $count ->
    [one] { $count } row is unchanged.
   *[other] { $count } rows are unchanged.
}
