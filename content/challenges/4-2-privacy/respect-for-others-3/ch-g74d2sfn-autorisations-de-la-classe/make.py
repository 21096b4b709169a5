import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

GIVEN = {
    ("Bellec", "Noa"): ("oui", "oui", "non", "oui"),
    ("Diop", "Jade"): ("oui", "non", "non", "oui"),
    ("Ferrand", "Malo"): ("oui", "non", "oui", "oui"),
    ("Okonkwo", "Lise"): ("oui", "oui", "oui", "oui"),
    ("Roy", "Ali"): ("oui", "oui", "oui", "non"),
    ("Roy", "Alix"): ("oui", "oui", "oui", "oui"),
    ("Bellec", "Noah"): ("oui", "non", "non", "non"),
    ("Diop", "Jean"): ("oui", "oui", "oui", "oui"),
}
OTHERS = [
    ("Aubert", "Anna"), ("Benali", "Driss"), ("Chevrier", "Elsa"), ("Dumas", "Fabio"), ("Ekambi", "Grace"), ("Gallo", "Hugo"),
    ("Hamel", "Iris"), ("Iba", "Jonas"), ("Jourdan", "Kim"), ("Kaya", "Lila"), ("Lefort", "Marc"), ("Mebarek", "Nora"),
    ("Nguyen", "Oscar"), ("Pinto", "Paola"), ("Quere", "Ronan"), ("Sy", "Tina"),
]  # fmt: skip
draw = random.Random(3)
rows = [(*who, *said) for who, said in GIVEN.items()]
rows += [(*who, *(draw.choice(("oui", "oui", "non")) for _ in range(4))) for who in OTHERS]
rows.sort()
write_table(
    Path(__file__).parent,
    "autorisations",
    [
        (
            "Nom",
            "Prénom",
            "Famille : usage en classe",
            "Famille : site de l’école",
            "Famille : presse",
            "Élève : site de l’école",
        ),
        *rows,
    ],
    sheet="5e C",
)
