"""`/orga`: who comes in, and what the others are told."""

from __future__ import annotations

import httpx

from app.accounts.tables import SpaceTerms, User
from app.lib.clock import now
from app.organisations import organisations
from app.organisations.orga import ORGA
from app.organisations.tables import Organisation
from app.organisations.team import invitations
from tests.cast import PASSWORD, Cast


async def without_terms(cast: Cast) -> None:
    await cast.blaison()
    await SpaceTerms.delete(force=True)


async def test_a_visitor_signs_in_and_comes_back(client: httpx.AsyncClient, cast: Cast) -> None:
    await cast.blaison()
    answer = await client.get("/orga")
    assert answer.headers["location"] == "/connexion?suite=/orga"
    sent = {"login": "martine@exemple.fr", "password": PASSWORD, "suite": "/orga"}
    assert (await client.post("/connexion", data=sent)).headers["location"] == "/orga"
    assert (await client.get("/orga")).headers["location"] == "/orga/campagnes"


async def test_someone_without_a_team_is_told_why_and_what_to_do(client: httpx.AsyncClient, cast: Cast) -> None:
    await cast.sign_in(client, "louise")
    page = await client.get("/orga")
    assert page.status_code == 403
    assert "Votre compte ne fait partie d’aucune équipe" in page.text
    assert 'href="/orga/demande"' in page.text
    assert "Louise Carré" in page.text


async def test_another_account_is_one_button_away(client: httpx.AsyncClient, cast: Cast) -> None:
    await cast.blaison()
    await cast.sign_in(client, "louise")
    page = await client.get("/orga?suite=/orga/equipe")
    assert '<input type="hidden" name="suite" value="/orga/equipe">' in page.text
    answer = await client.post("/deconnexion", data={"suite": "/orga/equipe"})
    assert answer.headers["location"] == "/orga/equipe"
    assert (await client.get("/orga/equipe")).headers["location"] == "/connexion?suite=/orga/equipe"


async def test_the_invitations_to_a_proven_address_are_shown(client: httpx.AsyncClient, cast: Cast) -> None:
    blaison, louise = await cast.blaison(), await cast.sign_in(client, "louise")
    (sent,) = await invitations.invite(ORGA, blaison, ["Louise@Exemple.fr"], "member", None, now())
    page = (await client.get("/orga")).text
    assert sent.code not in page, "anyone can type anyone's address when signing up"
    assert "Confirmez d’abord votre adresse louise@exemple.fr" in page
    await User.update({User.email_confirmed_at: now()}).where(User.id == louise)
    page = (await client.get("/orga")).text
    assert "Université Blaison" in page
    assert sent.path.replace("&", "&amp;") in page


async def test_the_terms_come_first_and_are_accepted_once(client: httpx.AsyncClient, cast: Cast) -> None:
    await without_terms(cast)
    martine = await cast.sign_in(client, "martine")
    answer = await client.get("/orga?suite=/orga/equipe")
    assert answer.headers["location"] == "/orga/conditions?suite=/orga/equipe"
    assert (await client.get("/orga/equipe")).headers["location"] == "/orga/conditions?suite=/orga/equipe"
    page = await client.get(answer.headers["location"])
    for words in ("Conditions générales d’utilisation de la plateforme Pix Orga", "Article 1", "Annuler"):
        assert words in page.text
    assert await SpaceTerms.count() == 0, "reading is not accepting"
    for _ in range(2):
        answer = await client.post("/orga/conditions", data={"suite": "/orga/equipe"})
        assert answer.headers["location"] == "/orga/equipe"
    (row,) = await SpaceTerms.select()
    assert (row["user"], row["space"]) == (martine, "orga")
    assert row["accepted_at"] <= now()
    assert (await client.get("/orga/equipe")).status_code == 200
    assert "J’accepte les conditions" not in (await client.get("/orga/conditions")).text


async def test_who_does_not_accept_the_terms_may_leave(client: httpx.AsyncClient, cast: Cast) -> None:
    await without_terms(cast)
    await cast.sign_in(client, "martine")
    assert 'href="/orga/equipe/depart"' in (await client.get("/orga/conditions")).text
    assert (await client.get("/orga/equipe/depart")).status_code == 200
    left = {"organisation": str(await cast.blaison())}
    assert (await client.post("/orga/equipe/depart", data=left)).headers["location"] == "/orga?fait=depart"


async def test_a_far_address_is_not_where_one_goes(client: httpx.AsyncClient, cast: Cast) -> None:
    await without_terms(cast)
    await cast.sign_in(client, "martine")
    assert (await client.get("/orga?suite=//ailleurs.example")).headers["location"] == "/orga/conditions"
    answer = await client.post("/orga/conditions", data={"suite": "https://ailleurs.example"})
    assert answer.headers["location"] == "/orga/campagnes"


async def test_a_closed_organisation_is_no_team(client: httpx.AsyncClient, cast: Cast) -> None:
    blaison = await cast.blaison()
    await cast.sign_in(client, "martine")
    await Organisation.update({Organisation.archived_at: now()}).where(Organisation.id == blaison)
    assert (await client.get("/orga")).status_code == 403


async def test_one_works_for_the_organisation_one_chose(client: httpx.AsyncClient, cast: Cast) -> None:
    martine, tilleuls = await cast.sign_in(client, "martine"), await cast.elsewhere()
    blaison = await cast.blaison()
    await organisations.add_member(tilleuls, martine, "member", now())
    assert "Lycée des Tilleuls" in (await client.get("/orga/equipe")).text, "the first by name"
    page = (await client.get("/orga/organisation")).text
    assert "Vous travaillez dans 2 organisations" in page
    answer = await client.post("/orga/organisation", data={"organisation": str(blaison)})
    assert answer.headers["location"] == "/orga/campagnes"
    assert "Hélène Marchal" in (await client.get("/orga/equipe")).text
    answer = await client.post("/orga/organisation", data={"organisation": str(tilleuls)})
    team = (await client.get("/orga/equipe")).text
    assert "Nadia Ferrand" in team
    assert "Hélène Marchal" not in team


async def test_one_that_is_not_mine_does_not_exist(client: httpx.AsyncClient, cast: Cast) -> None:
    tilleuls = await cast.elsewhere()
    await cast.blaison()
    await cast.sign_in(client, "martine")
    for value in (str(tilleuls), "0", "", "99999", "9" * 400, "-1", "²", "x"):
        assert (await client.post("/orga/organisation", data={"organisation": value})).status_code == 404
    assert "Université Blaison" in (await client.get("/orga/equipe")).text
