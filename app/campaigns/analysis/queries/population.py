"""Whose results count: the last sending of each person, neither deleted nor a trial (orga 2.3)."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.campaigns.analysis.tally import Tally, tally_of
from app.campaigns.arrangement import Arrangement
from app.persistence.reports import report


@dataclass(frozen=True)
class Population:
    """Those who sent their results; `groups`: only the people of these."""

    campaign: int
    groups: tuple[str, ...] = ()

    @property
    def sql(self) -> str:
        """Numbers of their participations. Someone whose learner is gone counts for one."""
        joined = " JOIN learner g ON g.id = o.learner" if self.groups else ""
        only = f" AND g.group_name IN ({marks(self.groups)})" if self.groups else ""
        return (
            f"SELECT MAX(o.id) FROM participation o{joined} WHERE o.campaign = {{}} AND o.shared_at IS NOT NULL"
            f" AND o.deleted_at IS NULL AND NOT o.trial{only} GROUP BY COALESCE(o.learner, -o.id)"
        )

    @property
    def values(self) -> list[Any]:
        return [self.campaign, *self.groups]


async def tally(population: Population, arrangement: Arrangement) -> Tally:
    """What they validated, all together: one query, whatever their number."""
    rows = await report(
        f"SELECT p.outcomes, COUNT(*) AS people FROM participation p WHERE p.id IN ({population.sql})"
        " GROUP BY p.outcomes ORDER BY p.outcomes",
        *population.values,
    )
    return await asyncio.to_thread(tally_of, arrangement, {row["outcomes"]: row["people"] for row in rows})


def marks(values: Sequence[Any]) -> str:
    """As many marks as values, for `IN`."""
    return ", ".join(["{}"] * len(values))
