"""The access code of a session, as its candidates type it.

It opens nothing to who is not here: the invigilator confirms each presence. Trying codes is slowed down all the same,
by account: a room that mistakes a letter together is not kept out.
"""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta

from app.certification.taking.refusals import TooManyCodes, WrongCode
from app.lib.codes import normalise_code
from app.lib.tries import Tries

wrong_codes: Tries[int] = Tries(20, timedelta(minutes=10))
"""By account: 20 of the 4.1 million codes."""


def check_code(user: int, typed: str, code: str, at: datetime) -> None:
    """Raises WrongCode or TooManyCodes."""
    if wrong_codes.exhausted(user, at):
        raise TooManyCodes
    if not hmac.compare_digest(normalise_code(typed).encode(), code.encode()):
        wrong_codes.failed(user, at)
        raise WrongCode
