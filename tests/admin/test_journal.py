"""What everybody did, as the staff reads it."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import httpx
import pytest

from app.accounts import audit
from app.accounts.audit import ACTIONS
from app.accounts.tables import AuditEvent
from app.admin.forms.journal import DETAILS, WORDS
from app.certification import centres
from app.lib.clock import now
from app.organisations.orga import ORGA
from app.organisations.team import invitations, memberships
from app.persistence.transactions import write_transaction
from tests.campaigns.conftest import NewOne
from tests.cast import Cast
from tests.organisations.conftest import membership_of

LIST = "/admin/journal"
PARIS = ZoneInfo("Europe/Paris")


def test_every_action_and_every_detail_has_its_words() -> None:
    assert WORDS.keys() == ACTIONS.keys()
    assert DETAILS.keys() >= set().union(*ACTIONS.values())


async def record(action: str, by: int | None, at: datetime, organisation: int | None = None, **details: str) -> None:
    async with write_transaction():
        await audit.record(action, by=by, kind="user", subject=1, at=at, organisation=organisation, **details)


async def lines(client: httpx.AsyncClient, **query: str) -> int:
    """How many lines the log shows."""
    page = (await client.get(LIST, params=query)).text
    return page.count('<tr><th scope="row">')


async def test_who_did_what_to_whom_and_where(ada: httpx.AsyncClient, cast: Cast, new_campaign: NewOne) -> None:
    await new_campaign("KXMTRB742")
    blaison, helene = await cast.blaison(), await cast.person("helene")
    await memberships.remove(ORGA, blaison, await membership_of(cast, blaison, "paul"), helene, now())
    await invitations.invite(ORGA, blaison, ["noe@blaison.example"], "member", helene, now())
    page = (await ada.get(LIST)).text
    for words in (
        "Hélène Marchal",
        "Retrait d’une équipe",
        "Paul Villo",
        "Université Blaison",
        "noe@blaison.example",
        "Membre",
    ):
        assert words in page
    assert "Campagne créée" in page
    assert page.index("Invitation envoyée</td>") < page.index("Retrait d’une équipe</td>"), "the latest first"


async def test_what_a_certification_centre_does(ada: httpx.AsyncClient, cast: Cast) -> None:
    centre, helene = await centres.create("Lycée des Tilleuls", "SCO", now()), await cast.person("helene")
    about = {"kind": "certification_centre", "subject": centre, "sessions": 3, "candidates": 40}
    async with write_transaction():
        await audit.record("sessions.imported", by=helene, at=now(), **about)
    page = (await ada.get(LIST)).text.replace("\u00a0", " ").replace("\u202f", " ")
    for words in ("Sessions et candidats importés", "Lycée des Tilleuls", "sessions : 3 · candidats : 40"):
        assert words in page


async def test_what_was_changed_is_in_words(ada: httpx.AsyncClient, cast: Cast) -> None:
    await record("user.edited", await cast.person("helene"), now(), None, fields="last_name, birthdate, autre")
    page = (await ada.get(LIST)).text.replace("\u00a0", " ").replace("\u202f", " ")
    assert "champs : nom, date de naissance, autre" in page


async def test_filtered_by_action_who_organisation_and_days(ada: httpx.AsyncClient, cast: Cast) -> None:
    blaison, elsewhere = await cast.blaison(), await cast.elsewhere()
    helene, nadia = await cast.person("helene"), await cast.person("nadia")
    await record("member.left", helene, datetime(2026, 3, 1, 0, 30, tzinfo=PARIS), blaison)
    await record("member.left", nadia, datetime(2026, 3, 1, 23, 30, tzinfo=PARIS), elsewhere)
    await record("user.edited", helene, datetime(2026, 3, 3, tzinfo=PARIS), None, fields="email")
    assert await lines(ada) == 3
    assert await lines(ada, action="member.left") == 2
    assert await lines(ada, action="member.left", qui="MARCHAL helene") == 1
    assert await lines(ada, qui=str(nadia)) == 1
    assert await lines(ada, qui="personne") == 0
    assert await lines(ada, organisation=str(elsewhere)) == 1
    assert await lines(ada, du="2026-03-01", au="2026-03-01") == 2
    assert await lines(ada, du="02/03/2026") == 1
    assert await lines(ada, au="2026-02-28") == 0
    assert await lines(ada, action="rien.du.tout", organisation="²") == 3, "nonsense is no filter"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"du": "31/02/2026"}, "Indiquez une date"),
        ({"au": "demain"}, "Indiquez une date"),
        ({"du": "2026-03-02", "au": "2026-03-01"}, "La fin vient après le début"),
    ],
)
async def test_days_to_correct(ada: httpx.AsyncClient, query: dict[str, str], said: str) -> None:
    answer = await ada.get(LIST, params=query)
    assert answer.status_code == 422
    assert said in answer.text


async def test_pages(ada: httpx.AsyncClient, cast: Cast) -> None:
    helene, at = await cast.person("helene"), now()
    for number in range(30):
        await record("member.left", helene, at - timedelta(minutes=number))
    assert await lines(ada) == 25
    assert await lines(ada, page="2") == 5
    assert await lines(ada, page="2", taille="10") == 10


async def test_what_is_gone_or_strange_is_still_shown(ada: httpx.AsyncClient) -> None:
    await record("member.left", None, now(), 4_012)
    await AuditEvent.insert(
        AuditEvent(at=now(), actor=None, action="formerly.known", subject_kind="thing", subject="x", details='{"a":1}')
    )
    page = (await ada.get(LIST)).text
    assert "Le service" in page
    assert "formerly.known" in page
