"""Statistics of forty posts; the best, the most seen and the tempting one are asserted."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv  # noqa: E402

for name, seed, bound, best, seen, tempting in (
    ("statistiques-musee.csv", 5, 300, 23, 8, 31),
    ("statistiques-club.csv", 6, 1000, 17, 5, 34),
):
    dice = random.Random(seed)
    rows = []
    for i in range(1, 41):
        reached = dice.randint(bound + 50, bound * 12)
        views = round(reached * dice.uniform(1.3, 2.6))
        rate = dice.uniform(0.02, 0.07)
        if i == best:
            reached, rate = bound * 2 + 37, 0.118
            views = round(reached * 1.4)
        if i == seen:
            reached, rate = bound * 20, 0.05
            views = reached * 3
        if i == tempting:
            reached, rate = bound // 6, 0.19
            views = round(reached * 1.3)
        acts = round(rate * reached)
        shares = round(acts * dice.uniform(0.05, 0.2))
        comments = round(acts * dice.uniform(0.1, 0.3))
        rows.append(
            [
                f"P{i:02}",
                views,
                reached,
                acts - shares - comments,
                comments,
                shares,
                round(views * rate * (1 if i in (best, tempting) else dice.uniform(0.4, 1))),
            ]
        )
    engagement = {r[0]: sum(r[3:6]) / r[2] for r in rows if r[2] >= bound}
    clicks = {r[0]: r[6] / r[1] for r in rows if r[2] >= bound}
    table = engagement if "musee" in name else clicks
    order = sorted(table, key=lambda one: -table[one])
    assert order[0] == f"P{best:02}" and max(rows, key=lambda r: r[1])[0] == f"P{seen:02}", order[:3]
    print(name, [(one, round(table[one], 4)) for one in order[:3]])
    write_csv(
        Path(__file__).parent,
        name,
        [["Publication", "Vues", "Personnes touchées", "Réactions", "Commentaires", "Partages", "Clics"], *rows],
    )
