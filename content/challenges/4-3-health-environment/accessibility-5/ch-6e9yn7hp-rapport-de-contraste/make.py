"""Each colour as red, green, blue, the formula in words, and the expected ratio."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_workbook  # noqa: E402

COUPLES = {
    "contraste-vert": ((47, 133, 90), (240, 255, 244), 4.4),
    "contraste-violet": ((124, 58, 237), (253, 230, 138), 4.6),
    "contraste-rouge": ((225, 29, 72), (255, 228, 230), 3.9),
}


def light(colour: tuple[int, int, int]) -> float:
    parts = [c / 255 for c in colour]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


for name, (one, other, expected) in COUPLES.items():
    high, low = sorted((light(one), light(other)), reverse=True)
    assert round((high + 0.05) / (low + 0.05), 1) == expected, name
    write_workbook(
        Path(__file__).parent,
        name,
        {
            "Couleurs": [
                ("Couleur", "Rouge (0 à 255)", "Vert (0 à 255)", "Bleu (0 à 255)"),
                ("Texte", *one),
                ("Fond", *other),
            ],
            "Formule": [
                ("Étape", "Calcul"),
                ("1", "Composante entre 0 et 1 : c = valeur / 255"),
                ("2", "Si c est au plus 0,04045 : d = c / 12,92. Sinon : d = ((c + 0,055) / 1,055) puissance 2,4"),
                ("3", "Luminance : L = 0,2126 × d(rouge) + 0,7152 × d(vert) + 0,0722 × d(bleu)"),
                ("4", "Rapport = (L la plus grande + 0,05) / (L la plus petite + 0,05)"),
            ],
        },
    )
