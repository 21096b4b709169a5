"""What a learner meets when the organisation uses credits, and what its team is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest

from app.accounts.tables import User
from app.campaigns.tables import Participation
from app.lib.clock import now
from app.organisations.credits import lots
from app.organisations.credits.lots import NewLot
from app.organisations.credits.rules import day_of
from app.organisations.credits.tables import CreditLot, CreditUse
from app.organisations.learners.tables import Learner
from app.organisations.tables import Organisation
from tests.accounts.conftest import Mailbox, mailbox
from tests.campaigns.conftest import NewOne
from tests.cast import Cast

__all__ = ["mailbox"]  # a fixture

CODE, OTHER = "KXMTRB742", "WVRTFQ386"
PAGE = "/orga/credits"


@pytest.fixture
async def blaison(cast: Cast, new_campaign: NewOne) -> int:
    """The university: it uses credits, has none, and has two campaigns."""
    await new_campaign(CODE)
    await new_campaign(OTHER)
    organisation = await cast.blaison()
    await Organisation.update({Organisation.uses_credits: True}).where(Organisation.id == organisation)
    return organisation


async def ordered(organisation: int, size: int, days_ago: int = 0, reference: str = "") -> None:
    day = day_of(now()) - timedelta(days=days_ago)
    await lots.add(organisation, NewLot(size, free=True, ordered_on=day, reference=reference), None, now())


async def arrive(client: httpx.AsyncClient, cast: Cast, who: str) -> httpx.AsyncClient:
    await cast.sign_in(client, who)
    await User.update({User.seen_opening_cards_at: now()}).where(User.id == await cast.person(who))
    return client


async def start(client: httpx.AsyncClient, code: str = CODE) -> httpx.Response:
    return await client.get(f"/campagnes/{code}/depart", follow_redirects=True)


async def test_who_starts_uses_a_credit_and_the_next_campaign_none(
    client: httpx.AsyncClient, cast: Cast, blaison: int
) -> None:
    await ordered(blaison, 5)
    await arrive(client, cast, "louise")
    assert "/evaluations/" in str((await start(client)).url)
    assert "/evaluations/" in str((await start(client, OTHER)).url)
    assert [row["used"] for row in await CreditLot.select()] == [1]


async def test_without_credit_a_clear_page_and_nothing_stored(
    client: httpx.AsyncClient, cast: Cast, blaison: int
) -> None:
    assert blaison
    await arrive(client, cast, "louise")
    answer = await start(client)
    assert answer.status_code == 409
    assert "contactez votre établissement" in answer.text
    assert 'href="/accueil"' in answer.text
    assert (await Participation.count(), await Learner.count(), await CreditUse.count()) == (0, 0, 0)
    await ordered(blaison, 1)
    assert (await start(client)).status_code == 200, "the same code works once there is a credit"


async def test_what_is_begun_is_never_cut(client: httpx.AsyncClient, cast: Cast, blaison: int) -> None:
    await ordered(blaison, 1)
    await arrive(client, cast, "louise")
    first = await start(client)
    past = now() - timedelta(days=400)
    await CreditUse.update({CreditUse.ends_at: past}).where(CreditUse.organisation == blaison)
    assert (await start(client)).url == first.url, "her year is over, her test goes on"
    assert (await start(client, OTHER)).status_code == 409, "another campaign needs another credit"


async def test_a_member_tries_without_credit(client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne) -> None:
    campaign = await new_campaign(CODE)
    await Organisation.update({Organisation.uses_credits: True}, force=True)
    await arrive(client, cast, "martine")
    answer = await client.post(f"/orga/campagnes/{campaign}/essai", follow_redirects=True)
    assert answer.status_code == 200, answer.url
    assert (await Participation.count(), await CreditUse.count()) == (1, 0)


async def test_the_administrators_are_told_once_when_the_last_is_used(
    client: httpx.AsyncClient, open_client: Callable[..., httpx.AsyncClient], cast: Cast, blaison: int, mailbox: Mailbox
) -> None:
    await ordered(blaison, 2)
    await arrive(client, cast, "louise")
    await start(client)
    assert not [one for one in await mailbox.messages() if "crédit" in str(one)]
    karim = await arrive(open_client(), cast, "karim")
    await start(karim)
    assert f"https://pix.test{PAGE}" in await mailbox.last("helene@exemple.fr")
    before = len(await mailbox.messages())
    await start(karim, OTHER)
    assert len(await mailbox.messages()) == before


async def test_the_team_sees_what_is_left_and_who_is_covered(
    client: httpx.AsyncClient, open_client: Callable[..., httpx.AsyncClient], cast: Cast, blaison: int
) -> None:
    await ordered(blaison, 3, reference="BC 2026-12")
    await ordered(blaison, 7, days_ago=800)
    await arrive(client, cast, "louise")
    await start(client)
    paul = await arrive(open_client(), cast, "paul")
    page = (await paul.get(PAGE)).text
    assert "BC 2026-12" in page
    figures = {"Commandés": 10, "Utilisés": 1, "Restants": 2, "Perdus": 7}
    for words, figure in figures.items():
        assert f"<dt>{words}</dt><dd>{figure}</dd>" in page
    assert "Participants couverts (1)" in page
    assert "Carré" in page
    assert "Utilisable</span>" in page
    assert "Perdu</span>" in page


@pytest.mark.parametrize(
    ("size", "words"), [(0, "Il ne reste aucun crédit"), (1, "Il ne reste qu’un crédit"), (20, "")]
)
async def test_the_team_is_warned(client: httpx.AsyncClient, cast: Cast, blaison: int, size: int, words: str) -> None:
    await ordered(blaison, 40, days_ago=800)
    if size:
        await ordered(blaison, 20)
        await CreditLot.update({CreditLot.used: 20 - size}).where(CreditLot.size == 20)
    await arrive(client, cast, "paul")
    page = (await client.get(PAGE)).text
    assert ("Il ne reste" in page) == bool(words)
    assert words in page


async def test_a_team_without_credits_reads_that_it_needs_none(client: httpx.AsyncClient, cast: Cast) -> None:
    await cast.blaison()
    await arrive(client, cast, "paul")
    assert "n’a pas besoin de crédits" in (await client.get(PAGE)).text


async def test_another_organisation_sees_nothing_of_it(client: httpx.AsyncClient, cast: Cast, blaison: int) -> None:
    await cast.elsewhere()
    await ordered(blaison, 3, reference="BC 2026-12")
    await arrive(client, cast, "nadia")
    assert "BC 2026-12" not in (await client.get(PAGE)).text
