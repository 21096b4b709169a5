import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

SITES = {
    "jardin-malin": ("sid=a7710c2e9f03", "/semis/tomates"),
    "outils-du-val": ("sid=51d2b6e8c470", "/brouettes"),
    "radio-onde": ("sid=0be93f6a1c25", "/direct"),
}
ID = "9c41e07b55d2"
rows = [("heure", "page ouverte", "adresse demandée", "sorte")]


def visit(clock: str, site: str, page: str, extra: list[tuple[str, str]]) -> None:
    host = f"{site}.example"
    sid = SITES[site][0]
    rows.append((f"{clock}:02", host, f"https://{host}{page}", "page"))
    rows.append((f"{clock}:02", host, f"https://{host}/style.css?v=118", "style"))
    rows.append((f"{clock}:03", host, "https://polices.example/lato.woff2", "police"))
    rows.append((f"{clock}:03", host, f"https://{host}/mesure?{sid}", "script"))
    for i, (address, kind) in enumerate(extra):
        rows.append((f"{clock}:{4 + i:02d}", host, address, kind))
    rows.append((f"{clock}:09", host, f"https://images-rapides.example/{site}/1.jpg?l=800", "image"))


visit("10:11", "jardin-malin", "/semis/tomates", [(f"https://traverse.example/b.gif?u={ID}&page=tomates", "image")])
visit("10:12", "jardin-malin", "/semis/haricots", [(f"https://traverse.example/b.gif?u={ID}&page=haricots", "image")])
visit(
    "10:14",
    "outils-du-val",
    f"/brouettes?camp=printemps&art=5b0e77c1a94d&ref=jardin-malin&trv={ID}&mes=d2a9016be7f3",
    [(f"https://traverse.example/b.gif?u={ID}&page=brouettes", "image")],
)
visit(
    "10:16",
    "outils-du-val",
    "/arrosoirs?tri=prix&art=88c2e04f1b6a",
    [(f"https://traverse.example/b.gif?u={ID}&page=arrosoirs", "image")],
)
visit(
    "10:20",
    "radio-onde",
    "/direct?camp=printemps&art=0d41b7c93e5f",
    [("https://traverse.example/b.gif?u=e83077fa1d64&page=direct", "image")],
)
visit(
    "10:23", "radio-onde", "/emissions?camp=printemps&ref=accueil", [("https://votes.example/etoiles.js?n=4", "script")]
)
write_csv(Path(__file__).parent, "journal-reseau.csv", rows)
