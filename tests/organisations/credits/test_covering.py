"""A learner's first start uses a credit, which covers her for a year."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from app.accounts import people
from app.lib.clock import now
from app.organisations.credits import credits, lots
from app.organisations.credits.lots import NewLot
from app.organisations.credits.refusals import LotUsedUp, NoCreditLeft
from app.organisations.credits.rules import covered_until, day_of
from app.organisations.credits.tables import CreditLot, CreditUse
from app.organisations.learners.learners import learner_for
from app.organisations.tables import Organisation
from app.persistence.transactions import write_transaction
from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("database")
AT = now()
TODAY = day_of(AT)


@pytest.fixture
async def blaison(cast: Cast) -> int:
    """The university, which uses credits and has none yet."""
    organisation = await cast.blaison()
    await Organisation.update({Organisation.uses_credits: True}).where(Organisation.id == organisation)
    return organisation


async def ordered(organisation: int, size: int, days_ago: int = 0) -> None:
    await lots.add(organisation, NewLot(size, free=True, ordered_on=TODAY - timedelta(days=days_ago)), None, AT)


async def start(organisation: int, user: int, days: int = 0) -> bool:
    """What a campaign does when somebody begins it."""
    at = AT + timedelta(days=days)
    async with write_transaction():
        return await credits.cover(organisation, await learner_for(organisation, user, at), at)


async def used(organisation: int) -> list[int]:
    """By lot, the oldest first."""
    rows = (
        await CreditLot.select(CreditLot.used)
        .where(CreditLot.organisation == organisation)
        .order_by(CreditLot.ordered_on)
    )
    return [row["used"] for row in rows]


async def crowd(size: int) -> Sequence[int]:
    return [
        await people.create_user(first_name="Ana", last_name="B" * (n + 1), email=f"ana{n}@exemple.fr")
        for n in range(size)
    ]


async def test_the_first_start_uses_one_the_next_ones_none(blaison: int, cast: Cast) -> None:
    louise = await cast.person("louise")
    await ordered(blaison, 10)
    for days in (0, 1, 300, 364):
        await start(blaison, louise, days)
    assert await used(blaison) == [1]
    (use,) = await CreditUse.select()
    assert (use["ordinal"], use["used_at"], use["ends_at"]) == (1, AT, covered_until(AT))


async def test_a_year_later_it_uses_another(blaison: int, cast: Cast) -> None:
    louise = await cast.person("louise")
    await ordered(blaison, 10)
    await start(blaison, louise)
    await start(blaison, louise, 366)
    await start(blaison, louise, 367)
    assert await used(blaison) == [2]
    assert [row["ordinal"] for row in await CreditUse.select().order_by(CreditUse.ordinal)] == [1, 2]


async def test_the_oldest_lot_serves_first_and_one_too_old_never(blaison: int, cast: Cast) -> None:
    await ordered(blaison, 5, days_ago=800)
    await ordered(blaison, 1, days_ago=700)
    await ordered(blaison, 5)
    await start(blaison, await cast.person("louise"))
    assert await used(blaison) == [0, 1, 0]
    await start(blaison, await cast.person("karim"))
    assert await used(blaison) == [0, 1, 1]


async def test_without_credit_nobody_new_starts_and_nothing_is_stored(blaison: int, cast: Cast) -> None:
    louise, karim = await cast.person("louise"), await cast.person("karim")
    await ordered(blaison, 1)
    assert await start(blaison, louise), "the last one: the team is told"
    with pytest.raises(NoCreditLeft):
        await start(blaison, karim)
    assert not await start(blaison, louise, 30), "who is covered starts others"
    assert (await used(blaison), await CreditUse.count()) == ([1], 1)
    await ordered(blaison, 1)
    assert await start(blaison, karim)


async def test_an_organisation_without_credits_counts_nobody(cast: Cast) -> None:
    elsewhere = await cast.elsewhere()
    await ordered(elsewhere, 1)
    assert not await start(elsewhere, await cast.person("louise"))
    assert (await used(elsewhere), await CreditUse.count()) == ([0], 0)


async def test_a_credit_covers_for_its_own_organisation(blaison: int, cast: Cast) -> None:
    elsewhere, louise = await cast.elsewhere(), await cast.person("louise")
    await Organisation.update({Organisation.uses_credits: True}).where(Organisation.id == elsewhere)
    await ordered(blaison, 1)
    await start(blaison, louise)
    with pytest.raises(NoCreditLeft):
        await start(elsewhere, louise)


async def test_two_starts_of_the_same_learner_at_once_use_one(blaison: int, cast: Cast) -> None:
    louise = await cast.person("louise")
    await learner_for(blaison, louise, AT)  # known before: both find the same learner
    await ordered(blaison, 10)
    await asyncio.gather(*(start(blaison, louise) for _ in range(6)))
    assert (await used(blaison), await CreditUse.count()) == ([1], 1)


async def test_two_starts_of_the_same_learner_at_once_need_only_the_last_one(blaison: int, cast: Cast) -> None:
    louise = await cast.person("louise")
    await learner_for(blaison, louise, AT)
    await ordered(blaison, 1)
    await asyncio.gather(*(start(blaison, louise) for _ in range(6)))
    assert (await used(blaison), await CreditUse.count()) == ([1], 1)


async def test_a_class_that_starts_at_once_never_uses_more_than_there_are(blaison: int) -> None:
    await ordered(blaison, 3, days_ago=10)
    await ordered(blaison, 4)
    outcomes = await asyncio.gather(*(start(blaison, user) for user in await crowd(12)), return_exceptions=True)
    refused = [one for one in outcomes if isinstance(one, NoCreditLeft)]
    assert (len(refused), [one for one in outcomes if isinstance(one, Exception) and one not in refused]) == (5, [])
    assert (await used(blaison), await CreditUse.count()) == ([3, 4], 7)
    assert outcomes.count(True) == 1, "the last credit is one"


async def test_a_start_that_fails_gives_its_credit_back(blaison: int, cast: Cast) -> None:
    louise = await cast.person("louise")
    await ordered(blaison, 1)
    with pytest.raises(ZeroDivisionError):
        async with write_transaction():
            await credits.cover(blaison, await learner_for(blaison, louise, AT), AT)
            raise ZeroDivisionError
    assert (await used(blaison), await CreditUse.count()) == ([0], 0)


async def test_what_is_left_of_a_lot_is_cancelled_what_was_used_stays(blaison: int, cast: Cast) -> None:
    ada, louise = await cast.person("ada"), await cast.person("louise")
    await ordered(blaison, 2)
    await start(blaison, louise)
    (row,) = await CreditLot.select()
    await lots.cancel(blaison, row["id"], ada, AT)
    await lots.cancel(blaison, row["id"], ada, AT)
    await start(blaison, louise, 5)
    with pytest.raises(NoCreditLeft):
        await start(blaison, await cast.person("karim"))


async def test_a_lot_all_used_has_nothing_to_cancel(blaison: int, cast: Cast) -> None:
    await ordered(blaison, 1)
    await start(blaison, await cast.person("louise"))
    (row,) = await CreditLot.select()
    with pytest.raises(LotUsedUp):
        await lots.cancel(blaison, row["id"], await cast.person("ada"), AT)


async def test_the_same_form_sent_twice_adds_one_lot(blaison: int) -> None:
    lot = NewLot(5, free=False, ordered_on=date(2026, 9, 1), reference="BC 12", sending="abc")
    await asyncio.gather(*(lots.add(blaison, lot, None, AT) for _ in range(3)))
    assert await CreditLot.count() == 1
