"""`pix content …`: the contributor's tools."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from app.content import releases, rules, schema, translating
from app.content.authoring import commands as authoring
from app.content.authoring.changes import compare, history_problems
from app.content.authoring.impact import impact, told
from app.content.authoring.revisions import RevisionUnreadable, bank_at, where_it_left
from app.content.bank import Bank
from app.content.checks import check, notes
from app.content.problems import Problem
from app.content.reading import read_tree
from app.lib.clock import now
from app.persistence.database import database_running

ROOT = Path(__file__).resolve().parents[2] / "content"


def register(subparsers: Any) -> Any:
    """Adds `pix content`; returns its verbs, to which rooms above may add theirs."""
    content = subparsers.add_parser("content", help="check and load the content bank")
    verbs = content.add_subparsers(required=True, metavar="VERB")
    one = verbs.add_parser("check", help="list every problem of the content; exit 1 when there is one")
    one.add_argument("path", nargs="?", type=Path, help="only show the problems under this path")
    one.add_argument(
        "--against", metavar="REV", help="also what may not be done to what REV served; tells what changed"
    )
    one.add_argument("--notes", action="store_true", help="also show what would be better otherwise")
    one.add_argument("--root", type=Path, default=ROOT)
    one.set_defaults(run=run_check)
    one = verbs.add_parser("load", help="check, then make the content the current release")
    one.add_argument("--root", type=Path, default=ROOT)
    one.set_defaults(run=run_load)
    one = verbs.add_parser("schema", help="write the JSON Schemas for editors")
    one.add_argument("--check", action="store_true", help="write nothing; exit 1 when one is stale")
    one.set_defaults(run=run_schema)
    one = verbs.add_parser("rules", help="write content/rules.md, the page of what `check` refuses")
    one.set_defaults(run=run_rules)
    translating.register(verbs, ROOT)
    authoring.register(verbs, ROOT)
    return verbs


def run_check(arguments: argparse.Namespace) -> int:
    bank = read_tree(arguments.root)
    problems, advice = check(bank), notes(bank) if arguments.notes else []
    if arguments.path:
        problems, advice = (_under(arguments.path, arguments.root, found) for found in (problems, advice))
    if arguments.against:
        try:
            before = bank_at(arguments.root, where_it_left(arguments.root, arguments.against))
        except RevisionUnreadable as unreadable:
            print(f"pix: {unreadable}", file=sys.stderr)
            return 2
        problems += history_problems(before, bank)
        changes = compare(before, bank)
        print(*told(impact(before, bank, changes), changes), sep="\n")
    _show(advice)
    return _report(bank, problems)


async def run_load(arguments: argparse.Namespace) -> int:
    async with database_running():
        try:
            index, new = await releases.load_tree(arguments.root, now())
        except releases.ContentRefused as refused:
            _show(refused.problems)
            return 1
    print(f"{'Loaded' if new else 'Already current'}: {len(index.challenges)} challenges, {len(index.skills)} skills.")
    return 0


def run_schema(arguments: argparse.Namespace) -> int:
    folder = ROOT / "schema"
    if arguments.check:
        found = schema.stale(folder)
        for path in found:
            print(f"{path}: stale, run `pix content schema`", file=sys.stderr)
        return 1 if found else 0
    for path in schema.write(folder):
        print(path)
    return 0


def run_rules(_: argparse.Namespace) -> int:
    (ROOT / "rules.md").write_text(rules.rules_page(), encoding="utf-8")
    print(ROOT / "rules.md")
    return 0


def _under(path: Path, root: Path, problems: list[Problem]) -> list[Problem]:
    return [one for one in problems if (root / one.path).resolve().is_relative_to(path.resolve())]


def _report(bank: Bank, problems: list[Problem]) -> int:
    _show(problems)
    skills = len(bank.skills()) - len(bank.draft_skills())
    found = f"{len(bank.active())} active challenges, {skills} skills, {len(bank.tutorials)} tutorials"
    print(f"{found}: {len(problems)} problem{'' if len(problems) == 1 else 's'}.")
    return 1 if problems else 0


def _show(problems: list[Problem]) -> None:
    for one in problems:
        print(one, file=sys.stderr)
