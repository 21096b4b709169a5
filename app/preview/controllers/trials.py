"""What learners' pages send from a frame, at the addresses they know: answered at once, kept nowhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from app.evaluation.forms import read_values
from app.evaluation.next_page import challenge_page, environment_piece
from app.evaluation.runs import Run
from app.lib.clock import now
from app.lib.refusals import NotFound
from app.preview.screens import answered_page, in_language
from app.preview.trials import Trial, acted, run_of
from app.preview.workshop import Workshop
from app.web.forms import read_form
from app.web.pages import AnyRequest, is_partial, redirect

OURS = ("challenge", "step")
"""Names of a form of the window that are no action."""


class TrialController(Controller):
    path = "/evaluations/{number:int}"

    @get()
    async def show(
        self, request: AnyRequest, workshop: NamedDependency[Workshop], number: FromPath[int]
    ) -> Response[bytes]:
        """The question, after its correction is closed."""
        _, run = await _found(request, workshop, number)
        return challenge_page(request, run, now())

    @post("/reponses", status_code=200)
    async def answer(
        self, request: AnyRequest, workshop: NamedDependency[Workshop], number: FromPath[int]
    ) -> Response[bytes]:
        """« Je valide » leads to the correction at once; so does « Je passe »."""
        trial, run = await _found(request, workshop, number)
        form = await read_form(request)
        if form.text("action") == "skip":
            return answered_page(request, run, None, now())
        playable = run.asked()
        is_task = playable is not None and playable.body.kind == "environment"
        values = {"": [trial.kept.state]} if is_task and trial.kept else read_values(form)
        return answered_page(request, run, values, now())

    @post("/environnement", status_code=200)
    async def act(
        self, request: AnyRequest, workshop: NamedDependency[Workshop], number: FromPath[int]
    ) -> Response[Any]:
        """One action in the window."""
        trial, run = await _found(request, workshop, number)
        form, playable = await read_form(request), run.asked()
        assert playable is not None
        action = {name: form.text(name) for name in form.raw if name not in OURS}
        trial = workshop.trials.keep(acted(trial, playable, form.text("step"), action))
        if is_partial(request) and trial.kept is not None:
            return environment_piece(request, run, playable, trial.kept)
        return redirect(request, f"{trial.address}#environments-frame")

    @post("/depart", status_code=200)
    async def start(
        self, request: AnyRequest, workshop: NamedDependency[Workshop], number: FromPath[int]
    ) -> Response[bytes]:
        """« Je commence » of a timed challenge."""
        trial, _ = await _found(request, workshop, number)
        workshop.trials.keep(replace(trial, timer_started_at=now()))
        _, run = await _found(request, workshop, number)
        return challenge_page(request, run, now())

    @post("/sortie", status_code=204)
    async def leave(self) -> None:
        """The page of a focused challenge was left: it says so itself."""


async def _found(request: AnyRequest, workshop: Workshop, number: int) -> tuple[Trial, Run]:
    """The trial and its assessment; NotFound for those of another process, or of a file that was broken since."""
    trial = workshop.trials.numbered(number)
    run = run_of((await workshop.tree.reading()).bank, trial, now()) if trial else None
    if trial is None or run is None:
        raise NotFound
    in_language(request, trial.language)
    return trial, run
