import random
import sys
from datetime import date, time, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

TEAMS = {
    "Mouettes": "bleu",
    "Castors": "orange",
    "Loutres": "vert",
    "Hérons": "blanc",
    "Martres": "orange",
    "Chouettes": "rouge",
    "Lynx": "noir",
    "Renardes": "orange",
}
HALLS = [
    "Gymnase du Port",
    "Gymnase Odette Vauclair",
    "Salle des Tilleuls",
    "Halle Jean-Sarr",
    "Gymnase de la Gare",
]
CHOSEN = [  # the matches that matter: day, hour, home, away, hall
    (date(2026, 3, 14), time(10), "Castors", "Hérons", "Gymnase Odette Vauclair"),
    (date(2026, 3, 14), time(10), "Martres", "Lynx", "Gymnase du Port"),
    (date(2026, 3, 14), time(14), "Hérons", "Renardes", "Salle des Tilleuls"),
    (date(2026, 3, 14), time(10), "Loutres", "Chouettes", "Halle Jean-Sarr"),
    (date(2026, 3, 21), time(10), "Hérons", "Martres", "Gymnase de la Gare"),
]

draw = random.Random(3)
matches = CHOSEN[:]
for week in range(2, 9):
    for _ in range(7):
        home, away = draw.sample(list(TEAMS), 2)
        day = date(2026, 3, 14) + timedelta(7 * week + draw.randrange(2))
        matches.append((day, time(draw.choice((10, 14, 16))), home, away, draw.choice(HALLS)))
matches.sort(key=lambda match: (match[2], match[0], match[1]))
rows = [(day, hour, home, TEAMS[home], away, TEAMS[away], hall) for day, hour, home, away, hall in matches]
found = [
    row for row in rows if row[0] == date(2026, 3, 14) and row[1] == time(10) and "Hérons" in row and "orange" in row
]
assert len(found) == 1
assert found[0][-1] == "Gymnase Odette Vauclair"
write_table(
    Path(__file__).parent, "calendrier",
    [("Date", "Heure", "Équipe qui reçoit", "Maillot", "Équipe invitée", "Maillot invité", "Gymnase"), *rows],
    sheet="Calendrier",
)  # fmt: skip
