"""What somebody may read and erase of what the certification keeps about her."""

from __future__ import annotations

import re

import httpx
import pytest

from app.accounts import people, personal_data
from app.accounts.tables import User
from app.admin import closures
from app.admin.guards import Staff
from app.certification.certif import CERTIF
from app.certification.members import member_of
from app.certification.tables import Candidate
from app.certification.team.refusals import StillInCentre
from app.lib.clock import now
from app.organisations.requests import requests
from app.organisations.requests.requests import Asked
from app.organisations.team import invitations
from app.persistence.registry import tables
from app.persistence.transactions import write_transaction
from tests.cast import PASSWORD, Cast
from tests.certification.conftest import enrolled, joins


@pytest.fixture
async def zulma(cast: Cast) -> int:
    """Somebody of a rare name, of whom the certification knows all that it may."""
    user = await people.create_user(
        first_name="Zulmaïde",
        last_name="Quarante-Sous",
        email="zulma@exemple.fr",
        password=PASSWORD,
        terms_accepted_at=now(),
    )
    await User.update({User.email_confirmed_at: now()}).where(User.id == user)
    return user


async def known(zulma: int, session: int, centre: int) -> int:
    more = {
        "email": "zulma@exemple.fr",
        "results_email": "patron@exemple.fr",
        "external_id": "ZUL-42",
        "adjusted": True,
    }
    candidate = await enrolled(session, "Quarante-Sous", "Zulmaïde", **more)
    await joins(candidate, zulma)
    await invitations.invite(CERTIF, centre, ["zulma@exemple.fr"], "member", None, now())
    wish = Asked("CFA", "PRO", "Zulmaïde", "Quarante-Sous", "zulma@exemple.fr", "Formatrice")
    await requests.ask(CERTIF, wish, "un-jeton", "fr", now())
    return candidate


@pytest.mark.usefixtures("app")
async def test_all_of_it_is_shown(client: httpx.AsyncClient, zulma: int, session: int, centre: int) -> None:
    await known(zulma, session, centre)
    await client.post("/connexion", data={"login": "zulma@exemple.fr", "password": PASSWORD})
    page = (await client.get("/mon-compte/donnees")).text
    for words in ("Vos inscriptions à une certification", "Université Blaison", "Troyes", "ZUL-42", "CFA"):
        assert words in page
    assert "patron@exemple.fr" in page, "who reads her results"
    assert re.search("Test aménagé[^<]*</dt><dd>Oui", page)


@pytest.mark.usefixtures("app")
async def test_erased_nothing_says_who_it_was(zulma: int, session: int, centre: int) -> None:
    candidate = await known(zulma, session, centre)
    async with write_transaction():
        await personal_data.erase_everywhere(zulma)
    after = "\n".join([str([await table.select() for table in tables()])])
    for trace in ("Zulma", "zulma", "Quarante", "quarante", "ZUL-42"):
        assert trace not in after
    row = await Candidate.select().where(Candidate.id == candidate).first()
    assert row is not None
    assert (row["user"], row["birthdate"], row["birth_city"]) == (None, None, "")


@pytest.mark.usefixtures("app")
async def test_a_team_is_left_first(cast: Cast, centre: int) -> None:
    with pytest.raises(StillInCentre):
        async with write_transaction():
            await personal_data.erase_everywhere(await cast.person("martine"))


@pytest.mark.usefixtures("app")
async def test_the_staff_erases_her_also_from_her_centres(cast: Cast, centre: int) -> None:
    ada, helene = await cast.person("ada"), await cast.person("helene")
    await closures.anonymise(helene, Staff(ada, "superadmin"), now(), tell_her=False)
    assert await member_of(helene) is None
    assert await people.find_by_id(helene) is None
