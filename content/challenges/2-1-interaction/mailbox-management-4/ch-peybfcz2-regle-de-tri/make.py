"""Two hundred messages to try sorting rules on: capitals, plurals and look-alike senders included."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

draw = random.Random(214)
SENDERS = [
    *[
        "contact@boutique.example",
        "service@boutique.example",
        "ventes@boutique-velo.example",
        "compta@energie-verte.example",
    ],
    *[
        "coach@club.example",
        "secretariat@college.example",
        "lina@courriel.example",
        "papi@courriel.example",
        "info@mutuelle.example",
    ],
]
SUBJECTS = [
    *[
        "Votre facture du mois",
        "FACTURE n° {n}",
        "Facture disponible",
        "Deux factures à régler",
        "Re: facture en double",
    ],
    *[
        "[Club] Horaires du samedi",
        "[club] Tournoi, équipe {n}",
        "Club de lecture",
        "Re: [Club] Covoiturage",
        "Photos du jardin",
    ],
    *[
        "Menu de la semaine",
        "Votre commande {n}",
        "Rappel de rendez-vous",
        "Manufacture ouverte ce dimanche",
        "Merci !",
    ],
]
rows: list[list[int | str]] = [["numéro", "expéditeur", "objet", "date", "taille (ko)"]]
for number in range(1, 201):
    size = draw.choice([4, 12, 35, 140, 820, 1999, 2000, 2001, 3400]) if number % 3 else draw.randint(3, 90)
    subject = draw.choice(SUBJECTS).format(n=draw.randint(10, 99))
    rows.append([number, draw.choice(SENDERS), subject, f"{draw.randint(1, 30):02d}/04/2026", size])
write_csv(Path(), "messages.csv", rows, encoding="utf-8-sig")
