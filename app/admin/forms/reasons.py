"""Why a request is refused."""

from __future__ import annotations

from app.lib.msgids import N_
from app.web.forms import Errors
from app.web.messages import Message

LONGEST_REASON = 2_000


def check_reason(reason: str) -> Errors:
    errors = Errors()
    if not reason:
        errors.add("reason", N_("Écrivez la raison : la personne la lira"))
    elif len(reason) > LONGEST_REASON:
        errors.add("reason", Message(N_("%(most)s caractères au plus"), most=LONGEST_REASON))
    return errors
