"""What is heavy is asked for twice: the second time, a box has to be ticked."""

from __future__ import annotations

from app.lib.msgids import N_
from app.web.forms import Errors, Form

CONFIRM = N_("Cochez cette case pour confirmer")
CONFIRM_DELETION = N_("Cochez cette case pour confirmer la suppression.")


def unsure(form: Form, words: str = CONFIRM) -> Errors:
    """What to correct when the box « sure » is not ticked."""
    errors = Errors()
    if not form.flag("sure"):
        errors.add("sure", words)
    return errors
