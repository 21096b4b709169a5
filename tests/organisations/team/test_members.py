"""The team: to see it, to change a role, to remove someone, to leave."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import httpx
import pytest

from app.accounts.tables import AuditEvent
from app.campaigns.tables import Campaign
from app.lib.clock import now
from app.lib.refusals import Refusal
from app.organisations.orga import ORGA
from app.organisations.tables import Membership
from app.organisations.team import memberships
from tests.campaigns.conftest import NewOne, new_campaign
from tests.cast import Cast
from tests.evaluation.learner import HTMX
from tests.house.swap import assert_swap_equals
from tests.organisations.conftest import joins, membership_of, role_of

__all__ = ["new_campaign"]  # a fixture

TEAM = "/orga/equipe"
OpenClient = Callable[..., httpx.AsyncClient]


@pytest.fixture
async def helene(client: httpx.AsyncClient, cast: Cast) -> httpx.AsyncClient:
    """The browser of the administrator of Blaison."""
    await cast.blaison()
    await cast.sign_in(client, "helene")
    return client


async def address(cast: Cast, name: str) -> str:
    return f"{TEAM}/{await membership_of(cast, await cast.blaison(), name)}"


async def test_everyone_sees_the_team_by_last_name(client: httpx.AsyncClient, cast: Cast) -> None:
    await cast.blaison()
    await cast.sign_in(client, "martine")
    page = (await client.get(TEAM)).text
    main = page[page.index("<main") :]
    assert main.index("Martine Antony (vous)") < main.index("Hélène Marchal") < main.index("Paul Villo")
    for words in ("Membres (3)", "Invitations (0)", "Administrateur", "paul@exemple.fr", "Quitter l’équipe"):
        assert words in main
    assert "Modifier le rôle" not in main
    assert "Retirer" not in main


async def test_an_administrator_changes_a_role(helene: httpx.AsyncClient, cast: Cast) -> None:
    path = await address(cast, "paul")
    assert f'href="{path}"' in (await helene.get(TEAM)).text
    page = await helene.get(path)
    assert "Paul Villo" in page.text
    for _ in range(2):
        answer = await helene.post(f"{path}/role", data={"role": "administrator"})
        assert answer.headers["location"] == f"{TEAM}?fait=role"
    assert "Le rôle est changé." in (await helene.get(answer.headers["location"])).text
    assert await role_of(cast, await cast.blaison(), "paul") == "administrator"
    (event,) = await AuditEvent.select()
    assert (event["action"], event["actor"], event["subject"], event["details"]) == (
        "member.role_changed",
        cast.ids["helene"],
        str(cast.ids["paul"]),
        '{"role":"administrator"}',
    )


async def test_a_new_administrator_invites_at_once(
    helene: httpx.AsyncClient, open_client: OpenClient, cast: Cast
) -> None:
    paul = open_client()
    await cast.sign_in(paul, "paul")
    assert (await paul.post(f"{TEAM}/invitations", data={})).status_code == 403
    await helene.post(f"{await address(cast, 'paul')}/role", data={"role": "administrator"})
    assert (await paul.post(f"{TEAM}/invitations", data={})).status_code == 422


@pytest.mark.parametrize("role", ["", "owner", "ADMINISTRATOR"])
async def test_a_role_that_does_not_exist(helene: httpx.AsyncClient, cast: Cast, role: str) -> None:
    path = await address(cast, "paul")
    page = await helene.post(f"{path}/role", data={"role": role})
    assert page.status_code == 422
    assert "Choisissez un rôle" in page.text
    assert await role_of(cast, await cast.blaison(), "paul") == "member"
    old = (await helene.get(path)).text
    answer = await helene.post(f"{path}/role", data={"role": role}, headers=HTMX)
    assert_swap_equals(old, answer.text, page.text, target="#team-role", swap="outerHTML")


async def test_removed_one_is_out_at_once(helene: httpx.AsyncClient, open_client: OpenClient, cast: Cast) -> None:
    paul, path = open_client(), await address(cast, "paul")
    await cast.sign_in(paul, "paul")
    assert (await paul.get(TEAM)).status_code == 200
    page = await helene.get(f"{path}/retrait")
    assert "Retirer Paul Villo de l’équipe\u202f?" in page.text
    assert (await paul.get(TEAM)).status_code == 200, "asking is not removing"
    for _ in range(2):
        answer = await helene.post(f"{path}/retrait")
        assert answer.headers["location"] == f"{TEAM}?fait=retrait"
    assert (await paul.get(TEAM)).headers["location"] == f"/orga?suite={TEAM}"
    assert (await paul.get("/orga")).status_code == 403
    assert (await paul.get("/accueil")).status_code == 200, "her session goes on"
    assert "Paul Villo" not in (await helene.get(TEAM)).text
    assert (await helene.get(path)).status_code == 404
    assert await AuditEvent.count().where(AuditEvent.action == "member.removed") == 1


async def test_the_last_administrator_stays_one(helene: httpx.AsyncClient, cast: Cast) -> None:
    path, blaison = await address(cast, "helene"), await cast.blaison()
    page = await helene.post(f"{path}/role", data={"role": "member"})
    assert page.status_code == 409
    assert "L’équipe doit garder un administrateur" in page.text
    page = await helene.get(f"{TEAM}/depart")
    assert "Vous êtes le seul administrateur" in page.text
    assert "<button" not in page.text[page.text.index("<main") : page.text.index("</main")]
    page = await helene.post(f"{TEAM}/depart", data={"organisation": str(blaison)})
    assert page.status_code == 409
    assert (await helene.post(f"{path}/retrait")).status_code == 409
    assert await role_of(cast, blaison, "helene") == "administrator"
    assert await AuditEvent.count() == 0


async def test_alone_she_is_told_to_invite(client: httpx.AsyncClient, cast: Cast) -> None:
    await cast.elsewhere()
    await cast.sign_in(client, "nadia")
    page = await client.get(f"{TEAM}/depart")
    assert 'href="/orga/equipe/invitations"' in page.text


async def test_with_another_administrator_she_may_go(helene: httpx.AsyncClient, cast: Cast) -> None:
    blaison = await cast.blaison()
    await joins(cast, blaison, "karim", "administrator")
    assert (await helene.get(f"{await address(cast, 'helene')}/retrait")).headers["location"] == f"{TEAM}/depart"
    await helene.post(f"{TEAM}/depart", data={"organisation": str(blaison)})
    assert await role_of(cast, blaison, "helene") is None
    assert await role_of(cast, blaison, "karim") == "administrator"


async def test_leaving_keeps_the_campaigns(client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne) -> None:
    campaign, blaison = await new_campaign(), await cast.blaison()
    martine = await cast.sign_in(client, "martine")
    page = await client.get(f"{TEAM}/depart")
    assert "Quitter l’équipe de «\u00a0Université Blaison\u00a0»\u202f?" in page.text
    assert await role_of(cast, blaison, "martine") == "member", "asking is not leaving"
    answer = await client.post(f"{TEAM}/depart", data={"organisation": str(blaison)})
    page = await client.get(answer.headers["location"], follow_redirects=True)
    assert page.status_code == 403
    assert "Vous avez quitté l’équipe." in page.text
    assert await role_of(cast, blaison, "martine") is None
    (row,) = await Campaign.select(Campaign.id, Campaign.owner)
    assert row == {"id": campaign, "owner": martine}
    assert await AuditEvent.count().where((AuditEvent.actor == martine) & (AuditEvent.action == "member.left")) == 1


async def test_sent_twice_it_leaves_one_organisation_only(client: httpx.AsyncClient, cast: Cast) -> None:
    blaison, tilleuls = await cast.blaison(), await cast.elsewhere()
    await joins(cast, tilleuls, "martine")
    await cast.sign_in(client, "martine")
    await client.post("/orga/organisation", data={"organisation": str(blaison)})
    for _ in range(2):
        answer = await client.post(f"{TEAM}/depart", data={"organisation": str(blaison)})
        assert answer.headers["location"] == "/orga/organisation?fait=depart"
    page = await client.get(answer.headers["location"])
    assert "Vous avez quitté l’équipe." in page.text
    assert "Lycée des Tilleuls" in page.text
    assert await role_of(cast, tilleuls, "martine") == "member"
    for nothing in ("", "0", "x", "99999"):
        await client.post(f"{TEAM}/depart", data={"organisation": nothing})
    assert await role_of(cast, tilleuls, "martine") == "member"


async def test_members_change_nothing(client: httpx.AsyncClient, cast: Cast) -> None:
    await cast.blaison()
    await cast.sign_in(client, "paul")
    for name in ("paul", "martine", "helene"):
        path = await address(cast, name)
        assert (await client.get(path)).status_code == 403
        assert (await client.get(f"{path}/retrait")).status_code == 403
        assert (await client.post(f"{path}/role", data={"role": "administrator"})).status_code == 403
        assert (await client.post(f"{path}/retrait")).status_code == 403
    assert await role_of(cast, await cast.blaison(), "paul") == "member"


async def test_the_team_of_another_organisation_does_not_exist(helene: httpx.AsyncClient, cast: Cast) -> None:
    tilleuls = await cast.elsewhere()
    nadia = await membership_of(cast, tilleuls, "nadia")
    for number in (nadia, 0, 2**31, 9**40):
        path = f"{TEAM}/{number}"
        assert (await helene.get(path)).status_code == 404
        assert (await helene.get(f"{path}/retrait")).status_code == 404
        assert (await helene.post(f"{path}/role", data={"role": "member"})).status_code == 404
        assert (await helene.post(f"{path}/retrait")).status_code == 404
    assert await role_of(cast, tilleuls, "nadia") == "administrator"


async def test_a_visitor_signs_in_first(client: httpx.AsyncClient) -> None:
    for path in (TEAM, f"{TEAM}/invitations", f"{TEAM}/depart", f"{TEAM}/1", f"{TEAM}/1/retrait"):
        assert (await client.get(path)).headers["location"].startswith("/connexion?suite=")


async def test_two_administrators_who_demote_each_other_leave_one(cast: Cast) -> None:
    blaison = await cast.blaison()
    karim, helene = await joins(cast, blaison, "karim", "administrator"), await cast.person("helene")
    first, second = await membership_of(cast, blaison, "helene"), await membership_of(cast, blaison, "karim")
    for _ in range(5):
        await Membership.update({Membership.role: "administrator", Membership.disabled_at: None}).where(
            Membership.id.is_in([first, second])
        )
        done = await asyncio.gather(
            memberships.change_role(ORGA, blaison, first, "member", karim, now()),
            memberships.leave(ORGA, blaison, karim, now()),
            memberships.remove(ORGA, blaison, second, helene, now()),
            return_exceptions=True,
        )
        assert any(isinstance(one, Refusal) for one in done)
        left = await Membership.count().where(
            (Membership.organisation == blaison)
            & (Membership.role == "administrator")
            & Membership.disabled_at.is_null()
        )
        assert left == 1
