"""People as support finds, corrects, unblocks and anonymises them (D12 to D14)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from app.accounts import people
from app.accounts.tables import AuditEvent, EmailToken, User, UserSession
from app.campaigns.tables import Participation
from app.demo.classes import Class, take
from app.lib.clock import now
from app.organisations.learners.tables import Learner
from app.organisations.tables import Membership
from tests.admin.conftest import Mailbox, SignIn
from tests.campaigns.conftest import NewOne
from tests.cast import PASSWORD, Cast
from tests.evaluation.learner import HTMX
from tests.house.swap import assert_swap_equals

LIST = "/admin/utilisateurs"
OpenClient = Callable[..., httpx.AsyncClient]


def louise_as(**changes: str) -> dict[str, str]:
    filled = {
        "first_name": "Louise",
        "last_name": "Carré",
        "email": "louise@exemple.fr",
        "username": "",
        "language": "fr",
    }
    return {**filled, **changes}


async def row_of(person: int) -> dict[str, Any]:
    row: dict[str, Any] | None = await User.select().where(User.id == person).first()
    assert row is not None
    return row


async def actions(person: int) -> list[str]:
    rows = await AuditEvent.select().where(AuditEvent.subject == str(person)).order_by(AuditEvent.id)
    return [row["action"] for row in rows if row["subject_kind"] == "user"]


async def test_found_by_name_address_identifiant_and_number(ada: httpx.AsyncClient, cast: Cast) -> None:
    louise, karim = await cast.person("louise"), await cast.person("karim")
    pupil = await people.create_user(first_name="Zoé", last_name="Œuvrard", username="zoe.oeuvrard1203")

    async def found(q: str) -> set[int]:
        page = (await ada.get(LIST, params={"q": q})).text
        return {one for one in (louise, karim, pupil) if f'href="{LIST}/{one}"' in page}

    assert await found("") == set(), "nobody is listed before something is looked for"
    assert await found("CARRE lou") == {louise}
    assert await found("karim@exemple.fr") == {karim}
    assert await found("oeuvrard1203") == {pupil}
    assert await found("œuvrard") == {pupil}
    assert await found(str(louise)) >= {louise}
    assert await found("%") == set()
    assert await found("_") == set()
    assert "Personne ne correspond" in (await ada.get(LIST, params={"q": "nul part"})).text


async def test_the_list_has_pages(ada: httpx.AsyncClient) -> None:
    for number in range(12):
        await people.create_user(first_name="Ana", last_name=f"Mota{number:02}", email=f"ana{number}@exemple.fr")
    page = (await ada.get(LIST, params={"q": "mota", "taille": "10", "page": "2"})).text
    assert "Mota10" in page
    assert "Mota09" not in page


async def test_what_support_needs_to_know(
    ada: httpx.AsyncClient, open_client: OpenClient, cast: Cast, new_campaign: NewOne
) -> None:
    await new_campaign("KXMTRB742")
    await take(Class("KXMTRB742", 1, ("TD 1",), unfinished=0, unsent=0), now())
    (participation,) = await Participation.select()
    learner = (await ada.get(f"{LIST}/{participation['user']}")).text
    assert "<dt>Participations</dt><dd>1</dd>" in learner
    await cast.sign_in(open_client(), "martine")
    martine = (await ada.get(f"{LIST}/{await cast.person('martine')}")).text
    for words in ("Martine Antony", "martine@exemple.fr", "Université Blaison", "Connexions ouvertes (1)", "Membre"):
        assert words in martine


async def test_corrected(ada: httpx.AsyncClient, cast: Cast, mailbox: Mailbox) -> None:
    louise = await cast.person("louise")
    await User.update({User.email_confirmed_at: now()}).where(User.id == louise)
    data = louise_as(first_name=" Louise-Anne ", email="L.Carre@exemple.fr", username="louise.carre1203", language="en")
    answer = await ada.post(f"{LIST}/{louise}", data=data)
    assert answer.status_code == 303, answer.text
    row = await row_of(louise)
    assert (row["first_name"], row["email"], row["email_normalised"]) == (
        "Louise-Anne",
        "L.Carre@exemple.fr",
        "l.carre@exemple.fr",
    )
    assert (row["username"], row["language"], row["email_confirmed_at"]) == ("louise.carre1203", "en", None)
    assert row["search_name"] == "louise-anne carre l.carre@exemple.fr louise.carre1203"
    (event,) = await AuditEvent.select().where(AuditEvent.action == "user.edited")
    assert event["details"] == '{"fields":"first_name, email, username, language"}'
    assert "autre adresse" in await mailbox.last("louise@exemple.fr")
    await ada.post(f"{LIST}/{louise}", data=data)
    assert (await actions(louise)).count("user.edited") == 1, "nothing changed, nothing noted"


async def test_links_sent_to_the_former_address_are_dead(ada: httpx.AsyncClient, cast: Cast) -> None:
    louise = await cast.person("louise")
    await ada.post("/mot-de-passe/oublie", data={"email": "louise@exemple.fr"})
    assert await EmailToken.count().where(EmailToken.expires_at > now()) == 1
    await ada.post(f"{LIST}/{louise}", data=louise_as(email="autre@exemple.fr"))
    assert await EmailToken.count().where(EmailToken.expires_at > now()) == 0


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"first_name": " "}, "first_name", "Indiquez le prénom"),
        ({"last_name": "n" * 256}, "last_name", "255 caractères au plus"),
        ({"email": "louise"}, "email", "pas complète"),
        ({"email": "KARIM@exemple.fr"}, "email", "a déjà un compte"),
        ({"email": ""}, "email", "au moins une façon de se connecter"),
        ({"username": "karim.b"}, "username", "déjà pris"),
        ({"username": "karim@exemple.fr"}, "username", "lettres"),
        ({"language": "xx"}, "language", "Choisissez une langue"),
    ],
)
async def test_bad_input_is_said_and_kept(
    ada: httpx.AsyncClient, cast: Cast, changes: dict[str, str], field: str, said: str
) -> None:
    louise, karim = await cast.person("louise"), await cast.person("karim")
    await User.update({User.username: "karim.b"}).where(User.id == karim)
    before = await row_of(louise)
    page = (await ada.get(f"{LIST}/{louise}")).text
    answer = await ada.post(f"{LIST}/{louise}", data=louise_as(**changes))
    assert answer.status_code == 422
    assert f'id="{field}-err"' in answer.text
    assert said in answer.text
    swapped = await ada.post(f"{LIST}/{louise}", data=louise_as(**changes), headers=HTMX)
    assert_swap_equals(page, swapped.text, answer.text, target="#admin-user", swap="outerHTML")
    assert await row_of(louise) == before


async def test_one_of_two_ways_to_sign_in_may_go(ada: httpx.AsyncClient, cast: Cast) -> None:
    louise = await cast.person("louise")
    await ada.post(f"{LIST}/{louise}", data=louise_as(username="louise.c"))
    assert (await ada.post(f"{LIST}/{louise}", data=louise_as(email="", username="louise.c"))).status_code == 303
    row = await row_of(louise)
    assert (row["email"], row["email_normalised"], row["username"]) == (None, None, "louise.c")
    assert row["password_hash"] is not None, "the password stays"


async def test_blocked_then_unblocked(ada: httpx.AsyncClient, open_client: OpenClient, cast: Cast) -> None:
    louise = await cast.person("louise")
    await User.update({User.blocked_at: now(), User.failed_sign_ins: 50}).where(User.id == louise)
    page = (await ada.get(f"{LIST}/{louise}")).text
    assert "Compte bloqué depuis" in page
    assert "Bloqué" in (await ada.get(LIST, params={"q": "louise"})).text
    for _ in range(2):
        answer = await ada.post(f"{LIST}/{louise}/deblocage", follow_redirects=True)
        assert "Le compte est débloqué" in answer.text
    assert await actions(louise) == ["user.unblocked"]
    await cast.sign_in(open_client(), "louise")


async def test_anonymised_everywhere(
    ada: httpx.AsyncClient, open_client: OpenClient, cast: Cast, new_campaign: NewOne, mailbox: Mailbox
) -> None:
    await new_campaign("KXMTRB742", external_id_label="Numéro")
    helene = await cast.person("helene")
    browser = open_client()
    await cast.sign_in(browser, "helene")
    await User.update({User.seen_opening_cards_at: now()}).where(User.id == helene)
    await browser.post("/campagnes/KXMTRB742/identifiant", data={"external_id": "4012"})
    assert await Participation.count() == 1
    page = (await ada.get(f"{LIST}/{helene}/anonymisation")).text
    assert "Anonymiser Hélène Marchal" in page
    assert (await ada.post(f"{LIST}/{helene}/anonymisation")).status_code == 422
    assert (await row_of(helene))["anonymised_at"] is None
    for _ in range(2):
        answer = await ada.post(f"{LIST}/{helene}/anonymisation", data={"sure": "yes", "tell_her": "yes"})
        assert answer.status_code == 303
    row = await row_of(helene)
    assert (row["first_name"], row["email"], row["username"], row["password_hash"]) == ("Personne", None, None, None)
    assert await UserSession.count().where(UserSession.user == helene) == 0
    assert await Membership.count().where(Membership.user == helene) == 0, "though she was the only administrator"
    (participation,) = await Participation.select()
    assert (participation["user"], participation["external_id"]) == (None, "")
    (learner,) = await Learner.select()
    assert (learner["first_name"], learner["user"]) == ("Personne", None)
    assert (await actions(helene))[-2:] == ["member.removed", "user.anonymised"]
    assert "effacés" in await mailbox.last("helene@exemple.fr")
    assert (await browser.get("/accueil")).status_code == 303
    assert "Compte anonymisé" in (await ada.get(f"{LIST}/{helene}")).text
    assert "Marchal" not in (await ada.get(LIST, params={"q": "marchal"})).text.replace('value="marchal"', "")


async def test_anonymised_without_a_message(ada: httpx.AsyncClient, cast: Cast, mailbox: Mailbox) -> None:
    louise = await cast.person("louise")
    await ada.post(f"{LIST}/{louise}/anonymisation", data={"sure": "yes"})
    assert (await row_of(louise))["anonymised_at"] is not None
    assert await mailbox.messages() == []


async def test_an_erased_account_is_not_corrected(ada: httpx.AsyncClient, cast: Cast) -> None:
    louise = await cast.person("louise")
    await ada.post(f"{LIST}/{louise}/anonymisation", data={"sure": "yes"})
    assert (await ada.post(f"{LIST}/{louise}", data=louise_as())).status_code == 404
    for page in ("anonymisation", "role"):
        assert (await ada.get(f"{LIST}/{louise}/{page}")).status_code == 404
    assert (await ada.post(f"{LIST}/{louise}/role", data={"role": "support"})).status_code == 404
    assert (await ada.post(f"{LIST}/{louise}/deblocage")).status_code == 404
    assert (await row_of(louise))["first_name"] == "Personne"


async def test_a_superadmin_appoints_and_every_session_ends(
    ada: httpx.AsyncClient, open_client: OpenClient, cast: Cast
) -> None:
    karim, browser = await cast.person("karim"), open_client()
    await cast.sign_in(browser, "karim")
    assert (await browser.get("/admin")).status_code == 404
    for _ in range(2):
        assert (await ada.post(f"{LIST}/{karim}/role", data={"role": "metier"})).status_code == 303
    assert (await row_of(karim))["staff_role"] == "metier"
    assert (await browser.get("/accueil")).status_code == 303, "signed out"
    await browser.post("/connexion", data={"login": "karim@exemple.fr", "password": PASSWORD})
    assert (await browser.get("/admin")).status_code == 200
    await ada.post(f"{LIST}/{karim}/role", data={"role": "none"})
    assert (await row_of(karim))["staff_role"] is None
    assert await actions(karim) == ["staff.appointed", "staff.appointed"]


@pytest.mark.parametrize("role", ["", "chef", "superadmin "])
async def test_a_role_to_correct(ada: httpx.AsyncClient, cast: Cast, role: str) -> None:
    karim = await cast.person("karim")
    answer = await ada.post(f"{LIST}/{karim}/role", data={"role": role})
    assert answer.status_code == (303 if role.strip() == "superadmin" else 422)


async def test_nobody_touches_the_own_role_nor_erases_herself_here(ada: httpx.AsyncClient, cast: Cast) -> None:
    me = await cast.person("ada")
    assert (await ada.post(f"{LIST}/{me}/role", data={"role": "none"})).status_code == 409
    assert (await ada.post(f"{LIST}/{me}/anonymisation", data={"sure": "yes"})).status_code == 409
    assert (await row_of(me))["staff_role"] == "superadmin"


async def test_support_does_not_touch_the_staff(of_the_staff: SignIn, cast: Cast) -> None:
    support, ada = await of_the_staff("support"), await cast.person("ada")
    before = await row_of(ada)
    assert (await support.post(f"{LIST}/{ada}", data=louise_as(email="moi@exemple.fr"))).status_code == 403
    assert (await support.post(f"{LIST}/{ada}/anonymisation", data={"sure": "yes"})).status_code == 403
    assert (await support.post(f"{LIST}/{ada}/role", data={"role": "none"})).status_code == 403
    assert await row_of(ada) == before
    assert "Corriger le compte" not in (await support.get(f"{LIST}/{ada}")).text


@pytest.mark.parametrize("number", ["999", "0", str(2**31), str(9**40)])
async def test_somebody_who_does_not_exist(ada: httpx.AsyncClient, number: str) -> None:
    for page in ("", "/anonymisation", "/role"):
        assert (await ada.get(f"{LIST}/{number}{page}")).status_code == 404
    for verb in ("", "/deblocage", "/anonymisation", "/role"):
        answer = await ada.post(f"{LIST}/{number}{verb}", data={**louise_as(), "sure": "yes", "role": "none"})
        assert answer.status_code == 404
