"""Two films: sequences, people, answers; prints how many sequences may be shown."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_workbook  # noqa: E402

NAMES = [
    "Adèle",
    "Bachir",
    "Célia",
    "Driss",
    "Elsa",
    "Farid",
    "Gaëlle",
    "Hakim",
    "Iris",
    "Jonas",
    "Kenza",
    "Léon",
    "Maëlle",
    "Nadir",
    "Odile",
    "Pavel",
    "Quitterie",
    "Rayan",
    "Sana",
    "Théo",
]
for stem, seed in (("sequences-fete", 1), ("sequences-course", 4)):
    dice = random.Random(seed)
    said = {name: dice.choices(["oui", "non", ""], [15, 2, 2])[0] for name in NAMES}
    rows = []
    for i in range(1, 27):
        seen = sorted(dice.sample(NAMES, dice.choice([0, 1, 1, 2, 2, 3])))
        rows.append([i, *seen, *[None] * (3 - len(seen))])
    print(stem, sum(all(said[one] == "oui" for one in row[1:] if one) for row in rows))
    write_workbook(
        Path(__file__).parent,
        stem,
        {
            "Séquences": [["Séquence", "Personne 1", "Personne 2", "Personne 3"], *rows],
            "Réponses": [
                ["Personne", "Diffusion publique"],
                *([name, answer or None] for name, answer in said.items()),
            ],
        },
    )
