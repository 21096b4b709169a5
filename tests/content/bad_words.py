"""Bad examples of the rules on words, pictures, sizes and depth."""

from __future__ import annotations

import os
from pathlib import Path

from tests.content.bad_examples import SKILLS, Edit, challenge, edit, in_file, replace

INSTRUCTION = "  Une situation de niveau 1 en alpha, épreuve 1."
EXPLANATION = "explanation: Parce que c’est ainsi en alpha 1."
TUTORIAL = "tutorials/tuto-alpha.yaml"


def instruction(words: str) -> Edit:
    return edit("single_choice", INSTRUCTION, f"  {words}")


def explanation(words: str) -> Edit:
    return edit("single_choice", EXPLANATION, f"explanation: {words}")


def many(count: int) -> str:
    return "mot " * count + "mot."


def illustrated(tree: Path) -> Path:
    return next(path for path in tree.glob("challenges/*/*/*/challenge.yaml") if "illustration:" in path.read_text())


def alt(text: str) -> Edit:
    return lambda tree: _set(tree, "alt", text)


def credit(text: str) -> Edit:
    return lambda tree: _set(tree, "credit", text)


def _set(tree: Path, key: str, text: str) -> None:
    path = illustrated(tree)
    block = path.read_text().split("illustration:")[1].split("\n")[0]
    kept = "alt: Un dessin qui montre" if key == "credit" else "credit: 'Pix, CC BY-SA 4.0'"
    assert "{" in block
    replace(path, f"illustration:{block}", f"illustration: {{file: dessin.svg, {kept}, {key}: '{text}'}}")


def heavy(tree: Path) -> None:
    """Three attachments, each small enough, too heavy together."""
    path = challenge(tree, "date")
    for name in ("a.txt", "b.txt", "c.txt"):
        path.with_name(name).write_bytes(os.urandom(150_000))
    replace(path, "kind: date", "kind: date\nattachments: [a.txt, b.txt, c.txt]")


def wide(tree: Path) -> None:
    illustrated(tree).with_name("dessin.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="10"></svg>'
    )


def picture_to_open(tree: Path) -> None:
    path = challenge(tree, "date")
    path.with_name("plan.png").write_bytes(b"x")
    replace(path, "kind: date", "kind: date\nattachments: [plan.png]")


WORDS: dict[str, Edit] = {
    "A001": alt("Un carré noir " * 30),
    "A002": alt("Carré"),
    "A003": alt("Image d’un carré noir sur fond blanc"),
    "A004": credit("Pixabay"),
    "A005": picture_to_open,
    "M002": heavy,
    "M003": wide,
    "W001": explanation("TODO dire pourquoi."),
    "W002": instruction("Une situation..."),
    "W003": instruction('Une situation "étrange".'),
    "W004": instruction("Une situation  étrange."),
    "W005": instruction("Une «situation » étrange."),
    "W006": instruction("Une situation au coeur du sujet."),
    "W007": instruction("La 2ème situation."),
    "W008": instruction("Des situations, etc…"),
    "W009": explanation("Parce que c’est ainsi"),
    "W010": edit("single_choice", "épreuve 1 ?", "épreuve 1"),
    "W020": edit("single_choice", "question: Que", f"question: {many(30).removesuffix('.')} que"),
    "W021": instruction(many(70)),
    "W022": explanation(many(70)),
    "W023": in_file(TUTORIAL, "Un texte court", f"Un texte long, {many(300)} Oui"),
    "W024": edit("single_choice", "text: La bonne", "text: La bonne que sa longueur seule fait deviner bien vite"),
    "D001": edit("number", "status: active", "status: retired"),
    "D002": in_file(SKILLS, "- level: 4", "- level: 4\n        status: draft"),
    "D003": in_file(SKILLS, "more: [tuto-plus]", "more: []"),
}
