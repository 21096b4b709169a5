"""What the administration refuses to its own staff."""

from __future__ import annotations

from app.lib.msgids import N_
from app.lib.refusals import Refusal


class NotOnOneself(Refusal):
    """Nobody erases the own account, or takes the own role away, from here: the last superadmin would lock us out."""

    status = 409
    message = N_("Pas sur votre propre compte : demandez à un autre super-administrateur.")


class StaffFirst(Refusal):
    """Someone of the staff is touched by a superadmin alone."""

    status = 403
    message = N_("Cette personne fait partie de l’équipe de Pix : seul un super-administrateur peut faire cela.")
