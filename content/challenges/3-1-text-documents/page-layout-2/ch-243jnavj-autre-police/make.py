"""A page in one font, a single word in another that looks the same."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document  # noqa: E402

blocks = [
    ("h1", "Fête du quartier des Jardins"),
    ("p", "Chères voisines, chers voisins, la fête aura lieu le samedi 20 juin, à partir de 17 heures, sur la place."),
    (
        "p",
        [
            "Nous commencerons par un goûter partagé. À la tombée de la nuit, un défilé de ",
            ("lanternes", {"font": "Arial"}),
            " partira de la fontaine et rejoindra la rivière, accompagné par la fanfare.",
        ],
    ),
    (
        "p",
        "Chaque famille peut apporter une table, des chaises et un plat à partager. Les verres sont prêtés par le club.",
    ),
    ("p", "En cas de pluie, rendez-vous sous le préau de l’école. À très bientôt, le comité de quartier."),
]
write_document(Path(__file__).parent, "invitation", blocks, title="Invitation")
