"""Deux versions d’un règlement."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip

RULES = [
    "La médiathèque est ouverte à tous. L’inscription est gratuite pour les moins de 18 ans.",
    "Une carte est remise à chaque personne inscrite. Elle est valable douze mois.",
    "Chaque personne peut emprunter {books} livres et 3 films à la fois.",
    "La durée d’un prêt est de {days} jours. Elle peut être prolongée une fois, sauf réservation.",
    "Tout document perdu est remplacé par la personne qui l’a emprunté.",
    "La médiathèque ouvre du mardi au vendredi de 10 h à 19 h, et le samedi de 9 h à {hour} h.",
    "Les animaux ne sont pas admis, sauf les chiens guides.",
    "Les téléphones sont réglés en silencieux. On peut boire de l’eau.",
    "Les espaces de travail se réservent pour deux heures au plus.",
    "Les ordinateurs sont réservés aux personnes inscrites, une heure par jour.",
]
old = "\n".join(rule.format(books=5, days=28, hour=18) for rule in RULES)
new = "\n\n".join(f"{number}.  {rule.format(books=6, days=21, hour=17)}" for number, rule in enumerate(RULES, 1))
write_zip(Path(__file__).parent, "reglement.zip", {"reglement-v1.txt": old + "\n", "reglement-v2.txt": new + "\n"})
