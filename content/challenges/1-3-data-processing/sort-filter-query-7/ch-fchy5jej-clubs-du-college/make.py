"""Three CSV: some registrations are double, some point to nothing."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip  # noqa: E402

draw = random.Random(178)
FIRST = "Ana Ben Chloé Dao Eva Farid Gaëlle Hugo Inès Jad Kim Lina Malo Nour Oscar Paola Rayan Sacha Théa Yanis".split()
LAST = "Abadie Berger Cissé Diallo Etxe Favre Garnier Huet Imbert Joly Kaya Leroux Mercier Nguyen Ortiz Petit".split()
CLUBS = "Échecs,Théâtre,Robotique,Chorale,Judo,Journal,Jardin,Photo,Escalade,Danse,Cuisine,Astronomie".split(",")
pupils = [(1000 + 3 * i, f"{draw.choice(FIRST)} {draw.choice(LAST)}", draw.choice([11, 12, 13, 14, 14, 15])) for i in range(260)]  # fmt: skip
ids = [pupil[0] for pupil in pupils]
clubs = [(f"C{i + 1:02d}", name) for i, name in enumerate(CLUBS)]
pairs = []
for pupil in ids:
    if draw.random() < 0.82:
        pairs += [
            (pupil, club)
            for club in draw.sample([c[0] for c in clubs], draw.choice([1, 1, 2]))
            if draw.random() < (0.55 if club in ("C03", "C08", "C11") else 0.95)
        ]
    elif draw.random() < 0.3:
        pairs.append((pupil, "C15"))
pairs += draw.sample(pairs, 25)
pairs += [(9001 + i, draw.choice(clubs)[0]) for i in range(12)]
draw.shuffle(pairs)


def sheet(head: str, rows: list[tuple[object, ...]]) -> str:
    return "\r\n".join([head, *(";".join(str(value) for value in row) for row in rows)]) + "\r\n"


write_zip(
    Path(__file__).parent,
    "college.zip",
    {
        "eleves.csv": sheet("eleve;nom;age", pupils),
        "clubs.csv": sheet("club;intitule", clubs),
        "inscriptions.csv": sheet("eleve;club", pairs),
    },
)
