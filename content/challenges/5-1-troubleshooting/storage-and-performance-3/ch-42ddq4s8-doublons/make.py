"""Two hundred files: duplicates share a fingerprint, not always a name; some names hide different contents."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

draw = random.Random(300)
FOLDERS = ["2023/Fête", "2024/Carnaval", "2024/Sortie", "2025/Théâtre", "2025/Divers", "À trier", "Copie de À trier"]


def fingerprint() -> str:
    return "".join(draw.choice("0123456789abcdef") for _ in range(12))


contents = [(f"img_{draw.randint(100, 260)}.jpg", draw.randint(2, 9), fingerprint()) for _ in range(162)]
copies = [draw.choice(contents[:40]) for _ in range(38)]
files = contents + [(f"copie {name}" if draw.random() < 0.4 else name, size, mark) for name, size, mark in copies]
draw.shuffle(files)
rows: list[list[int | str]] = [["dossier", "nom", "taille (Mo)", "empreinte"]]
rows += [[draw.choice(FOLDERS), name, size, f"h{mark}"] for name, size, mark in files]
write_csv(Path(), "fichiers.csv", rows, encoding="utf-8-sig")
