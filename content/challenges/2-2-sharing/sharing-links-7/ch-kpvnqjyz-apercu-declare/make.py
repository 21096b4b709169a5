"""Two pages whose visible title, tab title and declared preview differ."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text  # noqa: E402

HERE = Path(__file__).parent
write_text(
    HERE,
    "moulin.html",
    """<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>Moulin des Aulnes, la Gazette</title>
<meta name="description" content="Un moulin remis en marche par cent bénévoles.">
<!-- ancien aperçu
<meta property="og:title" content="Le moulin va-t-il tomber ?">
<meta property="og:image" content="https://gazette-aulnes.example/img/roue-old.jpg">
-->
<link rel="icon" href="/img/icone.png">
<meta property="og:type" content="article">
<meta name="title" content="Un moulin, cent bénévoles">
<meta property="og:title" content="Trois ans pour sauver un moulin">
<meta property="og:image" content="https://gazette-aulnes.example/img/roue-1200.jpg">
<meta property="og:image:alt" content="La roue du moulin, un matin de gel">
<meta name="thumbnail" content="https://gazette-aulnes.example/img/roue-150.jpg">
</head>
<body>
<h1>Le moulin des Aulnes renaît</h1>
<img src="/img/inauguration.jpg" alt="Le jour de l’inauguration">
<p>Ils étaient cent, dimanche, devant la roue qui tourne de nouveau.</p>
</body>
</html>
""",
)
write_text(
    HERE,
    "loutre.html",
    """<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>Une loutre vue à l’aube | Rivière vivante</title>
<meta property="og:site_name" content="Rivière vivante">
<meta property="og:description" content="Onze traces relevées cet hiver.">
<!-- <meta property="og:title" content="Loutre : le retour"> -->
<meta content="La loutre revient, et ça se compte" property="og:title">
<meta name="description" content="Onze traces, deux catiches, une naissance : le bilan de l’hiver.">
<meta content="https://riviere-vivante.example/m/loutre-portrait.png" property="og:image">
<!-- <meta property="og:image" content="https://riviere-vivante.example/m/carte.png"> -->
<link rel="preload" as="image" href="https://riviere-vivante.example/m/bandeau.jpg">
</head>
<body>
<h1>Une loutre dans la Vire-Basse</h1>
<img src="https://riviere-vivante.example/m/carte.png" alt="Carte des onze traces">
<p>Cet hiver, les bénévoles ont suivi les berges deux fois par semaine.</p>
</body>
</html>
""",
)
