"""Two small pages whose links have close names."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text  # noqa: E402

PAGES = {
    "club-du-lac.html": (
        "Club photo du lac",
        [
            ("Règlement intérieur", "https://photo-du-lac.example/docs/r-2270"),
            ("Règlement du concours", "https://photo-du-lac.example/docs/r-2207"),
            ("Résultats du concours", "https://photo-du-lac.example/docs/c-2207"),
            ("Nous écrire", "https://photo-du-lac.example/contact"),
        ],
    ),
    "club-du-roc.html": (
        "Escalade du Roc",
        [
            ("Plan de la salle", "https://escalade-du-roc.example/f/s80k"),
            ("Règlement des sorties", "https://escalade-du-roc.example/f/s18k"),
            ("Règlement de la salle", "https://escalade-du-roc.example/f/s81k"),
            ("Nous écrire", "https://escalade-du-roc.example/contact"),
        ],
    ),
}
for name, (title, links) in PAGES.items():
    items = "\n".join(f'  <li><a href="{address}">{shown}</a></li>' for shown, address in links)
    write_text(
        Path(__file__).parent,
        name,
        f'<!doctype html>\n<html lang="fr">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{title}</title>\n<style>body {{ font: 1.2em sans-serif; margin: 2em; line-height: 2 }}</style></head>\n"
        f"<body>\n<h1>{title}</h1>\n<ul>\n{items}\n</ul>\n</body>\n</html>\n",
    )
