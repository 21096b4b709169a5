"""The results received, one line for each person: her last sending."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.accounts.identity import unaccented
from app.campaigns.analysis.forms import WantedResults
from app.campaigns.analysis.queries.population import Population, marks
from app.campaigns.followup.queries import natural
from app.campaigns.mastery import percent_of
from app.campaigns.tables import Participation
from app.persistence.reports import report
from app.web.forms import Form
from app.web.listing import Slice, slice_of
from app.web.sorting import Sorting

SENT = (
    "o.campaign = p.campaign AND o.learner = p.learner AND o.shared_at IS NOT NULL AND o.deleted_at IS NULL"
    " AND NOT o.trial"
)
KEYS: Mapping[str, tuple[str, Callable[[Any], Any]]] = {
    "nom": ("l.search_name", str),
    "prenom": ("l.first_name", unaccented),
    "identifiant": ("p.external_id", natural),
    "groupe": ("l.group_name", natural),
    "resultat": ("p.validated", int),
    "envois": (f"(SELECT COUNT(*) FROM participation o WHERE {SENT})", int),
    "envoye": ("p.shared_at", lambda moment: moment),
}
"""What each order looks at, and how two of them compare; whose is empty comes last."""

Row = Mapping[str, Any]
Keep = Callable[[str], bool]
"""Whether results with these letters are wanted."""


@dataclass(frozen=True)
class Received:
    """A line of the list."""

    id: int
    first_name: str
    last_name: str
    external_id: str
    group: str
    sent_at: datetime
    outcomes: str
    validated: int
    percent: int
    evolution: int | None
    """Points gained or lost since her sending before this one; None when there is none."""
    sendings: int

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


async def received(
    population: Population, wanted: WantedResults, total: int, query: Form, keep: Keep | None = None
) -> tuple[list[Received], Slice]:
    """One page of the results wanted, in their order. `total`: skills of the campaign; `keep`: a filter on letters."""
    ids = await _ids(population, wanted, keep)
    part = slice_of(query, len(ids))
    return await _lines(ids[part.offset : part.last], total), part


async def _ids(population: Population, wanted: WantedResults, keep: Keep | None) -> list[int]:
    """Everyone wanted, in order."""
    column, _ = KEYS[wanted.sorting.key]
    conditions = [f"p.id IN ({population.sql})", *["l.search_name LIKE {} ESCAPE '!'"] * len(wanted.searched)]
    rows = await report(
        f"SELECT p.id, {column} AS sorted_by{', p.outcomes' if keep else ''} FROM participation p"
        f" LEFT JOIN learner l ON l.id = p.learner WHERE {' AND '.join(conditions)} ORDER BY l.search_name, p.id",
        *population.values,
        *(f"%{_literal(word)}%" for word in wanted.searched),
    )
    return await asyncio.to_thread(_sorted, rows, wanted.sorting, keep)


def _sorted(rows: Sequence[Row], sorting: Sorting, keep: Keep | None) -> list[int]:
    """Sorted as only Python can: accents, numbers inside names. The same letters are looked at once."""
    if keep:
        wanted = {letters: keep(letters) for letters in {row["outcomes"] for row in rows}}
        rows = [row for row in rows if wanted[row["outcomes"]]]
    _, comparable = KEYS[sorting.key]
    empty = [row["id"] for row in rows if row["sorted_by"] in (None, "")]
    filled = [row for row in rows if row["sorted_by"] not in (None, "")]
    filled.sort(key=lambda row: comparable(row["sorted_by"]), reverse=sorting.descending)
    return [row["id"] for row in filled] + empty


async def _lines(ids: Collection[int], total: int) -> list[Received]:
    if not ids:
        return []
    rows = await Participation.raw(
        "SELECT p.id, p.external_id, p.shared_at, p.outcomes, p.validated, l.first_name, l.last_name, l.group_name,"
        f" (SELECT COUNT(*) FROM participation o WHERE {SENT}) AS sendings,"
        f" (SELECT b.validated FROM participation b WHERE b.id = (SELECT MAX(o.id) FROM participation o WHERE {SENT}"
        "  AND o.id < p.id)) AS validated_before"
        " FROM participation p LEFT JOIN learner l ON l.id = p.learner"
        f" WHERE p.id IN ({marks(list(ids))})",
        *ids,
    )
    found = {row["id"]: _line(row, total) for row in rows}
    return [found[one] for one in ids]


def _line(row: Row, total: int) -> Received:
    percent, before = percent_of(row["validated"], total), row["validated_before"]
    return Received(
        id=row["id"],
        first_name=row["first_name"] or "",
        last_name=row["last_name"] or "",
        external_id=row["external_id"],
        group=row["group_name"] or "",
        sent_at=row["shared_at"],
        outcomes=row["outcomes"],
        validated=row["validated"],
        percent=percent,
        evolution=None if before is None else percent - percent_of(before, total),
        sendings=row["sendings"],
    )


def _literal(word: str) -> str:
    """A word to be found as it is written by LIKE … ESCAPE '!'."""
    return word.replace("!", "!!").replace("%", "!%").replace("_", "!_")
