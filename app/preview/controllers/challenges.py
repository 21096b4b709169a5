"""The page of one challenge: its states in both widths, and everything known of it."""

from __future__ import annotations

import asyncio
from typing import Any

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from app.content.index import PlayableChallenge
from app.content.kinds.environment import EnvironmentChallenge
from app.lib.refusals import NotFound
from app.preview.pages import ROOT, preview_page
from app.preview.playables import FRENCH, languages_of, playable_in
from app.preview.queries import figures_of
from app.preview.replay import kept_after, replayed
from app.preview.review import beside, review_of
from app.preview.states import ASKED, ReviewedState, states
from app.preview.tree import ChallengeFolder, Reading
from app.preview.workshop import Workshop
from app.web.forms import parse_form
from app.web.listing import address
from app.web.pages import AnyRequest

WHOLE = "tout"
"""Every state, one under the other."""


class ChallengeController(Controller):
    path = f"{ROOT}/epreuves/{{name:str}}"

    @get()
    async def show(
        self,
        request: AnyRequest,
        workshop: NamedDependency[Workshop],
        name: FromPath[str],
        langue: FromQuery[str] = FRENCH,
        etat: FromQuery[str] = ASKED,
        revue: FromQuery[str] = "",
    ) -> Response[bytes]:
        """`name`: a playable id, or the folder's for its first row. `revue`: among those that this branch changes."""
        reading = await workshop.tree.reading()
        folder = reading.places.get(name)
        if folder is None:
            raise NotFound
        review = await asyncio.to_thread(review_of, reading, folder, workshop.revision) if revue else None
        context: dict[str, Any] = {
            "beside": await asyncio.to_thread(beside, reading, folder),
            "review": review,
            "revision": workshop.revision,
            "stale": [path.name for path in reading.bank.stale if path.parent == folder.path],
        }
        playable = _asked_for(reading, folder, name, langue)
        if playable is None:
            return preview_page(request, "broken", reading, folder=folder, **context)
        query = parse_form(request.scope["query_string"])
        context |= _shown(reading, playable, etat)
        context |= {
            "rows": folder.playables,
            "figures": await figures_of(reading.root, playable.id, playable.body),
            "with_state": address(request.scope["path"], query, etat=""),
            "with_language": address(request.scope["path"], query, langue=""),
        }
        return preview_page(request, "challenge", reading, folder=folder, **context)


def _asked_for(reading: Reading, folder: ChallengeFolder, name: str, language: str) -> PlayableChallenge | None:
    """None for a folder whose file is broken."""
    if not folder.playables:
        return None
    names = [one.id for one in folder.playables]
    return playable_in(reading.bank, name if name in names else names[0], language)


def _shown(reading: Reading, playable: PlayableChallenge, state: str) -> dict[str, Any]:
    body = playable.body
    every = states(body)
    paths = replayed(body) if isinstance(body, EnvironmentChallenge) else ()
    wanted = [one for one in every if state in (one.name, WHOLE)]
    if not wanted:
        step = isinstance(body, EnvironmentChallenge) and kept_after(body, state) is not None
        wanted = [ReviewedState(state, "asked")] if step else [one for one in every if one.name == ASKED]
    return {
        "playable": playable,
        "languages": languages_of(reading.bank, playable.id),
        "shown_in": playable.body.locale,
        "states": every,
        "wanted": wanted,
        "whole": state == WHOLE,
        "paths": paths,
    }
