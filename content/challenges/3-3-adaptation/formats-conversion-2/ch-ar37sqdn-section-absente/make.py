"""Two guides, each with its PDF where one part is missing."""

import sys
import tempfile
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
sys.path.append(str(Path(__file__).resolve().parents[2]))
from making import write_document, write_zip
from pdf_pages import page, pdf

HERE = Path(__file__).parent
GUIDES = {
    "guide-refuge": ("Guide du refuge", "L’eau", [
        ("Arriver au refuge", "Laissez vos chaussures dans l’entrée."),
        ("Les dortoirs", "Chaque personne apporte un sac de couchage."),
        ("Le poêle", "Ne le laissez jamais allumé la nuit."),
        ("L’eau", "La source est à deux cents mètres, derrière la grange."),
        ("La cuisine", "Rangez la vaisselle propre dans le buffet."),
        ("Partir", "Fermez les volets et la porte à clé."),
    ]),
    "guide-jardin": ("Guide du jardin partagé", "Le compost", [
        ("Les parcelles", "Chaque famille a sa parcelle."),
        ("Les outils", "Ils se rangent dans la cabane."),
        ("Le compost", "Pas de viande ni de pain dans le bac."),
        ("L’arrosage", "On arrose le soir, avec la cuve."),
        ("Les récoltes", "On se sert sur sa parcelle."),
        ("Les fêtes", "Deux fois par an, au printemps et en automne."),
    ]),
}  # fmt: skip

for name, (title, missing, parts) in GUIDES.items():
    with tempfile.TemporaryDirectory() as folder:
        blocks = [("title", title)]
        for head, words in parts:
            blocks += [("h1", head), ("p", words)]
        write_document(Path(folder), name, blocks, title=title, formats=("odt", "docx"))
        kept = [part for part in parts if part[0] != missing]
        pages = []
        for k in range(0, len(kept), 3):
            lines = [(60.0, 780.0, 20.0, title)] if k == 0 else []
            for j, (head, words) in enumerate(kept[k : k + 3]):
                lines += [(60, 720 - 90 * j, 15, head), (60, 695 - 90 * j, 11, words)]
            pages.append(page(lines))
        files = {f"{name}.{kind}": (Path(folder) / f"{name}.{kind}").read_bytes() for kind in ("odt", "docx")}
        write_zip(HERE, f"{name}.zip", {**files, f"{name}.pdf": pdf(pages, info={"Title": title})})
