"""Three pages of events whose structured data say something else."""

import json
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text  # noqa: E402

PAGES = {
    "concert.html": (
        "Nuit du quatuor",
        "<p>Samedi 13 juin 2026, à 20 h 30. Ouverture des portes à 20 h.</p><p>Salle des Écluses, Paris. 10 € sur place ou en ligne.</p>",
        {
            "name": "Nuit du quatuor",
            "startDate": "2026-06-13T18:30:00Z",
            "doorTime": "2026-06-13T20:00:00+02:00",
            "eventStatus": "https://schema.org/EventScheduled",
            "location": {"@type": "Place", "name": "Salle des Écluses", "address": "Paris"},
            "offers": {
                "@type": "Offer",
                "price": "12",
                "priceCurrency": "EUR",
                "availability": "https://schema.org/InStock",
            },
        },
    ),
    "colloque.html": (
        "Colloque des petites gazettes",
        "<p>Samedi 14 novembre 2026, de 9 h 30 à 17 h. Accueil dès 9 h.</p><p>Maison des revues, Paris. Entrée libre, dans la limite de 80 places.</p>",
        {
            "name": "Colloque des petites gazettes",
            "startDate": "2026-11-14T09:30:00+02:00",
            "endDate": "2026-11-14T16:00:00Z",
            "doorTime": "2026-11-14T08:00:00Z",
            "eventStatus": "https://schema.org/EventScheduled",
            "isAccessibleForFree": True,
            "maximumAttendeeCapacity": 80,
            "location": {"@type": "Place", "name": "Maison des revues", "address": "Paris"},
        },
    ),
    "stage.html": (
        "Stage de reliure",
        "<p><strong>Reporté</strong> : initialement prévu le 7 mars, le stage aura lieu le samedi 21 mars 2026, à 10 h.</p><p>Atelier du Fil, Paris. 12 personnes au plus, 35 €.</p>",
        {
            "name": "Stage de reliure",
            "startDate": "2026-03-21T10:00:00+01:00",
            "previousStartDate": "2026-03-07T10:00:00+01:00",
            "eventStatus": "https://schema.org/EventScheduled",
            "maximumAttendeeCapacity": 12,
            "location": {"@type": "Place", "name": "Atelier du Fil", "address": "Paris"},
            "offers": {"@type": "Offer", "price": "35", "priceCurrency": "EUR"},
        },
    ),
}
for name, (title, body, data) in PAGES.items():
    code = json.dumps({"@context": "https://schema.org", "@type": "Event", **data}, ensure_ascii=False, indent=2)
    write_text(
        Path(__file__).parent,
        name,
        f'<!doctype html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f'<script type="application/ld+json">\n{code}\n</script>\n</head>\n<body>\n<h1>{title}</h1>\n{body}\n</body>\n</html>\n',
    )
