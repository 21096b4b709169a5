"""Writes the archive inside an archive (tresor.zip)."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip

HERE = Path(__file__).parent
write_zip(
    HERE,
    "etape-2.zip",
    {
        "etape-2/carte.txt": "Du phare, marchez vers l’est jusqu’au rocher plat.\r\n",
        "etape-2/derniere-etape.txt": "Bravo. Le mot de passe de la dernière étape est : coquillage\r\n",
    },
)
inner = HERE / "etape-2.zip"
write_zip(
    HERE,
    "tresor.zip",
    {
        "lisez-moi.txt": "Le mot de passe n’est pas ici. Indice : la mer le laisse sur le sable.\r\nOuvrez l’étape 2.\r\n",
        "etape-1/enigme.txt": "Je brille la nuit sans brûler. (Réponse de l’étape 1 : lanterne)\r\n",
        "etape-2.zip": inner.read_bytes(),
    },
)
inner.unlink()
