"""The versions of the configuration of the adaptive test, as they are in Git: `configurations.yaml`, beside."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from pathlib import Path

import msgspec

from app.evaluation.certifying.configuration import Configuration, in_force, versions_of

FILE = Path(__file__).with_suffix(".yaml")


@cache
def versions() -> tuple[Configuration, ...]:
    """All of them, the oldest first."""
    return versions_of(msgspec.yaml.decode(FILE.read_bytes()))


def configuration_on(day: date, framework: str = "core") -> Configuration:
    """That of a candidate who joined a session that day (UTC). Raises `NoConfiguration`."""
    return in_force(versions(), day, framework)


def configuration_of(joined_at: datetime | None, started_at: datetime) -> Configuration:
    """The rules of a test: those of the day its candidate joined; that day unknown, of the day it began."""
    return configuration_on((joined_at or started_at).date())
