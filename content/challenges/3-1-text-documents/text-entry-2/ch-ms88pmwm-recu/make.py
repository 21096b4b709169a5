"""Three receipts whose references differ by a few signs only."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document  # noqa: E402

draw = random.Random(3105)
reference = [draw.choice("ABCDEFGHJKLMNPQRSTUVWXYZ23456789") for _ in range(40)]
blocks: list[tuple[object, ...]] = [("h1", "Reçus de l’association Les Petits Sillons")]
for number, (person, amount) in enumerate((("Mme Ziani", 24), ("M. Le Goff", 36), ("Mme Andrade", 18)), start=1):
    for place in draw.sample(range(40), 4):
        reference[place] = draw.choice("ACDEFHJKLMNPRTUVWXY34679")
    blocks += [
        ("h2", f"Reçu n° {number}"),
        ("p", f"Reçu de {person} la somme de {amount} euros, au titre de l’adhésion 2026."),
        ("p", f"Référence : {''.join(reference)}"),
    ]
write_document(Path(__file__).parent, "recus", blocks, title="Reçus")
