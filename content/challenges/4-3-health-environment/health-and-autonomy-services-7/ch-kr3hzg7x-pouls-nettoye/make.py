"""Beats at rest and at effort, with sensor faults; the median at rest is a whole number."""

import random
import sys
from pathlib import Path
from statistics import mean, median

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv  # noqa: E402

DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
for name, (seed, middle) in {"yael": (3, 63), "tomas": (5, 71)}.items():
    chance = random.Random(seed)
    half = [middle - chance.randrange(1, 9) for _ in range(90)] + [middle + chance.randrange(1, 14) for _ in range(90)]
    rest = [*half, middle]
    efforts = [chance.randrange(110, 168) for _ in range(60)]
    faults = [0] * 19 + [chance.randrange(250, 256) for _ in range(12)]
    beats = [("repos", one) for one in rest] + [("effort", one) for one in efforts]
    beats += [("repos" if k % 4 else "effort", one) for k, one in enumerate(faults)]
    chance.shuffle(beats)
    kept = [one for kind, one in beats if kind == "repos" and 0 < one < 250]
    assert median(kept) == middle and len(kept) % 2 == 1
    everything = [one for _, one in beats]
    assert abs(median(everything) - middle) >= 1 and abs(mean(everything) - middle) > 10
    assert median([one for kind, one in beats if kind == "repos"]) != middle or round(mean(kept)) != middle
    rows = [
        (DAYS[k * 30 // 1440 % 7], f"{k * 30 // 60 % 24:02}:{k * 30 % 60:02}", kind, one)
        for k, (kind, one) in enumerate(beats)
    ]
    write_csv(Path(__file__).parent, f"pouls-{name}.csv", [("Jour", "Heure", "Activité", "Pouls"), *rows])
