"""The two views of one sheet."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import sheet, words, write_svg  # noqa: E402

BAD = "#VALEUR!"
SHOWN = [
    ["Article", "Quantité", "Prix", "Total"],
    ["Farine", 4, 1.5, 6],
    ["Sucre", 2, "2 euros", BAD],
    ["Œufs", 12, 0.3, 3.6],
    ["", "", "Somme", BAD],
    ["", "", "Taxe", BAD],
    ["", "", "À payer", BAD],
]
FORMULAS = [list(row) for row in SHOWN]
for i, formula in enumerate(("=B2*C2", "=B3*C3", "=B4*C4", "=D2+D3+D4", "=D5*0,2", "=D5+D6"), start=1):
    FORMULAS[i][3] = formula
write_svg(
    Path(__file__).parent / "chaine.svg",
    780,
    250,
    words(10, 24, "Résultats", weight="bold"),
    sheet(SHOWN, x=5, y=36, widths=[70, 80, 80, 95]),
    words(400, 24, "Formules", weight="bold"),
    sheet(FORMULAS, x=400, y=36, widths=[70, 80, 80, 105]),
)
