"""Writes thirty text files, some of them exact copies (textes.zip)."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip

CONTENTS = [
    "Recette du pain : 500 g de farine, 320 g d’eau, 10 g de sel.\r\n",
    "Recette du pain : 500 g de farine, 350 g d’eau, 10 g de sel.\r\n",
    "Recette du pain complet : 400 g de farine, 300 g d’eau, 8 g de sel.\r\n",
    "Horaires du car : 7 h 10, 8 h 25, 12 h 40, 17 h 05.\r\n",
    "Horaires du car : 7 h 10, 8 h 25, 12 h 40, 17 h 50.\r\n",
    "Poème : la lune est ronde, le chat la regarde.\r\n",
    "Poème : la lune est ronde, le rat la regarde.\r\n",
    "Poème : la lune est longue, le rat la regarde.\r\n",
    "Liste : ficelle, colle, carton, ciseaux.\r\n",
    "Liste : ficelle, colle, ciseaux, carton.\r\n",
    "Réunion le mardi 3 mars à 18 h, salle bleue.\r\n",
    "Réunion le mercredi 4 mars à 18 h, salle bleue.\r\n",
    "Mot de la semaine : escarboucle.\r\n",
]
COPIES = [3, 2, 1, 4, 1, 3, 1, 2, 2, 3, 3, 2, 3]
NAMES = ["note", "brouillon", "copie", "texte", "a-garder", "divers"]

chance = random.Random(30)
bodies = [body for body, times in zip(CONTENTS, COPIES, strict=True) for _ in range(times)]
chance.shuffle(bodies)
write_zip(
    Path(__file__).parent,
    "textes.zip",
    {f"textes/{chance.choice(NAMES)}-{number:02}.txt": body for number, body in enumerate(bodies, 1)},
)
