"""Two PDF files that look the same; B has tags and a language."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
sys.path.append(str(Path(__file__).resolve().parents[2]))
from making import write_zip
from pdf_pages import page, pdf

LINES = [
    (60.0, 780.0, 20.0, "Les haies du canton"),
    (60, 740, 11, "Colonne de gauche : ce qui a été planté."),
    (320, 740, 11, "Colonne de droite : ce qui reste à faire."),
    (60, 720, 11, "Deux cents mètres, en novembre."),
    (320, 720, 11, "Un kilomètre, d’ici trois ans."),
]
INFO = {"Title": "Les haies du canton", "Author": "Club des haies"}
order = [0, 1, 3, 2, 4]
tree = [b"<< /Type /StructTreeRoot /K 9 0 R /ParentTree 15 0 R /ParentTreeNextKey 1 >>"]
tree.append(b"<< /Type /StructElem /S /Document /P 8 0 R /K [10 0 R 11 0 R 12 0 R 13 0 R 14 0 R] >>")
for k in order:
    kind = "H1" if k == 0 else "P"
    tree.append(f"<< /Type /StructElem /S /{kind} /P 9 0 R /Pg 6 0 R /K {k} >>".encode())
tree.append(b"<< /Nums [0 [10 0 R 11 0 R 13 0 R 12 0 R 14 0 R]] >>")
tagged = (
    "/Lang (fr-FR) /MarkInfo << /Marked true >> /StructTreeRoot 8 0 R /ViewerPreferences << /DisplayDocTitle true >>"
)
write_zip(
    Path(__file__).parent,
    "deux-rapports.zip",
    {
        "rapport-A.pdf": pdf([page(LINES)], info=INFO),
        "rapport-B.pdf": pdf([page(LINES, tagged=True)], info=INFO, catalog=tagged, extra=tree),
    },
)
