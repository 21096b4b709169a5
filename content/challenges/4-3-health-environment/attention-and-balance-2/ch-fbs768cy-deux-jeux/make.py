"""Minutes by application and by day; the greatest single game is not on the day of the greatest total."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv  # noqa: E402

DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
WEEKS = {
    "ambre": (
        "jeudi",
        {
            "Vidéo": [40, 55, 130, 20, 60, 145, 90],
            "Tuiles": [20, 25, 60, 64, 15, 5, 45],
            "Messages": [35, 30, 40, 28, 44, 61, 50],
            "Musique": [60, 50, 80, 70, 65, 125, 30],
            "Fusée": [35, 40, 55, 61, 30, 112, 70],
            "Dictionnaire": [10, 12, 0, 25, 8, 0, 15],
        },
    ),
    "soren": (
        "mardi",
        {
            "Fusée": [25, 72, 50, 30, 48, 58, 115],
            "Musique": [50, 20, 65, 40, 80, 130, 75],
            "Dessin": [30, 25, 90, 15, 0, 40, 122],
            "Tuiles": [40, 53, 68, 45, 60, 59, 0],
            "Vidéo": [45, 15, 125, 50, 60, 122, 140],
            "Messages": [20, 35, 30, 25, 41, 66, 38],
        },
    ),
}
for name, (expected, apps) in WEEKS.items():
    totals = {day: apps["Tuiles"][k] + apps["Fusée"][k] for k, day in enumerate(DAYS)}
    assert [day for day, total in totals.items() if total > 120] == [expected], totals
    write_csv(
        Path(__file__).parent,
        f"ecran-{name}.csv",
        [["Application", *DAYS], *[[app, *times] for app, times in apps.items()]],
    )
