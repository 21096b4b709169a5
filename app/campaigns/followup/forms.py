"""What a teacher wants to see of a campaign's participants, as the address says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.accounts.identity import unaccented
from app.campaigns.queries import State
from app.web.forms import Form
from app.web.sorting import Sorting, sorting_of

STATES: Mapping[str, State] = {"en-cours": "started", "en-attente": "to_share", "recus": "shared"}
"""What an address calls the states of a participation."""
COLUMNS = (
    "nom",
    "prenom",
    "identifiant",
    "groupe",
    "statut",
    "avancement",
    "resultat",
    "envois",
    "commence",
    "envoye",
)
FROM_THE_HIGHEST = ("resultat", "envois", "envoye")
BY_NAME = Sorting("nom", False)
LONGEST_SEARCH = 100
MOST_GROUPS = 50


@dataclass(frozen=True)
class Wanted:
    """Words of the name, states and groups (any of them; none is all), order."""

    words: str
    states: tuple[State, ...]
    groups: tuple[str, ...]
    sorting: Sorting

    @property
    def filtered(self) -> bool:
        return bool(self.words or self.states or self.groups)

    @property
    def named_states(self) -> tuple[str, ...]:
        return tuple(name for name, state in STATES.items() if state in self.states)

    @property
    def searched(self) -> tuple[str, ...]:
        """The words as names are searched: lower-cased, unaccented."""
        return tuple(unaccented(self.words).split())


def read_wanted(query: Form) -> Wanted:
    """`?q=car&statut=en-cours&statut=en-attente&groupe=TD 1&tri=-resultat`; nonsense is left out."""
    states = dict.fromkeys(STATES[one] for one in query.all("statut") if one in STATES)
    groups = dict.fromkeys(one for one in query.all("groupe") if one)
    return Wanted(
        query.text("q")[:LONGEST_SEARCH],
        tuple(states),
        tuple(groups)[:MOST_GROUPS],
        sorting_of(query, COLUMNS, BY_NAME),
    )
