"""Two documents whose headings look alike; one of them skips a level."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document

LOOK = {"bold": True, "size": 14, "color": "1B3A5C"}
DOCUMENTS = {
    "rapport": ("Rapport sur les haies", [1, 2, 2, 1, 3, 1, 2, 1]),
    "guide": ("Guide du compost", [1, 2, 1, 2, 2, 1, 3, 1, 2]),
}
HEADS = [
    "Pourquoi ce document",
    "Le terrain",
    "Les mesures",
    "Les espèces",
    "La méthode",
    "Les saisons",
    "Les outils",
    "Le calendrier",
    "Pour finir",
]
for name, (title, levels) in DOCUMENTS.items():
    blocks: list[tuple[object, ...]] = [("title", title)]
    for k, level in enumerate(levels):
        blocks.append((f"h{level}", f"{k + 1}. {HEADS[k]}", LOOK))
        blocks.append(("p", "Quelques lignes pour présenter cette partie, ses chiffres et ses limites."))
    write_document(Path(__file__).parent, name, blocks, title=title)
