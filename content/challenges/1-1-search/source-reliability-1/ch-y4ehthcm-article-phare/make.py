"""Writes the article (phare.html)."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text

PAGE = """<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>La nuit où le phare s’est tu - Le Courrier d’Ostrande</title>
<style>body{font:1.1rem/1.6 serif;max-width:40rem;margin:2rem auto;padding:0 1rem}small,figcaption,footer{color:#444;font-size:.85rem}
.dessin{background:#1f4e79;height:11rem}footer{border-top:1px solid;margin-top:3rem;padding-top:1rem}</style></head><body>
<p><strong>Le Courrier d’Ostrande</strong> · Histoire locale</p>
<h1>La nuit où le phare s’est tu</h1>
<p><small>Par Nour Vasseur, publié le 12 septembre 2023 à 18 h 05</small></p>
<figure><div class="dessin"></div><figcaption>Le phare de la Pointe-aux-Mouettes à la tombée du jour. Photo : Ilse Karam, 2019.</figcaption></figure>
<p>Le 3 février 1911, la lampe du phare s’éteignit un peu avant minuit. Le gardien, Mathurin Le Goff, raconta plus tard dans son journal
que l’huile avait gelé dans la conduite et qu’il avait fallu la réchauffer à la main.</p>
<p>Pendant trois heures, les habitantes du port allumèrent des feux sur la jetée pour guider les bateaux. Tous rentrèrent.
« C’est la plus belle nuit de ma vie », écrivit le gardien en 1924, l’année de sa retraite.</p>
<p>Le phare est automatique depuis 1988. Son escalier de 211 marches se visite l’été.</p>
<h2>À lire aussi</h2>
<ul><li>Les oiseaux de la jetée, par Tom Ségura (6 juin 2024)</li><li>Un hiver en mer, par Aïcha Benoît (2 janvier 2022)</li></ul>
<footer>© 2026 Le Courrier d’Ostrande. Directeur de la publication : Paul Esteban.</footer>
</body></html>
"""
write_text(Path(__file__).parent, "phare.html", PAGE)
