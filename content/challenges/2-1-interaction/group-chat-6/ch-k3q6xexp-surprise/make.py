"""Un mois de métadonnées entre dix amis et deux commerces : Dina écrit à tous, sauf à Jonas."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

draw = random.Random(9)
FRIENDS = ["Amir", "Basile", "Chloé", "Dina", "Elsa", "Farid", "Gaëlle", "Hugo", "Inès", "Jonas"]
rows: list[list[int | str]] = []
for _ in range(95):
    one, other = draw.sample(FRIENDS, 2)
    day, hour = draw.randint(1, 28), draw.randint(8, 22)
    if day == 9:
        day = 10
    rows.append([f"2026-05-{day:02d}", f"{hour:02d}:{draw.randint(0, 59):02d}", one, other, draw.randint(1, 9)])
for rank, friend in enumerate(name for name in FRIENDS if name not in ("Dina", "Jonas")):
    rows.append(["2026-05-09", f"20:{11 + 3 * rank:02d}", "Dina", friend, 2])
for friend in ("Amir", "Chloé", "Elsa", "Jonas"):
    rows.append(["2026-05-20", f"19:{draw.randint(10, 59)}", "Hugo", friend, 3])
rows += [
    ["2026-05-09", "20:52", "Dina", "Pâtisserie du Port", 4],
    ["2026-05-11", "09:03", "Pâtisserie du Port", "Dina", 3],
    ["2026-05-06", "12:41", "Elsa", "Pâtisserie du Port", 2],
    ["2026-05-17", "10:20", "Hugo", "Cinéma Lumen", 2],
]
rows.sort()
write_csv(
    Path(__file__).parent, "releve.csv", [["jour", "heure", "de", "à", "taille (ko)"], *rows], encoding="utf-8-sig"
)
