"""`/admin/certifications/…/candidats/…`: what an officer decides of a test, and what she writes about it."""

from __future__ import annotations

import asyncio
import json
import re
from typing import Any

import httpx
import pytest

from app.accounts.tables import AuditEvent
from app.certification.results import decisions, scoring_tests
from app.certification.results.outcomes import FAULTS, Comments, comments_of, encode
from app.certification.results.queries import finalized_session
from app.certification.results.standing import decided, lifted, recomputed, standing
from app.certification.scoring.profile_picking import PickedChallenge
from app.certification.scoring.profile_scoring import ProfileAnswer, ProfileHeld, score_profile_test
from app.certification.scoring.results import Scored
from app.certification.tables import CertificationResult
from app.evaluation.tables import Assessment
from app.lib.clock import now
from app.persistence.transactions import write_transaction
from tests.certification.closing.sat import Sat
from tests.certification.results.conftest import LIST, about, note_again, page_of

SURE = {"sure": "yes"}


async def statuses(sat: Sat) -> list[str]:
    return [row["status"] for row in await sat.results()]


async def noted() -> list[str]:
    rows = await AuditEvent.select(AuditEvent.action).where(AuditEvent.action.like("certification.%"))
    return [row["action"].removeprefix("certification.") for row in rows]


async def comments(sat: Sat) -> dict[str, Any]:
    return dict(json.loads((await sat.result())["comment_keys"]))


async def test_a_decision_made_while_a_test_is_scored_is_not_buried(ada: httpx.AsyncClient, sat: Sat) -> None:
    del ada
    await sat.finalise()
    session, officer = await finalized_session(sat.hall.session), await sat.hall.cast.person("ada")
    (test,), decided_of = session.tests, asyncio.Event()

    async def decide() -> None:
        async with write_transaction():
            await decisions.decide(session, test, "reject", session.latest_result, officer, now())
            decided_of.set()
            await asyncio.sleep(0.3)  # not committed yet: PostgreSQL does not show it to others

    async def score() -> None:
        await decided_of.wait()
        await scoring_tests.score(session.id, test, session.method, now())

    await asyncio.gather(decide(), score())
    assert await statuses(sat) == ["validated", "rejected", "rejected"]


async def test_each_decision_is_a_result_more(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    first = await sat.result()
    for _ in range(2):
        await about(ada, sat, "annulation", **SURE, result=str(first["id"]))
    await about(ada, sat, "fraude", **SURE)
    await about(ada, sat, "notation")
    await about(ada, sat, "retablissement")
    rows = await sat.results()
    assert [row["status"] for row in rows] == ["validated", "cancelled", "rejected", "rejected", "validated"]
    keys = [json.loads(row["comment_keys"]).get("keys", []) for row in rows]
    assert keys == [[], ["jury_cancelled"], ["fraud"], ["fraud"], []], "a rejection holds until it is lifted"
    officer = await sat.hall.cast.person("ada")
    assert [row["jury"] for row in rows] == [None, *[officer] * 4]
    assert rows[0] == first, "never changed"
    assert (rows[-1]["score"], rows[-1]["competences"]) == (first["score"], first["competences"]), "reproducible"
    assert await noted() == ["cancelled", "rejected", "rescored", "reinstated"]
    page = (await ada.get(page_of(sat))).text
    assert page.count("Ada Lefort") == 5, "four decisions, and the menu"
    told = ["Rétabli", "Noté à nouveau", "Rejeté pour fraude", "Annulé", "Calculé à la finalisation"]
    assert re.findall(r"<li><b>([^<]+)</b>", page) == told


@pytest.mark.parametrize(("path", "words"), [("annulation", "Annuler la certification de"), ("fraude", "Rejeter pour")])
async def test_a_heavy_decision_is_confirmed(path: str, words: str, ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    assert words in (await ada.get(f"{page_of(sat)}/{path}")).text
    unsure = await about(ada, sat, path)
    assert unsure.status_code == 422
    assert 'id="sure-err"' in unsure.text
    assert await statuses(sat) == ["validated"]


async def test_what_was_not_seen_is_not_decided(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    first = str((await sat.result())["id"])
    await about(ada, sat, "annulation", **SURE)
    await about(ada, sat, "retablissement", result=first)
    await about(ada, sat, "fraude", **SURE, result=first)
    await about(ada, sat, "notation", result=first)
    await about(ada, sat, "commentaire", audience="centre", comment="Trop tard", result=first)
    assert await statuses(sat) == ["validated", "cancelled"]


async def test_nothing_is_lifted_where_nothing_was_decided(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    await about(ada, sat, "retablissement")
    assert await statuses(sat) == ["validated"]


async def test_the_whole_session_is_scored_again(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.answers(21, completed=False)
    await sat.finalise(**{f"reason-{sat.test}": "technical"})
    await about(ada, sat, "annulation", **SURE)
    seen = {"result": str((await sat.result())["id"])}
    for _ in range(2):
        await ada.post(sat.admin_page + "/notation", data=seen)
    assert await statuses(sat) == ["validated", "cancelled", "cancelled"], "once, and the decision holds"
    (event,) = await AuditEvent.select().where(AuditEvent.action == "session.rescored")
    assert json.loads(event["details"]) == {"count": 1}


async def test_what_cannot_be_scored_says_why_and_waits(
    ada: httpx.AsyncClient, sat: Sat, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise RuntimeError("no such bank")

    with monkeypatch.context() as broken_rules:
        broken_rules.setattr(scoring_tests.runs, "load", broken)
        await sat.finalise()
    assert await statuses(sat) == ["error"]
    assert f'href="{sat.admin_page}"' in (await ada.get(LIST + "?etat=action")).text
    assert "Le calcul a échoué" in (await ada.get(sat.admin_page)).text
    assert "Le calcul a échoué" in (await ada.get(page_of(sat))).text
    assert (await ada.post(sat.admin_page + "/publication")).status_code == 409
    await about(ada, sat, "notation")
    assert await statuses(sat) == ["error", "validated"]
    assert "Le calcul a échoué" not in (await ada.get(sat.admin_page)).text


async def test_a_test_without_its_answers_says_so(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    await Assessment.delete().where(Assessment.id == sat.assessment)
    await about(ada, sat, "notation")
    assert "Le test lui-même n’existe plus" in (await ada.get(page_of(sat))).text
    for page in ("questions", "deroulement"):
        assert (await ada.get(f"{page_of(sat)}/{page}")).status_code == 200


async def test_three_comments_each_with_its_author(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    long = await about(ada, sat, "commentaire", audience="internal", comment="x" * 2001)
    assert long.status_code == 422
    assert 'id="internal-err"' in long.text
    assert "x" * 2001 in long.text, "nothing is lost"
    assert (await about(ada, sat, "commentaire", audience="tous", comment="Bonjour")).status_code == 422
    for audience, text in (
        ("candidate", "Identité corrigée"),
        ("centre", "Deux 100 % exclus"),
        ("internal", "À suivre"),
    ):
        seen = str((await sat.result())["id"])
        for _ in range(2):
            await about(ada, sat, "commentaire", audience=audience, comment=text, result=seen)
    assert len(await sat.results()) == 4
    await about(ada, sat, "annulation", **SURE)
    kept = await comments(sat)
    assert (kept["candidate"], kept["centre"], kept["internal"]) == (
        "Identité corrigée",
        "Deux 100 % exclus",
        "À suivre",
    ), "they stay"
    officer = await sat.hall.cast.person("ada")
    assert {one["by"] for one in kept["signed"].values()} == {officer}
    page = (await ada.get(page_of(sat))).text
    assert page.count("Écrit par Ada Lefort le") == 3
    assert page.count("<b>Commentaire</b>") == 3


async def test_a_comment_goes_where_it_is_meant_for(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    for audience in ("candidate", "centre", "internal"):
        await about(ada, sat, "commentaire", audience=audience, comment=f"Mot-{audience}")
    hall, centre_page = sat.hall, f"/certif/sessions/{sat.hall.session}"
    assert "Mot-centre" not in (await hall.martine.get(centre_page)).text, "not published"
    await ada.post(sat.admin_page + "/publication")
    shown = {
        ("centre", centre_page): hall.martine,
        ("centre", centre_page + "/resultats.csv"): hall.martine,
        ("candidate", f"/mes-certifications/{hall.candidate}"): hall.louise,
    }
    for (reader, path), browser in shown.items():
        text = (await browser.get(path)).text
        for audience in ("candidate", "centre", "internal"):
            assert (f"Mot-{audience}" in text) is (audience == reader), (path, audience)
    assert "Mot-internal" in (await ada.get(page_of(sat))).text


def test_a_result_stored_before_signatures_is_read() -> None:
    old = comments_of('{"keys":["fraud"],"candidate":"Vu"}')
    assert (old.keys, old.candidate, old.centre, old.signed) == (("fraud",), "Vu", "", {})
    assert encode(Comments()) == "{}", "nothing is stored for nothing"


def test_a_decision_stands_until_it_is_lifted() -> None:
    before = Comments(("zero_score",), "Pour elle", "Pour lui", fault="")
    cancelled = decided(before, "cancel")
    assert (standing(before), standing(cancelled)) == (None, "cancel")
    assert recomputed(Scored("validated", 300), cancelled) == ("cancelled", cancelled)
    assert recomputed(Scored("error", fault="defect"), lifted(cancelled)) == (
        "error",
        Comments((), "Pour elle", "Pour lui", fault="defect"),
    )
    status, said = recomputed(Scored("rejected", comment="zero_score"), Comments(("fraud",), fault="defect"))
    assert (status, said.keys, said.fault) == ("rejected", ("fraud",), "")


async def test_a_rescore_of_nothing_adds_a_first_result(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    await CertificationResult.delete(force=True)
    assert "n’a aucun résultat" in (await ada.get(page_of(sat))).text
    await about(ada, sat, "retablissement", result="0")
    assert await sat.results() == []
    await note_again(ada, sat, 0)
    await note_again(ada, sat, 0)
    assert await statuses(sat) == ["validated"]


async def test_a_test_that_was_never_scored_is_cancelled(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    await CertificationResult.delete(force=True)
    assert "Sans résultat" in (await ada.get(page_of(sat) + "/annulation")).text
    for _ in range(2):
        await about(ada, sat, "annulation", **SURE, result="0")
    assert await statuses(sat) == ["cancelled"]
    await about(ada, sat, "retablissement")
    assert await statuses(sat) == ["cancelled", "validated"]


@pytest.mark.parametrize(
    ("asked", "answered", "right"),
    [("a", "b", True), ("a", "aa", True), ("ab", "a", True), ("a", "a", True)],
    ids=["not asked", "twice", "missing", "no pix"],
)
def test_what_cannot_be_judged_has_its_words(asked: str, answered: str, *, right: bool) -> None:
    picked = [PickedChallenge("1.1", one, one) for one in asked]
    answers = [ProfileAnswer(one, right) for one in answered]
    scored = score_profile_test(picked, answers, {"1.1": ProfileHeld(0, 0)}, 7)
    assert scored.status == "error"
    assert scored.fault in FAULTS
