"""Eight nights: the outage follows « index-photos » (03:05) and nothing else; each other task is missing some night with an outage."""

from datetime import datetime, timedelta
from pathlib import Path

TASKS = {
    "purge-journaux": (1, 50, 6),
    "copie-archives": (2, 30, 33),
    "index-photos": (3, 5, 41),
    "maj-catalogue": (3, 6, 4),
    "releve-sondes": (3, 0, 2),
}
MISSING = {
    1: ["purge-journaux"],
    2: ["index-photos"],
    3: ["copie-archives"],
    4: ["maj-catalogue"],
    6: ["index-photos", "copie-archives"],
    7: ["releve-sondes"],
}

events: list[tuple[datetime, str]] = []
for night in range(8):
    date = datetime(2026, 4, 6) + timedelta(days=night)
    for hour in (0, 1, 4, 5):
        events.append(
            (date + timedelta(hours=hour, minutes=15, seconds=7 * night), "INFORMATION  systeme         charge normale")
        )
    for task, (hour, minute, duration) in TASKS.items():
        if task in MISSING.get(night, []):
            continue
        start = date + timedelta(hours=hour, minutes=minute)
        events.append((start, f"INFORMATION  planificateur   lancement de {task}"))
        events.append((start + timedelta(minutes=duration, seconds=11), f"INFORMATION  planificateur   fin de {task}"))
    if "index-photos" not in MISSING.get(night, []):
        events.append(
            (
                date + timedelta(hours=3, minutes=9, seconds=30 + night),
                "ERREUR       disque          file d’attente saturée",
            )
        )
        events.append(
            (
                date + timedelta(hours=3, minutes=11, seconds=2),
                "ERREUR       catalogue-web   réponse trop lente, page abandonnée",
            )
        )
        events.append(
            (
                date + timedelta(hours=3, minutes=14, seconds=40),
                "CRITIQUE     prets           base de données injoignable",
            )
        )
        events.append((date + timedelta(hours=3, minutes=44), "INFORMATION  systeme         retour à la normale"))
lines = [f"{moment:%Y-%m-%d %H:%M:%S}  {text}" for moment, text in sorted(events)]
Path("nuits.txt").write_bytes(("\r\n".join(lines) + "\r\n").encode("utf-8-sig"))
