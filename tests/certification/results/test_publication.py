"""`/admin/certifications`: an officer reads what centres finalised, publishes it, takes that back."""

from __future__ import annotations

from collections.abc import Callable

import httpx

from app.accounts import people
from app.accounts.tables import AuditEvent
from app.certification.tables import CertificationResult, CertificationSession
from app.lib.clock import now
from tests.cast import PASSWORD
from tests.certification.closing.sat import Sat
from tests.certification.results.conftest import LIST, note_again

OpenClient = Callable[..., httpx.AsyncClient]


async def test_an_empty_list_to_publish_leads_to_what_is_to_be_read_first(ada: httpx.AsyncClient, sat: Sat) -> None:
    words = "Voir ce qui demande une action"
    assert words not in (await ada.get(LIST)).text, "nothing anywhere"
    await sat.finalise(comment="Coupure de courant")
    assert words in (await ada.get(LIST)).text
    assert words not in (await ada.get(LIST + "?numero=4012")).text, "a filter hides it: the filter is to be changed"
    assert words not in (await ada.get(LIST + "?etat=action")).text


async def test_a_finalised_session_waits_to_be_published(ada: httpx.AsyncClient, sat: Sat) -> None:
    link = f'href="{sat.admin_page}"'
    assert link not in (await ada.get(LIST)).text, "not finalised yet"
    assert (await ada.get(sat.admin_page)).status_code == 404
    await sat.finalise()
    assert link in (await ada.get(LIST)).text
    assert link not in (await ada.get(LIST + "?etat=action")).text
    page = (await ada.get(sat.admin_page)).text
    assert "Carré Louise" in page
    assert "Validée" in page
    assert (await ada.post(sat.admin_page + "/publication")).headers["location"].startswith(sat.admin_page)
    first = (await sat.hall.row())["published_at"]
    await ada.post(sat.admin_page + "/publication")
    row = await sat.hall.row()
    assert row["published_at"] == first, "twice, the first date counts"
    assert row["officer"] is None, "publishing a session is not looking after it"
    assert link in (await ada.get(LIST + "?etat=publiees")).text
    assert link not in (await ada.get(LIST)).text


async def test_reports_that_nobody_read_are_published_over_only_on_purpose(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.hall.martine.post(f"{sat.page}/{sat.hall.candidate}", data={"code": "C6", "question": "", "text": ""})
    await sat.finalise()
    refused = await ada.post(sat.admin_page + "/publication")
    assert refused.status_code == 422
    assert 'id="sure-err"' in refused.text
    assert (await sat.hall.row())["published_at"] is None
    assert (await ada.post(sat.admin_page + "/publication", data={"sure": "yes"})).status_code == 303
    assert (await ada.post(sat.admin_page + "/publication")).status_code == 303, "twice is harmless"


async def test_it_is_taken_back_once_that_is_confirmed(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    path = sat.admin_page + "/depublication"
    assert (await ada.get(path)).status_code == 303, "nothing to take back"
    await ada.post(sat.admin_page + "/publication")
    assert "ne verra plus son résultat" in (await ada.get(path)).text
    unsure = await ada.post(path)
    assert unsure.status_code == 422
    assert 'id="sure-err"' in unsure.text
    assert (await sat.hall.row())["published_at"] is not None
    for _ in range(2):
        assert (await ada.post(path, data={"sure": "yes"})).status_code == 303
    assert (await sat.hall.row())["published_at"] is None
    assert f'href="{sat.admin_page}"' in (await ada.get(LIST)).text
    actions = await AuditEvent.select(AuditEvent.action).where(AuditEvent.action.like("session.%published"))
    assert [one["action"] for one in actions] == ["session.published", "session.unpublished"]


async def test_all_those_that_are_ready_at_once(ada: httpx.AsyncClient, sat: Sat) -> None:
    assert "Aucune session n’est prête" in (await ada.get(LIST + "/publication")).text
    await sat.finalise()
    assert f'href="{LIST}/publication"' in (await ada.get(LIST)).text
    page = (await ada.get(LIST + "/publication")).text
    assert f'name="session" value="{sat.hall.session}"' in page
    assert "Un candidat verra son résultat" in page
    nothing = await ada.post(LIST + "/publication", data={})
    assert nothing.headers["location"].endswith("nombre=0"), "none that was not shown"
    assert (await sat.hall.row())["published_at"] is None
    shown = {"session": [str(sat.hall.session), "999", "x"]}
    done = await ada.post(LIST + "/publication", data=shown)
    assert done.headers["location"].endswith("nombre=1")
    assert "Une session est publiée" in (await ada.get(done.headers["location"])).text
    assert (await ada.post(LIST + "/publication", data=shown)).headers["location"].endswith("nombre=0")


async def test_not_one_that_somebody_must_read(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise(comment="Coupure de courant")
    done = await ada.post(LIST + "/publication", data={"session": str(sat.hall.session)})
    assert done.headers["location"].endswith("nombre=0")
    assert (await sat.hall.row())["published_at"] is None


async def test_nothing_changes_once_published(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    await ada.post(sat.admin_page + "/publication")
    here, seen = f"{sat.admin_page}/candidats/{sat.hall.candidate}", str((await sat.result())["id"])
    sure = {"sure": "yes", "result": seen, "report": "1", "resolution": "Vu", "audience": "centre", "comment": "Vu"}
    heavy = ("annulation", "fraude", "retablissement", "notation", "commentaire", "signalement")
    for path in (*(f"{here}/{one}" for one in heavy), sat.admin_page + "/notation", sat.admin_page + "/reouverture"):
        assert (await ada.post(path, data=sure)).status_code == 409, path
    assert len(await sat.results()) == 1
    page = (await ada.get(here)).text
    assert "/annulation" not in page
    assert (await ada.get(here + "/annulation")).status_code == 303
    assert (await ada.get(sat.admin_page + "/reouverture")).status_code == 303


async def test_a_test_without_a_result_keeps_it_from_being_published(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    await CertificationResult.delete(force=True)
    assert f'href="{sat.admin_page}"' in (await ada.get(LIST + "?etat=action")).text
    assert (await ada.post(sat.admin_page + "/publication")).status_code == 409
    await note_again(ada, sat, 0)
    assert (await ada.post(sat.admin_page + "/publication")).status_code == 303


async def test_a_result_of_before_the_session_was_given_back_is_not_published(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    session = CertificationSession.id == sat.hall.session
    await CertificationSession.update({CertificationSession.finalized_at: now()}).where(session)  # not scored again yet
    assert (await ada.post(sat.admin_page + "/publication")).status_code == 409
    await note_again(ada, sat, (await sat.result())["id"])
    assert (await ada.post(sat.admin_page + "/publication")).status_code == 303


async def test_only_those_who_look_after_certification_enter(
    ada: httpx.AsyncClient, sat: Sat, open_client: OpenClient
) -> None:
    del ada
    await sat.finalise()
    assert (await sat.hall.martine.get(LIST)).status_code == 404
    for role, status in (("metier", 403), ("certif", 200)):
        await people.create_user(
            first_name="Noé",
            last_name=role,
            email=f"{role}@pix.example",
            password=PASSWORD,
            staff_role=role,
            terms_accepted_at=now(),
        )
        browser = open_client()
        await browser.post("/connexion", data={"login": f"{role}@pix.example", "password": PASSWORD})
        assert (await browser.get(LIST)).status_code == status


async def test_the_lists_are_filtered(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    link, day = f'href="{sat.admin_page}"', now().date()
    await CertificationSession.update({CertificationSession.starts_at: now()}).where(
        CertificationSession.id == sat.hall.session
    )
    for query, found in (
        (f"numero={sat.hall.session}", True),
        (f"numero={sat.hall.session + 1}", False),
        ("centre=universite+BLAIS", True),
        ("centre=tilleuls", False),
        ("centre=100%25", False),
        (f"du={day}&au={day}", True),
        ("au=2020-01-01", False),
        ("responsable=personne", True),
        ("responsable=moi", False),
        ("responsable=autre&page=9&taille=bof", True),
    ):
        page = await ada.get(f"{LIST}?{query}")
        assert page.status_code == 200
        assert (link in page.text) is found, query
        assert f"À publier ({int(found)})" in page.text, query
    for query, field in (("numero=abc", "numero"), ("du=demain", "du"), ("du=2026-02-02&au=2026-02-01", "au")):
        wrong = await ada.get(f"{LIST}?{query}")
        assert wrong.status_code == 422
        assert f'id="{field}-err"' in wrong.text
