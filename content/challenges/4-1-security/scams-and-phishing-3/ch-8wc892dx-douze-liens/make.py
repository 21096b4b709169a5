import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text

CLUBS = [
    ("Aviron", "aviron-morvanne.example", "aviron-morvanne.example/saison"),
    ("Bridge", "www.bridge-du-port.example", "www.bridge-du-port.example/soirees"),
    ("Chorale", "www.chorale-morvanne.example", "www.chorale-inscription.example/adhesion"),
    ("Danse", "danse-des-tilleuls.example", "www.danse-des-tilleuls.example/cours"),
    ("Échecs", "echecs-morvanne.example", "echecs-morvanne.example/tournoi?page=chorale"),
    ("Football", "fc-morvanne.example", "inscription.fc-morvanne.example/jeunes"),
    ("Gymnastique", "gym-pour-tous.example", "gym-pour-tous.example/horaires"),
    ("Jardin partagé", "jardin-des-ormes.example", "jardin-des-ormes.example/parcelles"),
    ("Judo", "judo-morvanne.example", "judo-morvanne.example/tatami"),
    ("Randonnée", "www.les-sentiers.example", "www.les-sentiers.example/sorties"),
    ("Théâtre", "rideau-rouge.example", "billets.rideau-rouge.example/places"),
    ("Yoga", "yoga-au-calme.example", "yoga-au-calme.example/essai"),
]

lines = "\n".join(
    f'<li>{name} : <a href="https://{target}" title="Site du club">https://{shown}</a></li>'
    for name, shown, target in CLUBS
)
write_text(
    Path(__file__).parent,
    "associations.html",
    f"""<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Associations de Morvanne</title>
<style>body{{font:18px/1.9 sans-serif;max-width:40em;margin:2em auto;padding:0 1em}}</style></head>
<body>
<h1>Associations de Morvanne</h1>
<p>Les inscriptions se font sur le site de chaque club.</p>
<ul>
{lines}
</ul>
</body>
</html>
""",
)
