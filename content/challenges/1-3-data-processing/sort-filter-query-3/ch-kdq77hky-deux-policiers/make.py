"""Two hundred and forty books; two available detective novels of the nineties, one of 1990 and one of 1999."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

draw = random.Random(1361)
STARTS = "Le silence|La lettre|Le secret|La nuit|Le voyage|La clé|Le jardin|La maison|Le dernier train|La promesse|L’ombre|Le goût|La couleur|Le bruit|L’hiver|Les heures"
ENDS = "du lac|de minuit|des absents|de Nantua|du gardien|de papier|des marées|d’Aurore|du boulanger|des sables|de verre|de la colline|du phare|des cousines|d’octobre"
titles = [f"{a} {b}" for a in STARTS.split("|") for b in ENDS.split("|")]
draw.shuffle(titles)
rows: list[list[object]] = [["Titre", "Genre", "Année", "État"]]
for number, title in enumerate(titles):
    genre = draw.choice(["Policier", "Science-fiction", "Roman", "Bande dessinée", "Policier"])
    year = draw.randint(1975, 2025)
    state = draw.choice(["disponible", "emprunté"])
    if genre == "Policier" and 1990 <= year <= 1999 and state == "disponible":
        state = "emprunté"
    if number in (63, 188):
        genre, year, state = "Policier", 1990 if number == 63 else 1999, "disponible"
    rows.append([title, genre, year, state])
write_table(Path(__file__).parent, "livres", rows, sheet="Catalogue")
