"""Two hundred copies of a photograph; the first is asserted."""

import random
import sys
from datetime import datetime, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv  # noqa: E402

STARTS = ["ciel", "vent", "photo", "mon", "le.petit", "sud", "nord", "zoom", "regard", "carnet"]
ENDS = [
    "fou",
    "libre",
    "du.jour",
    "infos",
    "et.cie",
    "voyage",
    "24",
    "club",
    "passion",
    "clic",
    "rose",
    "vert",
    "bleu",
    "sur.mer",
    "en.ville",
    "matin",
    "soir",
    "lune",
    "express",
    "plus",
]
OFFSETS = [-8, -5, -3, 0, 1, 2, 2, 2, 3, 7, 9]


def local(moment: datetime, offset: int) -> str:
    return f"{moment + timedelta(hours=offset):%Y-%m-%dT%H:%M}{offset:+03}:00"


for name, seed, first, dated, big in (
    ("reprises-eclair.csv", 51, "@bord.de.quai", "@ciel.fou", "@best.of.sky"),
    ("reprises-renarde.csv", 52, "@quai.numero.neuf", "@wild.now", "@foret.tv"),
):
    dice = random.Random(seed)
    origin = datetime(2026, 3, 8, 20, 40)
    accounts = [f"@{a}.{b}" for a in STARTS for b in ENDS if f"@{a}.{b}" not in (first, dated, big)]
    dice.shuffle(accounts)
    rows, truth = [], {}

    def add(account: str, online: datetime, offset: int, shown: datetime, wide: int, cut: str) -> None:
        capture = online + timedelta(minutes=dice.randint(1, 9))
        truth[account] = capture
        rows.append([account, local(shown, offset), local(capture, offset), f"{wide} x {wide * 2 // 3}", cut])

    add(first, origin, 9, origin, 3000, "non")
    add(dated, origin + timedelta(hours=30), 1, origin - timedelta(days=3), 2400, "non")
    add(big, origin + timedelta(hours=11), 2, origin + timedelta(hours=11), 6000, "oui")
    for i, account in enumerate(accounts[:197]):
        late = timedelta(hours=[3, 4, 5][i]) if i < 3 else timedelta(minutes=dice.randint(400, 9000))
        add(
            account,
            origin + late,
            [-8, -5, -8][i] if i < 3 else dice.choice(OFFSETS),
            origin + late,
            dice.choice([640, 800, 1080, 1200, 2048]),
            dice.choice(["oui", "non", "non"]),
        )
    dice.shuffle(rows)
    order = sorted(truth, key=truth.__getitem__)
    assert order[0] == first and truth[order[1]] - truth[first] > timedelta(hours=1)
    assert min(rows, key=lambda row: row[2])[0] != first and min(rows, key=lambda row: row[1])[0] == dated
    print(name, order[:3], min(rows, key=lambda row: row[2])[0])
    write_csv(Path(__file__).parent, name, [["Compte", "Date affichée", "Capture", "Définition", "Recadrée"], *rows])
