"""Two journals of searches; the answers are asserted."""

import random
import sys
from collections import defaultdict
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv  # noqa: E402

SITES = {
    "recherches-velo.csv": (
        11,
        2000,
        "/location-tandem",
        "remorque",
        {
            "/location-velo": [
                "location vélo ostrande",
                "louer un vélo",
                "vélo à la journée",
                "location vélo prix",
                "vélo électrique location",
            ],
            "/location-tandem": ["tandem", "location tandem", "louer tandem week-end", "tandem ostrande"],
            "/reparation": ["réparer vélo", "réparation crevaison", "atelier vélo ostrande", "régler freins vélo"],
            "/carte": ["piste cyclable ostrande", "carte vélo lac", "balade vélo famille"],
            "/horaires": ["horaires location vélo", "vélo ouvert dimanche"],
        },
        [
            "remorque enfant vélo",
            "louer remorque",
            "remorque bébé",
            "vélo avec remorque",
            "remorque pliante",
            "location remorque deux places",
            "remorque chien",
        ],
        ["casque enfant", "siège bébé vélo", "draisienne", "antivol location", "sacoche vélo"],
    ),
    "recherches-jardin.csv": (
        12,
        1500,
        "/tailler-un-rosier",
        "lombric",
        {
            "/semis-calendrier": ["quand semer radis", "calendrier semis", "semer tomates date", "semis mars"],
            "/tailler-un-rosier": [
                "tailler rosier",
                "taille rosier mars",
                "rosier grimpant taille",
                "couper roses fanées",
            ],
            "/compost": ["faire un compost", "compost que mettre", "compost mauvaise odeur"],
            "/paillage": ["paillage maison", "pailler fraisiers", "paillis lin"],
            "/visites": ["jardin ouvert lirande", "visite jardin dimanche"],
        },
        [
            "élever des lombrics",
            "lombric compost",
            "acheter lombric",
            "lombrics appartement",
            "bac à lombrics",
            "lombric ou ver de terre",
            "nourrir un lombric",
        ],
        ["limace pot", "hérisson jardin", "mésange nichoir", "taupe solution", "abeille solitaire"],
    ),
}
for name, (seed, bound, poor, wanted, pages, many, few) in SITES.items():
    dice = random.Random(seed)
    rows = []
    for page, queries in pages.items():
        for i, query in enumerate(queries):
            shown = dice.randint(500, 1600) if i < 3 else dice.randint(150, 400)
            rank = dice.uniform(1.6, 4.4)
            rate = dice.uniform(0.09, 0.2)
            if page == poor:
                shown, rate = dice.randint(700, 1200), dice.uniform(0.012, 0.02)
            if page in ("/carte", "/paillage"):
                rank, rate = dice.uniform(14, 22), dice.uniform(0.002, 0.006)
            if page in ("/horaires", "/visites"):
                shown, rate = dice.randint(8, 20), 0
            rows.append([query, page, round(rank, 1), shown, round(shown * rate)])
    for query in many:
        rows.append([query, "/", round(dice.uniform(24, 48), 1), dice.randint(180, 330), dice.randint(0, 1)])
    for query in few:
        rows.append([query, "/", round(dice.uniform(22, 50), 1), dice.randint(400, 760), dice.randint(0, 2)])
    rows.append(["vélos du lac" if "velo" in name else "jardin des simples", "/", 1.1, 2600, 1900])
    dice.shuffle(rows)
    sums: dict[str, list[float]] = defaultdict(lambda: [0, 0, 0])
    for _, page, rank, shown, clicks in rows:
        for k, value in enumerate((shown, clicks, rank * shown)):
            sums[page][k] += value
    ranked = sorted((c / s, p, s, r / s) for p, (s, c, r) in sums.items() if s >= bound and r / s <= 5)
    assert ranked[0][1] == poor, ranked
    without = [r for r in rows if r[1] == "/" and r[2] > 20]
    assert sum(r[3] for r in without if wanted in r[0]) > max(r[3] for r in without if wanted not in r[0]) + 300
    print(name, ranked, [(p, [round(x) for x in v]) for p, v in sums.items()])
    write_csv(Path(__file__).parent, name, [["Requête", "Page", "Rang moyen", "Affichages", "Clics"], *rows])
