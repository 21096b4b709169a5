"""Real headings, bold fakes, and second level headings drawn as big as the first."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document  # noqa: E402

LINE = "Les responsables vérifient chaque matin le matériel et l’affichent à l’entrée, avec le nom de la personne à prévenir."
FAKE = {"bold": True, "size": 18}
SETS = {
    "sejour-camp": (
        3,
        [
            ("h1", "Avant de partir"),
            ("p", LINE),
            ("p", [("Le sac", FAKE)]),
            ("p", LINE),
            ("h2", "La liste"),
            ("p", LINE),
            ("p", [("Vie au camp", FAKE)]),
            ("p", LINE),
            ("h1", "La santé"),
            ("p", LINE),
            ("h3", "Les allergies"),
            ("p", LINE),
            ("p", [("En cas d’orage", FAKE)]),
            ("p", LINE),
            ("h1", "Nous joindre"),
            ("p", LINE),
        ],
    ),
    "guide-potager": (
        2,
        [
            ("h1", "Semer"),
            ("p", LINE),
            ("h2", "Au printemps"),
            ("p", LINE),
            ("p", [("Arroser", FAKE)]),
            ("p", LINE),
            ("h2", "Par temps sec"),
            ("p", LINE),
            ("p", [("Récolter", FAKE)]),
            ("p", LINE),
            ("h3", "Les haricots"),
            ("p", LINE),
            ("h1", "Composter"),
            ("p", LINE),
            ("p", [("Échanger des graines", FAKE)]),
            ("p", LINE),
        ],
    ),
}
for name, (count, blocks) in SETS.items():
    assert sum(kind == "h1" for kind, *_ in blocks) == count
    write_document(Path(__file__).parent, name, blocks, title=name)
