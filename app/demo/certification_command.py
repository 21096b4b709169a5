"""`pix simulate certification`: its options, and what they make of them."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from app.certification.scoring.configurations import configuration_on
from app.certification.scoring.cut_points import derived, in_yaml
from app.content import releases
from app.demo.certification_report import certification_report, write_certification_csv
from app.demo.certification_trial import certification_trial, with_cut_points_of, worths_of
from app.demo.simulated_bank import Bank, generated_bank, real_bank
from app.demo.simulated_people import Truth
from app.evaluation.belief.spreads import USUAL
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
        "--cut-points", action="store_true", help="only print those of the bank, for the configuration file"
    )
    truth = parser.add_argument_group("the truth", "how people and challenges are, which the test is not told")
    for name, says in TRUTHS.items():
        usual = getattr(TRUTH, name)
        truth.add_argument(f"--{name}", type=float, default=usual, metavar="X", help=f"{says} ({usual:g})")


async def run(arguments: argparse.Namespace) -> int:
    truth = replace(TRUTH, **{name: getattr(arguments, name) for name in TRUTHS})
    configuration = configuration_on(arguments.on or now().date())
    bank = await _bank(arguments, truth)
    if arguments.cut_points:
        print(*in_yaml(*derived(worths_of(bank), USUAL, configuration.max_level)), sep="\n")
        return 0
    if arguments.bank == "generated":
        configuration = with_cut_points_of(configuration, bank)
    found = certification_trial(bank, truth, arguments.people, arguments.seed, configuration)
    print(*certification_report(found), sep="\n")
    if arguments.csv:
        write_certification_csv(found, arguments.csv)
    return 0


async def _bank(arguments: argparse.Namespace, truth: Truth) -> Bank:
    if arguments.bank == "generated":
        return generated_bank(truth.misset, arguments.seed)
    async with database_running():
        await releases.refresh()
        return real_bank(releases.current_index(), truth.misset, arguments.seed)


def _count(text: str) -> int:
    if int(text) < 1:
        raise argparse.ArgumentTypeError("at least one")
    return int(text)
