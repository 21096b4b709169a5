"""Une soirée de messages, dont ceux d’un réseau artificiel."""

import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

OPINIONS = [
    "Je vais lire là-bas chaque mercredi, ne la fermez pas.",
    "Et si on ouvrait plutôt le samedi ?",
    "Il y a une autre bibliothèque à deux rues.",
    "Mes enfants y font leurs devoirs.",
    "La mairie dit qu’elle déménage, pas qu’elle ferme.",
    "Où peut-on lire le projet ?",
    "J’y ai appris à lire, je suis triste.",
    "Le bâtiment est vieux, il fallait bien faire quelque chose.",
    "Réunion publique jeudi, venez !",
]
SAME = "Cette bibliothèque coûte trop cher et personne n’y va"
ENDS = [".", " !", "", "…", "!!", " .", "!"]
rows = []
for number in range(60):
    rows.append(
        [
            f"lecteur{number:02d}",
            date(2019, 1, 5) + timedelta(days=41 * number),
            f"20:{number % 60:02d}",
            OPINIONS[number % 9],
        ]
    )
for number in range(9):
    rows.append([f"eleve_{number}", date(2024, 9, 2) + timedelta(days=7 * number), "21:10", OPINIONS[(number * 4) % 9]])
for number in range(14):
    rows.append([f"citoyen{7 * number + 13}", date(2026, 3, 9), f"21:0{3 + number % 2}", SAME + ENDS[number % 7]])
for number in range(5):
    rows.append([f"voisin{number}", date(2026, 3, 9), f"22:{11 * number:02d}", OPINIONS[number]])
rows.sort(key=lambda row: (row[2], row[0]))
write_csv(Path(__file__).parent, "messages.csv", [["Compte", "Créé le", "Heure", "Texte"], *rows])
