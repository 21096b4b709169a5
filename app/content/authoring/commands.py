"""Verbs of `pix content` for those who write: new, stats."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from random import SystemRandom
from typing import Any

import msgspec

from app.content.authoring.figures import figures
from app.content.authoring.figures_table import table
from app.content.authoring.goals import goals
from app.content.authoring.new_challenge import CannotBegin, write_new
from app.content.environments import ENVIRONMENTS
from app.content.kinds import KINDS
from app.content.reading import read_tree


def register(verbs: Any, root: Path) -> None:
    """Adds the verbs; `root` is the content of this checkout."""
    one = verbs.add_parser("new", help="draw an id and write a commented challenge to fill in")
    one.add_argument("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    one.add_argument("skill", metavar="SKILL", help="as in framework/…/skills.yaml: <topic>-<level>")
    one.add_argument("--nickname", default="", help="a word or two for humans, at the end of the folder's name")
    one.add_argument("--environment", default="", choices=ENVIRONMENTS, metavar="NAME", help=", ".join(ENVIRONMENTS))
    one.add_argument("--root", type=Path, default=root)
    one.set_defaults(run=run_new, models=root / "templates")
    one = verbs.add_parser("stats", help="how much there is to ask, where, of what kind; the goals reached")
    one.add_argument("--json", action="store_true", help="every figure, for a program")
    one.add_argument("--root", type=Path, default=root)
    one.set_defaults(run=run_stats)


def run_new(arguments: argparse.Namespace) -> int:
    asked = (arguments.kind, arguments.skill, SystemRandom(), arguments.nickname, arguments.environment)
    try:
        path = write_new(read_tree(arguments.root), arguments.models, *asked)
    except CannotBegin as refused:
        print(f"pix: {refused}", file=sys.stderr)
        return 2
    shown = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    print(f"{shown}\nReplace every TODO, then: pix content check {shown.parent}")
    return 0


def run_stats(arguments: argparse.Namespace) -> int:
    found = figures(read_tree(arguments.root))
    aims = goals(found)
    if arguments.json:
        whole = {**msgspec.to_builtins(found, str_keys=True), "goals": msgspec.to_builtins(aims)}
        print(msgspec.json.format(msgspec.json.encode(whole), indent=1).decode())
    else:
        print(*table(found, aims), sep="\n")
    return 0
