"""Verbs of `pix content` for those who write: new, play, stats, changelog."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from random import SystemRandom
from typing import Any

import msgspec

from app.content.authoring.changelog import changelog
from app.content.authoring.changes import compare
from app.content.authoring.figures import figures
from app.content.authoring.figures_table import table
from app.content.authoring.goals import goals
from app.content.authoring.impact import impact
from app.content.authoring.new_challenge import CannotBegin, write_new
from app.content.authoring.playing import play, summary
from app.content.authoring.revisions import RevisionUnreadable, bank_at, where_it_left
from app.content.bank import Bank
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
    one = verbs.add_parser("play", help="play each challenge against itself; exit 1 when an answer is misjudged")
    one.add_argument("path", nargs="?", type=Path, help="only the challenges under this path, with every answer")
    one.add_argument("--root", type=Path, default=root)
    one.set_defaults(run=run_play)
    one = verbs.add_parser("changelog", help="what changed between two revisions, in Markdown")
    one.add_argument(
        "between",
        metavar="A..B",
        help="Git revisions; nothing after the dots: the files as they are; A...: since they parted",
    )
    one.add_argument("--root", type=Path, default=root)
    one.set_defaults(run=run_changelog)
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


def run_play(arguments: argparse.Namespace) -> int:
    bank, failed = read_tree(arguments.root), 0
    wanted = arguments.path.resolve() if arguments.path else arguments.root.resolve()
    found = [name for name in bank.challenges if _file(bank, name).is_relative_to(wanted)]
    for name in found:
        states = play(bank.challenges[name])
        failed += not all(one.held for one in states)
        print(summary(bank.challenges[name], states))
        for one in states if arguments.path else [one for one in states if not one.held]:
            print(f"       {one.what:<10} {one.outcome:<12} {one.answer}".rstrip())
    if not found:
        print("pix: no challenge that can be read there; see `pix content check`", file=sys.stderr)
    print(f"{len(found)} challenges played, {failed} failed.")
    return 1 if failed or not found else 0


def run_changelog(arguments: argparse.Namespace) -> int:
    dots = "..." if "..." in arguments.between else ".."
    first, _, last = arguments.between.partition(dots)
    try:
        if dots == "...":
            first = where_it_left(arguments.root, first, last or "HEAD")
        before = bank_at(arguments.root, first)
        after = bank_at(arguments.root, last) if last else read_tree(arguments.root)
    except RevisionUnreadable as unreadable:
        print(f"pix: {unreadable}", file=sys.stderr)
        return 2
    changes = compare(before, after)
    print(changelog(before, after, changes, impact(before, after, changes), arguments.between), end="")
    return 0


def _file(bank: Bank, name: str) -> Path:
    return (bank.root / bank.sources["challenge", name].path).resolve()


def run_stats(arguments: argparse.Namespace) -> int:
    found = figures(read_tree(arguments.root))
    aims = goals(found)
    if arguments.json:
        whole = {**msgspec.to_builtins(found, str_keys=True), "goals": msgspec.to_builtins(aims)}
        print(msgspec.json.format(msgspec.json.encode(whole), indent=1).decode())
    else:
        print(*table(found, aims), sep="\n")
    return 0
