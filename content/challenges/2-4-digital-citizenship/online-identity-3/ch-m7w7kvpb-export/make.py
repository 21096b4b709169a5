import json
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text


def fact(name: str, value: object, source: str, day: str) -> dict[str, object]:
    return {"nom": name, "valeur": value, "source": source, "date": day}


DATA = {
    "compte": [
        fact("pseudonyme", "mehdi_lo", "formulaire", "2023-02-11"),
        fact("langue", "français", "formulaire", "2023-02-11"),
        fact("annee_de_naissance", 1991, "formulaire", "2023-02-11"),
        fact("tranche_de_revenu", "moyen-supérieur", "modele", "2026-01-04"),
        fact("telephone_verifie", False, "journal", "2023-02-11"),
    ],
    "centres_d_interet": [
        fact("interet", "randonnée", "formulaire", "2023-02-12"),
        fact("interet", "cuisine", "formulaire", "2023-02-12"),
        fact("interet", "jardinage", "modele", "2025-11-20"),
        fact("interet", "photographie", "formulaire", "2024-06-01"),
    ],
    "activite": [
        fact("derniere_connexion", "2026-01-05T21:14", "journal", "2026-01-05"),
        fact("appareil", "téléphone Kiwi 5", "journal", "2026-01-05"),
        fact("duree_moyenne_par_jour", "37 min", "journal", "2026-01-05"),
        fact("recherche", "graines de tomate", "journal", "2025-11-18"),
        fact("recherche", "pluie demain", "journal", "2025-12-02"),
        fact("publication_aimee", "Dix sentiers au bord de l’eau", "journal", "2025-12-28"),
    ],
    "publie_par_d_autres": [
        fact("identification_photo", "Pique-nique au lac", "contact", "2025-08-15"),
        fact("carnet_d_adresses", "numéro importé par 3 contacts", "contact", "2024-03-09"),
        fact("mention", "Bravo à Mehdi pour la course", "contact", "2025-10-07"),
    ],
}

write_text(Path(__file__).parent, "donnees.json", json.dumps(DATA, ensure_ascii=False, indent=2) + "\n")
