"""Writes two Atom feeds (nids.xml, ports.xml)."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text

HERE = Path(__file__).parent
FEEDS = {
    "nids": (
        "Carnet des nids",
        [
            ("Le troglodyte chante tôt", "2026-05-03T22:40:00Z", "2026-05-03T22:40:00Z"),
            ("Compter les hirondelles", "2026-05-04T00:15:00+02:00", "2026-05-04T00:15:00+02:00"),
            ("Nettoyer un nichoir", "2026-01-12T08:00:00Z", "2026-05-09T10:00:00Z"),
        ],
        [
            "Une mésange au balcon",
            "Le retour du milan",
            "Plumes d’hiver",
            "Un nid dans la boîte aux lettres",
            "Écouter la chouette",
            "Les graines de mars",
            "Que mange la sittelle ?",
            "Le bain du merle",
            "Une couvée de neuf",
            "L’hiver des pinsons",
        ],
    ),
    "ports": (
        "Ports et quais",
        [
            ("La grue rouge s’en va", "2026-06-30T21:30:00-03:00", "2026-06-30T21:30:00-03:00"),
            ("Un pont tournant", "2026-07-01T06:50:00+09:00", "2026-07-01T06:50:00+09:00"),
            ("Le vieux sémaphore", "2026-02-02T09:00:00Z", "2026-07-05T09:00:00Z"),
        ],
        [
            "La criée de Port-Aubin",
            "Repeindre une bouée",
            "Le bassin vide",
            "Nuit de brume",
            "Les cordes et les nœuds",
            "Un canot neuf",
            "La cale à sec",
            "Dragage d’hiver",
            "Trois remorqueurs",
            "Le quai des marchands",
        ],
    ),
}
for seed, (stem, (name, chosen, others)) in enumerate(FEEDS.items()):
    chance = random.Random(seed + 40)
    entries = list(chosen)
    for number, title in enumerate(others):
        when = f"2026-{number // 3 + 1:02}-{chance.randint(3, 27):02}T{chance.randint(6, 21):02}:{chance.randint(10, 59)}:00Z"
        entries.append((title, when, when))
    chance.shuffle(entries)
    body = "".join(
        f"  <entry>\n    <title>{title}</title>\n    <id>tag:{stem}.example,2026:{number}</id>\n"
        f"    <updated>{updated}</updated>\n    <published>{published}</published>\n  </entry>\n"
        for number, (title, published, updated) in enumerate(entries, 1)
    )
    write_text(
        HERE,
        f"{stem}.xml",
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"  <title>{name}</title>\n  <id>https://{stem}.example/</id>\n  <updated>2026-07-05T09:00:00Z</updated>\n{body}</feed>\n",
    )
