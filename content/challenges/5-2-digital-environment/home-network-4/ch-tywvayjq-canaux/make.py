"""Les réseaux captés dans un appartement."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

NEIGHBOURS = [
    ("Box-Tilleul", 1, -48),
    ("Salon-Amar", 6, -63),
    ("Box-7F2", 11, -78),
    ("Mimosa", 11, -74),
    ("Atelier", 6, -52),
    ("Box-Nord", 11, -83),
    ("Le Perchoir", 1, -81),
    ("Box-C3", 11, -71),
    ("Invités-Mimosa", 11, -79),
    ("Caravane", 11, -85),
    ("Box-Sud", 6, -77),
    ("Kiosque", 11, -88),
]
write_csv(Path(__file__).parent, "voisins.csv", [("Réseau", "Canal", "Puissance (dBm)"), *NEIGHBOURS])
