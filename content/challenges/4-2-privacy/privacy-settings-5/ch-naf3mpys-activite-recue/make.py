import json
import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text

COUNTS = {
    ("Pas à Pas Running", "itineraire_enregistre"): 14,
    ("Pas à Pas Running", "page_vue"): 6,
    ("Pas à Pas Running", "inscription"): 4,
    ("Boutique du Lac", "page_vue"): 15,
    ("Boutique du Lac", "ajout_au_panier"): 5,
    ("Billets Express", "achat"): 9,
    ("Billets Express", "page_vue"): 8,
    ("Quiz Éclair", "test_termine"): 12,
    ("Radio Onde", "page_vue"): 7,
}
draw = random.Random(55)
events = [{"partenaire": who, "type": what} for (who, what), n in COUNTS.items() for _ in range(n)]
draw.shuffle(events)
for event in events:
    event["recu_le"] = f"2026-0{draw.randrange(1, 6)}-{draw.randrange(1, 29):02d}"
write_text(
    Path(__file__).parent,
    "activite-recue.json",
    json.dumps({"compte": "hugo.m", "activite_recue": events}, ensure_ascii=False, indent=1) + "\n",
)
