"""Deux publications ActivityPub : l’une publique, l’autre pour les abonnés."""

import json
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text

PUBLIC = "https://www.w3.org/ns/activitystreams#Public"


def note(server: str, who: str, to: str, copies: list[str], answers: str, words: str) -> str:
    return (
        json.dumps(
            {
                "@context": "https://www.w3.org/ns/activitystreams",
                "id": f"https://{server}/users/{who}/notes/4821",
                "type": "Note",
                "published": "2026-05-14T18:22:07Z",
                "attributedTo": f"https://{server}/users/{who}",
                "to": [to],
                "cc": copies,
                "inReplyTo": answers,
                "content": words,
            },
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )


HERE = Path(__file__).parent
A = "https://rivage.example/users/lea"
B = "https://atelier.example/users/samir"
write_text(
    HERE,
    "publication-a.json",
    note(
        "rivage.example",
        "lea",
        PUBLIC,
        [f"{A}/followers", "https://sud.example/users/ugo"],
        "https://sud.example/users/ugo/notes/77",
        "D’accord avec toi, et voir aussi https://nord.example/dossier",
    ),
)
write_text(
    HERE,
    "publication-b.json",
    note(
        "atelier.example",
        "samir",
        f"{B}/followers",
        ["https://nord.example/users/mina"],
        "https://nord.example/users/mina/notes/310",
        "Merci ! Le plan est sur https://rivage.example/plan",
    ),
)
