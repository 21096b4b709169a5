import sys
from datetime import time
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
import itertools

from making import write_table

DAYS = {  # start, task, screen; each task ends when the next one begins
    "lundi": (
        3,
        "8:00 Courriels oui,8:35 Tableau de suivi oui,9:10 Pause à la fenêtre non,9:20 Réunion en salle non,10:05 Rapport oui,11:05 Courses non,"
        "11:20 Visioconférence oui,11:55 Vidéo sur le téléphone oui,12:25 Repas non,13:30 Appel en marchant non,13:50 Rapport oui,14:45 Étirements non,"
        "14:55 Maquette oui,15:40 Relecture oui,16:20 Rangement non,16:35 Courriels oui,17:15 Fin non",
    ),
    "jeudi": (
        2,
        "8:30 Trajet non,9:00 Saisie oui,9:50 Café non,10:00 Saisie oui,10:40 Réseau social oui,11:15 Atelier non,12:15 Repas non,13:15 Cours en ligne oui,"
        "14:15 Marche non,14:30 Montage oui,15:05 Montage oui,15:25 Export oui,15:50 Goûter non,16:05 Messages oui,16:45 Jardin non,"
        "17:30 Devoirs oui,18:20 Fin non",
    ),
}


def minutes(text: str) -> int:
    hours, rest = text.split(":")
    return int(hours) * 60 + int(rest)


for day, (expected, words) in DAYS.items():
    tasks = [(minutes(line.split()[0]), " ".join(line.split()[1:-1]), line.split()[-1]) for line in words.split(",")]
    rows = [
        (time(*divmod(start, 60)), time(*divmod(end, 60)), task, screen)
        for (start, task, screen), (end, _, _) in itertools.pairwise(tasks)
    ]
    long, current = 0, 0
    for (start, _, screen), (end, _, _) in itertools.pairwise(tasks):
        current = current + end - start if screen == "oui" else 0
        long += current > 60 and current - (end - start) <= 60
    assert long == expected, (day, long)
    write_table(
        Path(__file__).parent, f"journee-{day}", [("Début", "Fin", "Activité", "Écran"), *rows], sheet="Journée"
    )
