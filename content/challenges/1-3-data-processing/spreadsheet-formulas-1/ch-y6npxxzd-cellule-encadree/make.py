"""The same sheet twice: one cell framed, then a range."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import sheet, write_svg  # noqa: E402

ROWS = [["Prénom", "Ville", "Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Total"]]
NAMES = ["Amina", "Bastien", "Chloé", "Driss", "Elsa", "Félix", "Gaëlle"]
for i, name in enumerate(NAMES):
    notes = [(7 * i + 3 * day) % 11 for day in range(5)]
    ROWS.append([name, ["Brest", "Lens", "Nîmes"][i % 3], *notes, sum(notes)])
for name, framed in (("cellule", (4, 6, 1, 1)), ("plage", (2, 2, 1, 4))):
    drawn = sheet(ROWS, widths=[85, 75, 75, 75, 85, 75, 85, 75], framed=framed)
    write_svg(Path(__file__).parent / f"feuille-{name}.svg", 665, 235, drawn)
