"""Two signed forms."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document  # noqa: E402

HERE = Path(__file__).parent
FORMS = {
    "accord-naima": (
        "Naïma L., 12 ans",
        "sa voix et son image lors de l’atelier radio",
        "3 octobre 2026",
        {
            "Journal interne": True,
            "Affiche dans l’école": True,
            "Site public": False,
            "Réseaux sociaux": False,
            "Presse locale": False,
        },
        "L’accord est donné pour l’année scolaire 2026-2027 et prend fin avec elle, le 30 juin 2027 compris.",
    ),
    "accord-joris": (
        "Joris T., 14 ans",
        "son image pendant le tournoi de handball",
        "14 mars 2026",
        {
            "Journal interne": True,
            "Affiche dans l’école": False,
            "Site public": True,
            "Réseaux sociaux": False,
            "Presse locale": False,
        },
        "L’accord est donné pour deux ans à partir de la signature, jusqu’au jour anniversaire compris.",
    ),
}
for stem, (who, what, signed, boxes, length) in FORMS.items():
    write_document(
        HERE,
        stem,
        [
            ("title", "Autorisation"),
            ("h2", "1. Personne concernée"),
            ("p", who),
            ("h2", "2. Ce qui est autorisé"),
            ("p", f"Enregistrer et utiliser {what}, sans but commercial."),
            ("h2", "3. Supports"),
            *(("p", f"{'☒' if yes else '☐'} {name}") for name, yes in boxes.items()),
            ("h2", "4. Durée"),
            ("p", length),
            ("p", "L’accord peut être retiré à tout moment, par écrit."),
            ("h2", "5. Signatures"),
            ("p", f"Le {signed}. Signé par l’élève et par ses deux parents."),
        ],
    )
