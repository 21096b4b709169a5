"""What sessions refuse."""

from __future__ import annotations

from app.lib.msgids import N_
from app.lib.refusals import Refusal


class SessionFinalized(Refusal):
    """Nothing of it changes any more."""

    status = 409
    message = N_("Cette session est finalisée : elle ne peut plus changer.")


class SessionJoined(Refusal):
    """Somebody joined it: it is no longer the centre's alone."""

    status = 409
    message = N_("Un candidat a déjà rejoint cette session : elle ne peut plus être supprimée.")


class SessionStarted(Refusal):
    """Somebody joined it: many sessions changed at once do not change this one."""

    status = 409
    message = N_("Un candidat a déjà rejoint cette session : ses candidats se modifient un par un.")
