"""« Modifier » : the name, the words, the owner and the dates, at any time."""

from __future__ import annotations

from datetime import date
from typing import Any

import httpx
import pytest

from app.accounts.tables import AuditEvent
from app.campaigns import campaigns, participations
from app.campaigns.campaigns import Edited
from app.campaigns.queries import campaign_by_code
from app.campaigns.refusals import SomeoneTakesPart
from app.campaigns.tables import Campaign
from app.demo.classes import taker
from app.lib.clock import now
from app.organisations.tables import Membership
from tests.campaigns.conftest import NewOne
from tests.cast import Cast
from tests.evaluation.learner import HTMX


def form(whose: int, /, **changes: str) -> dict[str, str]:
    right = {"name": "Autre nom", "title": "Autre titre", "landing_text": "Autre texte", "owner": str(whose)}
    return {**right, "opens_on": "", "closes_on": "", **changes}


async def stored(campaign: int) -> dict[str, Any]:
    row = await Campaign.select().where(Campaign.id == campaign).first()
    assert row is not None
    return row


async def edits() -> list[str]:
    rows = await AuditEvent.select(AuditEvent.details).where(AuditEvent.action == "campaign.edited")
    return [row["details"] for row in rows]


@pytest.fixture
async def campaign(client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne) -> int:
    """Martine's campaign, and Martine in her browser."""
    number = await new_campaign(name="Élan", target="decouverte", external_id_label="Numéro")
    await cast.sign_in(client, "martine")
    return number


async def test_the_form_shows_the_campaign_as_it_is(client: httpx.AsyncClient, campaign: int) -> None:
    page = (await client.get(f"/orga/campagnes/{campaign}/modification")).text
    assert 'value="Élan"' in page
    assert 'name="multiple_sendings"' in page
    assert 'name="target"' not in page
    assert 'name="kind"' not in page
    assert 'name="external_id_label"' not in page


async def test_what_may_change_changes(client: httpx.AsyncClient, cast: Cast, campaign: int) -> None:
    sent = form(cast.ids["paul"], name="Œuvre", opens_on="9/11/2026", closes_on="2026-11-27", multiple_sendings="yes")
    answer = await client.post(f"/orga/campagnes/{campaign}/modification", data=sent)
    assert answer.headers["location"] == f"/orga/campagnes/{campaign}"
    row = await stored(campaign)
    assert (row["name"], row["search_name"], row["title"]) == ("Œuvre", "oeuvre", "Autre titre")
    assert (row["landing_text"], row["owner"]) == ("Autre texte", cast.ids["paul"])
    assert (row["opens_on"], row["closes_on"]) == (date(2026, 11, 9), date(2026, 11, 27))
    assert bool(row["multiple_sendings"])
    assert len(await edits()) == 1
    for name in ("name", "owner", "title", "landing_text", "multiple_sendings", "opens_on", "closes_on"):
        assert name in (await edits())[0]


async def test_what_it_tests_never_changes(client: httpx.AsyncClient, cast: Cast, campaign: int) -> None:
    before = await stored(campaign)
    sent = form(cast.ids["martine"], target="5.1", kind="profiles", code="AAAAAA111", external_id_label="NIR")
    await client.post(f"/orga/campagnes/{campaign}/modification", data=sent)
    after = await stored(campaign)
    for name in ("target", "kind", "code", "external_id_label", "goal", "target_name", "organisation"):
        assert after[name] == before[name]


async def test_sent_twice_it_is_noted_once(client: httpx.AsyncClient, cast: Cast, campaign: int) -> None:
    for _ in range(2):
        await client.post(f"/orga/campagnes/{campaign}/modification", data=form(cast.ids["martine"]))
    assert len(await edits()) == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 256}, "name"),
        ({"title": "x" * 51}, "title"),
        ({"landing_text": "x" * 5001}, "landing_text"),
        ({"opens_on": "2026-12-01", "closes_on": "2026-11-01"}, "closes_on"),
        ({"opens_on": "bientôt"}, "opens_on"),
        ({"owner": "999999"}, "owner"),
    ],
)
async def test_what_is_wrong_is_said_and_nothing_changes(
    client: httpx.AsyncClient, cast: Cast, campaign: int, changes: dict[str, str], field: str
) -> None:
    before = await stored(campaign)
    sent = form(cast.ids["martine"], **changes)
    answer = await client.post(f"/orga/campagnes/{campaign}/modification", data=sent)
    assert answer.status_code == 422
    assert f'id="{field}-err"' in answer.text
    assert "Autre texte" in answer.text or field == "landing_text"
    assert await stored(campaign) == before


async def test_several_sendings_are_settled_by_the_first_participant(
    client: httpx.AsyncClient, cast: Cast, campaign: int
) -> None:
    facts = await campaign_by_code("KXMTRB742")
    await participations.begin(facts, taker(await cast.person("louise")), "12", now())
    page = (await client.get(f"/orga/campagnes/{campaign}/modification")).text
    assert 'name="multiple_sendings"' not in page
    sent = form(cast.ids["martine"], multiple_sendings="yes")
    assert (await client.post(f"/orga/campagnes/{campaign}/modification", data=sent)).status_code == 303
    row = await stored(campaign)
    assert row["name"] == "Autre nom"
    assert not row["multiple_sendings"]
    late = Edited("Autre nom", cast.ids["martine"], "", "", True, None, None)
    with pytest.raises(SomeoneTakesPart):
        await campaigns.edit(campaign, late, cast.ids["martine"], now())


async def test_a_trial_settles_nothing(client: httpx.AsyncClient, cast: Cast, campaign: int) -> None:
    facts = await campaign_by_code("KXMTRB742")
    await participations.begin(facts, taker(cast.ids["martine"]), "", now(), trial=True)
    sent = form(cast.ids["martine"], multiple_sendings="yes")
    await client.post(f"/orga/campagnes/{campaign}/modification", data=sent)
    assert bool((await stored(campaign))["multiple_sendings"])


async def test_the_whosewho_left_may_stay_the_owner(client: httpx.AsyncClient, cast: Cast, campaign: int) -> None:
    await Membership.update({Membership.disabled_at: now()}).where(Membership.user == cast.ids["martine"])
    await cast.sign_in(client, "helene")
    answer = await client.post(f"/orga/campagnes/{campaign}/modification", data=form(cast.ids["martine"]))
    assert answer.status_code == 303
    assert (await stored(campaign))["name"] == "Autre nom"


async def test_the_words_are_previewed(client: httpx.AsyncClient, cast: Cast, campaign: int) -> None:
    address = f"/orga/campagnes/{campaign}/modification/apercu"
    sent = form(cast.ids["martine"], name="En cours", landing_text="**gras** <script>")
    piece = (await client.post(address, data=sent, headers=HTMX)).text
    assert "<strong>gras</strong> &lt;script&gt;" in piece
    page = (await client.post(address, data=sent)).text
    assert "<strong>gras</strong>" in page
    assert 'value="En cours"' in page
    assert (await stored(campaign))["name"] == "Élan"


async def test_an_administrator_may(client: httpx.AsyncClient, cast: Cast, campaign: int) -> None:
    await cast.sign_in(client, "helene")
    await client.post(f"/orga/campagnes/{campaign}/modification", data=form(cast.ids["martine"]))
    assert (await stored(campaign))["name"] == "Autre nom"


@pytest.mark.parametrize(("who", "status"), [("paul", 403), ("nadia", 404), ("louise", 303)])
@pytest.mark.parametrize("path", ["modification", "modification/apercu", "archivage", "desarchivage", "suppression"])
async def test_nobody_else_may(
    client: httpx.AsyncClient, cast: Cast, campaign: int, who: str, status: int, path: str
) -> None:
    await cast.elsewhere()
    before = await stored(campaign)
    await cast.sign_in(client, who)
    sent = {**form(cast.ids["martine"]), "sure": "yes"}
    assert (await client.post(f"/orga/campagnes/{campaign}/{path}", data=sent)).status_code == status
    assert await stored(campaign) == before
