"""The model, with its formulas; each hypothesis alone is checked here."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import Formula, write_table  # noqa: E402

BASE = {"old": 150, "new": 60, "hours": 8, "days": 220, "g": 60, "made": 300, "saved": 0, "years": 5}


def both(**changes: float) -> tuple[float, float]:
    v = BASE | changes
    use = v["hours"] * v["days"] * v["years"] * v["g"] / 1e6
    return v["old"] * use, v["made"] * (1 - v["saved"]) + v["new"] * use


assert both()[0] < both()[1]
for changes, flips in (
    ({"g": 400}, True),
    ({"saved": 0.9}, True),
    ({"years": 10}, False),
    ({"hours": 24, "days": 365}, False),
    ({"new": 30}, False),
    ({"made": 200}, False),
):
    keep, replace = both(**changes)
    assert (replace < keep) is flips, (changes, keep, replace)
write_table(
    Path(__file__).parent,
    "hypotheses",
    [
        ("Paramètre", "Valeur"),
        ("Puissance de l’ancien (W)", 150),
        ("Puissance du neuf (W)", 60),
        ("Heures par jour", 8),
        ("Jours par an", 220),
        ("Intensité (g CO2e par kWh)", 60),
        ("Fabrication du neuf (kg CO2e)", 300),
        ("Part de fabrication évitée", 0),
        ("Durée (années)", 5),
        ("Garder (kg CO2e)", Formula("B2*B4*B5*B9*B6/1000000", 79.2)),
        ("Remplacer (kg CO2e)", Formula("B7*(1-B8)+B3*B4*B5*B9*B6/1000000", 331.68)),
    ],
    sheet="Modèle",
)
