"""Two inboxes of nine messages: bold and a blue dot for unread; stars, clips and another folder's counter are decoys."""

from pathlib import Path

# sender, subject, hour, unread, starred, attachment
BOXES = {
    "boite-a.svg": (
        "Club échecs (2)",
        [
            ("Vie scolaire", "Menu de la semaine", "08:12", True, False, True),
            ("Nina", "Tu viens samedi ?", "07:58", False, True, False),
            ("Médiathèque", "Votre réservation est prête", "hier", True, False, False),
            ("M. Diallo", "Plan de l’exposé", "hier", False, False, True),
            ("Mamie", "Photos du jardin", "hier", True, True, True),
            ("Club échecs", "Tournoi de mars", "lundi", False, True, False),
            ("Piscine", "Nouveaux horaires", "lundi", True, False, False),
            ("Tom", "Re: devoir de maths", "lundi", False, False, False),
            ("Vie scolaire", "Photo de classe", "dim.", False, False, True),
        ],
    ),
    "boite-b.svg": (
        "Chorale (5)",
        [
            ("Pharmacie Nord", "Votre commande", "09:40", False, False, False),
            ("Lucas", "Anniversaire de Zoé", "09:05", True, True, False),
            ("Chorale", "Partition du canon", "hier", False, True, True),
            ("Mairie", "Collecte des encombrants", "hier", True, False, False),
            ("Sophie", "Re: covoiturage", "hier", False, False, False),
            ("Dentiste", "Rappel de rendez-vous", "mardi", False, True, False),
            ("Lucas", "Liste des invités", "mardi", True, False, True),
            ("Banque", "Relevé disponible", "lundi", False, False, True),
            ("Sophie", "Merci !", "dim.", False, False, False),
        ],
    ),
}
for name, (folder, messages) in BOXES.items():
    rows = ""
    for place, (sender, subject, hour, unread, starred, attached) in enumerate(messages):
        y = 40 + 36 * place
        weight = ' font-weight="bold"' if unread else ""
        rows += f'<rect x="170" y="{y}" width="470" height="35" fill="{"#ffffff" if unread else "#f4f5f7"}"/>'
        rows += f'<circle cx="184" cy="{y + 17}" r="6" fill="#0052cc"/>' if unread else ""
        rows += f'<g{weight}><text x="200" y="{y + 23}">{sender}</text><text x="325" y="{y + 23}">{subject}</text><text x="590" y="{y + 23}" font-size="13">{hour}</text></g>'
        rows += f'<path d="M565 {y + 8}l3 6 6 1-5 5 1 6-5-3-5 3 1-6-5-5 6-1z" fill="#ff991f"/>' if starred else ""
        rows += (
            f'<path d="M545 {y + 20}v-8a3 3 0 0 1 6 0v10a5 5 0 0 1-10 0v-8" fill="none" stroke="#42526e" stroke-width="2"/>'
            if attached
            else ""
        )
    side = f'<text x="16" y="64" font-weight="bold">Réception</text><text x="16" y="100">{folder}</text><text x="16" y="136">Envoyés</text><text x="16" y="172">Corbeille</text>'
    Path(name).write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 370" width="640" height="370" font-family="sans-serif" font-size="15">'
        '<rect width="640" height="370" fill="#dfe1e6"/><rect width="640" height="34" fill="#253858"/><text x="16" y="23" fill="#ffffff">Messagerie</text>'
        f'<g fill="#172b4d">{side}{rows}</g></svg>\n',
        encoding="utf-8",
    )
