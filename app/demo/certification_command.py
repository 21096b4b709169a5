"""`pix simulate certification`: its options, and what they make of them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from app.certification.scoring.configurations import configuration_on
from app.certification.scoring.cut_points import derived, in_yaml
from app.content import releases
from app.demo.certification_neighbours import neighbours_report
from app.demo.certification_paths import (
    RESULTS,
    Answers,
    BadScenario,
    Plan,
    by_chance,
    changed,
    from_file,
    of_capacity,
    paths,
)
from app.demo.certification_report import certification_report, write_certification_csv
from app.demo.certification_trial import certification_trial, items_of_bank, with_cut_points_of, worths_of
from app.demo.simulated_bank import Bank, generated_bank, real_bank
from app.demo.simulated_people import Truth
from app.evaluation.belief.spreads import USUAL
from app.evaluation.certifying.configuration import Configuration
from app.lib.clock import now
from app.persistence.database import database_running

TRUTHS: Final[Mapping[str, str]] = {
    "slope": "how sharply success rises with ability, by level",
    "slip": "chance that who masters a skill fails",
    "mean": "mean ability, in levels",
    "general": "spread of general abilities, in levels",
    "competence": "spread of the competences of somebody",
    "topic": "spread of the topics of a competence",
    "misset": "part of the skills whose level is off by one",
}
TRUTH: Final = Truth()


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--people", type=_count, default=200, metavar="N", help="people, each takes one test (200)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same people (1)")
    parser.add_argument(
        "--bank",
        choices=("generated", "real"),
        default="real",
        help="the loaded content (real, the default), or 16 competences, 5 topics, 8 levels (generated)",
    )
    parser.add_argument("--on", type=date.fromisoformat, metavar="DAY", help="the version in force that day (today)")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write a line for each scoring, person and competence")
    parser.add_argument(
        "--room",
        type=_count,
        default=1,
        metavar="N",
        help="people of a room, who start together and are kept from the questions of one another (1: each alone)",
    )
    parser.add_argument(
        "--cut-points", action="store_true", help="only print those of the bank, for the configuration file"
    )
    _add_paths(parser.add_argument_group("paths", "single tests, a line of JSON each, instead of the tables"))
    truth = parser.add_argument_group("the truth", "how people and challenges are, which the test is not told")
    for name, says in TRUTHS.items():
        usual = getattr(TRUTH, name)
        truth.add_argument(f"--{name}", type=float, default=usual, metavar="X", help=f"{says} ({usual:g})")


def _add_paths(group: Any) -> None:
    group.add_argument("--scenarios", type=Path, metavar="FILE", help="answers: a test a row (ok,ko,aband)")
    group.add_argument("--random", type=_weights, metavar="ok=W,ko=W", help="answers drawn with these weights")
    group.add_argument("--capacity", type=float, metavar="C", help="answers of somebody of this capacity")
    group.add_argument("--runs", type=_count, default=1, metavar="N", help="tests, when answers are drawn (1)")
    group.add_argument("--stop-at", type=_count, default=1000, metavar="N", help="stop after so many questions")
    group.add_argument("--needs", default="", metavar="MARKS", help="nothing of these marks: sight,colour")
    group.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="another constant of the rules")


async def run(arguments: argparse.Namespace) -> int:
    truth = replace(TRUTH, **{name: getattr(arguments, name) for name in TRUTHS})
    configuration = configuration_on(arguments.on or now().date())
    bank = await _bank(arguments, truth)
    if arguments.cut_points:
        print(*in_yaml(*derived(worths_of(bank), USUAL, configuration.max_level)), sep="\n")
        return 0
    if arguments.scenarios or arguments.random or arguments.capacity is not None:
        return _print_paths(bank, configuration, arguments)
    if arguments.bank == "generated":
        configuration = with_cut_points_of(configuration, bank)
    found = certification_trial(bank, truth, arguments.people, arguments.seed, configuration, arguments.room)
    if arguments.room > 1:
        alone = certification_trial(bank, truth, arguments.people, arguments.seed, configuration)
        print(*neighbours_report(alone, found, arguments.room), sep="\n")
    print(*certification_report(found), sep="\n")
    if arguments.csv:
        write_certification_csv(found, arguments.csv)
    return 0


def _print_paths(bank: Bank, configuration: Configuration, arguments: argparse.Namespace) -> int:
    try:
        rules = changed(configuration, arguments.set)
        sources = _sources(arguments)
    except BadScenario as error:
        print(f"pix: {error}", file=sys.stderr)
        return 1
    needs = set(arguments.needs.split(","))
    marked = {
        name
        for test in bank.tests
        for name, one in test.items.items()
        if one.playable and needs.intersection(one.playable.body.marks)
    }
    items = [one for one in items_of_bank(bank) if one.id not in marked]
    for line in paths(Plan(rules, items, arguments.stop_at), sources, arguments.seed):
        print(line)
    return 0


def _sources(arguments: argparse.Namespace) -> Sequence[Answers]:
    if arguments.scenarios:
        return from_file(arguments.scenarios)
    if arguments.random:
        return by_chance(arguments.random, arguments.runs, arguments.seed)
    return of_capacity(arguments.capacity, arguments.runs, arguments.seed)


async def _bank(arguments: argparse.Namespace, truth: Truth) -> Bank:
    if arguments.bank == "generated":
        return generated_bank(truth.misset, arguments.seed)
    async with database_running():
        await releases.refresh()
        return real_bank(releases.current_index(), truth.misset, arguments.seed)


def _weights(text: str) -> Mapping[str, float]:
    found = {name: float(weight) for name, _, weight in (one.partition("=") for one in text.split(","))}
    if unknown := set(found) - set(RESULTS):
        raise argparse.ArgumentTypeError(f"{sorted(unknown)[0]!r} is none of {', '.join(RESULTS)}")
    return found


def _count(text: str) -> int:
    if int(text) < 1:
        raise argparse.ArgumentTypeError("at least one")
    return int(text)
