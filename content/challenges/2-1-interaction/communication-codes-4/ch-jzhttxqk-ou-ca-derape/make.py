"""Un fil de vingt messages : la critique d’une idée devient l’attaque d’une personne."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text

LINES = [
    "Basile : Je propose de planter des arbres au milieu de la cour.",
    "Rose : Bonne idée, il fait trop chaud en juin.",
    "Malik : Et le terrain de foot, on le met où ?",
    "Basile : Derrière le gymnase.",
    "Inès : Derrière le gymnase, c’est plein de cailloux.",
    "Malik : Alors c’est une très mauvaise idée. Vraiment la pire depuis le début de l’année.",
    "Rose : On pourrait planter seulement sur les côtés.",
    "Tom : Oui, comme ça il reste de la place.",
    "Basile : Sur les côtés, l’ombre n’ira pas jusqu’aux bancs.",
    "Inès : On peut déplacer les bancs.",
    "Malik : Déplacer les bancs, planter, refaire le terrain : ce projet est ridicule, il coûterait une fortune.",
    "Rose : On pourrait demander le prix à la mairie.",
    "Basile : Je m’en occupe, je demanderai lundi.",
    "Malik : Toi, tu t’occupes toujours de tout parce que tu veux commander.",
    "Basile : N’importe quoi.",
    "Tom : Hé, doucement.",
    "Malik : De toute façon tu n’as jamais su jouer au foot.",
    "Inès : On revient aux arbres ?",
    "Rose : Oui. Les côtés, qui est pour ?",
    "Tom : Moi !",
]
write_text(
    Path(__file__).parent,
    "fil.txt",
    "".join(f"{rank}. {line}\n" for rank, line in enumerate(LINES, 1)),
    encoding="utf-8-sig",
)
