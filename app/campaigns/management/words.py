"""The organiser's words, wherever a member of the team reads them."""

from __future__ import annotations

from markupsafe import Markup

from app.lib.markdown import render_markdown

MOST_SHOWN = 20_000
"""Far more than may be kept: a preview of a text too long still shows where it ends."""


def shown_words(text: str) -> Markup | str:
    """The text as the welcome page shows it; empty for none."""
    return render_markdown(text[:MOST_SHOWN]) if text else ""
