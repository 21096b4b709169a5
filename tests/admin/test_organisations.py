"""Organisations as the service's staff opens, changes and closes them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from app.accounts.tables import AuditEvent
from app.campaigns.tables import Campaign
from app.lib.clock import now
from app.organisations import organisations
from app.organisations.orga import ORGA
from app.organisations.organisations import Details
from app.organisations.refusals import ParentLoop
from app.organisations.tables import Organisation, OrganisationTag
from app.organisations.team import invitations
from app.organisations.team.tables import Invitation
from tests.admin.conftest import Mailbox
from tests.campaigns.conftest import NewOne
from tests.cast import Cast
from tests.evaluation.learner import HTMX
from tests.house.swap import assert_swap_equals

LIST = "/admin/organisations"
OpenClient = Callable[..., httpx.AsyncClient]


def fields(**changes: Any) -> dict[str, Any]:
    filled = {
        "name": "Lycée Ampère",
        "kind": "SCO",
        "external_id": "0511234 b",
        "province": "51",
        "email": "lycee@ampere.example",
        "tags": "AEFE, Expérimentation",
        "uses_credits": "yes",
        "client_token": "un-jeton",
    }
    return {name: value for name, value in {**filled, **changes}.items() if value is not None}


async def create(client: httpx.AsyncClient, **changes: Any) -> int:
    answer = await client.post(f"{LIST}/creation", data=fields(**changes))
    assert answer.status_code == 303, answer.text
    return int(answer.headers["location"].split("?")[0].rsplit("/", 1)[1])


async def tags_of(organisation: int) -> set[str]:
    rows = await OrganisationTag.select().where(OrganisationTag.organisation == organisation)
    return {row["name"] for row in rows}


async def actions(organisation: int) -> list[str]:
    rows = await AuditEvent.select().where(AuditEvent.organisation == organisation).order_by(AuditEvent.id)
    return [row["action"] for row in rows]


async def test_created_as_the_form_says(ada: httpx.AsyncClient) -> None:
    academy = await create(ada, name="Académie de Reims", kind="PRO", external_id="", client_token="a")
    made = await create(ada, parent=str(academy), shows_skills="yes")
    row = await Organisation.select().where(Organisation.id == made).first()
    assert row is not None
    assert (row["name"], row["kind"], row["external_id"], row["province"]) == ("Lycée Ampère", "SCO", "0511234B", "051")
    assert (row["email"], row["parent"], row["search_name"]) == ("lycee@ampere.example", academy, "lycee ampere")
    assert (row["uses_credits"], row["shows_skills"], row["manages_learners"]) == (True, True, False)
    assert await tags_of(made) == {"AEFE", "Expérimentation"}
    assert await actions(made) == ["organisation.created"]
    page = (await ada.get(f"{LIST}/{made}")).text
    for words in ("Lycée Ampère", "0511234B", "Académie de Reims", "AEFE", "lycee@ampere.example"):
        assert words in page
    assert f'href="{LIST}/{made}"' in (await ada.get(f"{LIST}/{academy}")).text, "its parent shows it"


async def test_the_same_form_sent_twice_creates_one(ada: httpx.AsyncClient) -> None:
    first, again = await asyncio.gather(create(ada), create(ada))
    assert first == again
    assert await Organisation.count() == 1
    assert await create(ada, client_token="autre") != first, "another form, another organisation"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "n" * 256}, "name"),
        ({"kind": ""}, "kind"),
        ({"external_id": "0511234"}, "external_id"),
        ({"external_id": "x" * 300, "kind": "PRO"}, "external_id"),
        ({"province": "999Z"}, "province"),
        ({"email": "lycee@"}, "email"),
        ({"parent": "4012"}, "parent"),
        ({"parent": "Reims"}, "parent"),
        ({"tags": ", ".join(f"t{n}" for n in range(21))}, "tags"),
        ({"tags": "t" * 61}, "tags"),
    ],
)
async def test_bad_input_is_said_and_kept(ada: httpx.AsyncClient, changes: dict[str, str], field: str) -> None:
    answer = await ada.post(f"{LIST}/creation", data=fields(**changes))
    assert answer.status_code == 422
    assert f'id="{field}-err"' in answer.text
    assert 'value="lycee@ampere.example"' in answer.text or field == "email"
    assert await Organisation.count() == 0


async def test_changed_and_what_changed_is_noted(ada: httpx.AsyncClient) -> None:
    made = await create(ada)
    form = (await ada.get(f"{LIST}/{made}/modification")).text
    assert 'value="0511234B"' in form
    answer = await ada.post(
        f"{LIST}/{made}/modification", data=fields(name="Lycée André-Ampère", tags="aefe", uses_credits=None)
    )
    assert answer.status_code == 303
    row = await Organisation.select().where(Organisation.id == made).first()
    assert row is not None
    assert (row["name"], row["search_name"], row["uses_credits"]) == ("Lycée André-Ampère", "lycee andre-ampere", False)
    assert await tags_of(made) == {"AEFE"}, "a tag in use keeps its spelling"
    (event,) = await AuditEvent.select().where(AuditEvent.action == "organisation.edited")
    assert event["details"] == '{"fields":"name, tags, uses_credits"}'
    await ada.post(
        f"{LIST}/{made}/modification", data=fields(name="Lycée André-Ampère", tags="AEFE", uses_credits=None)
    )
    assert await actions(made) == ["organisation.created", "organisation.edited"], "nothing changed, nothing noted"


async def test_a_loop_is_refused(ada: httpx.AsyncClient) -> None:
    academy = await create(ada, name="Académie", external_id="", client_token="a")
    school = await create(ada, name="Lycée", parent=str(academy), client_token="b")
    for organisation, parent in ((academy, school), (academy, academy)):
        answer = await ada.post(f"{LIST}/{organisation}/modification", data=fields(parent=str(parent)))
        assert answer.status_code == 422
        assert "tournerait en rond" in answer.text
    rows = await Organisation.select(Organisation.id, Organisation.parent)
    assert {row["id"]: row["parent"] for row in rows} == {academy: None, school: academy}


async def test_two_attached_each_to_the_other_at_once_are_not_both(cast: Cast, ada: httpx.AsyncClient) -> None:
    one = await create(ada, name="Un", external_id="", client_token="a")
    two = await create(ada, name="Deux", external_id="", client_token="b")
    by = await cast.person("ada")
    outcomes = await asyncio.gather(
        organisations.edit(one, Details("Un", "SCO", parent=two), by, now()),
        organisations.edit(two, Details("Deux", "SCO", parent=one), by, now()),
        return_exceptions=True,
    )
    assert [type(outcome) for outcome in outcomes].count(ParentLoop) == 1


async def test_the_parent_may_be_named_by_its_uai(ada: httpx.AsyncClient) -> None:
    academy = await create(ada, name="Académie", client_token="a")
    school = await create(ada, name="Lycée", external_id="", parent="0511234b", client_token="b")
    row = await Organisation.select(Organisation.parent).where(Organisation.id == school).first()
    assert row == {"parent": academy}


async def test_the_list_by_words_kind_tag_and_state(ada: httpx.AsyncClient) -> None:
    ampere = await create(ada)
    cfa = await create(ada, name="CFA 100 % Métiers", kind="PRO", external_id="", tags="", client_token="b")
    closed = await create(ada, name="École fermée", external_id="", tags="", client_token="c")
    await ada.post(f"{LIST}/{closed}/archivage", data={"sure": "yes"})

    async def found(**query: str) -> set[int]:
        page = (await ada.get(LIST, params=query)).text
        return {number for number in (ampere, cfa, closed) if f'href="{LIST}/{number}"' in page}

    assert await found() == {ampere, cfa}
    assert await found(etat="archivees") == {closed}
    assert await found(q="ampère LYCEE") == {ampere}
    assert await found(q="100 %") == {cfa}
    assert await found(q="0511234b") == {ampere}
    assert await found(q=str(cfa)) == {cfa}
    assert await found(q="_") == set()
    assert await found(q="%%%") == set()
    assert await found(type="PRO") == {cfa}
    assert await found(etiquette="AEFE") == {ampere}
    assert await found(type="nimporte", etat="quoi") == {ampere, cfa}
    assert await found(q="\u0301") in ({ampere, cfa}, set()), "an accent alone is no word"


async def test_the_list_has_pages(ada: httpx.AsyncClient) -> None:
    for number in range(12):
        await organisations.create(f"École {number:02}", "SCO", now())
    page = (await ada.get(LIST, params={"taille": "10", "page": "2"})).text
    assert "École 10" in page
    assert "École 09" not in page
    assert "11 à 12 sur 12" in page


async def test_archived_nobody_enters_nor_starts_and_invitations_are_dead(
    ada: httpx.AsyncClient, open_client: OpenClient, cast: Cast, new_campaign: NewOne
) -> None:
    campaign = await new_campaign("KXMTRB742")
    blaison, by = await cast.blaison(), await cast.person("ada")
    await invitations.invite(ORGA, blaison, ["noe@blaison.example"], "member", by, now())
    paul = open_client()
    await cast.sign_in(paul, "paul")
    assert (await paul.get("/orga/campagnes")).status_code == 200
    asked = (await ada.get(f"{LIST}/{blaison}/archivage")).text
    assert "Les 3 personnes de son équipe" in asked
    assert (await ada.post(f"{LIST}/{blaison}/archivage")).status_code == 422
    assert (await paul.get("/orga/campagnes")).status_code == 200, "the box was not ticked"
    for _ in range(2):
        assert (await ada.post(f"{LIST}/{blaison}/archivage", data={"sure": "yes"})).status_code == 303
    assert (await paul.get("/orga/campagnes")).status_code == 303
    row = await Campaign.select(Campaign.archived_at, Campaign.archived_by).where(Campaign.id == campaign).first()
    assert row is not None
    assert (row["archived_at"] is not None, row["archived_by"]) == (True, by)
    (invitation,) = await Invitation.select()
    assert invitation["cancelled_at"] is not None
    assert (await paul.get("/campagnes/KXMTRB742")).status_code == 410
    assert (await actions(blaison))[-3:] == ["invitation.cancelled", "organisation.archived", "campaign.archived"]


async def test_opened_again_the_team_enters_again_and_campaigns_stay_archived(
    ada: httpx.AsyncClient, open_client: OpenClient, cast: Cast, new_campaign: NewOne
) -> None:
    await new_campaign("KXMTRB742")
    blaison = await cast.blaison()
    await ada.post(f"{LIST}/{blaison}/archivage", data={"sure": "yes"})
    for _ in range(2):
        await ada.post(f"{LIST}/{blaison}/reouverture")
    paul = open_client()
    await cast.sign_in(paul, "paul")
    assert (await paul.get("/orga/campagnes")).status_code == 200
    assert (await paul.get("/campagnes/KXMTRB742")).status_code == 410
    assert (await actions(blaison)).count("organisation.unarchived") == 1


async def test_its_team_and_inviting_an_administrator(ada: httpx.AsyncClient, cast: Cast, mailbox: Mailbox) -> None:
    blaison = await cast.blaison()
    address = f"{LIST}/{blaison}/equipe"
    page = (await ada.get(address)).text
    for words in ("Martine Antony", "Hélène Marchal", "Membres (3)"):
        assert words in page
    data = {"emails": "noe@blaison.example", "role": "administrator"}
    for _ in range(2):
        assert (await ada.post(address, data=data)).status_code == 303
    (invitation,) = await Invitation.select()
    assert (invitation["email"], invitation["role"]) == ("noe@blaison.example", "administrator")
    assert "Université Blaison" in await mailbox.last("noe@blaison.example")
    assert len([one for one in await mailbox.messages() if "noe@blaison.example" in one]) == 1
    await ada.post(f"{address}/{invitation['id']}/annulation")
    assert "Aucune invitation n’attend" in (await ada.get(address)).text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"emails": "", "role": "administrator"}, "au moins une adresse"),
        ({"emails": "noe@", "role": "administrator"}, "pas complète"),
        ({"emails": "paul@exemple.fr", "role": "member"}, "déjà dans l’équipe"),
        ({"emails": "noe@blaison.example", "role": "chef"}, "Choisissez un rôle"),
    ],
)
async def test_an_invitation_to_correct(ada: httpx.AsyncClient, cast: Cast, data: dict[str, str], said: str) -> None:
    address = f"{LIST}/{await cast.blaison()}/equipe"
    before = (await ada.get(address)).text
    answer = await ada.post(address, data=data)
    assert answer.status_code == 422
    assert said in answer.text
    swapped = await ada.post(address, data=data, headers=HTMX)
    assert_swap_equals(before, swapped.text, answer.text, target="#admin-organisation-team", swap="outerHTML")
    assert await Invitation.count() == 0


async def test_nobody_is_invited_to_a_closed_space(ada: httpx.AsyncClient, cast: Cast) -> None:
    blaison = await cast.blaison()
    await ada.post(f"{LIST}/{blaison}/archivage", data={"sure": "yes"})
    answer = await ada.post(f"{LIST}/{blaison}/equipe", data={"emails": "n@b.example", "role": "administrator"})
    assert answer.status_code == 409
    assert await Invitation.count() == 0


async def test_its_campaigns_to_read(ada: httpx.AsyncClient, cast: Cast, new_campaign: NewOne) -> None:
    await new_campaign("KXMTRB742")
    page = (await ada.get(f"{LIST}/{await cast.blaison()}/campagnes")).text
    assert "UE 173" in page
    assert "KXMTRB742" in page
    other = (await ada.get(f"{LIST}/{await cast.elsewhere()}/campagnes")).text
    assert "Aucune campagne" in other


@pytest.mark.parametrize("number", ["999", "0", str(2**31), str(9**40)])
async def test_an_organisation_that_does_not_exist(ada: httpx.AsyncClient, number: str) -> None:
    for page in ("", "/equipe", "/campagnes", "/credits", "/modification", "/archivage"):
        assert (await ada.get(f"{LIST}/{number}{page}")).status_code == 404
    for verb in ("/equipe", "/credits", "/modification", "/archivage", "/reouverture", "/equipe/1/annulation"):
        data = fields(sure="yes", emails="n@b.example", role="member", size="3", free="yes", ordered_on="2026-01-01")
        assert (await ada.post(f"{LIST}/{number}{verb}", data=data)).status_code == 404
    assert await Organisation.count() == 0
