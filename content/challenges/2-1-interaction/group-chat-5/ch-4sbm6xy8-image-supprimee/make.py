"""Un export de conversation : le texte dit qu’un message est supprimé, l’image est restée."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip

IMAGES = {
    "20260312-1804": "hirondelle",
    "20260313-2041": "marmotte",
    "20260314-0841": "coquelicot",
    "20260314-2041": "luciole",
    "20260314-2104": "tilleul",
    "20260315-2041": "girolle",
}
TEXT = """12/03/2026 18:04 Rose : [image]
12/03/2026 18:06 Malik : Superbe !
13/03/2026 20:41 Malik : [image]
14/03/2026 08:41 Rose : [image]
14/03/2026 20:39 Malik : Tu as trouvé le mot secret ?
14/03/2026 20:41 Rose : Ce message a été supprimé pour tous.
14/03/2026 20:43 Rose : Oups, trop tôt !
14/03/2026 21:04 Malik : [image]
15/03/2026 20:41 Rose : [image]
"""


def picture(word: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200"><rect width="400" height="200" fill="#fff6dd"/>'
        f'<text x="200" y="115" font-family="sans-serif" font-size="44" text-anchor="middle">{word.upper()}</text></svg>\n'
    )


write_zip(
    Path(__file__).parent,
    "export.zip",
    {"conversation.txt": TEXT} | {f"images/recue-{stamp}.svg": picture(word) for stamp, word in IMAGES.items()},
)
