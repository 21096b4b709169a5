"""Writes the 240 words (mots.csv)."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

WORDS = (
    "arbre banane carton domino escale fusain goutte habit insecte jardin kayak lampe melon nuage olive panier quartz "
    "radis sentier tomate union vallon wagon yaourt zeste ananas bassin citron dauphin ennui flamme grillon hibou ilot "
    "encre essai entorse envie nappe nacre navire navet ruche roche rive tigre table talon nombre enclume rame toque "
    "jumeau lagune mouton natte orage pinceau renard sardine tambour usine virage amande bouton castor ortie rameau"
).split()
chance = random.Random(240)
words: list[str] = [chance.choice(WORDS)]
while len(words) < 240:
    word = chance.choice(WORDS)
    if word != words[-1]:
        words.append(word)
write_csv(Path(__file__).parent, "mots.csv", [[word] for word in words])
