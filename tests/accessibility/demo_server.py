"""A server with the real content and the demonstration: every page has something to show."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.served import ROOT, Served, free_port
from tests.sharing import made_once


def demo_made_in(folder: Path) -> Served:
    """Migrated, with the bank and the demonstration, as `make run` does; not started."""
    shutil.copytree(demo(), folder, dirs_exist_ok=True)
    return Served(folder, free_port())


def demo() -> Path:
    """The folder of the demonstration, to be copied."""
    return made_once("demo", _make)


def _make(folder: Path) -> None:
    for words in (("db", "upgrade"), ("content", "load"), ("demo",)):
        subprocess.run(
            [sys.executable, "-m", "app.cli", *words],
            check=True,
            cwd=ROOT,
            env=Served(folder).environment,
            stdout=subprocess.DEVNULL,
        )
