"""What becomes of a request: an organisation, or a polite answer."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.accounts.tables import AuditEvent, User
from app.lib.clock import now
from app.lib.refusals import NotFound
from app.organisations.orga import ORGA
from app.organisations.organisations import Kind
from app.organisations.requests import openings, queries, requests
from app.organisations.requests.refusals import RequestDecided
from app.organisations.requests.requests import Asked
from app.organisations.requests.tables import SpaceRequest
from app.organisations.tables import Membership, Organisation
from app.organisations.team.tables import Invitation
from tests.accounts.conftest import Mailbox
from tests.cast import Cast

ROSA = "r.marchal@cfa.example"


async def asked(name: str = "CFA des Métiers", kind: Kind = "PRO", email: str = ROSA, token: str = "jeton") -> int:
    """Rosa asks; the number of her request."""
    wish = Asked(name, kind, "Rosa", "Marchal", email, "Formatrice", "", "051", 120, "Bonjour")
    await requests.ask(ORGA, wish, token, "fr", now())
    row = await SpaceRequest.select(SpaceRequest.id).where(SpaceRequest.organisation_name == name).first()
    assert row is not None
    return int(row["id"])


async def test_accepted_it_becomes_an_organisation_and_its_administrator_is_invited(
    cast: Cast, mailbox: Mailbox
) -> None:
    ada, request = await cast.person("ada"), await asked()
    made = await openings.accept(request, ada, now(), name="CFA des Métiers", kind="PRO", external_id="12345678901234")
    (organisation,) = await Organisation.select()
    assert (organisation["id"], organisation["name"], organisation["kind"]) == (made, "CFA des Métiers", "PRO")
    (invitation,) = await Invitation.select()
    assert (invitation["organisation"], invitation["email"], invitation["role"]) == (made, ROSA, "administrator")
    link = f"https://pix.test/rejoindre?invitation={invitation['id']}&code={invitation['code']}"
    assert link in await mailbox.last(ROSA)
    assert await Membership.count() == 0, "she joins by herself"
    found = await queries.request(ORGA, request)
    assert (found.state, found.workplace, found.decided_by_name) == ("accepted", made, "Ada Lefort")
    actions = await AuditEvent.select(AuditEvent.action, AuditEvent.actor).order_by(AuditEvent.id)
    assert [(row["action"], row["actor"]) for row in actions] == [("request.accepted", ada), ("member.invited", ada)]


async def test_accepted_twice_it_is_one_organisation(cast: Cast, mailbox: Mailbox) -> None:
    ada, request = await cast.person("ada"), await asked()
    first = await openings.accept(request, ada, now(), name="CFA", kind="PRO")
    assert await openings.accept(request, ada, now(), name="CFA", kind="PRO") == first
    assert await Organisation.count() == 1
    assert len(await mailbox.messages()) == 2, "one acknowledgement, one invitation"


async def test_declined_the_reason_is_told_and_no_organisation_is_made(cast: Cast, mailbox: Mailbox) -> None:
    ada, request = await cast.person("ada"), await asked()
    await requests.decline(ORGA, request, ada, now(), "Votre rectorat a déjà un espace.")
    assert "Votre rectorat a déjà un espace." in await mailbox.last(ROSA)
    assert await Organisation.count() == 0
    assert (await queries.request(ORGA, request)).state == "declined"
    await requests.decline(ORGA, request, ada, now(), "Encore")
    assert "Encore" not in await mailbox.last(ROSA), "sent twice, said once"


async def test_what_one_decided_the_other_does_not_undo(cast: Cast, mailbox: Mailbox) -> None:
    ada, first, second = await cast.person("ada"), await asked(), await asked("Lycée Ampère", token="autre")
    await openings.accept(first, ada, now(), name="CFA", kind="PRO")
    with pytest.raises(RequestDecided):
        await requests.decline(ORGA, first, ada, now(), "Doublon.")
    await requests.decline(ORGA, second, ada, now(), "Doublon.")
    with pytest.raises(RequestDecided):
        await openings.accept(second, ada, now(), name="Lycée Ampère", kind="SCO")
    assert await Organisation.count() == 1


@pytest.mark.parametrize("number", [0, -1, 7, 2**31, 9**40])
async def test_a_request_that_does_not_exist(cast: Cast, number: int) -> None:
    ada = await cast.person("ada")
    with pytest.raises(NotFound):
        await queries.request(ORGA, number)
    with pytest.raises(NotFound):
        await openings.accept(number, ada, now(), name="CFA", kind="PRO")
    with pytest.raises(NotFound):
        await requests.decline(ORGA, number, ada, now(), "Doublon.")


async def test_the_lists_of_the_staff(cast: Cast, mailbox: Mailbox) -> None:
    ada = await cast.person("ada")
    first, second, third = await asked("A", token="a"), await asked("B", token="b"), await asked("C", token="c")
    await openings.accept(third, ada, now() - timedelta(minutes=1), name="C", kind="PRO")
    await requests.decline(ORGA, first, ada, now(), "Doublon.")
    assert [one.id for one in await queries.pending_requests(ORGA)] == [second]
    assert [(one.id, one.state) for one in await queries.decided(ORGA)] == [(first, "declined"), (third, "accepted")]
    assert [one.id for one in await queries.decided(ORGA, most=1, offset=1)] == [third]
    assert await queries.decided_count(ORGA) == 2
    assert (await queries.pending_requests(ORGA))[0].name == "Rosa Marchal"


async def test_each_reads_in_the_language_of_the_account(cast: Cast, mailbox: Mailbox) -> None:
    ada, karim = await cast.person("ada"), await cast.person("karim")
    await User.update({User.language: "en"}).where(User.id == karim)
    request = await asked(email="karim@exemple.fr")
    await requests.decline(ORGA, request, ada, now(), "Doublon.")
    assert (await mailbox.last("karim@exemple.fr")).rstrip().endswith("The Pix team")
