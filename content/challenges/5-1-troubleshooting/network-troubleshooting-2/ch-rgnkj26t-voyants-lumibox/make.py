"""The manual of an invented box, and its front panel in three states."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document

write_document(
    Path(),
    "notice",
    [
        ("h1", "Lumibox : comprendre les voyants"),
        (
            "p",
            "La façade de la Lumibox porte trois voyants : Alimentation, Internet et Wi-Fi. Regardez leur couleur, puis s’ils sont fixes ou clignotants.",
        ),
        ("h2", "Voyant Alimentation"),
        ("li", "Vert fixe : la box est alimentée."),
        ("li", "Éteint : vérifiez la prise et l’interrupteur placé à l’arrière."),
        ("h2", "Voyant Internet"),
        ("li", "Vert fixe : la connexion à internet est établie."),
        ("li", "Vert clignotant : la connexion démarre, patientez deux minutes."),
        ("li", "Orange fixe : la box installe une mise à jour. Ne la débranchez pas, attendez vingt minutes."),
        ("li", "Rouge clignotant : la fibre n’est pas reconnue. Enfoncez le câble de fibre jusqu’au clic."),
        ("li", "Rouge fixe : panne du réseau. Appelez l’assistance, la box n’est pas en cause."),
        ("h2", "Voyant Wi-Fi"),
        ("li", "Vert fixe : le Wi-Fi fonctionne."),
        ("li", "Éteint : le Wi-Fi est coupé. Maintenez le bouton W cinq secondes."),
        (
            "li",
            "Bleu clignotant : la box attend un nouvel appareil et refuse les autres. Appuyez brièvement sur le bouton W pour en sortir.",
        ),
        ("h2", "Bouton R"),
        (
            "p",
            "Maintenu dix secondes, le bouton R efface tous les réglages de la box. Ne l’utilisez que sur le conseil de l’assistance.",
        ),
    ],
)

COLOURS = {"vert": "#2fbf71", "rouge": "#ff4d3d", "orange": "#ff9f1c", "bleu": "#4c9aff"}


def panel(states: list[tuple[str, str, bool]]) -> str:
    lights = ""
    for place, (name, colour, blinking) in enumerate(states):
        x = 110 + place * 170
        rays = (
            "".join(f'<path d="M{x} 62v-14" transform="rotate({angle} {x} 90)"/>' for angle in range(0, 360, 45))
            if blinking
            else ""
        )
        state = f"{colour} {'clignotant' if blinking else 'fixe'}"
        lights += f'<circle cx="{x}" cy="90" r="16" fill="{COLOURS[colour]}"/><g stroke="{COLOURS[colour]}" stroke-width="4">{rays}</g>'
        lights += (
            f'<text x="{x}" y="160">{name}</text><text x="{x}" y="182" font-size="14" fill="#c1c7d0">{state}</text>'
        )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 560 210" width="560" height="210" font-family="sans-serif" font-size="18">'
        '<rect width="560" height="210" fill="#f4f5f7"/><rect x="15" y="15" width="530" height="180" rx="16" fill="#253858"/>'
        f'<text x="35" y="42" fill="#ffffff" font-weight="bold">Lumibox</text><g fill="#ffffff" text-anchor="middle">{lights}</g></svg>\n'
    )


ON = ("Alimentation", "vert", False)
for letter, internet, wifi in [
    ("a", ("Internet", "rouge", True), ("Wi-Fi", "vert", False)),
    ("b", ("Internet", "orange", False), ("Wi-Fi", "vert", False)),
    ("c", ("Internet", "vert", False), ("Wi-Fi", "bleu", True)),
]:
    Path(f"voyants-{letter}.svg").write_text(panel([ON, internet, wifi]), encoding="utf-8")
