"""`/verification-certificat?code=…`, which the QR code of a certificate opens; and who tries codes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from app.certification.certificates import guesses
from app.certification.certificates.guesses import (
    ACCOUNT,
    ACCOUNT_A_DAY,
    ADDRESS,
    DAY,
    EVERYBODY,
    WINDOW,
    guessed_wrong,
    guesser,
    wait_before_guess,
)
from app.lib.codes import DIGITS, LETTERS
from tests.certification.closing.sat import Sat

OpenClient = Callable[..., httpx.AsyncClient]
VERIFICATION = "/verification-certificat"
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def wrong(number: int) -> str:
    """A code that nobody has: it holds a sign twice."""
    signs = LETTERS + DIGITS
    return f"P-BB{signs[number // 24 % 24]}{signs[number % 24]}{signs[number // 576]}BBB"


async def test_the_address_of_the_qr_code_shows_the_certificate_and_is_kept_nowhere(
    obtained: Sat, open_client: OpenClient
) -> None:
    code = str((await obtained.row())["verification_code"])
    page = await open_client().get(VERIFICATION, params={"code": code.lower()})
    assert page.status_code == 200
    assert "Ce certificat est authentique" in page.text
    for name, value in (
        ("cache-control", "no-store"),
        ("referrer-policy", "no-referrer"),
        ("x-robots-tag", "noindex, nofollow"),
    ):
        assert page.headers[name] == value


@pytest.mark.parametrize(
    ("code", "status", "words"),
    [
        ("", 422, "Saisissez le code"),
        ("P-K7RMB4X", 422, "Un code de vérification s’écrit P-"),
        ("P-K7RMB4XW", 404, "Aucun certificat publié ne porte ce code"),
        ("<script>", 422, "&lt;script&gt;"),
    ],
)
async def test_a_code_that_opens_nothing_is_back_in_the_form(
    client: httpx.AsyncClient, code: str, status: int, words: str
) -> None:
    page = await client.get(VERIFICATION, params={"code": code})
    assert page.status_code == status
    assert words in page.text
    assert 'id="code-err"' in page.text
    assert page.headers["referrer-policy"] == "no-referrer"


async def test_a_code_is_no_use_before_the_publication(sat: Sat, open_client: OpenClient) -> None:
    await sat.answers(32, completed=True)
    await sat.finalise()
    code = (await sat.row())["verification_code"]
    assert (await open_client().get(VERIFICATION, params={"code": code})).status_code == 404


async def test_who_tries_many_codes_waits_and_who_signs_in_does_not(
    obtained: Sat, open_client: OpenClient, caplog: pytest.LogCaptureFixture
) -> None:
    anyone, code = open_client(), str((await obtained.row())["verification_code"])
    for number in range(ADDRESS):
        assert (await anyone.post(VERIFICATION, data={"code": wrong(number)})).status_code == 422
    for page in (
        await anyone.get(VERIFICATION, params={"code": code}),
        await anyone.post(VERIFICATION, data={"code": wrong(0)}),
    ):
        assert page.status_code == 429
        assert 0 < int(page.headers["retry-after"]) <= WINDOW.total_seconds() + 1
        assert "Trop de codes inconnus ont été essayés. Réessayez dans 10\u00a0min" in page.text.replace(
            " min", "\u00a0min"
        )
    assert (await anyone.get(VERIFICATION)).status_code == 200
    assert (await obtained.hall.louise.get(VERIFICATION, params={"code": code})).status_code == 200
    ours = "\n".join(one.getMessage() for one in caplog.records if one.name.startswith("pix"))  # not httpx's
    assert "refused UnknownCertificate: POST /verification-certificat user=None" in ours
    assert "refused TooManyGuesses: " in ours
    assert not any(one in ours for one in (code, *map(wrong, range(ADDRESS))))


def test_the_same_wrong_code_counts_once_and_all_are_forgotten_in_time() -> None:
    who = guesser(None, "192.0.2.1")
    for number in range(3 * ADDRESS):
        guessed_wrong(who, wrong(number % (ADDRESS - 1)), NOON)
    assert wait_before_guess(who, NOON) is None
    guessed_wrong(who, wrong(ADDRESS), NOON + timedelta(minutes=3))
    assert wait_before_guess(who, NOON + timedelta(minutes=4)) == timedelta(minutes=6)
    assert wait_before_guess(guesser(None, "192.0.2.2"), NOON) is None
    assert wait_before_guess(who, NOON + WINDOW) is None


def test_an_account_is_counted_apart() -> None:
    who = guesser(7, "192.0.2.1")
    for number in range(ACCOUNT):
        assert wait_before_guess(who, NOON) is None
        guessed_wrong(who, wrong(number), NOON)
    assert wait_before_guess(who, NOON) == WINDOW
    assert wait_before_guess(guesser(8, "192.0.2.1"), NOON) is None
    assert wait_before_guess(guesser(None, "192.0.2.1"), NOON) is None


def test_an_account_that_goes_on_all_day_waits_until_the_next() -> None:
    who = guesser(7, "192.0.2.1")
    for number in range(ACCOUNT_A_DAY):
        at = NOON + WINDOW * (number // ACCOUNT)
        assert wait_before_guess(who, at) is None
        guessed_wrong(who, wrong(number), at)
    evening = NOON + WINDOW * ACCOUNT_A_DAY
    assert wait_before_guess(who, evening) == NOON + DAY - evening
    assert wait_before_guess(who, NOON + DAY) is None


def test_many_addresses_together_have_a_ceiling_that_accounts_have_not() -> None:
    for number in range(EVERYBODY):
        guessed_wrong(guesser(None, f"192.0.{number % 100}.1"), wrong(number), NOON)
    assert wait_before_guess(guesser(None, "198.51.100.1"), NOON) == WINDOW
    assert wait_before_guess(guesser(1, "198.51.100.1"), NOON) is None
    guessed_wrong("later", wrong(EVERYBODY), NOON + WINDOW)
    assert len(guesses._all_wrong) == 1, "what is over is not kept"


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("2001:db8::1", "2001:db8::ffff:2", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.2", False),
        ("", "testclient", False),
    ],
)
def test_one_subscriber_is_one_address(first: str, second: str, same: bool) -> None:
    assert (guesser(None, first) == guesser(None, second)) is same
