"""A story of forty paragraphs with « phare », « Phare », « phares » and an invented « pharesque »."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document  # noqa: E402

draw = random.Random(3106)
SENTENCES = [
    "Maëla remontait le sentier en comptant les marches.",
    "Le phare s’allumait toujours à la même heure.",
    "Au loin, les phares de la côte se répondaient.",
    "Son grand-père avait peint la porte en bleu.",
    "Phare ou balise, disait-il, c’est la lumière qui compte.",
    "Une brume pharesque, comme disaient les pêcheurs, couvrait la baie.",
    "On entendait la mer sans la voir.",
    "Elle écrivit dans son carnet la direction du vent.",
    "Le gardien du phare n’avait plus de nouvelles depuis mardi.",
    "Deux goélands se disputaient une croûte de pain.",
    "La lettre ne portait ni date ni signature.",
    "Sous la lampe, le carnet de bord attendait.",
    "Les phares des voitures traversaient la lande.",
    "Personne ne monta ce soir-là.",
]
blocks: list[tuple[object, ...]] = [("title", "La Lampe de Maëla")]
for chapter in range(1, 6):
    blocks.append(("h1", f"Chapitre {chapter}"))
    for _ in range(8):
        blocks.append(("p", " ".join(draw.choice(SENTENCES) for _ in range(draw.randint(5, 9)))))
write_document(Path(__file__).parent, "recit", blocks, title="La Lampe de Maëla")
