"""Writes the answers to the poll (sondage.csv)."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

DATES = ["05/03/2026", "06/03/2026", "12/03/2026", "13/03/2026", "19/03/2026", "20/03/2026"]
ANSWERS = {
    "Ahmed": "ooxoxo",
    "Béatrice": "oooxxo",
    "Cyril": "oxooox",
    "Delphine": "ooxoxx",
    "Emil": "ooxoox",
    "Farah": "oxooxo",
    "Gaspard": "oooxxo",
    "Hawa": "ooxoox",
    "Inès": "xooxoo",
    "Joris": "oxooxx",
    "Karim": "xxooox",
    "Lucie": "ooxoxo",
}
rows = [["Nom", *DATES]]
rows += [[name, *("oui" if mark == "o" else "non" for mark in marks)] for name, marks in ANSWERS.items()]
write_csv(Path(__file__).parent, "sondage.csv", rows)
