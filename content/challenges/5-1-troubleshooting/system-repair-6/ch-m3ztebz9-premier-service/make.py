"""Four days of a system log: « annuaire » fails at 09:12:08 on 14 March, everything else follows; « scanner » complains every day for nothing."""

import random
from datetime import datetime, timedelta
from pathlib import Path

draw = random.Random(1403)
START = datetime(2026, 3, 11)
SERVICES = ["annuaire", "sessions", "courrier", "impression", "partage", "horloge", "scanner", "sauvegarde"]
ROUTINE = [
    "contrôle périodique réussi",
    "connexion acceptée",
    "file vide",
    "rotation du journal",
    "12 clients actifs",
    "cache rafraîchi",
]
OUTAGE = datetime(2026, 3, 14, 9, 12, 8)

events: list[tuple[datetime, str, str, str]] = []
for day in range(4):
    morning = START + timedelta(days=day)
    events.append(
        (
            morning + timedelta(hours=6, seconds=draw.randint(1, 50)),
            "scanner",
            "ERREUR",
            "pilote du modèle S2 absent, appareil ignoré",
        )
    )
    events.append(
        (
            morning + timedelta(hours=9, minutes=2, seconds=draw.randint(1, 50)),
            "partage",
            "AVERTISSEMENT",
            "disque rempli à 81 %",
        )
    )
    for _ in range(70):
        moment = morning + timedelta(seconds=draw.randint(0, 86_000))
        if moment < OUTAGE:
            events.append((moment, draw.choice(SERVICES), "INFORMATION", draw.choice(ROUTINE)))
events.append(
    (OUTAGE - timedelta(days=1, hours=-1), "annuaire", "AVERTISSEMENT", "le certificat expire dans 23 heures")
)
events.append((OUTAGE, "annuaire", "ERREUR", "certificat expiré, arrêt du service"))
for minute in range(1, 40):
    service = ["partage", "courrier", "sessions", "impression"][minute % 4]
    action = {
        "partage": "montage refusé",
        "courrier": "authentification impossible",
        "sessions": "ouverture de session refusée",
        "impression": "file suspendue",
    }[service]
    level = "CRITIQUE" if service == "sessions" else "ERREUR"
    events.append(
        (
            OUTAGE + timedelta(seconds=20 * minute + draw.randint(0, 9)),
            service,
            level,
            f"{action} : annuaire injoignable" if minute > 3 else action,
        )
    )
lines = [
    f"{moment:%Y-%m-%d %H:%M:%S}  {level:<13}  {service:<11}  {message}"
    for moment, service, level, message in sorted(events)
]
Path("journal.txt").write_bytes(("\r\n".join(lines) + "\r\n").encode("utf-8-sig"))
