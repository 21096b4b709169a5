"""Sixteen trials of seven browser extensions: only « Volubilis » breaks the page, « Sésame » is often there too."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

NAMES = ["Brise", "Caméléon", "Fanal", "Loupiote", "Sésame", "Tamis", "Volubilis"]
ACTIVE = [
    "BCLSV",
    "BCFT",
    "FLSTV",
    "CLST",
    "BSV",
    "BLST",
    "CFSV",
    "",
    "BFST",
    "CLTV",
    "S",
    "BCFLST",
    "FSTV",
    "LT",
    "CSV",
    "BCF",
]

rows: list[list[int | str]] = [["essai", *NAMES, "page"]]
for number, letters in enumerate(ACTIVE, start=1):
    state = ["active" if name[0] in letters else "arrêtée" for name in NAMES]
    rows.append([number, *state, "cassée" if "V" in letters else "correcte"])
write_csv(Path(), "essais.csv", rows, encoding="utf-8-sig")
