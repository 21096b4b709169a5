"""Writes the toys already sorted, and two new ones (jouets.ods, jouets.xlsx)."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

ROWS = [
    ["Jouet", "Couleur", "Matière", "Poids (g)", "Roues", "Bac"],
    [1, "rouge", "bois", 120, "oui", "Bac 1"],
    [2, "bleu", "bois", 340, "non", "Bac 2"],
    [3, "rouge", "tissu", 80, "non", "Bac 1"],
    [4, "rouge", "métal", 200, "oui", "Bac 1"],
    [5, "bleu", "métal", 410, "oui", "Bac 2"],
    [6, "bleu", "tissu", 260, "non", "Bac 2"],
    [7, "rouge", "bois", 150, "non", "Bac 1"],
    [8, "bleu", "métal", 300, "oui", "Bac 2"],
    [9, "rouge", "tissu", 60, "non", "Bac 1"],
    [10, "bleu", "bois", 250, "oui", "Bac 2"],
    [11, "rouge", "métal", 380, "non", "Bac 2"],
    [12, "bleu", "tissu", 90, "oui", "Bac 1"],
    [13, "rouge", "bois", 330, "oui", "?"],
    [14, "bleu", "métal", 110, "non", "?"],
]
write_table(Path(__file__).parent, "jouets", ROWS, sheet="Jouets")
