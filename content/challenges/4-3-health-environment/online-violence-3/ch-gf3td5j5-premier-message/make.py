"""Eight captures each, saved on another day than the message; the oldest threat is to be found."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip  # noqa: E402

SETS = {
    "inaya": [
        ("2026-02-20-1", "Zed 31", "19 février 2026, 20 h 15", "Tu vas le payer demain."),
        (
            "2026-02-20-2",
            "Zed 31",
            "14 février 2026, 08 h 02",
            "Je sais par où tu rentres. Fais attention à toi ce soir.",
        ),
        ("2026-02-16-1", "Nils", "9 février 2026, 18 h 30", "Tu viens à l’anniversaire samedi ?"),
        ("2026-02-21-1", "Zed 31", "11 février 2026, 21 h 47", "Si tu parles, je te casse la figure."),
        ("2026-02-21-2", "Zed 31", "8 février 2026, 19 h 11", "Ta coiffure est nulle."),
        ("2026-02-20-3", "Zed 31", "17 février 2026, 22 h 05", "On sera plusieurs à t’attendre."),
        ("2026-02-18-1", "Zed 31", "12 février 2026, 07 h 55", "Tu as intérêt à te taire, sinon tu verras."),
        ("2026-02-16-2", "Nils", "15 février 2026, 17 h 20", "Ça va ? Tu n’es pas venue."),
    ],
    "paul": [
        (
            "2025-11-24-1",
            "K. Razor",
            "22 novembre 2025, 23 h 01",
            "Dernier avertissement avant que je vienne chez toi.",
        ),
        ("2025-11-12-1", "Manon", "4 novembre 2025, 16 h 20", "Je te rends ton livre demain."),
        ("2025-11-24-2", "K. Razor", "6 novembre 2025, 20 h 44", "Retire ta plainte ou je te fais tomber du vélo."),
        (
            "2025-11-12-2",
            "K. Razor",
            "10 novembre 2025, 19 h 30",
            "J’ai ton adresse, ne l’oublie pas. Tu vas prendre cher.",
        ),
        ("2025-11-25-1", "K. Razor", "2 novembre 2025, 18 h 12", "Franchement, ton exposé était raté."),
        ("2025-11-24-3", "K. Razor", "18 novembre 2025, 21 h 09", "Demain, à la sortie, tu auras mal."),
        ("2025-11-25-2", "K. Razor", "13 novembre 2025, 06 h 58", "Continue et tu finiras à l’hôpital."),
        ("2025-11-12-3", "Manon", "11 novembre 2025, 15 h 00", "Il te veut quoi, K. Razor ?"),
    ],
}
for name, captures in SETS.items():
    write_zip(
        Path(__file__).parent,
        f"captures-{name}.zip",
        {
            f"capture-{stem}.html": '<!doctype html>\n<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Capture</title>\n'
            "<style>body { font: 1.1em sans-serif; margin: 1em } div { border: 1px solid #5a6b73; border-radius: 8px; padding: 1em; max-width: 24em }</style></head>\n"
            f"<body><div><p><strong>{who}</strong> (ricochet.example)</p><p>{text}</p><p>Envoyé le {when}</p></div></body></html>\n"
            for stem, who, when, text in captures
        },
    )
