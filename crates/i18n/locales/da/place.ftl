# Places.
place-kind = Slags sted
place-kind-country = Land
place-kind-region = Region
place-kind-province = Provins
place-kind-direct-municipality = Byprovins (direkte under staten)
place-kind-special-region = Særlig administrativ region
place-kind-prefecture = Præfektur
place-kind-city = By
place-kind-district = Bydistrikt
place-kind-municipality = Kommune
place-kind-county = Amt
place-kind-area = Område uden egen myndighed
place-kind-unclassified = Ikke oplyst
place-code = Landets egen kode
place-wikidata = Wikidata
place-within = Ligger i
place-capital = Hovedby
place-members = Består af
place-member-of = Del af
place-organisations = Organisationer her
place-twins-help = Andre siger, at disse steder er venskabsbyer. Oplysningerne er hentet fra Wikidata (P190, 2016), og ingen her har efterprøvet dem.
place-children = { $count ->
    [one] { $count } sted ligger heri
   *[other] { $count } steder ligger heri
}
place-twins = { $count ->
    [one] Andres venskabsby: { $count }, ikke efterprøvet
   *[other] Andres venskabsbyer: { $count }, ikke efterprøvet
}
place-new = Nyt sted
place-code-help = Fx DK-82, 0751 eller 320000.
place-wikidata-help = Fx Q8686. Må stå tomt.
place-lon = Længdegrad
place-lat = Breddegrad
place-position-help = Grader med decimaler; øst og nord er positive. Må stå tomt.
refusal-place-degree = “{ $typed }” er ikke grader mellem -{ $most } og { $most }.
refusal-place-half-position = Skriv både længdegrad og breddegrad, eller ingen af dem.
refusal-place-ring = Et sted kan ikke ligge i sig selv.
place-twin = Venskabsby
twin-place = Sted
twin-status = Status
twin-lead = Parrene stod på Wikidata i 2016. Ingen her har efterprøvet dem, så læs dem som spor at følge, ikke som kendsgerninger.
twin-source = Om kilden
twin-none = Der er endnu ikke indlæst udsagn. Det gør driften med “counterpart import twin-towns”.
place-hidden = { $count ->
    [one] Yderligere { $count } sted kendes kun fra udsagn, som ingen har efterprøvet.
   *[other] Yderligere { $count } steder kendes kun fra udsagn, som ingen har efterprøvet.
}
place-show-hidden = Vis dem også
place-only-verified = Vis kun efterprøvede steder
