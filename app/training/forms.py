"""What the buttons beside a tutorial send."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.web.forms import Form
from app.web.local_paths import safe_local_path

Verb = Literal["save", "remove", "useful", "not_useful"]
VERBS: tuple[Verb, ...] = ("save", "remove", "useful", "not_useful")


@dataclass(frozen=True)
class Press:
    """Which button, on which tutorial, and where to go back without a script."""

    verb: Verb
    tutorial: str
    back: str


def read_press(form: Form) -> Press | None:
    """None when no button was pressed."""
    back = safe_local_path(form.text("suite")) or "/mes-tutos"
    for verb in VERBS:
        if tutorial := form.text(verb):
            return Press(verb, tutorial, back)
    return None
