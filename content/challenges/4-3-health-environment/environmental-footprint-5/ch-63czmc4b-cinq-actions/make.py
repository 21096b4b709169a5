"""Invented factors; the five results differ clearly."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_workbook  # noqa: E402

results = {
    "postes": 100 * 300 * (1 / 4 - 1 / 6),
    "papier": 60000 * 0.005,
    "nuit": 100 * 5 * 14 * 365 / 1000 * 0.06,
    "video": 4000 * 0.01,
    "mels": 50000 * 75 / 1e6 * 0.1,
}
assert list(results) == sorted(results, key=lambda one: -results[one])
write_workbook(
    Path(__file__).parent,
    "lycee",
    {
        "Actions": [
            ("Action", "Quantité", "Unité", "Remarque"),
            ("Supprimer des courriels archivés", 50000, "courriels", "75 ko en moyenne, stockés toute l’année"),
            ("Projeter les vidéos en définition moyenne", 4000, "heures par an", "au lieu de la haute définition"),
            (
                "Garder les ordinateurs six ans au lieu de quatre",
                100,
                "ordinateurs",
                "la fabrication se répartit sur les années de service",
            ),
            ("Éteindre les ordinateurs la nuit", 100, "ordinateurs", "5 W en veille, 14 heures par nuit, 365 nuits"),
            ("Imprimer moins", 60000, "feuilles par an", ""),
        ],
        "Facteurs": [
            ("Poste", "Valeur", "Unité"),
            ("Fabrication d’un ordinateur", 300, "kg CO2e par ordinateur"),
            ("Électricité", 0.06, "kg CO2e par kWh"),
            ("Feuille imprimée", 0.005, "kg CO2e par feuille"),
            ("Gain sur la vidéo", 0.01, "kg CO2e par heure"),
            ("Stockage", 0.1, "kg CO2e par Go et par an"),
        ],
    },
)
