"""A session is published: who ordered certifications receives the results of her candidates, and of no other."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest

from app.accounts.tables import AuditEvent
from app.certification.recipients import links
from app.certification.results import publication
from app.certification.tables import Candidate, CertificationSession
from app.lib.clock import now
from tests.accounts.conftest import Mailbox
from tests.certification.closing.sat import Sat
from tests.certification.results.more_results import result_of, sends_results_to

OpenClient = Callable[..., httpx.AsyncClient]
EMPLOYER, OTHER = "drh@mairie.example", "formation@cfa.example"


@pytest.fixture
async def ordered(sat: Sat) -> Sat:
    """The employer ordered Louise's and Inès's, the other one Zoé's; nobody ordered Ali's. It is not published yet."""
    await sat.answers(32, completed=True)
    await sat.finalise()
    await sends_results_to("DRH@Mairie.example", sat.hall.candidate)
    await result_of(sat, "Diallo", "Inès", results_email=EMPLOYER, external_id="I-1")
    await result_of(sat, "Petit", "Zoé", results_email=OTHER, external_id="Z-1")
    await result_of(sat, "Roux", "Ali", external_id="A-1")
    return sat


@pytest.fixture
def anybody(open_client: OpenClient) -> httpx.AsyncClient:
    """A browser where nobody is signed in."""
    return open_client()


async def publish(sat: Sat) -> None:
    await publication.publish(sat.hall.session, await sat.hall.cast.person("ada"), now())


async def unpublish(sat: Sat) -> None:
    await publication.unpublish(sat.hall.session, await sat.hall.cast.person("ada"), now())


def first_names(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200
    rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")), delimiter=";"))
    return [row[rows[0].index("Prénom")] for row in rows[1:]]


async def test_each_receives_one_message_and_opens_her_candidates(
    ordered: Sat, mailbox: Mailbox, anybody: httpx.AsyncClient
) -> None:
    await publish(ordered)
    messages = await mailbox.messages()
    assert sorted(to for to, _, _ in messages) == [EMPLOYER, OTHER], "one for each address, however it is typed"
    for to, subject, text in messages:
        assert str(ordered.hall.session) in subject
        assert "Université Blaison" in text
        assert not re.search("Louise|Inès|Zoé|Ali|pix ", text), "no name and no result in the message"
        assert not {EMPLOYER, OTHER} - {to} & set(text.split()), "nobody else's address"
    path = await mailbox.last_link(EMPLOYER)
    page = await anybody.get(path)
    assert f"Résultats de la session n° {ordered.hall.session}" in page.text
    assert "2 résultats" in page.text.replace("\u00a0", " ")
    assert page.headers["cache-control"] == "no-store"
    assert first_names(await anybody.get(f"{path}/resultats.csv")) == ["Louise", "Inès"]
    ods = await anybody.get(f"{path}/resultats.ods")
    assert ods.headers["content-type"].startswith("application/vnd.oasis")
    assert f"resultats-session-{ordered.hall.session}-" in ods.headers["content-disposition"]
    assert first_names(await anybody.get(f"{await mailbox.last_link(OTHER)}/resultats.csv")) == ["Zoé"]
    assert (await ordered.hall.row())["results_sent_at"] == (await ordered.hall.row())["published_at"]
    await ordered.hall.cast.sign_in(anybody, "ada")
    assert "ont reçu un lien par e-mail" in (await anybody.get(ordered.admin_page)).text
    taken = await AuditEvent.count().where(AuditEvent.action == "results.fetched")
    assert taken == 3, "the page takes nothing away"


async def test_published_twice_it_is_sent_once_and_again_after_it_was_taken_back(
    ordered: Sat, mailbox: Mailbox
) -> None:
    for _ in range(2):
        await publish(ordered)
    assert len(await mailbox.messages()) == 2
    await unpublish(ordered)
    assert (await ordered.hall.row())["results_sent_at"] is None
    await publish(ordered)
    assert len(await mailbox.messages()) == 4


async def test_without_recipient_nothing_is_sent(ordered: Sat, mailbox: Mailbox) -> None:
    await Candidate.update({Candidate.results_email: ""}).where(Candidate.session == ordered.hall.session)
    await publish(ordered)
    assert await mailbox.messages() == []
    assert (await ordered.hall.row())["results_sent_at"] is None


async def test_a_link_opens_nothing_once_the_results_are_taken_back(
    ordered: Sat, mailbox: Mailbox, anybody: httpx.AsyncClient
) -> None:
    await publish(ordered)
    path = await mailbox.last_link(EMPLOYER)
    await unpublish(ordered)
    for file in ("", "/resultats.csv", "/resultats.ods"):
        answer = await anybody.get(path + file)
        assert answer.status_code == 410
        assert "ne sont plus publiés" in answer.text
    await publish(ordered)
    assert (await anybody.get(path)).status_code == 200, "the same results, for the same mailbox"


async def test_a_link_lives_thirty_days(ordered: Sat, mailbox: Mailbox, anybody: httpx.AsyncClient) -> None:
    await publish(ordered)
    for age, status in ((timedelta(days=29, hours=23), 200), (timedelta(days=30), 410)):
        path = links.path_of(ordered.hall.session, EMPLOYER, now() - age)
        assert (await anybody.get(path)).status_code == status
        assert (await anybody.get(f"{path}/resultats.csv")).status_code == status
    assert "30 jours" in (await anybody.get(path)).text


async def test_a_link_that_we_did_not_write_opens_nothing(
    ordered: Sat, mailbox: Mailbox, anybody: httpx.AsyncClient
) -> None:
    await publish(ordered)
    token = (await mailbox.last_link(EMPLOYER)).rpartition("/")[2]
    signed, _, signature = token.rpartition(".")
    for forged in (f"{signed}.{signature[::-1]}", token[1:], "x", token.split(".")[0]):
        assert (await anybody.get(f"{links.PATH}/{forged}")).status_code == 404
    stranger = links.path_of(ordered.hall.session, "ailleurs@mairie.example", now())
    assert (await anybody.get(stranger)).status_code == 404, "an address that was corrected since"
    nobody = links.path_of(ordered.hall.session, "", now())
    assert (await anybody.get(nobody)).status_code == 404, "those of nobody are nobody's"
    await CertificationSession.delete(force=True)
    assert (await anybody.get(f"{links.PATH}/{token}")).status_code == 410


async def test_the_message_is_in_the_language_of_its_reader(ordered: Sat, mailbox: Mailbox) -> None:
    from app.accounts import people

    await people.create_user(
        first_name="Ann", last_name="Bell", email=EMPLOYER, password="Demo2026!", language="en", terms_accepted_at=now()
    )
    await publish(ordered)
    assert "are published" in await mailbox.last(EMPLOYER)
    assert "sont publiés" in await mailbox.last(OTHER)
