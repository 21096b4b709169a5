"""What the invigilator cannot do."""

from __future__ import annotations

from app.lib.msgids import N_
from app.lib.refusals import Refusal


class WrongPair(Refusal):
    """No session has this number with this password: which one is wrong is not said."""

    message = N_("Ce numéro de session et ce mot de passe ne vont pas ensemble. Ils sont sur la page de la session.")


class TooManyTries(Refusal):
    """Wrong pairs, one after the other."""

    status = 429
    message = N_(
        "Trop d’essais en peu de temps. Vérifiez le mot de passe sur la page de la session, puis patientez un peu."
    )


class OwnSession(Refusal):
    """Who takes the test of a session does not invigilate it."""

    status = 403
    message = N_("Vous êtes candidat à cette session : quelqu’un d’autre doit la surveiller.")


class SessionFinalised(Refusal):
    """Nothing changes any more."""

    message = N_("Cette session est finalisée : plus rien n’y change.")
