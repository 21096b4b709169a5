"""`/api/token`: OAuth 2.0, client credentials (RFC 6749, section 4.4; RFC 6750)."""

from __future__ import annotations

import base64
import warnings
from datetime import timedelta

import httpx
import pytest
from litestar import Litestar

from app.certification.interfaces import clients, limits, tokens
from app.certification.tables import MachineClient
from app.lib.clock import now
from tests.cast import Cast
from tests.certification.interfaces.partner import TOKEN, Partner, registered
from tests.conftest import HOST

READ = "/api/parcoursup/certifications"


async def test_a_token_is_given_for_an_hour(partner: Partner) -> None:
    answer = await partner.ask()
    assert answer.status_code == 200
    body = answer.json()
    assert (body["token_type"], body["expires_in"], body["scope"]) == ("Bearer", 3600, "livret-scolaire parcoursup")
    assert (answer.headers["cache-control"], answer.headers["pragma"]) == ("no-store", "no-cache")
    assert "set-cookie" not in answer.headers
    assert (await partner.ask(scope="parcoursup")).json()["scope"] == "parcoursup"
    (row,) = await MachineClient.select()
    assert row["used_at"] is not None


@pytest.mark.parametrize("method", ["client_secret_basic", "client_secret_post"])
async def test_a_client_that_others_wrote_gets_in(app: Litestar, partner: Partner, method: str) -> None:
    with warnings.catch_warnings(record=True):  # it would rather have the next httpx, and says so whatever the filters
        from authlib.integrations.base_client import OAuthError
        from authlib.integrations.httpx_client import AsyncOAuth2Client

    own = partner.credentials
    async with AsyncOAuth2Client(
        own.client_id,
        own.secret,
        scope="parcoursup",
        token_endpoint_auth_method=method,
        transport=httpx.ASGITransport(app=app),
        base_url=HOST,
    ) as client:
        token = await client.fetch_token(HOST + TOKEN, grant_type="client_credentials")
        assert token["scope"] == "parcoursup"
        answer = await client.get(READ)
        assert answer.status_code == 400, "it may read, and says not what"
        await clients.disable(partner.id, 1, now())
        with pytest.raises(OAuthError, match="invalid_client"):
            await client.fetch_token(HOST + TOKEN, grant_type="client_credentials")


@pytest.mark.parametrize(
    ("changes", "status", "error"),
    [
        ({"grant_type": ""}, 400, "invalid_request"),
        ({"grant_type": "password"}, 400, "unsupported_grant_type"),
        ({"scope": "livret-scolaire admin"}, 400, "invalid_scope"),
        ({"client_secret": "x"}, 401, "invalid_client"),
        ({"client_secret": ""}, 401, "invalid_client"),
        ({"client_secret": "x" * 10_000}, 401, "invalid_client"),
        ({"client_id": "inconnu"}, 401, "invalid_client"),
        ({"client_id": "a\0b"}, 401, "invalid_client"),
        ({"client_id": ""}, 401, "invalid_client"),
    ],
)
async def test_what_is_refused_is_said_as_the_rfc_says_it(
    partner: Partner, changes: dict[str, str], status: int, error: str
) -> None:
    answer = await partner.ask(**changes)
    assert (answer.status_code, answer.json()["error"]) == (status, error)
    assert answer.json().keys() == {"error", "error_description"}
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers.get("www-authenticate", "").startswith("Basic") == (status == 401)


async def test_unknown_wrong_and_disabled_are_told_alike(partner: Partner) -> None:
    said = {(await partner.ask(**one)).text for one in ({"client_id": "inconnu"}, {"client_secret": "x"})}
    await clients.disable(partner.id, 1, now())
    said.add((await partner.ask()).text)
    assert len(said) == 1


async def test_a_program_that_may_read_one_thing_asks_for_no_other(program: httpx.AsyncClient, cast: Cast) -> None:
    one = await registered(program, "livret-scolaire", by=await cast.person("ada"))
    assert (await one.ask(scope="parcoursup")).json()["error"] == "invalid_scope"
    refused = await one.get(READ)
    assert refused.status_code == 403
    assert refused.headers["content-type"] == "application/problem+json"
    assert 'error="insufficient_scope", scope="parcoursup"' in refused.headers["www-authenticate"]


@pytest.mark.parametrize(
    ("body", "header", "error"),
    [
        ("grant_type=client_credentials&grant_type=client_credentials", "good", "invalid_request"),
        ("grant_type=client_credentials&client_id={id}&client_secret={secret}", "good", "invalid_request"),
        ("grant_type=client_credentials&client_id=autre", "good", "invalid_request"),
        ("grant_type=client_credentials", "Basic !!!", "invalid_client"),
        ("grant_type=client_credentials", "Basic ww==", "invalid_client"),
        ("grant_type=client_credentials", "Basic YQBiOmM=", "invalid_client"),
        ("grant_type=client_credentials", "Bearer abc", "invalid_client"),
        ("grant_type=client_credentials&client_id={id}", "good", ""),
    ],
)
async def test_credentials_come_once(partner: Partner, body: str, header: str, error: str) -> None:
    own = partner.credentials
    good = "basic " + base64.b64encode(f"{own.client_id}:{own.secret}".encode()).decode()
    answer = await partner.client.post(
        TOKEN,
        content=body.format(id=own.client_id, secret=own.secret),
        headers={
            "Authorization": good if header == "good" else header,
            "Content-Type": "application/x-www-form-urlencoded",
        },
    )
    assert answer.json().get("error", "") == error


async def test_a_body_that_is_no_form_is_an_invalid_request(partner: Partner) -> None:
    answer = await partner.client.post(TOKEN, json={"grant_type": "client_credentials"})
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_request")


async def test_a_browser_of_another_site_is_refused(partner: Partner) -> None:
    for headers in ({"Origin": "https://ailleurs.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": ""}):
        answer = await partner.client.post(TOKEN, data={"grant_type": "client_credentials"}, headers=headers)
        assert answer.status_code == 403
        assert answer.headers["content-type"] == "application/problem+json"


async def test_a_token_that_is_forged_over_or_of_a_disabled_program_opens_nothing(partner: Partner) -> None:
    good = await partner.token()
    assert (await partner.get(READ, good)).status_code == 400
    signed, _, signature = good.rpartition(".")
    scopes = frozenset({"parcoursup"})
    over = tokens.issue(partner.id, scopes, now() - timedelta(hours=1))
    nobody = tokens.issue(partner.id + 1, scopes, now())
    for token in (f"{signed}.{signature[::-1]}", "x", "é".encode().decode("latin-1"), over, nobody):
        answer = await partner.client.get(READ, headers={"Authorization": b"Bearer " + token.encode("latin-1")})
        assert answer.status_code == 401
        assert 'error="invalid_token"' in answer.headers["www-authenticate"]
        assert answer.json()["status"] == 401
    almost = tokens.issue(partner.id, scopes, now() - timedelta(minutes=59))
    assert (await partner.get(READ, almost)).status_code == 400
    await clients.disable(partner.id, 1, now())
    assert (await partner.get(READ, good)).status_code == 401, "at once"


async def test_without_a_token_the_answer_says_what_is_needed(partner: Partner) -> None:
    own = partner.credentials
    for headers in ({}, {"Authorization": "Bearer"}, {"Authorization": f"Basic {own.secret}"}):
        answer = await partner.client.get(READ, headers=headers)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == 'Bearer realm="Pix"'
    token = await partner.token()
    assert (await partner.client.get(READ, params={"access_token": token})).status_code == 401, "never in an address"


async def test_too_many_requests_wait(partner: Partner) -> None:
    token, at = await partner.token(), now()
    for _ in range(limits.MOST_READS):
        limits.seconds_to_wait(f"reads {partner.id}", limits.MOST_READS, at)
    answer = await partner.get(READ, token)
    assert answer.status_code == 429
    assert 1 <= int(answer.headers["retry-after"]) <= 60
    for _ in range(limits.MOST_TOKENS):
        limits.seconds_to_wait(f"token {partner.credentials.client_id}", limits.MOST_TOKENS, at)
    assert (await partner.ask()).status_code == 429


def test_a_window_opens_again() -> None:
    at = now()
    first = limits.counted(None, at)
    assert limits.counted(first, at + timedelta(seconds=59)).asked == 2
    assert limits.counted(first, at + limits.WINDOW) == limits.Count(at + limits.WINDOW, 1)


async def test_what_does_not_exist_is_said_to_programs_in_their_words(partner: Partner) -> None:
    for answer, status in (
        (await partner.client.get("/api/rien"), 404),
        (await partner.client.get(TOKEN), 405),
        (await partner.client.post(READ), 405),
    ):
        assert answer.status_code == status
        assert answer.headers["content-type"] == "application/problem+json"
