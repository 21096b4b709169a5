"""Why somebody cannot join a session, each for its own reason."""

from __future__ import annotations

from app.lib.msgids import N_
from app.lib.refusals import Refusal


class NotCertifiable(Refusal):
    """Fewer than five competences of level 1 or more."""

    message = N_("Votre profil n’est pas encore certifiable.")


class NoSuchSession(Refusal):
    """No session has this number."""

    message = N_("Aucune session ne porte ce numéro. Vérifiez-le auprès du surveillant.")


class SessionClosed(Refusal):
    """It is finalised."""

    message = N_("Cette session est terminée : on ne peut plus la rejoindre.")


class CandidateNotFound(Refusal):
    """Nobody of these names and birth date is enrolled in it."""

    message = N_(
        "Aucun candidat de cette session ne porte ces noms avec cette date de naissance."
        " Comparez avec votre pièce d’identité, puis demandez au surveillant ce qui est inscrit sur sa liste."
    )


class TooManyIdentities(Refusal):
    """Sessions or candidates that are none, one after the other."""

    status = 429
    message = N_(
        "Trop d’essais en peu de temps. Demandez au surveillant ce qui est inscrit sur sa liste, puis réessayez dans"
        " quelques minutes."
    )


class SeveralCandidates(Refusal):
    """Two of them are the same: only the centre can tell."""

    message = N_(
        "Plusieurs candidats de cette session portent ces noms avec cette date de naissance."
        " Demandez au surveillant de corriger sa liste."
    )


class JoinedByAnother(Refusal):
    """This candidate is linked to another account, or the pupil she was picked from is."""

    message = N_(
        "Ce candidat est relié à un autre compte Pix. Si vous avez plusieurs comptes,"
        " connectez-vous avec celui-là ; sinon, prévenez le surveillant."
    )


class AlreadyAnother(Refusal):
    """This account is already another candidate of the session."""

    message = N_(
        "Votre compte a déjà rejoint cette session, sous l’identité d’un autre candidat. Prévenez le surveillant."
    )
