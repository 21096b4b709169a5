"""Ten posts; the heads of the feed are asserted."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

FEEDS = {
    # age, reactions, comments, shares, link
    "fil-mars": (
        [
            (2, 40, 3, 1, 0.5),
            (1, 90, 6, 2, 0.2),
            (4, 60, 48, 1, 0.6),
            (9, 400, 20, 12, 0.3),
            (3, 15, 1, 0, 1),
            (12, 900, 60, 40, 0.1),
            (2, 95, 5, 8, 0.6),
            (6, 120, 30, 4, 0.4),
            (1, 12, 2, 0, 0.9),
            (20, 1500, 200, 90, 0.15),
        ],
        7,
        3,
    ),
    "fil-juin": (
        [
            (5, 210, 4, 5, 0.3),
            (1, 60, 5, 4, 0.7),
            (3, 35, 10, 2, 0.8),
            (24, 2600, 310, 150, 0.1),
            (2, 8, 1, 0, 1),
            (8, 330, 25, 9, 0.2),
            (1, 20, 6, 1, 0.5),
            (10, 700, 30, 45, 0.2),
            (4, 40, 44, 2, 0.7),
            (3, 75, 3, 1, 0.4),
        ],
        2,
        9,
    ),
}
for name, (posts, first, second) in FEEDS.items():
    for weight, expected in ((2, first), (4, second)):
        scores = [
            link * (likes + weight * comments + 3 * shares) / (age + 2) for age, likes, comments, shares, link in posts
        ]
        order = sorted(range(10), key=lambda i: -scores[i])
        print(name, weight, [(i + 1, round(scores[i], 2)) for i in order[:3]])
        assert order[0] + 1 == expected, (name, weight)
    write_table(
        Path(__file__).parent,
        name,
        [
            ["Publication", "Âge (h)", "Réactions", "Commentaires", "Partages", "Lien"],
            *([i, *post] for i, post in enumerate(posts, 1)),
        ],
    )
