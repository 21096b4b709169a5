"""What only eyes or ears give has an equivalent in words; every picture has its author; nothing is too heavy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from app.content.bank import Bank, Source, StoredChallenge
from app.content.problems import Problem

SHORTEST_ALT, LONGEST_ALT = 10, 240
REDUNDANT = re.compile(r"^(image|illustration|photo(graphie)?|dessin|icône)\b( d| montr| repr|$)", re.IGNORECASE)
LICENCE = re.compile(r"\b(CC0|CC BY(-SA)?( \d\.\d)?|domaine public)\b")
FOR_THE_SENSES = {".png", ".jpg", ".jpeg", ".webp", ".svg", ".gif", ".wav"}
MAX_CHALLENGE_BYTES = 400_000
MAX_ILLUSTRATION_WIDTH = 1_600


def equivalent_problems(bank: Bank) -> Iterator[Problem]:
    for name, stored in bank.challenges.items():
        source = bank.sources["challenge", name]
        yield from _illustration(source, stored)
        yield from _weight(source, stored)


def equivalent_notes(bank: Bank) -> Iterator[Problem]:
    """Pictures and sounds to open that have neither an equivalent nor a mark saying that they need eyes or ears."""
    for name, stored in bank.challenges.items():
        body, source = stored.body, bank.sources["challenge", name]
        for position, file in enumerate(body.attachments):
            if Path(file).suffix.lower() not in FOR_THE_SENSES or body.alternative:
                continue
            if not {"sight", "sound", "colour"} & set(body.marks):
                yield source.problem(
                    ("attachments", position),
                    "A005",
                    f"« {file} » ne se lit qu’avec les yeux ou les oreilles",
                    "écrivez `alternative`, ou marquez `sight` ou `sound`",
                ).as_note()


def _illustration(source: Source, stored: StoredChallenge) -> Iterator[Problem]:
    one = stored.body.illustration
    if one is None:
        return
    at = ("illustration", "alt")
    if len(one.alt) > LONGEST_ALT:
        yield source.problem(
            at, "A001", f"`alt` fait {len(one.alt)} signes, {LONGEST_ALT} au plus", "le détail va dans `alternative`"
        )
    if len(one.alt) < SHORTEST_ALT:
        yield source.problem(at, "A002", f"« {one.alt} » ne dit pas ce que montre l’image", "décrivez ce qui compte")
    if REDUNDANT.search(one.alt):
        yield source.problem(at, "A003", "`alt` dit que c’est une image", "dites seulement ce qu’elle montre")
    if not LICENCE.search(one.credit):
        yield source.problem(
            ("illustration", "credit"),
            "A004",
            f"« {one.credit} » ne donne pas de licence libre",
            "écrivez l’auteur et la licence : « Pix, CC BY-SA 4.0 »",
        )


def _weight(source: Source, stored: StoredChallenge) -> Iterator[Problem]:
    weight = sum(one.size for one in stored.media)
    if weight > MAX_CHALLENGE_BYTES:
        yield source.problem(
            (), "M002", f"les fichiers de l’épreuve pèsent {weight} octets : {MAX_CHALLENGE_BYTES} au plus"
        )
    for one in stored.media:
        if one.width > MAX_ILLUSTRATION_WIDTH:
            yield source.problem(
                ("illustration", "file"),
                "M003",
                f"« {one.name} » fait {one.width} pixels de large : {MAX_ILLUSTRATION_WIDTH} au plus",
            )
