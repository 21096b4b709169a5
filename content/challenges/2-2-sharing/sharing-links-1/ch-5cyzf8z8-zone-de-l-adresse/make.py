"""Two browsers whose places are numbered: on a computer, on a phone."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import COLOURS, PAPER, SOFT, box, words, write_svg  # noqa: E402

HERE = Path(__file__).parent


def mark(x: float, y: float, number: str) -> str:
    return f'<circle cx="{x}" cy="{y}" r="13" fill="{COLOURS[4]}"/>' + words(
        x, y + 5, number, anchor="middle", fill=PAPER, weight="bold"
    )


write_svg(
    HERE / "navigateur.svg",
    560,
    300,
    box(5, 5, 550, 290, PAPER),
    box(5, 5, 550, 70, SOFT),
    box(20, 12, 150, 24, PAPER),
    words(30, 29, "Club de voile"),
    mark(190, 24, "1"),
    box(60, 42, 420, 26, PAPER),
    words(72, 60, "https://voile-ormeval.example/stages/avril"),
    mark(505, 55, "2"),
    words(28, 61, "<", size=18),
    words(44, 61, ">", size=18),
    box(330, 95, 170, 26, SOFT),
    words(340, 113, "Chercher sur ce site"),
    mark(520, 108, "3"),
    words(30, 165, "Stage d’avril", size=28, weight="bold"),
    mark(235, 156, "4"),
    words(30, 205, "Du 13 au 17 avril, pour les 8 à 14 ans."),
    words(30, 230, "Inscriptions au bord du lac, le samedi matin."),
)
write_svg(
    HERE / "telephone.svg",
    300,
    420,
    box(10, 5, 240, 410, PAPER),
    words(25, 28, "9:41"),
    words(205, 28, "82 %"),
    mark(272, 22, "1"),
    words(25, 85, "Stage d’avril", size=24, weight="bold"),
    mark(272, 78, "2"),
    words(25, 118, "Du 13 au 17 avril,"),
    words(25, 140, "pour les 8 à 14 ans."),
    box(25, 170, 190, 30, SOFT),
    words(35, 190, "Chercher sur ce site"),
    mark(272, 185, "3"),
    words(25, 250, "Inscriptions au bord du lac,"),
    words(25, 272, "le samedi matin."),
    box(10, 372, 240, 43, SOFT),
    box(18, 380, 224, 27, PAPER),
    words(24, 398, "voile-ormeval.example/stages/avril", size=12),
    mark(272, 394, "4"),
)
