"""What a learner says to need: marks of challenges to be spared, and more time. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import ceil
from typing import Literal, get_args

import msgspec

from app.content.challenge import Mark
from app.lib.msgids import N_

MARKS: tuple[Mark, ...] = get_args(Mark)
ExtraTime = Literal["", "third", "half", "twice"]
FACTORS: Mapping[ExtraTime, Fraction] = {
    "": Fraction(1),
    "third": Fraction(4, 3),
    "half": Fraction(3, 2),
    "twice": Fraction(2),
}
"""What the time of a timed challenge is multiplied by. One third more is the usual measure of French examinations."""

WORDS: Mapping[Mark, str] = {
    "sight": N_("Je ne vois pas, ou mal, les images"),
    "colour": N_("Je distingue mal les couleurs"),
    "sound": N_("Je n’entends pas, ou mal"),
    "pointing": N_("Je ne peux pas pointer avec précision"),
    "computer": N_("Je réponds sur un téléphone ou une tablette"),
}
"""Each need as the person says it (French msgids), in the order of the marks."""
TIMES: Mapping[ExtraTime, str] = {
    "": N_("Le temps prévu me convient"),
    "third": N_("Un tiers de temps en plus"),
    "half": N_("La moitié en plus"),
    "twice": N_("Deux fois plus de temps"),
}


class Needs(msgspec.Struct, frozen=True):
    """Needs declared on an account; by default, none."""

    marks: frozenset[Mark] = frozenset()
    extra_time: ExtraTime = ""

    def __bool__(self) -> bool:
        return bool(self.marks or self.extra_time)

    def seconds(self, timer: int) -> int:
        """The time given for a challenge timed at so many seconds, rounded up to a whole second."""
        return ceil(timer * FACTORS[self.extra_time])


NO_NEEDS = Needs()


def needs_from(marks: Iterable[str], extra_time: str) -> Needs:
    """From what a form sent or the database holds; what is unknown asks for nothing."""
    named = frozenset(marks)
    return Needs(
        frozenset(one for one in MARKS if one in named),
        next((one for one in FACTORS if one == extra_time), ""),
    )


def written(marks: Iterable[Mark]) -> str:
    """The marks as the database holds them, always in the same order."""
    named = frozenset(marks)
    return " ".join(one for one in MARKS if one in named)
