"""Quatre sujets mêlés dans un groupe."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text

LINES = """[12/03 18:02] Nadia : On répète la générale samedi. 18 h ?
[12/03 18:03] Paul : Réunion des parents vendredi, je propose 18 h 30.
[12/03 18:05] Lou : Il manque du carton pour les décors.
[12/03 18:06] Awa : 18 h c’est tôt pour moi, je finis à 18 h.
[12/03 18:07] Marc : Pour les parents, 18 h 30 c’est trop tôt.
[12/03 18:09] Basile : Qui apporte les gâteaux ?
[12/03 18:10] Nadia : OK, disons 18 h 30, c’est décidé pour la générale.
[12/03 18:11] Lou : J’ai deux cartons, il en faut six.
[12/03 18:14] Paul : Parents : ce sera donc 19 h vendredi, la salle est réservée.
[12/03 18:15] Zoé : Moi, les gâteaux !
[12/03 18:21] Basile : Et pour la générale, si on faisait 17 h ? On finirait plus tôt.
[12/03 18:22] Zoé : Oui, 17 h !
[12/03 18:25] Marc : Pour vendredi, 20 h arrangerait plus de parents.
[12/03 18:26] Lou : Les cartons, je les prends à 16 h au magasin.
[12/03 18:30] Nadia : Non pour 17 h, la salle est prise. On ne change pas.
[12/03 18:33] Paul : La salle ferme à 21 h, 20 h ferait trop court. Je garde l’heure prévue.
[12/03 18:40] Awa : Merci à tous !
"""
write_text(Path(__file__).parent, "groupe.txt", LINES)
