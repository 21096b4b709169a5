"""`/rejoindre`: from the link of an invitation to the campaigns of the team."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from app.accounts.tables import AuditEvent
from app.lib.clock import now
from app.lib.refusals import Refusal
from app.organisations.members import member_of
from app.organisations.orga import ORGA
from app.organisations.organisations import Role
from app.organisations.tables import Membership, Organisation
from app.organisations.team import invitations, memberships
from app.organisations.team.invitations import Sent
from app.organisations.team.tables import Invitation
from tests.accounts.conftest import Mailbox
from tests.cast import Cast
from tests.organisations.conftest import joins, membership_of, role_of

ROSA = "r.marchal@blaison.example"


async def invited(cast: Cast, role: Role = "member", email: str = ROSA) -> Sent:
    """An invitation to Blaison."""
    (sent,) = await invitations.invite(ORGA, await cast.blaison(), [email], role, None, now())
    return sent


def form(sent: Sent) -> dict[str, str]:
    return {"invitation": str(sent.id), "code": sent.code}


async def test_someone_new_signs_up_and_joins(client: httpx.AsyncClient, cast: Cast, mailbox: Mailbox) -> None:
    sent = await invited(cast, "administrator")
    page = await client.get(sent.path)
    assert page.status_code == 200
    assert "Rejoindre «\u00a0Université Blaison\u00a0»" in page.text
    assert "comme administrateur" in page.text
    way = next(word for word in page.text.split('"') if word.startswith("/inscription?suite"))
    query = parse_qs(urlsplit(way.replace("&amp;", "&")).query)
    assert query == {"suite": [sent.path], "adresse": [ROSA]}
    assert f'value="{ROSA}"' in (await client.get("/inscription", params={"adresse": ROSA})).text
    person = {"first_name": "Rosa", "last_name": "Marchal", "email": ROSA, "password": "Abcdefg1", "terms": "yes"}
    answer = await client.post("/inscription", data={**person, "suite": sent.path})
    assert answer.headers["location"] == sent.path
    page = await client.get(sent.path)
    assert "au nom de Rosa Marchal" in page.text
    assert "Rejoindre Université Blaison" in page.text
    assert (await client.post("/rejoindre", data=form(sent))).headers["location"] == "/orga"
    assert (await client.get("/orga")).headers["location"] == "/orga/conditions"
    await client.post("/orga/conditions")
    team = (await client.get("/orga/equipe")).text
    assert "Rosa Marchal" in team
    assert "Retirer" in team, "she is an administrator"
    assert await AuditEvent.count().where(AuditEvent.action == "member.joined") == 1


async def test_someone_with_an_account_signs_in_and_joins(client: httpx.AsyncClient, cast: Cast) -> None:
    sent = await invited(cast)
    page = (await client.get(sent.path)).text
    assert 'href="/connexion?suite=%2Frejoindre%3Finvitation' in page
    assert f'value="{ROSA}"' in (await client.get("/connexion", params={"adresse": ROSA})).text
    karim = await cast.sign_in(client, "karim")
    await client.post("/rejoindre", data=form(sent))
    assert await role_of(cast, await cast.blaison(), "karim") == "member"
    (row,) = await Invitation.select()
    assert row["accepted_by"] == karim
    assert row["accepted_at"] is not None


async def test_the_new_organisation_is_the_one_shown(client: httpx.AsyncClient, cast: Cast) -> None:
    await cast.elsewhere()
    await cast.sign_in(client, "nadia")
    await client.post("/rejoindre", data=form(await invited(cast)))
    assert "Université Blaison" in (await client.get("/orga/equipe")).text


async def test_joining_twice_is_joining_once(client: httpx.AsyncClient, cast: Cast) -> None:
    sent = await invited(cast)
    await cast.sign_in(client, "karim")
    for _ in range(2):
        assert (await client.post("/rejoindre", data=form(sent))).headers["location"] == "/orga"
    assert await Membership.count().where(Membership.user == cast.ids["karim"]) == 1
    page = await client.get(sent.path)
    assert page.status_code == 409
    assert "Vous faites déjà partie de l’équipe" in page.text


async def test_a_session_that_ended_is_asked_for_again(client: httpx.AsyncClient, cast: Cast) -> None:
    sent = await invited(cast)
    answer = await client.post("/rejoindre", data=form(sent))
    assert answer.headers["location"] == sent.path


async def test_a_used_link_is_refused_to_anyone_else(open_client: Callable[..., httpx.AsyncClient], cast: Cast) -> None:
    sent = await invited(cast)
    karim, louise, visitor = open_client(), open_client(), open_client()
    await cast.sign_in(karim, "karim")
    await karim.post("/rejoindre", data=form(sent))
    await cast.sign_in(louise, "louise")
    for answer in (
        await louise.get(sent.path),
        await louise.post("/rejoindre", data=form(sent)),
        await visitor.get(sent.path),
    ):
        assert answer.status_code == 409
        assert "Cette invitation a déjà été acceptée" in answer.text
    assert await role_of(cast, await cast.blaison(), "louise") is None


async def test_a_cancelled_link_is_dead(client: httpx.AsyncClient, cast: Cast) -> None:
    sent, blaison = await invited(cast), await cast.blaison()
    await invitations.cancel(ORGA, blaison, sent.id, await cast.person("helene"), now())
    await cast.sign_in(client, "karim")
    for answer in (await client.get(sent.path), await client.post("/rejoindre", data=form(sent))):
        assert answer.status_code == 410
        assert "Cette invitation a été annulée" in answer.text
    assert await role_of(cast, blaison, "karim") is None


async def test_a_space_that_is_closed_is_not_joined(client: httpx.AsyncClient, cast: Cast) -> None:
    sent, blaison = await invited(cast), await cast.blaison()
    await Organisation.update({Organisation.archived_at: now()}).where(Organisation.id == blaison)
    await cast.sign_in(client, "karim")
    for answer in (await client.get(sent.path), await client.post("/rejoindre", data=form(sent))):
        assert answer.status_code == 410
        assert "Cet espace est fermé" in answer.text
    (row,) = await Invitation.select()
    assert row["accepted_at"] is None
    assert await role_of(cast, blaison, "karim") is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"code": "AAAAAAAAAA"},
        {"code": ""},
        {"code": "é"},
        {"code": "x" * 9_000},
        {"invitation": "0"},
        {"invitation": "9" * 400},
        {"invitation": "x"},
        {"invitation": ""},
    ],
)
async def test_a_wrong_link_joins_nothing(client: httpx.AsyncClient, cast: Cast, wrong: dict[str, str]) -> None:
    sent = await invited(cast)
    await cast.sign_in(client, "karim")
    data = {**form(sent), **wrong}
    for answer in (await client.get("/rejoindre", params=data), await client.post("/rejoindre", data=data)):
        assert answer.status_code == 404
        assert "Ce lien d’invitation n’est pas le bon" in answer.text
        assert "Blaison" not in answer.text
    (row,) = await Invitation.select()
    assert row["accepted_at"] is None


async def test_a_member_is_told_and_the_invitation_stays_for_its_owner(client: httpx.AsyncClient, cast: Cast) -> None:
    sent = await invited(cast, "administrator")
    await cast.sign_in(client, "paul")
    for answer in (await client.get(sent.path), await client.post("/rejoindre", data=form(sent))):
        assert answer.status_code == 409
        assert "Vous faites déjà partie de l’équipe" in answer.text
        assert "avec un autre compte" in answer.text
    assert await role_of(cast, await cast.blaison(), "paul") == "member", "nobody promotes herself"
    (row,) = await Invitation.select()
    assert row["accepted_at"] is None


async def test_who_had_left_comes_back_in_the_role_of_the_invitation(client: httpx.AsyncClient, cast: Cast) -> None:
    blaison, karim = await cast.blaison(), await cast.sign_in(client, "karim")
    await joins(cast, blaison, "karim", "administrator")
    await memberships.remove(
        ORGA, blaison, await membership_of(cast, blaison, "karim"), await cast.person("helene"), now()
    )
    sent = await invited(cast)
    assert (await client.post("/rejoindre", data=form(sent))).headers["location"] == "/orga"
    assert await role_of(cast, blaison, "karim") == "member"
    found = await member_of(karim)
    assert found is not None
    assert found.organisation == blaison


async def test_a_link_used_before_being_removed_does_not_open_again(client: httpx.AsyncClient, cast: Cast) -> None:
    sent, blaison = await invited(cast), await cast.blaison()
    await cast.sign_in(client, "karim")
    await client.post("/rejoindre", data=form(sent))
    await memberships.remove(
        ORGA, blaison, await membership_of(cast, blaison, "karim"), await cast.person("helene"), now()
    )
    for answer in (await client.get(sent.path), await client.post("/rejoindre", data=form(sent))):
        assert answer.status_code == 409
        assert "Cette invitation a déjà été acceptée" in answer.text
    assert await role_of(cast, blaison, "karim") is None


async def test_two_people_with_one_link_at_the_same_moment(cast: Cast) -> None:
    sent = await invited(cast)
    people = [await cast.person(name) for name in ("karim", "louise", "nadia")]
    joined = await asyncio.gather(
        *(invitations.accept(ORGA, sent.id, sent.code, one, now()) for one in people), return_exceptions=True
    )
    assert sorted(isinstance(one, Refusal) for one in joined) == [False, True, True]
    assert await Membership.count().where(Membership.user.is_in(people)) == 1
