"""Forty-eight reports: the browser « Lyre 88 » crashes always and alone; version 4.1 is only a frequent companion."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

draw = random.Random(51)
rows: list[list[int | str]] = [["numéro", "jour", "version", "navigateur", "réseau", "appareil", "langue", "résultat"]]
crashes = {3, 8, 11, 17, 20, 26, 29, 31, 38, 44, 47}
for number in range(1, 49):
    crashed = number in crashes
    version = "4.1" if crashed else draw.choice(["4.0", "4.1", "3.9", "4.1"])
    browser = "Lyre 88" if crashed else draw.choice(["Lyre 87", "Cormoran 12", "Cormoran 13", "Lyre 89"])
    network = draw.choice(["Wi-Fi", "câble", "4G"])
    device = draw.choice(["ordinateur", "tablette", "téléphone"])
    language = draw.choice(["français", "breton", "anglais"])
    rows.append(
        [
            number,
            f"{draw.randint(1, 28):02d}/05/2026",
            version,
            browser,
            network,
            device,
            language,
            "planté" if crashed else "correct",
        ]
    )
write_csv(Path(), "signalements.csv", rows, encoding="utf-8-sig")
