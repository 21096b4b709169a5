import random
import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

KNOWN = {"T-07": 5, "T-19": 4, "T-23": 3, "T-31": 2}  # tokens the attackers know -> accounts that carry them
FRESH = ["T-02", "T-11", "T-11", "T-14", "T-28", "T-28", "T-28", "T-40", "T-44", "T-52", "T-52"]
NAMES = [
    "Annuaire Associatif",
    "Banque Solvia",
    "Billetterie Rideau",
    "Blog du quartier",
    "Boutique Tissia",
    "Cartes Topo",
    "Chorale",
    "Covoiturage Vroom",
    "Dépôt Nuéa",
    "Dons Faciles",
    "Emplois Bénévoles",
    "Fédération",
    "Forum Jardin",
    "Fournisseur Papyra",
    "Imprimeur Presto",
    "Jeux-Galaxie",
    "Courriel Plume",
    "Courriel Ondine",
    "Location Salle",
    "Mairie en ligne",
    "Médiathèque",
    "Météo Pro",
    "Musique Onde",
    "Newsletter Kiosk",
    "Outils Bricol",
    "Photos Partage",
    "Poste locale",
    "Presse Régionale",
    "Réseau Parvis",
    "Sondages Clic",
    "Téléphonie Lyra",
    "Traduction Babil",
    "Transports Morva",
    "Vidéos Kadra",
    "Wiki Interne",
    "Assurance Égide",
    "Comptes Faciles",
    "Sono Location",
    "Traiteur Basile",
    "Visio Claire",
]

draw = random.Random(41)
names = NAMES[:]
draw.shuffle(names)
lines = []


def day(year: int) -> date:
    return date(year, 1, 1) + timedelta(draw.randrange(365))


def add(token: str, changed: date, leak: date | None) -> None:
    lines.append((names.pop(), token, changed, leak if leak else ""))


for token, count in KNOWN.items():
    add(token, day(2022), day(2024))  # the leak that reveals the token
    for rank in range(count - 1):  # the others reuse it: never stolen, or stolen before the change
        add(token, day(2023), day(2021) if rank == 1 else None)
for token in FRESH:
    add(token, day(2025), day(2024) if draw.random() < 0.6 else None)
while names:
    add(f"T-{60 + len(names)}", day(draw.choice((2023, 2025))), None)
lines.sort()
revealed = {token for _, token, changed, leak in lines if leak and changed < leak}
assert sum(token in revealed for _, token, _, _ in lines) == 14
assert revealed == set(KNOWN)
write_table(
    Path(__file__).parent, "comptes", [("Site", "Jeton", "Dernier changement", "Date du vol"), *lines], sheet="Comptes"
)
