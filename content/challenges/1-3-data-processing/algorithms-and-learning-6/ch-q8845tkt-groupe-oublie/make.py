"""600 answers: a good overall score hides a rare group whose toxic mushrooms are missed."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

draw = random.Random(606)
# place: number of photos, share of toxic ones, chance of finding a toxic one, of a false alarm
PLACES = {
    "forêt": (300, 0.35, 0.93, 0.06),
    "prairie": (190, 0.4, 0.85, 0.02),
    "jardin": (60, 0.4, 0.8, 0.42),
    "dune": (50, 0.36, 0.45, 0.0),
}
photos = []
for place, (count, share, found, alarm) in PLACES.items():
    for _ in range(count):
        toxic = draw.random() < share
        told = draw.random() < (found if toxic else alarm)
        photos.append([place, "toxique" if toxic else "comestible", "toxique" if told else "comestible"])
draw.shuffle(photos)
rows: list[list[object]] = [["Photo", "Milieu", "Vraie nature", "Réponse"]]
rows += [[i + 1, *photo] for i, photo in enumerate(photos)]
write_table(Path(__file__).parent, "champignons", rows, sheet="Photos")
