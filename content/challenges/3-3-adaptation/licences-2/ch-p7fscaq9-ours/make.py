"""Two brochures of four pages, whose licence is in small type at the end."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2]))
from pdf_pages import page, pdf

HERE = Path(__file__).parent
for name, title, heads, licence in (
    ("sentiers", "Les sentiers de Brévan", ["Le chemin du lac", "Le tour du mont"], "CC BY-SA 4.0"),
    ("abeilles", "Les abeilles du toit", ["La ruche", "Le miel"], "CC BY-NC 4.0"),
):
    pages = [page([(60, 700, 26, title), (60, 60, 8, "Photo de couverture : © Adèle Roussin, avec son accord.")])]
    pages += [page([(60, 780, 18, head), (60, 740, 12, "Une page à lire en marchant.")]) for head in heads]
    pages.append(
        page([
            (60, 780, 18, "Pour aller plus loin"),
            (60, 740, 12, "La médiathèque prête trois livres sur ce sujet."),
            (60, 70, 7, "Directrice de la publication : Mona Kerr. Dépôt : mai 2026. Imprimé à Lorvan."),
            (60, 58, 7, f"Textes et dessins : Mona Kerr et Ali Nasri, {licence}."),
        ])
    )  # fmt: skip
    (HERE / f"{name}.pdf").write_bytes(pdf(pages, info={"Title": title}))
