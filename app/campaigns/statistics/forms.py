"""What the page of statistics is asked to show, as its address says it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from app.campaigns.opening import PARIS
from app.lib.msgids import N_
from app.lib.refusals import NotFound
from app.web.forms import Form
from app.web.listing import number_of
from app.web.sorting import Sorting, sorting_of

PERIODS: Mapping[str, str] = {
    "30-jours": N_("Les 30 derniers jours"),
    "3-mois": N_("Les 3 derniers mois"),
    "annee-scolaire": N_("Cette année scolaire"),
    "12-mois": N_("Les 12 derniers mois"),
}
_DAYS = {"30-jours": 30, "3-mois": 91, "12-mois": 365}
FIRST_MONTH = 9
"""Of a school year."""
COLUMNS = ("sujet", "personnes", "niveau", "part")
FROM_THE_HIGHEST = ("personnes",)
BY_TOPIC = Sorting("sujet", False)


@dataclass(frozen=True)
class Wanted:
    """`area`: `"1"` to `"5"`; `campaign`: an id; `period`: one of `PERIODS`. Nothing asked is empty, or 0."""

    area: str
    campaign: int
    period: str
    sorting: Sorting

    @property
    def filtered(self) -> bool:
        return bool(self.area or self.campaign or self.period)


def read_wanted(query: Form, areas: Collection[str], campaigns: Collection[int]) -> Wanted:
    """Nonsense is nothing asked; a campaign that is not the organisation's raises NotFound."""
    area, period, campaign = query.text("domaine"), query.text("periode"), number_of(query, "campagne")
    if campaign and campaign not in campaigns:
        raise NotFound
    return Wanted(
        area if area in areas else "",
        campaign,
        period if period in PERIODS else "",
        sorting_of(query, COLUMNS, BY_TOPIC),
    )


def beginning(period: str, now: datetime) -> datetime | None:
    """When a period began, at midnight in Paris; None without one."""
    today = now.astimezone(PARIS).date()
    if period in _DAYS:
        day = today - timedelta(days=_DAYS[period])
    elif period == "annee-scolaire":
        day = date(today.year if today.month >= FIRST_MONTH else today.year - 1, FIRST_MONTH, 1)
    else:
        return None
    return datetime.combine(day, time(), PARIS).astimezone(UTC)
