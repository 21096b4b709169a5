"""Writes the list in code page 850 (inscrits.csv)."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

PEOPLE = ["Léa Béranger", "Noëlle Prévôt", "Hélène Garçon", "Gaël Château", "Aïcha Benoît", "Jérôme Forêt", "Zoé Lefèvre", "Anaïs Crépin",
          "Théo Gâtinais", "Rémi Dubois", "Inès Maçon", "Joël Sébastien", "Chloé Hervé", "Loïc Núñez-Müller", "Maëlle Gérard", "Raphaël Côté",
          "Éva Brûlé", "André Lemaître", "Élise Pâquerette", "Cécile Vénère"]  # fmt: skip
CLUBS = ["Échecs", "Théâtre", "Vélo", "Poésie", "Céramique"]
rows: list[list[object]] = [["Numéro", "Nom", "Activité", "Réglé"]]
rows += [[number, name, CLUBS[number % 5], "été" if number % 3 else "année"] for number, name in enumerate(PEOPLE, 1)]
write_csv(Path(__file__).parent, "inscrits.csv", rows, encoding="cp850")
