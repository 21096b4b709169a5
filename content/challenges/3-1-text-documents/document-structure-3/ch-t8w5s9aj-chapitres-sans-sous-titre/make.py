"""A guide of eight chapters; two of them have only bold paragraphs that look like titles."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document  # noqa: E402

CHAPTERS = {
    "Choisir son vélo": ["Le cadre", "Les roues"],
    "Régler la selle": ["La hauteur", "L’inclinaison"],
    "Entretenir la chaîne": ["Nettoyer", "Graisser"],
    "Réparer une crevaison": ["Trouver le trou", "Coller la pièce"],
    "Rouler en ville": ["Se placer", "Être vu"],
    "Transporter des charges": ["Les sacoches", "La remorque"],
    "Voyager en train": ["Réserver", "Monter à bord"],
    "Hiverner son vélo": ["Le local", "Les pneus"],
}
SENTENCES = [
    "Prenez le temps de tout poser devant vous avant de commencer.",
    "Un chiffon propre et un peu de patience suffisent.",
    "Demandez conseil à l’atelier si vous hésitez.",
    "Notez la date, vous la chercherez l’an prochain.",
    "Ce geste demande cinq minutes et évite bien des soucis.",
]
draw = random.Random(3122)
blocks: list[tuple[object, ...]] = [("title", "Petit guide du vélo")]
for chapter, parts in CHAPTERS.items():
    blocks.append(("h1", chapter))
    for part in parts:
        false = chapter in ("Entretenir la chaîne", "Transporter des charges")
        blocks.append(("p", part, {"bold": True, "size": 13}) if false else ("h2", part))
        for _ in range(2):
            blocks.append(("p", " ".join(draw.choice(SENTENCES) for _ in range(draw.randint(3, 5)))))
write_document(Path(__file__).parent, "guide", blocks, title="Petit guide du vélo")
