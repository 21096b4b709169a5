"""Writes four versions of a report (rapports.zip)."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip

TEXT = "Rapport sur les jardins partagés\r\n\r\nLa ville compte {count} jardins partagés, cultivés par {people} personnes.\r\n\r\nJournal des modifications\r\n"
LOG = [
    "2026-04-02 Première rédaction (Nina)",
    "2026-04-14 Chiffres du quartier nord (Karim)",
    "2026-04-28 Corrections de Nina",
    "2026-05-02 Relecture d’Odile",
    "2026-05-09 Chiffres définitifs (Karim)",
]


def report(count: int, people: int, until: int) -> str:
    return TEXT.format(count=count, people=people) + "".join(f"- {line}\r\n" for line in LOG[:until])


write_zip(
    Path(__file__).parent,
    "rapports.zip",
    {
        "rapports/rapport_VRAI.txt": report(11, 240, 3),
        "rapports/rapport_copie.txt": report(13, 262, 5),
        "rapports/rapport_final.txt": report(11, 236, 2),
        "rapports/rapport_final2.txt": report(12, 251, 4),
    },
)
