"""What a teacher wants to see of the results, as the address says it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from app.accounts.identity import unaccented
from app.web.forms import Form
from app.web.sorting import Sorting, sorting_of

RECEIVED_COLUMNS = ("nom", "prenom", "identifiant", "groupe", "resultat", "envois", "envoye")
TOPIC_COLUMNS = ("sujet", "pertinence", "reussite")
QUESTION_COLUMNS = ("sujet", "reponses", "reussite", "a-revoir", "passees", "temps")
FROM_THE_HIGHEST = ("resultat", "envois", "envoye", "pertinence", "reponses", "a-revoir", "passees", "temps")
BY_NAME = Sorting("nom", False)
MOST_RELEVANT_FIRST = Sorting("pertinence", True)
MOST_FAILED_FIRST = Sorting("reussite", False)
LONGEST_SEARCH = 100
MOST_CHOSEN = 50


@dataclass(frozen=True)
class WantedResults:
    """Words of the name, groups (any of them), stages (any), badges (all of them); nothing is everything."""

    words: str
    groups: tuple[str, ...]
    stages: tuple[int, ...]
    """Numbers of stages, 0 for the first."""
    badges: tuple[int, ...]
    sorting: Sorting

    @property
    def filtered(self) -> bool:
        """Whether the list shows some of the people only, whatever the groups."""
        return bool(self.words or self.stages or self.badges)

    @property
    def searched(self) -> tuple[str, ...]:
        """The words as names are searched: lower-cased, unaccented."""
        return tuple(unaccented(self.words).split())


def read_groups(query: Form) -> tuple[str, ...]:
    """`?groupe=TD 1&groupe=TD 2`."""
    return tuple(dict.fromkeys(one for one in query.all("groupe") if one))[:MOST_CHOSEN]


def read_results(query: Form) -> WantedResults:
    """`?q=car&palier=2&badge=7&tri=-resultat`; nonsense is left out."""
    return WantedResults(
        query.text("q")[:LONGEST_SEARCH],
        read_groups(query),
        _numbers(query, "palier"),
        _numbers(query, "badge"),
        sorting_of(query, RECEIVED_COLUMNS, BY_NAME),
    )


def read_competence(query: Form, known: Collection[str]) -> str:
    """`?competence=1.1`, one of those `known`, else all: empty."""
    code = query.text("competence")
    return code if code in known else ""


def _numbers(query: Form, name: str) -> tuple[int, ...]:
    found = (one for one in query.all(name) if one.isascii() and one.isdigit() and len(one) < 10)
    return tuple(dict.fromkeys(int(one) for one in found))[:MOST_CHOSEN]
