"""Acting in the simulated environment of the challenge asked now."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Request, Response, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from app.accounts.guards import signed_in
from app.evaluation import environments, runs
from app.evaluation.next_page import environment_piece
from app.lib.clock import now
from app.web.forms import Form, read_form
from app.web.pages import is_partial, redirect

OURS = ("challenge", "step")


class EnvironmentController(Controller):
    """`/evaluations/{id}/environnement`."""

    path = "/evaluations/{assessment:int}/environnement"
    dependencies = {"user": Provide(signed_in, sync_to_thread=False)}  # noqa: RUF012 (Litestar's way)

    @post()
    async def act(
        self, request: Request[Any, Any, Any], assessment: FromPath[int], user: NamedDependency[int]
    ) -> Response[Any]:
        """One action; another tab's question, or an action already done, only shows where things stand."""
        form = await read_form(request)
        run = await runs.load(assessment, user)
        challenge = run.asked()
        world = challenge.body.environment if challenge else None
        asked = challenge is not None and challenge.id == form.text("challenge")
        if challenge is None or world is None or not asked or run.hold or run.state != "started":
            return redirect(request, f"/evaluations/{assessment}")
        before = await environments.kept(assessment, challenge.id, world)
        if form.text("step") == str(before.step):
            await environments.act(assessment, challenge.id, world, before, _action(form), now())
        if is_partial(request):
            return environment_piece(request, run, challenge, await environments.kept(assessment, challenge.id, world))
        return redirect(request, f"/evaluations/{assessment}#environments-frame")


def _action(form: Form) -> dict[str, str]:
    return {name: form.text(name) for name in form.raw if name not in OURS}
