"""Four short licences, each with its own rights."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip

LICENCES = {
    "merle": """Licence Merle

Toute personne peut utiliser ce logiciel, en étudier le code, le modifier et en redistribuer
des copies, modifiées ou non, gratuitement ou contre paiement, à condition de conserver
les noms des auteurs et le présent texte.
""",
    "pinson": """Licence Pinson

Toute personne peut utiliser ce logiciel, en étudier le code et le modifier. Les copies,
modifiées ou non, peuvent être transmises à condition qu’aucune somme d’argent ne soit
demandée en échange.
""",
    "roitelet": """Licence Roitelet

L’usage est gratuit pour tous. Des copies identiques peuvent être remises à d’autres personnes.
Toute traduction, adaptation ou modification est interdite, ainsi que l’étude du code.
""",
    "loriot": """Licence Loriot

L’acquéreur peut installer le logiciel sur un seul appareil, pour son usage. Il lui est interdit
de le copier, de le modifier, de le prêter ou de le revendre.
""",
}
write_zip(
    Path(), "licences.zip", {f"licence-{name}.txt": text.replace("\n", "\r\n") for name, text in LICENCES.items()}
)
