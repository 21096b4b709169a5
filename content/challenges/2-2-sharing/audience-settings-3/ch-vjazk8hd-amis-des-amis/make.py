"""Two small graphs of friends."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import COLOURS, PAPER, line, words, write_svg  # noqa: E402

GRAPHS = {
    "amis-1.svg": (
        {
            "Ana": (80, 140),
            "Bo": (200, 60),
            "Cléo": (200, 220),
            "Dan": (320, 40),
            "Ève": (320, 140),
            "Gil": (320, 240),
            "Fay": (440, 60),
            "Hugo": (450, 210),
        },
        "Ana-Bo, Ana-Cléo, Bo-Dan, Bo-Ève, Cléo-Ève, Cléo-Gil, Dan-Fay, Gil-Hugo, Fay-Hugo",
    ),
    "amis-2.svg": (
        {
            "Inès": (80, 140),
            "Kim": (200, 60),
            "Léo": (210, 150),
            "Mia": (200, 245),
            "Noa": (330, 60),
            "Jo": (340, 150),
            "Oz": (330, 245),
            "Pia": (460, 245),
        },
        "Inès-Kim, Inès-Léo, Inès-Mia, Kim-Léo, Kim-Noa, Léo-Jo, Mia-Noa, Mia-Oz, Oz-Pia",
    ),
}
for name, (places, links) in GRAPHS.items():
    parts = []
    for pair in links.split(", "):
        one, other = pair.split("-")
        parts.append(line(*places[one], *places[other], thick=2))
    for who, (x, y) in places.items():
        parts.append(
            f'<circle cx="{x}" cy="{y}" r="26" fill="{COLOURS[0]}"/>'
            + words(x, y + 5, who, anchor="middle", fill=PAPER)
        )
    write_svg(Path(__file__).parent / name, 530, 290, *parts)
