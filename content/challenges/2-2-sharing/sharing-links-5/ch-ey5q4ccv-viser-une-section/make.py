"""Two pages whose sections have ids that differ from their titles."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text  # noqa: E402

PAGES = {
    "atelier-bois.html": (
        "Atelier bois",
        [
            ('<h2 id="lieu" class="bloc">Où nous trouver</h2>', 5),
            ('<h2 id="semaine" class="bloc">Horaires</h2>', 6),
            ('<h2 class="tarifs" id="cout-2026" data-nom="prix">Tarifs</h2>', 6),
            ('<h2 id="tarifs-pros" class="bloc">Pour les entreprises</h2>', 6),
        ],
    ),
    "chorale.html": (
        "Chorale de Lirande",
        [
            ('<h2 id="concert-passe">Le concert de printemps</h2>', 6),
            ('<h2 id="repetitions">Répétitions</h2>', 5),
            ('<h2 data-rubrique="concerts" class="titre" id="dates">Concerts</h2>', 6),
            ('<h2 id="inscription">Nous rejoindre</h2>', 6),
        ],
    ),
}
LINE = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore. "
for name, (title, parts) in PAGES.items():
    body = "\n".join(f"{head}\n" + f"<p>{LINE * 3}</p>\n" * count for head, count in parts)
    write_text(
        Path(__file__).parent,
        name,
        f'<!doctype html>\n<html lang="fr">\n<head><meta charset="utf-8"><title>{title}</title>\n'
        f"<style>body {{ font: 1.1em sans-serif; margin: 2em; max-width: 40em }}</style></head>\n<body>\n<h1>{title}</h1>\n{body}</body>\n</html>\n",
    )
