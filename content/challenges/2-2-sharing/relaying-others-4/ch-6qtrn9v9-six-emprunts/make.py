"""A post of a blog with six borrowings."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document  # noqa: E402

BOOK = "Mona Arsac, « Le Sel des routes », éditions du Phare, 2023"
write_document(
    Path(__file__).parent,
    "billet",
    [
        ("title", "Lire « Le Sel des routes »"),
        ("p", f"J’ai lu {BOOK}. C’est le récit d’un voyage à pied, mais surtout un livre sur la fatigue."),
        ("h2", "La fatigue, mot à mot"),
        (
            "p",
            "[1] Arsac écrit : « La fatigue est une porte qu’on pousse de l’épaule » (p. 18). L’image du corps qui force revient ensuite à chaque étape.",
        ),
        (
            "p",
            "[2] D’ailleurs, comme on l’a dit quelque part : « Marcher, c’est se laisser dépasser par ses propres pieds, et leur en savoir gré le soir. » Je trouve cela très juste.",
        ),
        ("h2", "Les chiffres du voyage"),
        ("p", "[3] L’autrice a marché 1 140 kilomètres en 52 jours et usé trois paires de chaussures."),
        ("h2", "Ce qu’en disent d’autres"),
        (
            "p",
            "[4] Je ne suis pas d’accord avec Paul Estève (revue Talus, no 12, 2024, p. 5), pour qui « ce livre piétine ». Il piétine parce que son sujet piétine.",
        ),
        (
            "p",
            f"[5] Pour finir, parce qu’il est si beau, voici en entier le poème qui ferme le livre ({BOOK}, p. 203) :",
        ),
        (
            "p",
            "« Route, je te rends ton sel. / Tu m’as pris le talon, la saison, la semelle. / J’avais un nom trop lourd, je l’ai posé au col. / […] » (les vingt-quatre vers suivent)",
        ),
        (
            "p",
            "[6] Un mot de méthode : Arsac dit tenir « trois carnets, dont un pour le vent » (p. 90). C’est ce troisième carnet, je crois, qui donne au livre son rythme, et j’en ai relevé sept traces.",
        ),
    ],
)
