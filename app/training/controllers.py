"""Pages about tutorials, and the correction of an answer, which shows them."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from app.accounts.guards import signed_in
from app.evaluation import reports, runs
from app.evaluation.correction import correct
from app.evaluation.presenting import present
from app.evaluation.queries import AnsweredChallenge, answered
from app.evaluation.runs import Run
from app.lib.clock import now
from app.training import personal_data, queries, tutorials
from app.training.forms import Press, read_press
from app.web.forms import parse_form, read_form
from app.web.local_paths import safe_local_path
from app.web.pages import is_partial, page, piece, redirect
from app.web.visitor import visitor_of

AnyRequest = Request[Any, Any, Any]


class TutorialsController(Controller):
    """« Mes tutos »."""

    path = "/mes-tutos"
    dependencies = {"user": Provide(signed_in, sync_to_thread=False)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, user: NamedDependency[int]) -> Response[Any]:
        """What is recommended, or what is saved; by competence; paged."""
        asked = parse_form(request.scope["query_string"])
        name: queries.Name = "enregistres" if asked.text("liste") == queries.SAVED else "recommandes"
        number = asked.text("page")
        found = await queries.tutorials_page(
            user,
            name,
            asked.text("competence"),
            int(number) if number.isdecimal() and len(number) < 6 else 1,
            visitor_of(request).language,
        )
        back = queries.address(name, found.competence, found.page)
        return page(request, "training/list", found=found, back=back, pager=_before_number(found))

    @post()
    async def press(self, request: AnyRequest, user: NamedDependency[int]) -> Response[Any]:
        """« Enregistrer », « Retirer de ma liste », « Tuto utile »: the line alone comes back to HTMX."""
        pressed = read_press(await read_form(request))
        if pressed is None:
            return redirect(request, "/mes-tutos")
        await _do(user, pressed)
        if not is_partial(request):
            return redirect(request, pressed.back)
        item, _ = await queries.one_tutorial(user, pressed.tutorial, pressed.back, visitor_of(request).language)
        return piece(request, "training/line", item=item, back=pressed.back)


class TutorialController(Controller):
    """One tutorial: a short text, for anyone."""

    path = "/tutos/{name:str}"
    opt = {"public": True}  # noqa: RUF012

    @get()
    async def show(self, request: AnyRequest, name: FromPath[str]) -> Response[Any]:
        """`suite` is the page to go back to."""
        visitor = visitor_of(request)
        back = safe_local_path(parse_form(request.scope["query_string"]).text("suite"))
        back = back or ("/mes-tutos" if visitor.user_id else "/")
        item, text = await queries.one_tutorial(visitor.user_id, name, back, visitor.language)
        return page(request, "training/tutorial", item=item, text=text, back=back)


class CorrectionController(Controller):
    """« Réponses et tutos »."""

    path = "/evaluations/{assessment:int}/reponses/{answer:int}"
    dependencies = {"user": Provide(signed_in, sync_to_thread=False)}  # noqa: RUF012

    @get()
    async def show(
        self, request: AnyRequest, assessment: FromPath[int], answer: FromPath[int], user: NamedDependency[int]
    ) -> Response[Any]:
        """An answer against the right one, why, the hint, both lists of tutorials."""
        run = await runs.load(assessment, user)
        given = await answered(run, answer)
        return await _correction_page(request, run, given, user)


ROUTES = [TutorialsController, TutorialController, CorrectionController]

__all__ = ["ROUTES", "personal_data"]  # imported for what it registers


async def _do(user: int, pressed: Press) -> None:
    if pressed.verb == "save":
        await tutorials.save(user, pressed.tutorial, now())
    elif pressed.verb == "remove":
        await tutorials.remove(user, pressed.tutorial)
    elif pressed.verb == "useful":
        await tutorials.find_useful(user, pressed.tutorial, now())
    else:
        await tutorials.find_useful_no_more(user, pressed.tutorial)


async def _correction_page(request: AnyRequest, run: Run, given: AnsweredChallenge, user: int) -> Response[Any]:
    challenge = given.challenge
    back = request.scope["path"]
    to_succeed, to_learn = queries.both_lists(
        run.index, challenge.tutorials, challenge.more, back, await queries.marks_of(user)
    )
    return page(
        request,
        "training/correction",
        run=run,
        view=present(challenge, run.id, given.values),
        position=given.position,
        result=given.result,
        correction=correct(challenge.body, given.values),
        to_succeed=to_succeed,
        to_learn=to_learn,
        back=back,
        value=" / ".join(", ".join(values) for values in given.values.values()),
        report_categories=reports.categories(
            picture=challenge.illustration is not None, files=bool(challenge.attachments), correction=True
        ),
        journey_title=run.scope.title,
        leave_url=run.scope.leave,
    )


def _before_number(found: queries.TutorialsPage) -> str:
    """The address of the list up to the number of the page."""
    address = queries.address(found.name, found.competence, 1)
    return f"{address}{'&' if '?' in address else '?'}page="
