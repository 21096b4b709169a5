"""The « Envoyés » folder: one message promises an attachment it does not carry."""

from pathlib import Path

MESSAGES = [
    ("Mme Roy", "Exposé sur les volcans", "Bonjour, voici en pièce jointe notre exposé terminé.", True),
    ("Club photo", "Sortie de samedi", "Je vous enverrai le plan demain soir.", False),
    ("Lina Costa", "Recette", "La recette est jointe, bon appétit !", True),
    ("M. Diallo", "Inscription au tournoi", "Vous trouverez ci-joint ma fiche remplie.", False),
    ("Papi", "Merci", "Merci pour la photo que tu as jointe à ta lettre.", False),
]
CLIP = '<path d="M0 10V-8a7 7 0 0 1 14 0V12a10 10 0 0 1-20 0V-6" fill="none" stroke="#42526e" stroke-width="3"/>'
rows = ""
for place, (to, subject, start, attached) in enumerate(MESSAGES):
    y = 64 + 56 * place
    rows += f'<rect x="0" y="{y}" width="640" height="54" fill="#ffffff"/><text x="20" y="{y + 33}" font-weight="bold">{to}</text>'
    rows += f'<text x="150" y="{y + 23}">{subject}</text><text x="150" y="{y + 43}" font-size="14" fill="#42526e">{start}</text>'
    if attached:
        rows += f'<g transform="translate(595 {y + 26})">{CLIP}</g>'
Path("envoyes.svg").write_text(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 350" width="640" height="350" font-family="sans-serif" font-size="16">'
    '<rect width="640" height="350" fill="#dfe1e6"/><rect width="640" height="56" fill="#253858"/><text x="20" y="36" fill="#ffffff" font-size="20">Envoyés</text>'
    f'<g fill="#172b4d">{rows}</g></svg>\n',
    encoding="utf-8",
)
