"""What the list of candidates refuses."""

from __future__ import annotations

from app.lib.msgids import N_
from app.lib.refusals import Refusal


class CandidateJoined(Refusal):
    """She is linked to an account: her identity is no longer the centre's to change."""

    status = 409
    message = N_("Ce candidat a déjà rejoint la session : il ne peut plus être modifié ni retiré.")


class CandidateTwice(Refusal):
    """The same names and the same birth date are in the session."""

    status = 409
    message = N_("Cette personne est déjà inscrite à cette session")


class CandidateErased(Refusal):
    """Her account was erased: nobody says any more who she was."""

    status = 409
    message = N_("Le compte de ce candidat est effacé : son identité n’existe plus.")


class NoOrganisation(Refusal):
    """The centre has no Orga space whose pupils it could enrol."""

    status = 404
    message = N_("Ce centre n’est relié à aucune organisation.")


class SheetTooLate(Refusal):
    """Somebody has joined: the list cannot be replaced any more."""

    status = 409
    message = N_(
        "Un candidat a déjà rejoint la session : la liste ne peut plus être remplacée. "
        "Inscrivez les autres candidats un par un."
    )
