"""The captured screen."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import SOFT, box, words, write_svg  # noqa: E402

parts = [box(10, 10, 600, 340, "#dfe6ee")]
for i, tab in enumerate(("Forum d’aide", "Mes résultats d’analyses", "Offres d’emploi")):
    parts += [box(16 + 150 * i, 16, 146, 26, "#ffffff" if i == 0 else SOFT), words(22 + 150 * i, 34, tab, size=11)]
parts += [box(10, 42, 600, 34, "#ffffff"), words(600, 64, "farida.belkacem@courrier.example", anchor="end", size=12)]
parts += [
    box(170, 120, 280, 120, "#ffffff", thick=2),
    words(310, 155, "Impression impossible", anchor="middle", weight="bold"),
]
parts += [
    words(310, 182, "code E-204", anchor="middle"),
    box(260, 198, 100, 28, SOFT),
    words(310, 217, "Réessayer", anchor="middle"),
]
parts += [box(330, 282, 270, 56, "#ffffff"), words(342, 304, "Dr Lenoir", weight="bold", size=12)]
parts += [words(342, 324, "votre rendez-vous du 9 est confirmé", size=12)]
write_svg(Path(__file__).parent / "ecran.svg", 620, 360, *parts)
