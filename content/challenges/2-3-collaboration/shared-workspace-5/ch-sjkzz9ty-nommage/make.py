"""Les fichiers d’une association, nommés plus ou moins bien."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip

GOOD = """2026-01-12_assemblee-generale_v1.txt 2026-01-12_assemblee-generale_v2.txt 2026-02-03_budget_v1.txt 2026-02-10_budget_v2.txt
2026-02-28_affiche-loto_v3.txt 2026-03-05_planning_v1.txt 2026-03-19_statuts_v12.txt 2026-04-02_inscriptions_v1.txt 2026-04-30_bilan_v1.txt
2026-05-06_partenaires_v2.txt 2026-05-21_programme-fete-des-voisins-du-quartier_v1.txt 2026-06-01_materiel_v1.txt 2026-06-15_photos_v1.txt
2026-07-04_remerciements_v1.txt 2026-09-01_rentree_v1.txt 2026-09-12_forum_v4.txt 2026-10-10_calendrier_v1.txt 2026-11-02_tarifs_v2.txt""".split()
BAD = """2026-13-02_budget_v3.txt
2026-04-31_inventaire_v1.txt
2026-02-11_réunion_v1.txt
2026-03-08_compte rendu_v1.txt
2026-05-09_Budget_v4.txt
2026-06-20_convention_2.txt
14-07-2026_bal_v1.txt""".splitlines()
write_zip(Path(__file__).parent, "documents.zip", {name: f"{name}\r\n" for name in sorted(GOOD + BAD)})
