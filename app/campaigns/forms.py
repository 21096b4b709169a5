"""What learners send to a campaign."""

from __future__ import annotations

from app.campaigns.participations import LONGEST_EXTERNAL_ID
from app.lib.codes import is_campaign_code, normalise_code
from app.lib.msgids import N_
from app.web.forms import Errors, Form
from app.web.messages import Message


def read_code(form: Form) -> tuple[str, Errors]:
    """The code typed, in its normal form, and what to correct."""
    code, errors = normalise_code(form.text("code")), Errors()
    if not code:
        errors.add("code", N_("Écrivez le code de votre parcours."))
    elif not is_campaign_code(code):
        errors.add("code", unknown_code(form.text("code")))
    return code[:40], errors


def unknown_code(typed: str) -> Message:
    return Message(
        N_(
            "Nous ne trouvons pas le code %(code)s. Il a 6 lettres puis 3 chiffres : relisez-le avec la personne qui"
            " vous l’a donné."
        ),
        code=typed[:40],
    )


def read_external_id(form: Form, label: str) -> tuple[str, Errors]:
    """The identifier asked for, and what to correct."""
    value, errors = form.text("external_id"), Errors()
    if not value:
        errors.add("external_id", Message(N_("Écrivez l’information demandée : %(label)s."), label=label))
    elif len(value) > LONGEST_EXTERNAL_ID:
        errors.add(
            "external_id", Message(N_("C’est trop long : %(most)s caractères au plus."), most=LONGEST_EXTERNAL_ID)
        )
    return value, errors
