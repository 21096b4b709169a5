"""Two pages with a summary of eight links; one leads nowhere."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text  # noqa: E402

PAGES = {
    "sentier.html": (
        "Le sentier des crêtes",
        {
            "Accès": ("acces", ""),
            "Départ": ("depart", ""),
            "Balisage": ("balisage", ""),
            "Matériel": ("materiel", "Materiel"),
            "Météo": ("meteo", ""),
            "Refuges": ("refuges", ""),
            "Faune": ("faune", ""),
            "Retour": ("retour", ""),
        },
    ),
    "ruche.html": (
        "L’année au rucher",
        {
            "Février": ("visite-fevrier", ""),
            "Essaimage": ("essaims", ""),
            "Hausses": ("hausses", ""),
            "Récolte": ("recoltes", "recolte"),
            "Extraction": ("extraction", ""),
            "Mise en pots": ("pots", ""),
            "Nourrissage": ("sirop", ""),
            "Hivernage": ("hiver", ""),
        },
    ),
}
LINE = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore."
for name, (title, parts) in PAGES.items():
    links = "\n".join(f'  <li><a href="#{aim or own}">{shown}</a></li>' for shown, (own, aim) in parts.items())
    body = "\n".join(f'<h2 id="{own}">{shown}</h2>\n' + f"<p>{LINE * 4}</p>\n" * 6 for shown, (own, _) in parts.items())
    write_text(
        Path(__file__).parent,
        name,
        f'<!doctype html>\n<html lang="fr">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>\n'
        f"<style>body {{ font: 1.1em sans-serif; margin: 2em; max-width: 40em }}</style></head>\n<body>\n<h1>{title}</h1>\n<ol>\n{links}\n</ol>\n{body}</body>\n</html>\n",
    )
