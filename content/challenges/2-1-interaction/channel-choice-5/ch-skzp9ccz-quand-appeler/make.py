"""Un agenda de deux jours, avec des événements annulés ou qui n’occupent pas."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text

EVENTS = [
    ("12", "0800", "1000", "Cours 2A", ""),
    ("12", "1000", "1130", "Concentration (corrections)", ""),
    ("12", "1145", "1300", "Déjeuner avec Rose", ""),
    ("12", "1300", "1430", "Trajet", ""),
    ("12", "1415", "1500", "Rendez-vous parents", ""),
    ("12", "1500", "1530", "Rappel : rendre les livres", "TRANSP:TRANSPARENT"),
    ("12", "1630", "1800", "Conseil", ""),
    ("13", "0800", "0900", "Cours 2B", ""),
    ("13", "0900", "1000", "Réunion d’équipe", "STATUS:CANCELLED"),
    ("13", "0900", "1015", "Trajet", ""),
    ("13", "1000", "1200", "Portes ouvertes (pour information)", "TRANSP:TRANSPARENT"),
    ("13", "1100", "1200", "Cours 2A", ""),
    ("13", "1400", "1600", "Concentration (sujets)", ""),
]
lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Agenda//FR"]
for rank, (day, start, end, name, more) in enumerate(EVENTS):
    lines += ["BEGIN:VEVENT", f"UID:e{rank}@agenda.example", "DTSTAMP:20260501T080000Z"]
    lines += [f"DTSTART;TZID=Europe/Paris:202605{day}T{start}00", f"DTEND;TZID=Europe/Paris:202605{day}T{end}00"]
    lines += [f"SUMMARY:{name}", *([more] if more else []), "END:VEVENT"]
write_text(Path(__file__).parent, "agenda.ics", "\r\n".join([*lines, "END:VCALENDAR", ""]))
