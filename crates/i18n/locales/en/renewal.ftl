# Renewal dossiers.
refusal-renewal-no-advice = Choose what you recommend.
refusal-renewal-no-reasons = Write the reasons in at least one language.
refusal-renewal-no-body = Write which body decides.
refusal-renewal-decided = The dossier has been decided already.
