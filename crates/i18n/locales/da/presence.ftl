# Companies in a place, or with partners there.
nav-presences = Virksomheder
presence-lead = Virksomheder, der ligger i et sted eller har partnere der.
presence-new = Indtast virksomheder
presence-edit = Ret oplysningen
presence-kind = Hvordan
presence-kind-located = Ligger der
presence-kind-partners = Har partnere der
presence-kind-entry = Indgang til landet
presence-place = Sted
presence-who = Virksomhed
presence-who-help = Navn eller kort navn på én virksomhed i bogen; tomt, hvis kilden ingen nævner.
presence-country-help = To bogstaver, fx DK; virksomhedernes land, hvor ingen er nævnt.
presence-companies-of = Virksomheder fra { $country }
refusal-presence-who = Angiv en virksomhed eller det land, virksomhederne kommer fra.
