"""Why a test does not start, or does not go on."""

from __future__ import annotations

from app.lib.msgids import N_
from app.lib.refusals import Refusal


class WrongCode(Refusal):
    """Not the access code of the session."""

    message = N_("Ce n’est pas le code d’accès de votre session. Le surveillant l’a sous les yeux.")


class TooManyCodes(Refusal):
    """Wrong ones, one after the other."""

    status = 429
    message = N_(
        "Trop de codes faux en peu de temps. Demandez le code au surveillant, puis réessayez dans quelques minutes."
    )


class SessionOver(Refusal):
    """It is finalised."""

    message = N_("Cette session est terminée : le test ne peut plus être passé.")


class NotAuthorised(Refusal):
    """Nobody confirmed that she is here."""

    message = N_(
        "Le surveillant n’a pas encore confirmé votre présence. Signalez-vous à lui, puis appuyez de nouveau"
        " sur « Commencer mon test »."
    )


class AnotherTestRuns(Refusal):
    """One test at a time: she has begun one in another session."""

    message = N_(
        "Vous avez un autre test en cours, dans une autre session. Terminez-le d’abord, ou demandez à son surveillant"
        " d’y mettre fin."
    )


class SittingOver(Refusal):
    """Ended, or begun more than 24 hours ago."""

    message = N_("Votre test est terminé.")


class NothingRuns(Refusal):
    """No test runs of which something could be said."""

    message = N_("Vous n’avez pas de test en cours.")


class NotThisQuestion(Refusal):
    """Another question is asked now, or the test is on hold already."""

    message = N_("Ce signalement portait sur une question qui n’est plus posée.")
