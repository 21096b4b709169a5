"""The key of an invigilator: a signed cookie, for one session and one account.

Wrong pairs are counted by account, in the memory of each process: the sign-in and the 6.7 thousand million passwords do
the rest.
"""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta
from typing import Any

from litestar import Request
from litestar.datastructures import Cookie

from app.accounts.guards import signed_in
from app.certification.invigilation.refusals import OwnSession, TooManyTries, WrongPair
from app.certification.tables import Candidate, CertificationSession
from app.lib.row_ids import row_id
from app.lib.tries import Tries
from app.web.cookies import is_secure, sign, unsign
from app.web.errors import SignInNeeded

PURPOSE = "invigilation"
SECONDS = 24 * 3600
"""A day of session; then the password is asked again."""


MOST_TRIES = 10
"""Wrong ones, within the window."""
WINDOW = timedelta(minutes=10)
wrong_pairs: Tries[int] = Tries(MOST_TRIES, WINDOW)
"""By account."""


class KeyNeeded(SignInNeeded):
    """This account has not given the password of this session: `/certif/surveillance` asks for it."""

    step = "/certif/surveillance"
    noted = True


async def open_session(user: int, number: str, password: str, at: datetime) -> int:
    """The session of this number, when this is its password. Raises WrongPair, TooManyTries or OwnSession."""
    if wrong_pairs.exhausted(user, at):
        raise TooManyTries
    rows = await CertificationSession.raw(
        "SELECT id, invigilator_password FROM certification_session WHERE id = {}", row_id(number)
    )
    known = rows[0]["invigilator_password"] if rows else "-"
    if not hmac.compare_digest(known.encode(), password.encode()) or not rows:
        wrong_pairs.failed(user, at)
        raise WrongPair
    session = int(rows[0]["id"])
    await _refuse_candidate(user, session)
    return session


def key_cookie(user: int, session: int) -> Cookie:
    """Opens the page of this session to this account, in this browser."""
    return Cookie(
        key=_name(session),
        value=sign(f"{user}:{session}", PURPOSE),
        max_age=SECONDS,
        path=f"/certif/surveillance/{session}",
        secure=is_secure(),
        httponly=True,
        samesite="lax",
    )


async def invigilator(request: Request[Any, Any, Any]) -> int:
    """The account that invigilates the session of the address. Raises SignInNeeded, KeyNeeded or OwnSession.

    A session that does not exist is answered like one whose password was not given.
    """
    user, session = signed_in(request), int(request.path_params["session"])
    if unsign(request.cookies.get(_name(session), ""), PURPOSE, SECONDS) != f"{user}:{session}":
        raise KeyNeeded
    await _refuse_candidate(user, session)
    return user


async def _refuse_candidate(user: int, session: int) -> None:
    if await Candidate.exists().where((Candidate.session == session) & (Candidate.user == user)):
        raise OwnSession


def _name(session: int) -> str:
    return f"surveillance-{session}"
