"""Five product sheets each, as web pages in an archive."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip  # noqa: E402

SETS = {
    "fiches-telephones": [
        (
            "Aubier 3",
            "Mises à jour de sécurité : 7 ans à partir de la mise en vente.",
            "Pièces détachées : 8 ans (batterie, écran, caméra).",
        ),
        (
            "Aubier 3 Pro",
            "Mises à jour de sécurité : 8 ans.",
            "Pièces détachées : 5 ans ; batterie seule pendant 7 ans.",
        ),
        ("Cèdre 5", "Mises à jour de sécurité : 5 ans.", "Pièces détachées : 10 ans."),
        ("Pin Max", "Mises à jour de sécurité : 6 ans.", "Pièces détachées : 7 ans. Support étendu possible."),
        ("Hêtre SE", "Mises à jour : jusqu’à 10 ans selon le pays (promesse : 4 ans).", "Pièces détachées : 8 ans."),
    ],
    "fiches-portables": [
        ("Sève 14 Lite", "Mises à jour de sécurité : 9 ans.", "Pièces détachées : 6 ans, puis selon les stocks."),
        (
            "Sève 14",
            "Mises à jour de sécurité : 8 ans.",
            "Pièces détachées : 7 ans (clavier, écran, batterie, ventilateur).",
        ),
        ("Galet 13", "Mises à jour de sécurité : 7 ans.", "Pièces détachées : 12 ans."),
        (
            "Orée X",
            "Mises à jour de sécurité : 6 ans, extension payante à 10 ans proposée.",
            "Pièces détachées : 8 ans.",
        ),
        ("Ligne 15", "Mises à jour de sécurité : 4 ans.", "Pièces détachées : 10 ans."),
    ],
}
for name, models in SETS.items():
    write_zip(
        Path(__file__).parent,
        f"{name}.zip",
        {
            f"fiche-{k}.html": f'<!doctype html>\n<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{model}</title></head>\n'
            f'<body style="font-family: sans-serif"><h1>{model}</h1>\n<p>{updates}</p>\n<p>{parts}</p>\n<p>Prix : à partir de {300 + 137 * k} euros. Disponible en trois coloris.</p></body></html>\n'
            for k, (model, updates, parts) in enumerate(models, 1)
        },
    )
