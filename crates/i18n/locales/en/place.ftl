# Places.
place-kind = Kind of place
place-kind-country = Country
place-kind-region = Region
place-kind-province = Province
place-kind-direct-municipality = Municipality directly under the central government
place-kind-special-region = Special administrative region
place-kind-prefecture = Prefecture
place-kind-city = City
place-kind-district = District
place-kind-municipality = Municipality
place-kind-county = County
place-kind-area = Area without an authority of its own
place-kind-unclassified = Not stated
place-code = The country's own code
place-wikidata = Wikidata
place-within = Lies in
place-capital = Capital
place-members = Consists of
place-member-of = Part of
place-organisations = Organisations here
place-twins-help = Others say that these places are twinned. The statements were taken from Wikidata (P190, 2016); nobody here has verified them.
place-children = { $count ->
    [one] { $count } place lies within
   *[other] { $count } places lie within
}
place-twins = { $count ->
    [one] Others' twin town: { $count }, not verified
   *[other] Others' twin towns: { $count }, not verified
}
place-new = New place
place-code-help = Such as DK-82, 0751 or 320000.
place-wikidata-help = Such as Q8686. May be left empty.
place-lon = Longitude
place-lat = Latitude
place-position-help = Degrees with decimals; east and north are positive. May be left empty.
refusal-place-degree = “{ $typed }” is not degrees between -{ $most } and { $most }.
refusal-place-half-position = Write both longitude and latitude, or neither.
refusal-place-ring = A place can't lie within itself.
place-twin = Twin town
twin-place = Place
twin-status = Standing
twin-lead = These pairs were stated on Wikidata in 2016. Nobody here has verified them, so take each as a trace to follow, not as a fact.
twin-source = About the source
twin-none = No statements have been read in yet. An operator does that with “counterpart import twin-towns”.
place-hidden = { $count ->
    [one] { $count } more place is known only from statements that nobody has verified.
   *[other] { $count } more places are known only from statements that nobody has verified.
}
place-show-hidden = Show them too
place-only-verified = Show verified places only
