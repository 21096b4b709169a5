"""What this room refuses."""

from __future__ import annotations

from app.lib.msgids import N_
from app.lib.refusals import NotFound, Refusal


class AddressTaken(Refusal):
    """Another account has this address (found by the unique index when two sign up at once)."""

    message = N_("Cette adresse a déjà un compte")


class UsernameTaken(Refusal):
    message = N_("Cet identifiant est déjà pris")


class TooManyMessages(Refusal):
    """Many messages were asked for one person within an hour."""

    status = 429
    message = N_("Beaucoup de messages ont été envoyés depuis une heure. Réessayez plus tard.")


class LinkUnknown(NotFound):
    """A link of an e-mail that was never sent, is too old or was already used."""

    message = N_("Ce lien n'est plus valable : il a déjà servi, il est trop ancien ou un autre l'a remplacé.")
