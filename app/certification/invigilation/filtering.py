"""Whom the invigilator wants to see, as the address says it. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.accounts.identity import unaccented
from app.certification.invigilation.queries import Line
from app.certification.invigilation.states import State
from app.web.forms import Form

STATES: Mapping[str, State] = {
    "signalement": "alert",
    "reprise": "waiting",
    "a-confirmer": "absent",
    "presents": "here",
    "en-cours": "running",
    "termines": "over",
}
"""What an address calls the states of a candidate, in the order of the list."""
LONGEST_SEARCH = 100


@dataclass(frozen=True)
class Wanted:
    """Words of the name, a state; empty is everybody."""

    words: str = ""
    named_state: str = ""

    @property
    def filtered(self) -> bool:
        return bool(self.words or self.named_state)


def read_wanted(query: Form) -> Wanted:
    """`?q=car&etat=en-cours`; nonsense is left out."""
    state = query.text("etat")
    return Wanted(query.text("q")[:LONGEST_SEARCH], state if state in STATES else "")


def filtered(lines: Sequence[Line], wanted: Wanted) -> Sequence[Line]:
    """Those wanted, in the same order; who signals a problem always is."""
    words, state = unaccented(wanted.words).split(), STATES.get(wanted.named_state)
    return [
        one
        for one in lines
        if one.state == "alert" or (state in (None, one.state) and all(word in unaccented(one.name) for word in words))
    ]
