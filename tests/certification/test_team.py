"""`/certif/equipe`: who works in a centre, and who is invited to."""

from __future__ import annotations

from datetime import timedelta

import httpx
import pytest

from app.accounts.tables import AuditEvent
from app.certification.certif import CERTIF
from app.certification.members import member_of
from app.certification.tables import CentreInvitation, CentreMembership
from app.lib.clock import now
from app.organisations.team import invitations
from tests.cast import Cast
from tests.certification.conftest import LIST, Mailbox, OpenClient

TEAM = "/certif/equipe"
PAGE = f"{TEAM}/invitations"
ROSA = "r.marchal@blaison.example"


@pytest.fixture
async def helene(client: httpx.AsyncClient, cast: Cast, centre: int) -> httpx.AsyncClient:
    """The browser of the administrator."""
    await cast.sign_in(client, "helene")
    return client


async def membership_of(cast: Cast, name: str) -> int:
    row = await CentreMembership.select().where(CentreMembership.user == await cast.person(name)).first()
    assert row is not None
    return int(row["id"])


async def test_members_see_the_team_and_invite_nobody(martine: httpx.AsyncClient, cast: Cast) -> None:
    page = (await martine.get(TEAM)).text
    assert "Hélène Marchal" in page
    assert "Modifier le rôle" not in page
    assert "<textarea" not in (await martine.get(PAGE)).text
    paul = await membership_of(cast, "paul")
    for path in (PAGE, f"{TEAM}/{paul}/role", f"{TEAM}/{paul}/retrait"):
        assert (await martine.post(path, data={"emails": ROSA, "role": "administrator"})).status_code == 403
    assert (await martine.get(f"{TEAM}/{paul}")).status_code == 403


async def test_somebody_is_invited_and_joins(
    helene: httpx.AsyncClient, open_client: OpenClient, cast: Cast, centre: int, mailbox: Mailbox
) -> None:
    for _ in range(2):
        answer = await helene.post(PAGE, data={"emails": "karim@exemple.fr", "role": "member", "centre": str(centre)})
        assert answer.status_code == 303
    assert await CentreInvitation.count() == 1
    assert len(await mailbox.messages()) == 1
    assert "vous invite sur Pix Certif" in (await mailbox.messages())[0][1]
    link = await mailbox.last_link("karim@exemple.fr")
    karim = open_client()
    assert "Rejoindre" in (await karim.get(link)).text
    await cast.sign_in(karim, "karim")
    assert "Université Blaison" in (await karim.get(link)).text
    (row,) = await CentreInvitation.select()
    for _ in range(2):
        done = await karim.post("/certif/rejoindre", data={"invitation": str(row["id"]), "code": row["code"]})
        assert done.headers["location"] == "/certif"
    assert (await karim.get(LIST)).status_code == 200
    actions = [one["action"] for one in await AuditEvent.select(AuditEvent.action).order_by(AuditEvent.id)]
    assert actions == ["member.invited", "member.joined"]
    assert (await open_client().get(link)).status_code == 409, "it serves once"


async def test_a_wrong_link_leads_nowhere(client: httpx.AsyncClient, cast: Cast, centre: int) -> None:
    (sent,) = await invitations.invite(CERTIF, centre, [ROSA], "member", None, now())
    assert (await client.get(f"/certif/rejoindre?invitation={sent.id}&code=AUTRE")).status_code == 404
    assert (await client.get("/certif/rejoindre")).status_code == 404
    await cast.sign_in(client, "louise")
    answer = await client.post("/certif/rejoindre", data={"invitation": str(sent.id), "code": "AUTRE"})
    assert answer.status_code == 404
    assert await member_of(await cast.person("louise")) is None


async def test_wrong_addresses_invite_nobody(helene: httpx.AsyncClient, other_centre: int) -> None:
    for emails in ("", "rosa@blaison", "martine@exemple.fr"):
        assert (await helene.post(PAGE, data={"emails": emails, "role": "member"})).status_code == 422
    page = await helene.post(PAGE, data={"emails": ROSA, "role": "member", "centre": str(other_centre)})
    assert page.status_code == 422
    assert "Vous travaillez maintenant dans le centre" in page.text
    assert await CentreInvitation.count() == 0


async def test_an_invitation_is_sent_again_or_cancelled(helene: httpx.AsyncClient, mailbox: Mailbox) -> None:
    await helene.post(PAGE, data={"emails": ROSA, "role": "member"})
    await CentreInvitation.update({CentreInvitation.sent_at: now() - timedelta(days=1)}, force=True)
    (row,) = await CentreInvitation.select()
    assert (await helene.post(f"{PAGE}/{row['id']}")).headers["location"] == f"{PAGE}?fait=renvoi"
    for _ in range(2):
        done = await helene.post(f"{PAGE}/{row['id']}/annulation")
        assert done.headers["location"] == f"{PAGE}?fait=annulation"
    assert (await helene.get(f"/certif/rejoindre?invitation={row['id']}&code={row['code']}")).status_code == 410
    assert (await helene.post(f"{PAGE}/{row['id']}")).status_code == 410


async def test_a_role_changes_and_one_administrator_stays(helene: httpx.AsyncClient, cast: Cast) -> None:
    paul, herself = await membership_of(cast, "paul"), await membership_of(cast, "helene")
    assert "Paul Villo" in (await helene.get(f"{TEAM}/{paul}")).text
    assert (await helene.post(f"{TEAM}/{herself}/role", data={"role": "member"})).status_code == 409
    assert (await helene.post(f"{TEAM}/{paul}/role", data={"role": "chef"})).status_code == 422
    for _ in range(2):
        assert (await helene.post(f"{TEAM}/{paul}/role", data={"role": "administrator"})).status_code == 303
    member = await member_of(await cast.person("paul"))
    assert member is not None
    assert member.is_administrator


async def test_somebody_is_removed_and_may_come_back(helene: httpx.AsyncClient, cast: Cast, centre: int) -> None:
    paul = await membership_of(cast, "paul")
    assert "Retirer Paul Villo" in (await helene.get(f"{TEAM}/{paul}/retrait")).text
    for _ in range(2):
        assert (await helene.post(f"{TEAM}/{paul}/retrait")).status_code == 303
    user = await cast.person("paul")
    assert await member_of(user) is None
    (sent,) = await invitations.invite(CERTIF, centre, ["paul@exemple.fr"], "member", None, now())
    await invitations.accept(CERTIF, sent.id, sent.code, user, now())
    assert await member_of(user) is not None


async def test_leaving(martine: httpx.AsyncClient, cast: Cast, centre: int, open_client: OpenClient) -> None:
    assert "Quitter l’équipe" in (await martine.get(f"{TEAM}/depart")).text
    answer = await martine.post(f"{TEAM}/depart", data={"centre": str(centre)})
    assert "Vous avez quitté l’équipe" in (await martine.get(answer.headers["location"])).text
    assert await member_of(await cast.person("martine")) is None
    helene = open_client()
    await cast.sign_in(helene, "helene")
    assert (await helene.post(f"{TEAM}/depart", data={"centre": str(centre)})).status_code == 409
    assert "l’équipe doit en garder un" in (await helene.get(f"{TEAM}/depart")).text


async def test_those_of_another_centre_do_not_exist(helene: httpx.AsyncClient, cast: Cast, other_centre: int) -> None:
    (sent,) = await invitations.invite(CERTIF, other_centre, [ROSA], "member", None, now())
    nadia = await membership_of(cast, "nadia")
    assert (await helene.get(f"{TEAM}/{nadia}")).status_code == 404
    for path in (
        f"{PAGE}/{sent.id}",
        f"{PAGE}/{sent.id}/annulation",
        f"{TEAM}/{nadia}/role",
        f"{TEAM}/{nadia}/retrait",
    ):
        assert (await helene.post(path, data={"role": "member"})).status_code == 404, path


async def test_the_door_shows_what_waits_for_a_confirmed_address(
    client: httpx.AsyncClient, cast: Cast, centre: int
) -> None:
    from app.accounts.tables import User

    karim = await cast.person("karim")
    (sent,) = await invitations.invite(CERTIF, centre, ["karim@exemple.fr"], "member", None, now())
    await cast.sign_in(client, "karim")
    assert sent.code not in (await client.get("/certif")).text
    await User.update({User.email_confirmed_at: now()}).where(User.id == karim)
    assert sent.code in (await client.get("/certif")).text
