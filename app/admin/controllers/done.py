"""What has just been done, said on the next page: `?fait=archivage`."""

from __future__ import annotations

from collections.abc import Mapping

from app.lib.msgids import N_
from app.web.forms import Form

DONE = "fait"
_WORDS: Mapping[str, str] = {
    "demande": N_("L’espace est ouvert, et la personne qui l’a demandé reçoit une invitation."),
    "refus": N_("La demande est refusée, la raison est envoyée."),
    "creation": N_("L’organisation est créée. Invitez maintenant son premier administrateur."),
    "modification": N_("C’est enregistré."),
    "archivage": N_("L’organisation est archivée."),
    "reouverture": N_("L’organisation est rouverte."),
    "centre-archive": N_("Le centre est archivé."),
    "centre-rouvert": N_("Le centre est rouvert."),
    "invitation": N_("L’invitation est envoyée."),
    "deja": N_("Cette invitation est partie il y a moins d’une minute : laissez-lui le temps d’arriver."),
    "annulation": N_("L’invitation est annulée : son lien ne marche plus."),
    "lot": N_("Les crédits sont ajoutés."),
    "lot-annule": N_("Ce qui restait de ce lot est annulé."),
    "deblocage": N_("Le compte est débloqué."),
    "anonymisation": N_("Le compte est anonymisé."),
    "client-desactive": N_("Le programme est désactivé : il ne peut plus rien lire."),
    "role": N_("Le rôle est changé. Cette personne doit se reconnecter."),
}


def done(query: Form) -> str | None:
    """The message, to translate where it is shown; None when nothing was."""
    return _WORDS.get(query.text(DONE))


def without_done(query: Form) -> Form:
    """Another page of a list has nothing new to say."""
    return Form({name: values for name, values in query.raw.items() if name != DONE})
