"""Trois carnets d’adresses qui se recouvrent."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip

CARDS = {
    "telephone.csv": [
        ("Zoé Marchal", "06 39 98 01 11"),
        ("Karim Saïd", "06 39 98 01 12"),
        ("Inès Perrot", "06 39 98 01 13"),
        ("Hugo Blin", "06 39 98 01 14"),
        ("Lise Arnal", "06 39 98 01 15"),
        ("Paul Weber", "06 39 98 01 16"),
        ("Rosa Pinto", "06 39 98 01 17"),
        ("Noé Caron", "06 39 98 01 18"),
    ],
    "tablette.csv": [
        ("Zoe MARCHAL", "+33 6 39 98 01 11"),
        ("Karim Said", "0639980112"),
        ("Ines Perrot", "06.39.98.01.13"),
        ("Anouk Roy", "+33639980119"),
        ("Hugo Blin", "06 39 98 01 14"),
        ("Rosa Pinto", "+33 6 39 98 01 17"),
        ("Paule Weber", "06 39 98 01 20"),
    ],
    "ordinateur.csv": [
        ("Marchal Zoé", "0639980111"),
        ("Lise Arnal", "+33 6 39 98 01 15"),
        ("Anouk Roy", "06 39 98 01 19"),
        ("Bilal Nasri", "06 39 98 01 21"),
        ("Noe Caron", "+33639980118"),
    ],
}
write_zip(
    Path(__file__).parent,
    "carnets.zip",
    {name: "Nom;Téléphone\r\n" + "".join(f"{who};{phone}\r\n" for who, phone in rows) for name, rows in CARDS.items()},
)
