"""Fifteen invented laptops: for each of the two needs, one fits and several miss by a single limit."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

write_table(
    Path(),
    "portables",
    [
        [
            "Modèle",
            "Mémoire vive (Go)",
            "Stockage (Go)",
            "Écran (pouces)",
            "Poids (kg)",
            "Autonomie (h)",
            "Prise HDMI",
            "Prix (€)",
        ],
        ["Aigrette S", 16, 512, 13.3, 1.15, 14, "non", 799],
        ["Avocette 15", 8, 256, 15.6, 1.8, 9, "oui", 449],
        ["Barge 17", 16, 1000, 17.3, 2.6, 6, "oui", 690],
        ["Bernache 15", 8, 256, 15.6, 1.7, 12, "oui", 549],
        ["Courlis 14", 16, 512, 14, 1.5, 11, "oui", 679],
        ["Eider 13", 8, 512, 13.3, 1.2, 15, "non", 640],
        ["Fuligule 15", 16, 512, 15.6, 1.9, 10, "oui", 615],
        ["Grèbe 14", 8, 256, 14, 1.4, 13, "non", 499],
        ["Héron 15", 16, 512, 15.6, 1.75, 12, "oui", 660],
        ["Macreuse 13", 4, 128, 13.3, 1.3, 14, "oui", 329],
        ["Pluvier 13", 16, 256, 13.3, 1.25, 13, "oui", 620],
        ["Sarcelle 11", 4, 64, 11.6, 1.05, 10, "oui", 249],
        ["Sterne 14", 16, 512, 14, 1.35, 12, "oui", 695],
        ["Tadorne 15", 8, 512, 15.6, 1.65, 11, "oui", 530],
        ["Vanneau 15", 12, 512, 15.6, 1.45, 12, "oui", 589],
    ],
    sheet="Portables",
)
