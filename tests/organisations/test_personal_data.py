"""What organisations keep about someone: to take away, and to forget."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from app.accounts import personal_data
from app.accounts.own_data import erase_account
from app.accounts.tables import AuditEvent, User
from app.lib.clock import now
from app.organisations.learners.learners import learner_for
from app.organisations.learners.tables import Learner
from app.organisations.orga import ORGA
from app.organisations.requests import openings, requests
from app.organisations.requests.requests import Asked
from app.organisations.requests.tables import SpaceRequest
from app.organisations.tables import Membership, Organisation
from app.organisations.team import invitations, memberships
from app.organisations.team.refusals import StillMember
from app.organisations.team.tables import Invitation
from app.persistence.registry import tables
from tests.accounts.conftest import Mailbox
from tests.cast import PASSWORD, Cast
from tests.organisations.conftest import joins

KARIM = "karim@exemple.fr"
ERASE = {"password": PASSWORD, "sure": "yes"}


async def karim_everywhere(cast: Cast, *, confirmed: bool = True) -> int:
    """He learns at Blaison, worked at Les Tilleuls, asked for a space of his own, is invited at Blaison."""
    karim, blaison, tilleuls = await cast.person("karim"), await cast.blaison(), await cast.elsewhere()
    await User.update({User.email_confirmed_at: now() if confirmed else None}).where(User.id == karim)
    await learner_for(blaison, karim, now())
    await joins(cast, tilleuls, "karim")
    await memberships.leave(ORGA, tilleuls, karim, now())
    await invitations.invite(ORGA, blaison, [KARIM], "member", cast.ids["helene"], now())
    for name, token in (("Club Info", "un-jeton"), ("Club Robot", "deux-jetons")):
        await requests.ask(
            ORGA, Asked(name, "PRO", "Karim", "Benali", KARIM, "Président", message="Salut"), token, "fr", now()
        )
    row = await SpaceRequest.select(SpaceRequest.id).where(SpaceRequest.organisation_name == "Club Info").first()
    assert row is not None
    await openings.accept(row["id"], cast.ids["helene"], now(), name="Club Info", kind="PRO")
    return karim


async def everything_stored() -> str:
    return "\n".join([str([await table.select() for table in tables()])])


async def test_all_of_it_is_in_the_file(client: httpx.AsyncClient, cast: Cast, mailbox: Mailbox) -> None:
    await karim_everywhere(cast)
    await cast.sign_in(client, "karim")
    data = json.loads((await client.get("/mon-compte/donnees.json")).text)
    assert [row["organisation"] for row in data["learners"]] == ["Université Blaison"]
    assert [row["organisation"] for row in data["memberships"]] == ["Lycée des Tilleuls"]
    assert [row["organisation"] for row in data["invitations"]] == ["Université Blaison", "Club Info"]
    assert [row["organisation_name"] for row in data["space_requests"]] == ["Club Info", "Club Robot"]
    page = (await client.get("/mon-compte/donnees")).text
    for words in ("Vos équipes sur Pix Orga", "Invitations reçues", "Lycée des Tilleuls", "Club Robot"):
        assert words in page


async def test_a_member_leaves_her_team_first(client: httpx.AsyncClient, cast: Cast) -> None:
    blaison = await cast.blaison()
    martine = await cast.sign_in(client, "martine")
    page = await client.post("/mon-compte/suppression", data=ERASE)
    assert page.status_code == 409
    assert "quittez-la d’abord" in page.text
    person = await User.select(User.first_name).where(User.id == martine).first()
    assert person == {"first_name": "Martine"}
    await memberships.leave(ORGA, blaison, martine, now())
    assert (await client.post("/mon-compte/suppression", data=ERASE)).headers["location"] == "/"


async def test_the_team_of_a_closed_organisation_holds_nobody_back(cast: Cast) -> None:
    blaison, martine = await cast.blaison(), await cast.person("martine")
    with pytest.raises(StillMember):
        await erase_account(martine)
    await Organisation.update({Organisation.archived_at: now()}).where(Organisation.id == blaison)
    await erase_account(martine)
    assert await Membership.count().where(Membership.user == martine) == 0


async def test_nothing_says_any_more_who_it_was(client: httpx.AsyncClient, cast: Cast, mailbox: Mailbox) -> None:
    await karim_everywhere(cast)
    before = (await everything_stored()).lower()
    assert all(trace in before for trace in ("karim", "benali", "président", "salut"))
    await cast.sign_in(client, "karim")
    assert (await client.post("/mon-compte/suppression", data=ERASE)).headers["location"] == "/"
    after = (await everything_stored()).lower()
    assert [trace for trace in ("karim", "benali", "président", "salut") if trace in after] == []
    (learner,) = await Learner.select()
    assert (learner["first_name"], learner["last_name"]) == ("Personne", "anonyme")
    assert (learner["user"], learner["search_name"]) == (None, "")
    (request,) = await SpaceRequest.select()
    assert request["organisation_name"] == "Club Info", "the establishment stays"
    assert await Invitation.count() == 0
    assert await AuditEvent.count().where(AuditEvent.action == "member.invited") == 2, "that it was done stays"


async def test_an_address_that_was_never_proven_is_nobodys(cast: Cast, mailbox: Mailbox) -> None:
    karim = await karim_everywhere(cast, confirmed=False)
    kept = {section.keeper.name: section.rows for section in await personal_data.collect(karim)}
    assert not kept["invitations"]
    assert not kept["space_requests"]
    await erase_account(karim)
    assert await Invitation.count() == 2, "the owner of the address may still join"
    assert await SpaceRequest.count().where(SpaceRequest.email == KARIM) == 2


async def test_an_invitation_accepted_from_another_address_is_forgotten(cast: Cast) -> None:
    blaison, karim = await cast.blaison(), await cast.person("karim")
    (sent,) = await invitations.invite(ORGA, blaison, ["k.benali@travail.example"], "member", None, now())
    await invitations.accept(ORGA, sent.id, sent.code, karim, now())
    await memberships.leave(ORGA, blaison, karim, now())
    await erase_account(karim)
    assert "k.benali" not in await everything_stored()


async def test_accepted_terms_are_taken_away_and_forgotten(cast: Cast) -> None:
    blaison, martine = await cast.blaison(), await cast.person("martine")
    rows: Any = {one.keeper.name: one.rows for one in await personal_data.collect(martine)}["space_terms"]
    assert [(row["space"], row["version"]) for row in rows] == [("orga", "2026-11-01")]
    await memberships.leave(ORGA, blaison, martine, now())
    await erase_account(martine)
    kept = {section.keeper.name: section.rows for section in await personal_data.collect(martine)}
    assert kept["space_terms"] == []
