# Sources of the book.
source-lead = Alt i partnerskabsbogen hviler på disse kilder.
source-none = Der er ingen kilder endnu. Et sekretariat lægger dem ind.
source-title = Titel
source-written = Skrevet
source-facts = Oplysninger
source-licence = Vilkår
source-url = Adresse
source-rests = Hvad der hviler på kilden
source-rests-nothing = Ingen oplysning bruger kilden endnu.
source-new = Ny kilde
source-note = Om kilden
refusal-source-taken = Der er allerede en kilde med det navn.
