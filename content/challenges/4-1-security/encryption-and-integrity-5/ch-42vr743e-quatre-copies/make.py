import hashlib
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip

TEXT = """Règlement du jardin partagé des Ormes

Article 1. Le jardin est ouvert de 8 h à 20 h, sauf en cas de vent fort.
Article 2. Chaque parcelle est cultivée par une famille pendant trois saisons.
Article 3. L’arrosage se fait le matin, avec l’eau du puits.
Article 4. Les outils sont nettoyés puis rangés dans la cabane.
Article 5. Le montant de la participation est fixé à 24 euros par an.
"""
COPIES = {
    "reglement-nord.txt": TEXT.replace("du puits.", "du puits. "),
    "reglement-est.txt": TEXT,
    "reglement-sud.txt": TEXT.replace("trois saisons", "trois  saisons"),
    "reglement-ouest.txt": TEXT.replace("par an.", "par an"),
}
assert len({hashlib.sha256(words.encode()).hexdigest() for words in COPIES.values()}) == 4
write_zip(Path(__file__).parent, "reglement.zip", COPIES)
