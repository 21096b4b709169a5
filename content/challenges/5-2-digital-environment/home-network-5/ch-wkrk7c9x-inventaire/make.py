"""Les appareils d’une boutique."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

DEVICES = {
    "Box": 1,
    "Serveur": 10,
    "Imprimante accueil": 20,
    "Imprimante atelier": 21,
    "Caisse 1": 31,
    "Caisse 3": 33,
    "Scanner": 57,
    "Tablette 1": 51,
    "Tablette 2": 52,
    "Tablette 3": 53,
    "Tablette 4": 57,
    "Tablette 5": 55,
    "Portable direction": 101,
    "Portable atelier": 102,
    "Portable prêt": 103,
    "Télé vitrine": 60,
    "Caméra 1": 71,
    "Caméra 2": 72,
    "Caméra 3": 73,
    "Thermostat": 80,
    "Enceinte": 81,
    "Borne": 90,
    "Téléphone": 95,
}
rows = [["Appareil", "Adresse"]] + [[name, f"192.168.10.{last}"] for name, last in DEVICES.items()]
rows.insert(6, ["Caisse 2", "192.168.11.32"])
write_table(Path(__file__).parent, "inventaire", rows)
