"""Credits, as the service sells and gives them. Pure.

A lot ordered on a day, free or paid, lives two years: what is not used by then is lost. A learner's first start with
the organisation uses one credit, which covers her for one year, any number of campaigns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
LOT_YEARS = 2
COVERED_YEARS = 1
FEW_PERCENT = 10
"""Few credits are left from this share of those that were usable."""

State = Literal["cancelled", "to_come", "used_up", "lost", "usable"]
Warning_ = Literal["none_left", "few_left"]


@dataclass(frozen=True)
class Lot:
    """Credits ordered together."""

    id: int
    size: int
    used: int
    ordered_on: date
    cancelled: bool = False

    @property
    def unused(self) -> int:
        return self.size - self.used

    @property
    def lost_on(self) -> date:
        """The first day it can no longer be used: its second anniversary, the 1st of March for a 29th of February."""
        return years_later(self.ordered_on, LOT_YEARS)


@dataclass(frozen=True)
class Balance:
    """The credits of an organisation on a day: `ordered` is always `used + left + lost`.

    Lots to come do not count yet; of a cancelled lot, only what was used counts.
    """

    ordered: int
    used: int
    left: int
    lost: int
    usable: int
    """Size of the lots that live on that day, used up or not: what `few` is a share of."""

    @property
    def warning(self) -> Warning_ | None:
        if self.left == 0:
            return "none_left"
        return "few_left" if 100 * self.left <= FEW_PERCENT * self.usable else None


def years_later(day: date, years: int) -> date:
    """The same day of a later year; the 1st of March where there is no 29th of February: nobody loses a day."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def day_of(moment: datetime) -> date:
    """The day on the calendars of Paris."""
    return moment.astimezone(PARIS).date()


def covered_until(used_at: datetime) -> datetime:
    """When a credit used at that moment stops covering its learner: one year later, at the same time in Paris."""
    local = used_at.astimezone(PARIS)
    return datetime.combine(years_later(local.date(), COVERED_YEARS), local.time(), PARIS).astimezone(used_at.tzinfo)


def state_of(lot: Lot, day: date) -> State:
    """What becomes of its credits that day."""
    if lot.cancelled:
        return "cancelled"
    if lot.unused <= 0:
        return "used_up"
    if day < lot.ordered_on:
        return "to_come"
    return "lost" if day >= lot.lost_on else "usable"


def usable_lots(lots: Iterable[Lot], day: date) -> Sequence[Lot]:
    """The lots a credit can be taken from that day, the oldest first: it is the next to be lost."""
    return sorted((lot for lot in lots if state_of(lot, day) == "usable"), key=lambda lot: (lot.ordered_on, lot.id))


def balance_of(lots: Iterable[Lot], day: date) -> Balance:
    """The figures of all the lots together."""
    lots = [lot for lot in lots if state_of(lot, day) != "to_come"]
    used = sum(lot.used for lot in lots)
    left = sum(lot.unused for lot in lots if state_of(lot, day) == "usable")
    lost = sum(lot.unused for lot in lots if state_of(lot, day) == "lost")
    living = [lot for lot in lots if not lot.cancelled and lot.ordered_on <= day < lot.lost_on]
    return Balance(used + left + lost, used, left, lost, sum(lot.size for lot in living))
