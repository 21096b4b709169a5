import random
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv, write_zip

TOWNS = ["Morvanne", "Saint-Aubry", "Les Ormes", "Courvelle", "Bricqueval"]
SPORTS = ["course à pied", "natation", "danse", "football", "aucun"]
TARGETS = {
    "K17": ("Quilichini", "Anouk", date(2009, 6, 21), "Courvelle"),
    "K42": ("Vantalon", "Idris", date(2008, 11, 3), "Les Ormes"),
}
NAMES = [
    "Abrial",
    "Belhadj",
    "Carnoux",
    "Delmas",
    "Estève",
    "Fofana",
    "Gaudry",
    "Haddad",
    "Izard",
    "Jacquin",
    "Keller",
    "Lambrecht",
    "Moreno",
    "N’Diaye",
    "Ollivier",
    "Perrot",
    "Rakoto",
    "Sabatier",
    "Tavares",
    "Urbain",
    "Weber",
    "Yilmaz",
    "Zeller",
    "Bonnefoy",
    "Camara",
    "Duquesne",
    "Faure",
    "Grimaud",
    "Hoarau",
    "Lopez",
    "Marchand",
    "Nguyen",
    "Pereira",
    "Rousset",
    "Simon",
    "Traoré",
]
FIRST = ["Lou", "Adam", "Jade", "Noa", "Sara", "Théo", "Inaya", "Malo", "Rose", "Yanis", "Alma", "Kenzo"]

draw = random.Random(17)


def day() -> date:
    return date(2008, 1, 1) + timedelta(draw.randrange(730))


survey: list[tuple[object, ...]] = [("Code", "Date de naissance", "Commune", "Sport", "Heures de sommeil")]
for rank in range(1, 61):
    code = f"K{rank:02}"
    if code in TARGETS:
        survey.append((code, TARGETS[code][2], TARGETS[code][3], "course à pied", draw.choice((6, 7, 8))))
    else:
        survey.append((code, day(), draw.choice(TOWNS), draw.choice(SPORTS), draw.choice((6, 7, 8, 9))))
race = [(name, draw.choice(FIRST), day(), draw.choice(TOWNS)) for name in NAMES]
for _, _, born, town in TARGETS.values():
    other = next(one for one in TOWNS if one != town)
    race[draw.randrange(0, 18)] = (draw.choice(NAMES), draw.choice(FIRST), born, other)  # same day, another town
    race[draw.randrange(18, 36)] = (
        draw.choice(NAMES),
        draw.choice(FIRST),
        born + timedelta(30),
        town,
    )  # same town, another day
race += list(TARGETS.values())
draw.shuffle(race)
for name, _, born, town in TARGETS.values():
    assert [one[0] for one in race if one[2:] == (born, town)] == [name]
results = [
    ("Rang", "Nom", "Prénom", "Date de naissance", "Commune"),
    *((rank, *one) for rank, one in enumerate(race, start=1)),
]

with tempfile.TemporaryDirectory() as place:
    folder = Path(place)
    write_csv(folder, "enquete.csv", survey, encoding="utf-8-sig")
    write_csv(folder, "course.csv", results, encoding="utf-8-sig")
    write_zip(
        Path(__file__).parent,
        "enquete.zip",
        {name: (folder / name).read_bytes() for name in ("enquete.csv", "course.csv")},
    )
