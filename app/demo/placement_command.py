"""`pix simulate placement`: its options, and what they make of them."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from app.content import releases
from app.demo.placement_report import report, write_csv
from app.demo.placement_trial import trial
from app.demo.simulated_bank import Bank, generated_bank, real_bank
from app.demo.simulated_people import KINDS, Truth
from app.demo.simulated_rivals import LadderPlacement, RandomPlacement
from app.evaluation.engines import ENGINES
from app.evaluation.placement import PlacementEngine
from app.persistence.database import database_running
from app.settings import settings

RIVALS: Sequence[PlacementEngine] = (RandomPlacement(), LadderPlacement())
NAMES = tuple(one.name for one in (*ENGINES, *RIVALS))
USUAL = Truth()


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--learners", type=_count, default=40, metavar="N", help="people, each takes every test (40)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same people (1)")
    parser.add_argument(
        "--engine", type=_engines, metavar="NAMES", help=f"separated by commas: {', '.join(NAMES)} (the setting's)"
    )
    parser.add_argument(
        "--bank",
        choices=("generated", "real"),
        default="generated",
        help="a generated bank of 16 competences, 5 topics, 8 levels (the default), or the loaded content",
    )
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write a line for each person and competence")
    truth = parser.add_argument_group("the truth", "how people and challenges are, which the engines are not told")
    _number(truth, "slope", "how sharply success rises with ability, by level")
    _number(truth, "guess", "chance of who knows nothing (each challenge's own; 0.15 in the generated bank)", most=0.9)
    _number(truth, "slip", "chance that who masters a skill fails", most=0.9)
    _number(truth, "mean", "mean ability, in levels", least=-10)
    _number(truth, "general", "spread of general abilities, in levels")
    _number(truth, "competence", "spread of the competences of somebody")
    _number(truth, "topic", "spread of the topics of a competence")
    _number(truth, "learning", "levels gained in a topic by each question on it")
    _number(truth, "misset", "part of the skills whose level is off by one", most=1)
    _number(truth, "careless", "part of the people who slip three times out of ten", most=1)
    _number(truth, "lucky", "part of the people who guess right four times out of ten", most=1)
    truth.add_argument("--people", choices=KINDS, default=USUAL.people, help="good at one area only, or never right")


async def run(arguments: argparse.Namespace) -> int:
    truth = truth_of(arguments)
    bank = await _bank(arguments, truth)
    found = trial(
        bank, truth, arguments.engine or _engines(settings().placement_engine), arguments.learners, arguments.seed
    )
    print(*report(found, {}), sep="\n")
    if arguments.csv:
        write_csv(found, arguments.csv)
    return 0


def truth_of(arguments: argparse.Namespace) -> Truth:
    return Truth(**{field.name: getattr(arguments, field.name) for field in fields(Truth)})


async def _bank(arguments: argparse.Namespace, truth: Truth) -> Bank:
    if arguments.bank == "generated":
        return generated_bank(truth.misset, arguments.seed)
    async with database_running():
        await releases.refresh()
        return real_bank(releases.current_index(), truth.misset, arguments.seed)


def _number(group: Any, name: str, says: str, least: float = 0, most: float = 100) -> None:
    usual = getattr(USUAL, name)

    def number(text: str) -> float:
        value = float(text)
        if not least <= value <= most:
            raise argparse.ArgumentTypeError(f"{text} is not between {least} and {most}")
        return value

    group.add_argument(
        f"--{name}", type=number, default=usual, metavar="X", help=says if usual is None else f"{says} ({usual:g})"
    )


def _count(text: str) -> int:
    if int(text) < 1:
        raise argparse.ArgumentTypeError("at least one")
    return int(text)


def _engines(text: str) -> Sequence[PlacementEngine]:
    known: Mapping[str, PlacementEngine] = {one.name: one for one in (*ENGINES, *RIVALS)}
    if unknown := [name for name in text.split(",") if name not in known]:
        raise argparse.ArgumentTypeError(f"{unknown[0]!r}: known engines are {', '.join(known)}")
    return [known[name] for name in dict.fromkeys(text.split(","))]
