"""The order of a list, as its address says it: `?tri=nom`, `?tri=-nom` for the reverse. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from app.web.forms import Form
from app.web.listing import address

SORT = "tri"


@dataclass(frozen=True)
class Sorting:
    """A column, and whether it goes down."""

    key: str
    descending: bool

    @property
    def written(self) -> str:
        return f"-{self.key}" if self.descending else self.key


def sorting_of(query: Form, keys: Collection[str], default: Sorting) -> Sorting:
    """The order asked for, the default one for nonsense."""
    asked = query.text(SORT)
    found = Sorting(asked.removeprefix("-"), asked.startswith("-"))
    return found if found.key in keys else default


@dataclass(frozen=True)
class Heading:
    """The heading of a column: where it leads, what `aria-sort` says (empty when the list is not in its order)."""

    key: str
    href: str
    order: str


def headings(
    path: str, query: Form, keys: Collection[str], sorting: Sorting, down: Collection[str] = ()
) -> dict[str, Heading]:
    """The headings of a table by column: the one in use turns the order round, others begin up, or `down` for some."""
    found = {}
    for key in keys:
        current = key == sorting.key
        descending = not sorting.descending if current else key in down
        order = ("descending" if sorting.descending else "ascending") if current else ""
        found[key] = Heading(key, address(path, query, tri=Sorting(key, descending).written), order)
    return found
