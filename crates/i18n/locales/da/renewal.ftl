# Fornyelsessager.
refusal-renewal-no-advice = Vælg, hvad du indstiller.
refusal-renewal-no-reasons = Skriv begrundelsen på mindst ét sprog.
refusal-renewal-no-body = Skriv, hvilket organ der beslutter.
refusal-renewal-decided = Sagen er allerede afgjort.
