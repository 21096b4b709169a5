"""A server with the real content and the demonstration: every page has something to show."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.served import ROOT, Served, free_port


def demo_made_in(folder: Path) -> Served:
    """Migrated, with the bank and the demonstration, as `make run` does; not started."""
    served = Served(folder, free_port())
    for words in (("db", "upgrade"), ("content", "load"), ("demo",)):
        subprocess.run(
            [sys.executable, "-m", "app.cli", *words],
            check=True,
            cwd=ROOT,
            env=served.environment,
            stdout=subprocess.DEVNULL,
        )
    return served
