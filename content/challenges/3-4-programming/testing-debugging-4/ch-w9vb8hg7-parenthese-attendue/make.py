"""Writes a program of forty lines where one parenthesis is missing (programme.txt)."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text

LINES = """-- Bilan d'une sortie scolaire
classe prend la valeur "5e B"
nombre prend la valeur 27
accompagnants prend la valeur 3
prix_entree prend la valeur 4,50
prix_car prend la valeur 310
aide prend la valeur 120

fonction arrondir(montant) :
    renvoyer ent(montant × 100 + 0,5) / 100

fonction total_entrees(eleves, adultes) :
    si eleves ≥ 25 alors
        renvoyer eleves × (prix_entree − 0,50) + adultes × prix_entree
    sinon
        renvoyer (eleves + adultes) × prix_entree

-- Calcul du budget
entrees prend la valeur total_entrees(nombre, accompagnants)
gouter prend la valeur (nombre + accompagnants) × 1,20
depenses prend la valeur (entrees + (gouter × 1,05) + prix_car

-- Part de chaque famille
reste prend la valeur max(depenses − aide, 0)
part prend la valeur arrondir(reste / nombre)

afficher "Dépenses :", arrondir(depenses)
afficher "Aide :", aide
afficher "Part par élève :", part

si part > 15 alors
    afficher "Au-dessus du plafond de 15 €"
    demande prend la valeur arrondir((part − 15) × nombre)
    afficher "Aide à demander :", demande
sinon
    afficher "Le plafond est respecté"

-- Vérification
controle prend la valeur arrondir(part × nombre + aide)
afficher "Contrôle :", controle, "(proche des dépenses)"
""".split("\n")[:40]
write_text(
    Path(__file__).parent, "programme.txt", "".join(f"{n:2}  {text}".rstrip() + "\n" for n, text in enumerate(LINES, 1))
)
