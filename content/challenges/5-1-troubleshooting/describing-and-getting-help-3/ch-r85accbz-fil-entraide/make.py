"""A help thread about one error: only message 9 is both for version 5.2 and confirmed by others."""

from pathlib import Path

MESSAGES = [
    (
        "Rachida",
        "12 janvier 2024",
        2,
        "Bonjour, depuis ce matin j’ai « Erreur S-31 : carte introuvable » au lancement. Une idée ?",
    ),
    ("Bastien", "12 janvier 2024", 0, "Même souci ici, je suis la discussion."),
    (
        "Oumar",
        "15 janvier 2024",
        48,
        "Version 4.6 : ouvrez Réglages, Cartes, puis « Réparer le dossier ». Chez moi l’erreur a disparu.",
    ),
    ("Rachida", "15 janvier 2024", 5, "Merci Oumar, ça marche, je suis aussi en 4.6 !"),
    (
        "Chloé",
        "3 mai 2025",
        1,
        "Bonjour, je suis passée en 5.2 et l’erreur S-31 est revenue. Le bouton « Réparer le dossier » n’existe plus.",
    ),
    (
        "super-carto",
        "4 mai 2025",
        22,
        "Téléchargez SentioFix.exe sur mon site, il répare tout. Désactivez l’antivirus avant de le lancer.",
    ),
    ("Hugo", "4 mai 2025", 3, "En 5.2 il faut peut-être redémarrer le téléphone deux fois, je n’ai pas essayé."),
    ("Chloé", "4 mai 2025", 0, "Hugo : j’ai redémarré deux fois, l’erreur est toujours là."),
    (
        "Malika",
        "6 mai 2025",
        4,
        "En 5.2 : Réglages, Stockage, choisissez « Mémoire interne » au lieu de « Carte SD », puis téléchargez de nouveau la carte.",
    ),
    ("Chloé", "6 mai 2025", 2, "Malika : parfait, plus d’erreur en 5.2, et mes traces sont toujours là."),
    ("Ivan", "9 mai 2025", 1, "Je confirme pour la 5.2, la solution de Malika est la bonne."),
    ("Sonia", "20 mai 2025", 0, "Et pour la 5.3 ? Chez moi le menu Stockage a changé de place, je n’ai pas trouvé."),
]


def liked(count: int) -> str:
    """How many people liked a message, in French."""
    return f"{count} personnes ont aimé" if count > 1 else ("1 personne a aimé" if count else "personne n’a aimé")


articles = "\n".join(
    f'<article><h2>Message {number}</h2><p class="meta">{author}, {day} · {liked(likes)}</p><p>{text}</p></article>'
    for number, (author, day, likes, text) in enumerate(MESSAGES, start=1)
)
STYLE = "body{font:16px/1.5 sans-serif;max-width:42em;margin:1em auto;padding:0 1em}article{border:1px solid #888;margin:1em 0;padding:0 1em}h2{font-size:1em}.meta{color:#444}"
PAGE = f"""<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sentio : erreur S-31, carte introuvable</title><style>{STYLE}</style></head>
<body>
<h1>Entraide Sentio : erreur S-31, carte introuvable</h1>
{articles}
</body>
</html>
"""
Path("fil-entraide.html").write_text(PAGE, encoding="utf-8")
