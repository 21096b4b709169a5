"""The command `pix`: one sub-command per need, each registered by the room that serves it."""

from __future__ import annotations

import argparse
import asyncio
import inspect
import logging
import sys
from collections.abc import Sequence
from importlib import import_module

from app.lib.refusals import Refusal
from app.persistence.backup import BackupRefused
from app.persistence.database import TooManyWorkers
from app.persistence.errors import DatabaseBusy
from app.persistence.migrations import MigrationFailed
from app.settings import SettingsError

COMMANDS = (
    "app.serving",
    "app.persistence.commands",
    "app.accounts.commands",
    "app.organisations.commands",
    "app.content.commands",
    "app.evaluation.commands",
    "app.demo.commands",
)
"""Modules with `register(subparsers)`: it adds parsers whose `run` takes the arguments and returns the exit status.

`run` may be a coroutine function; it opens the database itself (`async with database_running(): …`).
"""

CONTENT = "app.content.commands"
CONTENT_COMMANDS = ("app.evaluation.commands", "app.evaluation.calibration.commands", "app.preview.commands")
"""The same, added to the verbs of `pix content` by rooms above it: `register` of CONTENT returns them."""

EXPECTED = (SettingsError, BackupRefused, TooManyWorkers, MigrationFailed, DatabaseBusy, Refusal)
"""What can go wrong by no fault of the code: the message is enough."""


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status of the process."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s", level=logging.WARNING)
    arguments = parser().parse_args(words)
    try:
        outcome = arguments.run(arguments)
        if inspect.iscoroutine(outcome):
            outcome = asyncio.run(outcome)
    except EXPECTED as error:
        print(f"pix: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return int(outcome or 0)


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    whole = argparse.ArgumentParser(prog="pix", description="Pix: evaluates and develops digital skills.")
    subparsers = whole.add_subparsers(required=True, metavar="COMMAND")
    for name in COMMANDS:
        verbs = import_module(name).register(subparsers)
        if name == CONTENT:
            for other in CONTENT_COMMANDS:
                import_module(other).register(verbs)
    return whole


if __name__ == "__main__":
    sys.exit(main())
