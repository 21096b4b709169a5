"""What a frame holds: one state of a challenge, in one language, as learners meet it."""

from __future__ import annotations

from dataclasses import replace

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from app.content.index import PlayableChallenge
from app.content.kinds.environment import EnvironmentChallenge
from app.evaluation.environments import Kept
from app.evaluation.next_page import challenge_page
from app.lib.clock import now
from app.lib.markdown import render_markdown
from app.lib.refusals import NotFound
from app.preview.pages import ROOT
from app.preview.playables import FRENCH, playable_in, tutorial_in
from app.preview.replay import PLACE, kept_after
from app.preview.screens import answered_page, in_language
from app.preview.states import ASKED, EMPTY, START, states
from app.preview.trials import Trial, run_of
from app.preview.workshop import Workshop
from app.profile.suggestions import shown
from app.web.forms import parse_form
from app.web.local_paths import safe_local_path
from app.web.pages import AnyRequest, page
from app.web.visitor import visitor_of


class ScreenController(Controller):
    path = f"{ROOT}/ecrans/{{name:str}}/{{shown_state:str}}"

    @get()
    async def show(
        self,
        request: AnyRequest,
        workshop: NamedDependency[Workshop],
        name: FromPath[str],
        shown_state: FromPath[str],
        langue: FromQuery[str] = FRENCH,
        cadre: FromQuery[str] = "",
    ) -> Response[bytes]:
        """`cadre` tells two frames of a page apart: what is done in one stays in it."""
        bank = (await workshop.tree.reading()).bank
        playable = playable_in(bank, name, langue)
        if playable is None:
            raise NotFound
        language = playable.body.locale
        trial = workshop.trials.opened(playable, language, f"{shown_state} {cadre}")
        trial = workshop.trials.keep(_at(trial, playable, shown_state))
        run = run_of(bank, trial, now())
        assert run is not None
        in_language(request, language)
        if shown_state.startswith(PLACE) or shown_state in (ASKED, START):
            return challenge_page(request, run, now())
        found = next((one for one in states(playable.body) if one.name == shown_state), None)
        if found is None:
            raise NotFound
        if shown_state == EMPTY:
            return answered_page(request, run, {}, now())
        return answered_page(request, run, found.answer or None, now())


class TutorialController(Controller):
    """A tutorial, where the corrections lead to it."""

    path = "/tutos/{name:str}"

    @get()
    async def show(
        self, request: AnyRequest, workshop: NamedDependency[Workshop], name: FromPath[str]
    ) -> Response[bytes]:
        """In the language of the interface."""
        bank = (await workshop.tree.reading()).bank
        if name not in bank.tutorials:
            raise NotFound
        tutorial = tutorial_in(bank, bank.tutorials[name], visitor_of(request).language)
        back = safe_local_path(parse_form(request.scope["query_string"]).text("suite")) or ROOT
        item = shown([tutorial], back)[0]
        return page(request, "training/tutorial", item=item, text=render_markdown(tutorial.text), back=back)


def _at(trial: Trial, playable: PlayableChallenge, state: str) -> Trial:
    """The trial in this state: its clock starts with the page, a step of a path is where that path leads."""
    if state.startswith(PLACE):
        body = playable.body
        kept = kept_after(body, state) if isinstance(body, EnvironmentChallenge) else None
        if kept is None:
            raise NotFound
        return replace(trial, kept=Kept(kept, trial.kept.step + 1 if trial.kept else 0))
    started = playable.body.timer is not None and state != START
    return replace(trial, timer_started_at=now() if started else None)
