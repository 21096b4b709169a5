"""What is typed of the end of a session stays while reports are added, and says nothing before it is finalised."""

from __future__ import annotations

import re
from collections.abc import Callable

import httpx

from app.accounts.tables import AuditEvent
from tests.certification.closing.sat import Sat
from tests.certification.conftest import enrolled

OpenClient = Callable[..., httpx.AsyncClient]


def on_the_way(sat: Sat, candidate: int | None = None) -> str:
    """Where « Ajouter un signalement » sends the form."""
    return f"{sat.page}/{candidate or sat.hall.candidate}/brouillon"


def typed(sat: Sat, **changes: str) -> dict[str, str]:
    given = {f"reason-{sat.test}": "technical", "incident": "yes", "joining": "no", "comment": "Panne de courant"}
    return {**given, "sure": "yes", **changes}


def checked(page: str) -> set[tuple[str, str]]:
    """Names and values of what is ticked."""
    found = re.findall(r'<input id="[^"]+" name="([^"]+)" type="(?:radio|checkbox)" value="([^"]+)" checked', page)
    return set(found)


async def test_what_was_typed_is_found_again_after_a_report(sat: Sat) -> None:
    await sat.answers(25, completed=False)
    browser = sat.hall.martine
    page = (await browser.get(sat.page)).text
    assert f'formaction="{on_the_way(sat)}"' in page
    assert not checked(page)
    for _ in range(2):
        went = await browser.post(on_the_way(sat), data=typed(sat))
        assert (went.status_code, went.headers["location"]) == (303, f"{sat.page}/{sat.hall.candidate}")
    await browser.post(f"{sat.page}/{sat.hall.candidate}", data={"code": "C6", "question": "", "text": ""})
    page = (await browser.get(sat.page)).text
    assert checked(page) == {(f"reason-{sat.test}", "technical"), ("incident", "yes"), ("joining", "no")}, (
        "not sure yet"
    )
    assert "Panne de courant</textarea>" in page
    assert "1 signalement" in page
    assert "Pix a rouvert" not in page


async def test_a_draft_says_nothing_and_finalises_nothing(open_client: OpenClient, sat: Sat) -> None:
    ada = open_client()
    await sat.hall.cast.sign_in(ada, "ada")
    await sat.hall.martine.post(on_the_way(sat), data=typed(sat))
    assert (await sat.hall.row())["finalized_at"] is None
    assert (await sat.row())["ended_at"] is None, "it still runs"
    assert await sat.results() == []
    assert (await ada.get(sat.admin_page)).status_code == 404, "the service sees nothing of it"
    assert not await AuditEvent.exists().where(AuditEvent.action == "session.finalised")


async def test_a_draft_is_what_was_last_typed(sat: Sat) -> None:
    browser = sat.hall.martine
    await browser.post(on_the_way(sat), data=typed(sat))
    odd = {f"reason-{sat.test}": "autre", "incident": "peut-être", "joining": "yes", "comment": ""}
    await browser.post(on_the_way(sat), data=odd)
    assert checked((await browser.get(sat.page)).text) == {("joining", "yes")}
    assert (await sat.row())["abort_reason"] is None
    refused = await sat.finalise(incident="", joining="")
    assert refused.status_code == 422, "a draft is no answer"


async def test_the_finalisation_replaces_the_draft(sat: Sat) -> None:
    """Louise was stopped when the draft was typed; she finished since."""
    await sat.hall.martine.post(on_the_way(sat), data=typed(sat))
    await sat.answers(32, completed=True)
    await sat.finalise()
    row = await sat.hall.row()
    assert (row["has_incident"], row["has_joining_issue"], row["global_comment"]) == (False, False, "")
    assert (await sat.row())["abort_reason"] is None
    late = await sat.hall.martine.post(on_the_way(sat), data=typed(sat))
    assert late.headers["location"] == f"{sat.page}/{sat.hall.candidate}"
    assert await sat.hall.row() == row, "an old page changes nothing"
    assert (await sat.row())["abort_reason"] is None


async def test_a_comment_too_long_is_shown_again(sat: Sat) -> None:
    page = await sat.hall.martine.post(on_the_way(sat), data=typed(sat, comment="x" * 501))
    assert page.status_code == 422
    assert 'id="comment-err"' in page.text
    assert "x" * 501 in page.text
    assert ("incident", "yes") in checked(page.text)
    assert (await sat.hall.row())["global_comment"] == ""


async def test_who_never_began_is_named(sat: Sat) -> None:
    assert "pas venu" not in (await sat.hall.martine.get(sat.page)).text
    absent = await enrolled(sat.hall.session, "Petit", "Zoé")
    page = (await sat.hall.martine.get(sat.page)).text
    assert "1 candidat inscrit n’est pas venu, ou n’a pas commencé son test" in page
    assert "Zoé Petit." in page
    await enrolled(sat.hall.session, "Arnaud", "Nils")
    page = (await sat.hall.martine.get(sat.page)).text
    assert "2 candidats inscrits ne sont pas venus, ou n’ont pas commencé leur test" in page
    assert "Nils Arnaud, Zoé Petit." in page
    gone = await sat.hall.martine.post(on_the_way(sat, absent), data=typed(sat))
    assert gone.status_code == 404, "no test, no report"
    assert (await sat.hall.row())["has_incident"] is None
