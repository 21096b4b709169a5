"""Pages of grey words on white, with a password and a word that looks like one."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text  # noqa: E402

PAGES = {
    "chateau": ("La fête au château", "hérisson", "citrouille", "le grand escalier"),
    "grange": ("La fête à la grange", "pamplemousse", "hirondelle", "le vieux pressoir"),
}
for name, (title, word, other, place) in PAGES.items():
    lines = [
        f"Rendez-vous à 15 h devant {place}. Chacun apporte un goûter à partager.",
        "Les déguisements sont les bienvenus, les bottes aussi : le jardin est boueux.",
        f"L’an dernier, le mot à dire à l’entrée était « {other} » ; cette année, il a changé.",
        f"Mot de passe de la fête : « {word} ». Ne le donnez pas aux passants !",
        "Retour prévu vers 18 h, avec ou sans soleil.",
    ]
    body = "".join(f"<p>{line}</p>\n" for line in lines)
    write_text(
        Path(__file__).parent,
        f"invitation-{name}.html",
        '<!doctype html>\n<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{title}</title>\n<style>body {{ font: 0.7em sans-serif; margin: 2em; color: #f1f1f1; background: #ffffff }} h1 {{ color: #5a6b73 }}</style></head>\n"
        f"<body><h1>{title}</h1>\n{body}</body></html>\n",
    )
