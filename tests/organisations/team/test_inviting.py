"""Inviting colleagues: several at once, again, never by mistake."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import httpx
import pytest

from app.accounts.tables import AuditEvent, User
from app.lib.clock import now
from app.organisations.orga import ORGA
from app.organisations.team import invitations
from app.organisations.team.tables import Invitation
from tests.accounts.conftest import Mailbox
from tests.cast import Cast
from tests.evaluation.learner import HTMX
from tests.house.swap import assert_swap_equals
from tests.organisations.conftest import joins

PAGE = "/orga/equipe/invitations"
ROSA, SAMI = "r.marchal@blaison.example", "s.haddad@blaison.example"


@pytest.fixture
async def helene(client: httpx.AsyncClient, cast: Cast) -> httpx.AsyncClient:
    """The browser of the administrator of Blaison."""
    await cast.blaison()
    await cast.sign_in(client, "helene")
    return client


async def invite(client: httpx.AsyncClient, emails: str, role: str = "member", **more: str) -> httpx.Response:
    return await client.post(PAGE, data={"emails": emails, "role": role, **more})


async def stored() -> list[tuple[str, str]]:
    rows = await Invitation.select(Invitation.email, Invitation.role).order_by(Invitation.id)
    return [(row["email"], row["role"]) for row in rows]


async def a_while_ago() -> None:
    await Invitation.update({Invitation.sent_at: now() - timedelta(days=2)}, force=True)


async def test_several_at_once_each_with_a_link(helene: httpx.AsyncClient, cast: Cast, mailbox: Mailbox) -> None:
    answer = await invite(helene, f"{ROSA}, S.Haddad@blaison.example\n{ROSA}", "administrator")
    assert answer.headers["location"] == f"{PAGE}?fait=envoi&nombre=2"
    assert await stored() == [(ROSA, "administrator"), (SAMI, "administrator")]
    (row, _) = await Invitation.select().order_by(Invitation.id)
    link = f"https://pix.test/rejoindre?invitation={row['id']}&code={row['code']}"
    sent = {to: (subject, text) for to, subject, text in await mailbox.messages()}  # they leave side by side
    assert sent.keys() == {ROSA, SAMI}
    assert sent[ROSA][0] == "Université Blaison vous invite sur Pix Orga"
    assert link in sent[ROSA][1]
    page = await helene.get(answer.headers["location"])
    assert "2 invitations sont envoyées." in page.text
    assert "Invitations (2)" in page.text
    assert ROSA in page.text
    assert row["code"] not in page.text, "the link is for the one invited"
    events = await AuditEvent.select(AuditEvent.action, AuditEvent.organisation).order_by(AuditEvent.id)
    assert [(one["action"], one["organisation"]) for one in events] == [
        ("member.invited", cast.organisations["Université Blaison"])
    ] * 2


@pytest.mark.parametrize(
    ("emails", "words"),
    [
        ("", "Indiquez au moins une adresse e-mail"),
        (f"{ROSA}, s.haddad@blaison", "Cette adresse n’est pas complète\u202f: s.haddad@blaison"),
        (f"a b {ROSA}", "Ces adresses ne sont pas complètes\u202f: a, b"),
        (f"{ROSA} martine@exemple.fr", "Cette personne est déjà dans l’équipe\u202f: martine@exemple.fr"),
        (" ".join(f"x{n}@y.example" for n in range(101)), "100 adresses au plus à la fois"),
    ],
)
async def test_one_wrong_address_and_nobody_is_invited(
    helene: httpx.AsyncClient, mailbox: Mailbox, emails: str, words: str
) -> None:
    page = await invite(helene, emails)
    assert page.status_code == 422
    assert words in page.text
    assert emails in page.text, "what was typed is kept"
    assert await stored() == []
    assert await mailbox.messages() == []


async def test_what_is_wrong_is_said_in_the_language_of_the_page(helene: httpx.AsyncClient, cast: Cast) -> None:
    await User.update({User.language: "en"}).where(User.id == await cast.person("helene"))
    assert "This address is not complete: s.haddad@blaison" in (await invite(helene, "s.haddad@blaison")).text
    assert (
        "These people are already in the team: martine@"
        in (await invite(helene, "martine@exemple.fr paul@exemple.fr")).text
    )


async def test_a_role_must_be_chosen(helene: httpx.AsyncClient) -> None:
    page = await invite(helene, ROSA, "owner")
    assert page.status_code == 422
    assert "Choisissez un rôle" in page.text
    assert await stored() == []


async def test_tags_are_words(helene: httpx.AsyncClient) -> None:
    page = await invite(helene, "<script>alert(1)</script>@x ! ;")
    assert page.status_code == 422
    assert "<script>alert" not in page.text


async def test_a_form_of_another_organisation_is_not_sent_to_this_one(helene: httpx.AsyncClient, cast: Cast) -> None:
    tilleuls, blaison = await cast.elsewhere(), await cast.blaison()
    page = await invite(helene, ROSA, organisation=str(tilleuls))
    assert page.status_code == 422
    assert "Vous travaillez maintenant dans l’espace «\u00a0Université Blaison\u00a0»" in page.text
    assert await stored() == []
    assert (await invite(helene, ROSA, organisation=str(blaison))).status_code == 303


async def test_sent_twice_it_is_one_invitation_and_one_message(helene: httpx.AsyncClient, mailbox: Mailbox) -> None:
    await invite(helene, ROSA)
    answer = await invite(helene, ROSA)
    assert "moins d’une minute" in (await helene.get(answer.headers["location"])).text
    assert await stored() == [(ROSA, "member")]
    assert len(await mailbox.messages()) == 1


async def test_at_the_same_moment_it_is_one_invitation(cast: Cast) -> None:
    blaison, helene = await cast.blaison(), await cast.person("helene")
    at = now()
    done = await asyncio.gather(*(invitations.invite(ORGA, blaison, [ROSA], "member", helene, at) for _ in range(5)))
    assert len([one for one in done if one]) == 1
    assert await stored() == [(ROSA, "member")]


async def test_inviting_again_keeps_the_code_and_changes_the_date(helene: httpx.AsyncClient, mailbox: Mailbox) -> None:
    await invite(helene, ROSA)
    (first,) = await Invitation.select()
    await a_while_ago()
    assert (await invite(helene, ROSA.upper(), "administrator")).status_code == 303
    (again,) = await Invitation.select()
    assert (again["id"], again["code"], again["role"]) == (first["id"], first["code"], "administrator")
    assert again["sent_at"] >= first["sent_at"]
    assert again["created_at"] == first["created_at"]
    assert len(await mailbox.messages()) == 2


async def test_sending_again(helene: httpx.AsyncClient, mailbox: Mailbox) -> None:
    await invite(helene, ROSA)
    (row,) = await Invitation.select()
    address = f"{PAGE}/{row['id']}"
    assert (await helene.post(address)).headers["location"] == f"{PAGE}?fait=deja"
    await a_while_ago()
    assert (await helene.post(address)).headers["location"] == f"{PAGE}?fait=renvoi"
    (again,) = await Invitation.select()
    assert again["code"] == row["code"]
    assert again["sent_at"] >= row["sent_at"]
    first, second = await mailbox.messages()
    assert first == second


async def test_cancelling(helene: httpx.AsyncClient) -> None:
    await invite(helene, ROSA)
    (row,) = await Invitation.select()
    for _ in range(2):
        answer = await helene.post(f"{PAGE}/{row['id']}/annulation")
        assert answer.headers["location"] == f"{PAGE}?fait=annulation"
    page = await helene.get(answer.headers["location"])
    assert "Aucune invitation en attente" in page.text
    assert (await helene.post(f"{PAGE}/{row['id']}")).status_code == 410, "it is not sent again"
    assert await AuditEvent.count().where(AuditEvent.action == "invitation.cancelled") == 1


async def test_invited_again_after_a_refusal_the_former_link_stays_dead(helene: httpx.AsyncClient) -> None:
    await invite(helene, ROSA)
    (row,) = await Invitation.select()
    await helene.post(f"{PAGE}/{row['id']}/annulation")
    await invite(helene, ROSA)
    (again,) = await Invitation.select()
    assert again["id"] == row["id"]
    assert again["code"] != row["code"]
    assert again["cancelled_at"] is None
    assert (await helene.get(f"/rejoindre?invitation={row['id']}&code={row['code']}")).status_code == 404


async def test_those_of_another_organisation_do_not_exist(helene: httpx.AsyncClient, cast: Cast) -> None:
    tilleuls = await cast.elsewhere()
    (sent,) = await invitations.invite(ORGA, tilleuls, [ROSA], "member", None, now())
    assert (await helene.post(f"{PAGE}/{sent.id}")).status_code == 404
    assert (await helene.post(f"{PAGE}/{sent.id}/annulation")).status_code == 404
    assert (await helene.post(f"{PAGE}/{2**31}")).status_code == 404
    assert (await helene.post(f"{PAGE}/{2**31}/annulation")).status_code == 404
    assert ROSA not in (await helene.get(PAGE)).text
    (row,) = await Invitation.select()
    assert row["cancelled_at"] is None


async def test_members_see_and_do_not_invite(client: httpx.AsyncClient, cast: Cast) -> None:
    blaison = await cast.blaison()
    (sent,) = await invitations.invite(ORGA, blaison, [ROSA], "member", None, now())
    await cast.sign_in(client, "paul")
    page = await client.get(PAGE)
    assert ROSA in page.text
    assert "<textarea" not in page.text
    assert "Renvoyer" not in page.text
    for path in (PAGE, f"{PAGE}/{sent.id}", f"{PAGE}/{sent.id}/annulation"):
        answer = await client.post(path, data={"emails": SAMI, "role": "administrator"})
        assert answer.status_code == 403
    assert await stored() == [(ROSA, "member")]


async def test_the_message_is_in_the_language_of_the_account(
    helene: httpx.AsyncClient, cast: Cast, mailbox: Mailbox
) -> None:
    karim = await cast.person("karim")
    await User.update({User.language: "en"}).where(User.id == karim)
    await invite(helene, f"karim@exemple.fr {ROSA}")
    assert (await mailbox.last("karim@exemple.fr")).rstrip().endswith("The Pix team")
    assert (await mailbox.last(ROSA)).rstrip().endswith("L’équipe Pix")


async def test_a_long_list_has_pages(helene: httpx.AsyncClient, cast: Cast) -> None:
    blaison = await cast.blaison()
    await invitations.invite(ORGA, blaison, [f"x{n:02}@y.example" for n in range(30)], "member", None, now())
    first, second = (await helene.get(PAGE)).text, (await helene.get(f"{PAGE}?page=2&fait=renvoi")).text
    assert "x24@y.example" in first
    assert "x25@y.example" not in first
    assert f'href="{PAGE}?page=2"' in first
    assert "x25@y.example" in second
    assert f'href="{PAGE}?page=1"' in second, "what was done is told once"


async def test_swapped_the_page_is_the_same(helene: httpx.AsyncClient, cast: Cast) -> None:
    await joins(cast, await cast.blaison(), "karim")
    old = (await helene.get(PAGE)).text
    data = {"emails": "a", "role": "member"}
    answer = await helene.post(PAGE, data=data, headers=HTMX)
    assert 'hx-target="#team-invitations"' in old
    new = await helene.post(PAGE, data=data)
    assert_swap_equals(old, answer.text, new.text, target="#team-invitations", swap="outerHTML")
