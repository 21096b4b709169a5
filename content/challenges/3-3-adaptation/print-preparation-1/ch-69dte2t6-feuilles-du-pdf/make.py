"""Two documents whose printed numbers do not begin at 1."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2]))
from pdf_pages import page, pdf

HERE = Path(__file__).parent
for name, title, count, first in (
    ("sortie-en-foret", "Sortie en forêt", 6, 3),
    ("recettes-du-club", "Recettes du club", 5, 7),
):
    pages = [
        page([(60, 780, 20, title), (60, 730, 12, f"Partie {k + 1}"), (290, 40, 11, str(first + k))])
        for k in range(count)
    ]
    (HERE / f"{name}.pdf").write_bytes(pdf(pages, info={"Title": title}))
