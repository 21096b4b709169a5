"""Ten witness paragraphs: Base 3 (one has a direct size), Text 4 (one too), Inset 1, Remark 2."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document  # noqa: E402

STYLES = {
    "Base": {"size": 11},
    "Texte": {"parent": "Base"},
    "Encart": {"parent": "Base", "size": 11},
    "Remarque": {"parent": "Encart", "italic": True},
}
USED = ["Base", "Texte", "Encart", "Texte", "Remarque", "Base", "Texte", "Remarque", "Texte", "Base"]
DIRECT = {4, 10}
blocks: list[tuple[object, ...]] = [("h1", "Dix paragraphes témoins")]
for number, name in enumerate(USED, start=1):
    look = {"style": name, **({"size": 11} if number in DIRECT else {})}
    blocks.append(("p", f"{number}. Ce paragraphe garde-t-il sa taille quand le style Base change ?", look))
write_document(Path(__file__).parent, "temoins", blocks, styles=STYLES, title="Témoins")
