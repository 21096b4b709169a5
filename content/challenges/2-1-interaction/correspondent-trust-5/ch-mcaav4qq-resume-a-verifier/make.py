"""Un fil de vingt et un messages, avec des décisions changées en route."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text

LINES = [
    "Rose : Sortie au moulin samedi 16 mai ?",
    "Tom : Le 16, c’est bon pour moi.",
    "Lina : Pour moi aussi.",
    "Rose : Alors départ à 9 h, devant la gare.",
    "Malik : Ça coûte combien ?",
    "Rose : 8 € le train aller et retour, 4 € l’entrée.",
    "Tom : Je réserve les billets de train, nous sommes six.",
    "Lina : Ma sœur vient aussi !",
    "Tom : D’accord, je prends un billet de plus.",
    "Malik : On mange où ?",
    "Rose : On apporte chacun un pique-nique.",
    "Awa : Sinon il y a l’auberge, 15 € le menu.",
    "Rose : Bonne idée, allons à l’auberge, je réserve.",
    "Malik : C’est trop cher pour moi.",
    "Lina : Pour moi et ma sœur aussi.",
    "Rose : Compris, j’annule. On revient à la première idée.",
    "Tom : Le train part à 9 h 12, soyez à l’heure.",
    "Rose : Le moulin ferme à 16 h. Retour par le train de 16 h 40.",
    "Awa : J’apporte l’appareil photo.",
    "Tom : Attention, le 9 h 12 est supprimé ! Il faut prendre celui de 8 h 42.",
    "Rose : Merci Tom. On se retrouve donc une demi-heure plus tôt que prévu, même endroit.",
]
write_text(
    Path(__file__).parent,
    "fil.txt",
    "".join(f"{rank}. {line}\n" for rank, line in enumerate(LINES, 1)),
    encoding="utf-8-sig",
)
