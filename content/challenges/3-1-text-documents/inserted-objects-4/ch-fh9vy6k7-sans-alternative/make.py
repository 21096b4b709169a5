"""Six drawn figures; the fourth has no alternative text."""

import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document  # noqa: E402

FIGURES = [
    ("Plan de l’entrée", "Plan : l’entrée est à gauche de l’accueil, l’ascenseur en face."),
    ("Fréquentation par jour", "Barres : le mercredi reçoit deux fois plus de monde que les autres jours."),
    ("Trajet conseillé", "Trajet : de la gare, prendre la rue droite puis la deuxième à gauche."),
    ("Évolution des prêts", ""),
    ("Répartition des âges", "Secteurs : un tiers d’enfants, un tiers d’adultes, un tiers de personnes retraitées."),
    ("Disposition des tables", "Schéma : quatre tables en carré autour de l’écran."),
]
blocks: list[tuple[object, ...]] = [("h1", "La médiathèque en six figures")]
with tempfile.TemporaryDirectory() as folder:
    for number, (title, alt) in enumerate(FIGURES, start=1):
        picture = Image.new("RGB", (320, 160), "white")
        pen = ImageDraw.Draw(picture)
        pen.rectangle((4, 4, 315, 155), outline="black", width=2)
        for k in range(5):
            tall = 25 + (number * 37 + k * 53) % 100
            pen.rectangle((30 + 55 * k, 140 - tall, 65 + 55 * k, 140), fill=(40, 90 + 20 * k, 60 + 30 * number))
        path = Path(folder) / f"figure{number}.png"
        picture.save(path)
        blocks += [
            ("p", "Chaque figure est suivie de sa légende."),
            ("image", path, {"alt": alt, "width": 8, "height": 4, "name": f"Image {number}"}),
            ("p", f"Figure {number} – {title}", {"italic": True}),
        ]
    write_document(Path(__file__).parent, "figures", blocks, title="La médiathèque en six figures")
