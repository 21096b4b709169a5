"""Two drafts with two things missing."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document  # noqa: E402

HERE = Path(__file__).parent
write_document(
    HERE,
    "club-lecture",
    [
        ("title", "Une romancière au club de lecture"),
        ("p", "Article écrit le mardi 5 mai 2026"),
        (
            "p",
            "Oriane Vidal, l’autrice de « La Dune bleue », viendra parler de son métier. La rencontre commence à 17 h 30 et dure une heure.",
        ),
        ("p", "Comme toujours, nous nous retrouvons au même endroit que d’habitude. Entrée libre, goûter offert."),
        ("p", "Vous pourrez faire signer votre livre. Questions : club-lecture@belmont.example"),
    ],
)
write_document(
    HERE,
    "atelier-velo",
    [
        ("title", "Apprenez à réparer une chambre à air"),
        ("p", "Samedi 23 mai 2026, le matin, sous le préau de l’école des Tilleuls, 4 rue du Lavoir, à Ormeval."),
        ("p", "Deux mécaniciens du club vous montrent chaque geste, puis c’est à vous."),
        ("p", "Apportez votre vélo et un vieux chiffon. Les outils sont prêtés."),
        ("p", "Dix places seulement : inscription obligatoire avant le jeudi 21 mai."),
    ],
)
