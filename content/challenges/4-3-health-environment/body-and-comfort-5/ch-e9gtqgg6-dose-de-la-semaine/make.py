"""A week of listening for two people; sessions of the same level are spread over the days."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
WEEKS = {  # (day, what, level, minutes)
    "eliott": (
        145,
        [
            (0, "Trajet aller", 83, 35),
            (0, "Trajet retour", 83, 40),
            (0, "Devoirs en musique", 74, 120),
            (1, "Trajet aller", 83, 35),
            (1, "Trajet retour", 86, 40),
            (2, "Trajet aller", 83, 35),
            (2, "Jeu en réseau", 86, 110),
            (3, "Trajet aller", 83, 35),
            (3, "Trajet retour", 83, 60),
            (3, "Devoirs en musique", 74, 120),
            (4, "Trajet aller", 86, 30),
            (4, "Répétition du groupe", 92, 90),
            (5, "Jeu en réseau", 80, 240),
            (5, "Casque en soirée", 89, 45),
            (6, "Deux films au casque", 77, 360),
        ],
    ),
    "solene": (
        85,
        [
            (0, "Bus du matin", 86, 20),
            (0, "Bus du soir", 86, 25),
            (1, "Bus du matin", 86, 20),
            (1, "Course à pied", 89, 30),
            (2, "Podcast en cuisinant", 74, 240),
            (2, "Atelier musique", 83, 120),
            (3, "Bus du matin", 86, 20),
            (3, "Bus du soir", 86, 35),
            (4, "Bus du matin", 83, 30),
            (4, "Course à pied", 89, 30),
            (5, "Fête", 92, 30),
            (5, "Ménage en musique", 80, 150),
            (6, "Film au casque", 80, 90),
        ],
    ),
}
for name, (expected, sessions) in WEEKS.items():
    dose = sum(minutes / 60 / (40 / 2 ** ((level - 80) / 3)) for _, _, level, minutes in sessions) * 100
    assert abs(dose - expected) < 0.2, (name, dose)
    write_table(
        Path(__file__).parent,
        f"ecoute-{name}",
        [
            ("Jour", "Séance", "Niveau moyen (dB)", "Durée (min)"),
            *[(DAYS[day], what, level, minutes) for day, what, level, minutes in sessions],
        ],
        sheet="Écoutes",
    )
