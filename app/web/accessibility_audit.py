"""The audit of accessibility, kept in Git, and what the declaration says of it.

Source of the criteria, of the rate and of the three levels: RGAA 4.1.2 (« Référentiel général d'amélioration de
l'accessibilité ») and its model of declaration: the rate is that of the criteria met among those that apply.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from app.lib.msgids import N_

FILE = Path(__file__).with_suffix(".yaml")
HALF, ALL = 50, 100
TOTALLY = N_("Accessibilité : totalement conforme")
PARTLY = N_("Accessibilité : partiellement conforme")
NOT = N_("Accessibilité : non conforme")

State = Literal["yes", "no", "none", "unchecked"]


class Criterion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`evidence`: what shows it, for one that is met."""

    state: State
    evidence: str = ""


class Gap(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is not accessible yet; of no criterion, `criterion` is empty."""

    criterion: str
    fr: str
    en: str


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a year of the plan brings."""

    year: int
    fr: str
    en: str


class Audit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    made_on: date
    by: str
    pages: tuple[str, ...]
    criteria: Mapping[str, Criterion]
    gaps: tuple[Gap, ...]
    plan: tuple[Step, ...]

    @property
    def rate(self) -> int:
        """Percentage of the criteria met among those that apply, rounded down; one not looked at is not met."""
        counted = Counter(one.state for one in self.criteria.values())
        return 100 * counted["yes"] // (sum(counted.values()) - counted["none"])

    @property
    def level(self) -> str:
        """What the footer says (a French msgid)."""
        return TOTALLY if self.rate == ALL else PARTLY if self.rate >= HALF else NOT

    def met(self) -> int:
        return sum(one.state == "yes" for one in self.criteria.values())

    def applying(self) -> int:
        return sum(one.state != "none" for one in self.criteria.values())


@cache
def audit() -> Audit:
    """The last one."""
    return msgspec.yaml.decode(FILE.read_bytes(), type=Audit)
