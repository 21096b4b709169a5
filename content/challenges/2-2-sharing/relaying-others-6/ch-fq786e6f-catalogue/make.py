"""Two catalogues of thirty works; prints how many are free."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

WORDS = ["Dune", "Marée", "Colline", "Lanterne", "Rivière", "Moisson", "Neige", "Brume", "Gare", "Falaise"]
KINDS = ["Chant de la", "Retour de la", "Vue de la"]
for stem, seed, year in (("catalogue-estampes", 21, 2027), ("catalogue-chansons", 35, 2030)):
    dice = random.Random(seed)
    rows, free = [], 0
    for i in range(30):
        made = dice.randint(1905, 1965)
        unknown = dice.random() < 0.2
        one = None if unknown else made + dice.randint(2, 45)
        two = (
            None
            if unknown or dice.random() < 0.55
            else dice.choice(
                [made + dice.randint(1, 60), made + dice.randint(1, 60), "vivant" if made > 1945 else made + 20]
            )
        )
        if dice.random() < 0.2 and one:
            one = year - 71 + dice.choice([0, 1])
            made = min(made, one - 1)
            two = None
        last = made if unknown else 9999 if two == "vivant" else max(one, two or 0)
        free += last + 70 < year
        rows.append([f"{KINDS[i // 10]} {WORDS[i % 10]}", made, "oui" if unknown else "non", one, two])
    print(stem, free)
    write_table(
        Path(__file__).parent,
        stem,
        [["Titre", "Publication", "Anonyme", "Mort de l’auteur 1", "Mort de l’auteur 2"], *rows],
    )
