"""What a report is about, in the chat as in the social network."""

from __future__ import annotations

from typing import NamedTuple

from app.lib.msgids import N_

POST, COMMENT, ACCOUNT = N_("La publication de %(name)s"), N_("Le commentaire de %(name)s"), N_("Le compte %(name)s")


class Reported(NamedTuple):
    """French words for the component to translate, and whose it is."""

    words: str
    name: str
