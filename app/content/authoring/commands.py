"""Verbs of `pix content` for those who write: stats."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import msgspec

from app.content.authoring.figures import figures
from app.content.authoring.figures_table import table
from app.content.authoring.goals import goals
from app.content.reading import read_tree


def register(verbs: Any, root: Path) -> None:
    """Adds the verbs; `root` is the content of this checkout."""
    one = verbs.add_parser("stats", help="how much there is to ask, where, of what kind; the goals reached")
    one.add_argument("--json", action="store_true", help="every figure, for a program")
    one.add_argument("--root", type=Path, default=root)
    one.set_defaults(run=run_stats)


def run_stats(arguments: argparse.Namespace) -> int:
    found = figures(read_tree(arguments.root))
    aims = goals(found)
    if arguments.json:
        whole = {**msgspec.to_builtins(found, str_keys=True), "goals": msgspec.to_builtins(aims)}
        print(msgspec.json.format(msgspec.json.encode(whole), indent=1).decode())
    else:
        print(*table(found, aims), sep="\n")
    return 0
