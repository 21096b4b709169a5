"""The two notices of the illustration."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import box, words, write_svg  # noqa: E402

parts = []
for k, when in enumerate(("Avant", "Après")):
    x = 15 + 290 * k
    parts += [words(x, 24, when, fill="#555555"), box(x, 36, 260, 190)]
    parts.append(words(x + 14, 70, "Vide-grenier", size=18, weight="bold" if k else "normal"))
    for i, thing in enumerate(("Vaisselle", "Livres", "Jouets")):
        parts.append(words(x + (32 if k else 14), 104 + 26 * i, ("•  " if k else "") + thing))
    date = "Dimanche 7 juin"
    parts.append(words(x + 246, 205, date, anchor="end") if k else words(x + 14, 205, date))
write_svg(Path(__file__).parent / "avis.svg", 580, 240, *parts)
