"""`pix simulate placement`: its options, and what they make of them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from app.content import releases
from app.demo.placement_explained import explained
from app.demo.placement_report import report, write_csv
from app.demo.placement_trial import EPOCH, trial
from app.demo.simulated_bank import Bank, generated_bank, real_bank
from app.demo.simulated_peer import NAME as PEER
from app.demo.simulated_peer import NOT_INSTALLED, CatsimPlacement, peer_is_installed
from app.demo.simulated_people import KINDS, Truth, draw_people
from app.demo.simulated_rivals import LadderPlacement, RandomPlacement
from app.demo.simulated_test import Sitting
from app.evaluation.engines import ENGINES
from app.evaluation.placement import PlacementEngine
from app.persistence.database import database_running
from app.settings import settings

KNOWN: Mapping[str, PlacementEngine] = {one.name: one for one in (*ENGINES, RandomPlacement(), LadderPlacement())}
NAMES = (*KNOWN, PEER)
USUAL = Truth()


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--learners", type=_count, default=40, metavar="N", help="people, each takes every test (40)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same people (1)")
    parser.add_argument(
        "--engine", type=_names, metavar="NAMES", help=f"separated by commas: {', '.join(NAMES)} (the setting's)"
    )
    parser.add_argument(
        "--bank",
        choices=("generated", "real"),
        help="16 competences, 5 topics, 8 levels (generated, the default), or the loaded content (real)",
    )
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write a line for each person and competence")
    parser.add_argument(
        "--explain",
        metavar="CODE",
        help="why the Bayesian engine asks each question of the test of this competence to one person"
        " (of the loaded content, unless --bank says otherwise)",
    )
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
    if arguments.explain:
        return _explain(bank, truth, arguments)
    engines, missing = engines_of(arguments.engine or _names(settings().placement_engine))
    found = trial(bank, truth, engines, arguments.learners, arguments.seed)
    print(*report(found, missing), sep="\n")
    if arguments.csv:
        write_csv(found, arguments.csv)
    return 0


def engines_of(names: Sequence[str]) -> tuple[Sequence[PlacementEngine], Mapping[str, str]]:
    """The engines of these names, and those that cannot play here, with the reason."""
    if PEER not in names:
        return [KNOWN[name] for name in names], {}
    if not peer_is_installed():
        return [KNOWN[name] for name in names if name != PEER], {PEER: NOT_INSTALLED}
    return [CatsimPlacement() if name == PEER else KNOWN[name] for name in names], {}


def truth_of(arguments: argparse.Namespace) -> Truth:
    return Truth(**{field.name: getattr(arguments, field.name) for field in fields(Truth)})


def _explain(bank: Bank, truth: Truth, arguments: argparse.Namespace) -> int:
    if arguments.explain not in bank.by_code:
        print(f"pix: no competence {arguments.explain}: {', '.join(bank.by_code) or 'no content'}.", file=sys.stderr)
        return 1
    person = draw_people(bank, truth, 1, arguments.seed)[0]
    print(*explained(Sitting(bank.by_code[arguments.explain], person, arguments.seed, EPOCH, {})), sep="\n")
    return 0


async def _bank(arguments: argparse.Namespace, truth: Truth) -> Bank:
    if (arguments.bank or ("real" if arguments.explain else "generated")) == "generated":
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


def _names(text: str) -> Sequence[str]:
    if unknown := [name for name in text.split(",") if name not in NAMES]:
        raise argparse.ArgumentTypeError(f"{unknown[0]!r}: known engines are {', '.join(NAMES)}")
    return list(dict.fromkeys(text.split(",")))
