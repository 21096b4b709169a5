"""A booklet of 20 pages, numbered from the fifth."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2]))
from pdf_pages import page, pdf

FIRST = ["Livret du camp", "Sommaire", "Mot de la directrice", "L’équipe"]
PARTS = {
    5: "Le voyage",
    9: "Le trousseau",
    11: "La vie au camp",
    13: "Fiche sanitaire",
    16: "Autorisations",
    19: "Contacts",
}
pages, part = [], ""
for k in range(1, 21):
    if k < 5:
        pages.append(page([(60, 780, 20, FIRST[k - 1])]))
        continue
    head = PARTS.get(k)
    part = head or part
    lines = [(60.0, 780.0, 20.0, part if head else f"{part} (suite)"), (290, 40, 11, str(k - 4))]
    pages.append(page([*lines, (60, 730, 12, "À lire et à garder pendant le camp.")]))
Path(__file__).parent.joinpath("livret-du-camp.pdf").write_bytes(pdf(pages, info={"Title": "Livret du camp"}))
