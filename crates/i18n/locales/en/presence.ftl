# Companies in a place, or with partners there.
nav-presences = Companies
presence-lead = Companies that are located in a place, or have partners there.
presence-new = Enter companies
presence-edit = Change the entry
presence-kind = How
presence-kind-located = Located there
presence-kind-partners = Partners there
presence-kind-entry = Way into the country
presence-place = Place
presence-who = Company
presence-who-help = Name or short name of one company of the book; empty where the source names none.
presence-country-help = Two letters, e.g. DK; the companies’ country where none is named.
presence-companies-of = Companies of { $country }
refusal-presence-who = Name a company, or the country the companies come from.
