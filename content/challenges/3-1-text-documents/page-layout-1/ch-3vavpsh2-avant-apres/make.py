"""A short text before and after one command."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import box, words, write_svg  # noqa: E402

REST = ["Samedi, à la salle des fêtes,", "venez jouer avec nous.", "Entrée libre pour tous."]
for name in ("centre", "taille"):
    parts = []
    for k, when in enumerate(("Avant", "Après")):
        x = 15 + 290 * k
        parts += [words(x, 24, when, weight="bold"), box(x, 36, 260, 150)]
        if k == 1 and name == "centre":
            parts.append(words(x + 130, 72, "Après-midi jeux", anchor="middle"))
        else:
            parts.append(words(x + 14, 72, "Après-midi jeux", size=24 if k == 1 else 14))
        parts += [words(x + 14, 104 + 24 * i, text) for i, text in enumerate(REST)]
    write_svg(Path(__file__).parent / f"texte-{name}.svg", 580, 200, *parts)
