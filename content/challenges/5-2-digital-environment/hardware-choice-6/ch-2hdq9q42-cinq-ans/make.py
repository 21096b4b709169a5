"""Trois offres d’ordinateurs sur cinq ans."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

YEARS = range(1, 6)
OFFERS = {
    "Aubépine": (420, (45, 45, 45, 45, 45), (20, 30, 50, 70, 80), 20),
    "Bouleau": (560, (22, 22, 22, 22, 22), (20, 30, 40, 50, 60), 80),
    "Charme": (690, (19, 19, 19, 19, 19), (20, 30, 40, 40, 50), 130),
}
rows = [["Lot", "Poste", "Année", "Montant (€)"]]
for name, (price, energy, care, resale) in OFFERS.items():
    rows.append([name, "Achat", 1, price])
    for year, (watts, mending) in enumerate(zip(energy, care, strict=True), 1):
        rows.append([name, "Énergie", year, watts])
        rows.append([name, "Entretien", year, mending])
    rows.append([name, "Revente", 5, -resale])
write_table(Path(__file__).parent, "offres", rows)
