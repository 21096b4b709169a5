"""Des élèves inscrits par plusieurs personnes, chacune à sa façon."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

SIXTH_A = "Adèle Roux,Bilal Haddad,Chloé Petit,Dario Neri,Élise Morin,Farah Ben,Gaspard Lenoir,Hana Sato,Issa Diop,Jade Colin,Kenza Amrani,Léon Vidal,Maya Costa,Nino Faure".split(
    ","
)
WAYS = ["6eA", "6 A", "6ème a", "6E A ", "6e A"]
OTHERS = "Oscar Blin,Paul Weber,Quitterie Sol,Rosa Pinto,Sacha Klein,Tess Garnier,Ugo Marty,Vera Novak,Wassim Saïd,Xavier Roy,Yann Le Goff,Zoé Arnal".split(
    ","
)
rows = [["Élève", "Classe"]]
people = [(name, WAYS[position % 5]) for position, name in enumerate(SIXTH_A)] + [("Nino Faure ", "6 A")]
people += [(name, ["6eB", "6 B", "5e A", "6ème b"][position % 4]) for position, name in enumerate(OTHERS)]
rows += [list(one) for one in sorted(people, key=lambda one: one[0][::-1])]
write_table(Path(__file__).parent, "eleves", rows)
