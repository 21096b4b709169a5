"""Pages of an assessment: the challenge loop, from any device, resumed where it stopped."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

from litestar import Controller, MediaType, Request, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from app.accounts.guards import signed_in
from app.accounts.people import opening_cards_seen
from app.content.index import PlayableChallenge
from app.evaluation import answers, assessments, personal_data, reports, runs
from app.evaluation.answers import AnsweredElsewhere, NotAsked, Refused, Submission
from app.evaluation.environment_controller import EnvironmentController
from app.evaluation.forms import Report, read_report, read_submission, read_values
from app.evaluation.next_page import challenge_page, whatever_comes_next
from app.evaluation.pictures_ahead import pictures_ahead
from app.evaluation.refusals import AnswerNotSaved
from app.evaluation.steps import Asking, step_of
from app.lib.clock import now
from app.lib.msgids import N_
from app.lib.refusals import NotFound
from app.web.forms import Errors, parse_form, read_form
from app.web.local_paths import safe_local_path
from app.web.pages import is_partial, page, piece, redirect
from app.web.security_log import note_refusal
from app.web.visitor import visitor_of

AnyRequest = Request[Any, Any, Any]

ANSWERED_ELSEWHERE = N_(
    "Vous aviez déjà répondu à cette question, dans un autre onglet ou sur un autre appareil :"
    " cette première réponse est gardée. Voici la suite."
)
ANOTHER_QUESTION = N_("Cette réponse n’a pas été enregistrée : une autre question vous était posée. La voici.")
KEPT = N_("Votre réponse n’était pas encore partie. Elle est gardée ci-dessous : relisez-la, puis validez.")


class AssessmentController(Controller):
    """`/evaluations/{id}`: whatever comes next."""

    path = "/evaluations/{assessment:int}"
    dependencies = {"user": Provide(signed_in, sync_to_thread=False)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, assessment: FromPath[int], user: NamedDependency[int]) -> Response[Any]:
        """The challenge asked, the checkpoint due, or the end. A kept answer comes back in the address."""
        run = await runs.load(assessment, user)
        kept = parse_form(request.scope["query_string"])
        current = step_of(run)
        if isinstance(current, Asking) and kept.text("challenge") == current.challenge.id:
            return challenge_page(request, run, now(), given=read_values(kept), message=KEPT)
        return whatever_comes_next(request, run, now())

    @get("/a-venir")
    async def fetch_ahead(
        self, request: AnyRequest, assessment: FromPath[int], user: NamedDependency[int]
    ) -> Response[str]:
        """Addresses of pictures that may be needed next, a line each; none for who saves data."""
        saves = request.headers.get("save-data") == "on"
        pictures = () if saves else pictures_ahead(await runs.load(assessment, user), now())
        lines = "".join(f"/fichiers/{one.fingerprint}/{one.name}\n" for one in pictures)
        return Response(lines, media_type=MediaType.TEXT, headers={"Cache-Control": "no-store"})

    @get("/presence")
    async def be_there(
        self, request: AnyRequest, assessment: FromPath[int], user: NamedDependency[int]
    ) -> Response[Any]:
        """The page of an exam is still open (sent by itself): nothing, as long as it still asks something."""
        if isinstance(step_of(await runs.load(assessment, user)), Asking):
            return Response(None, status_code=204)
        return redirect(request, f"/evaluations/{assessment}")

    @post("/bilans")
    async def leave_checkpoint(
        self, request: AnyRequest, assessment: FromPath[int], user: NamedDependency[int]
    ) -> Response[Any]:
        """« Continuer mon parcours », « Voir mes résultats »."""
        form = await read_form(request)
        typed = form.text("answers")
        answered = int(typed) if typed.isdecimal() and len(typed) < 6 else 0
        run = await assessments.see_checkpoint(assessment, user, answered)
        return _next_or_redirect(request, run)

    @post("/depart")
    async def start_timer(
        self, request: AnyRequest, assessment: FromPath[int], user: NamedDependency[int]
    ) -> Response[Any]:
        """« Je commence » of a timed challenge."""
        form = await read_form(request)
        run = await assessments.start_timer(assessment, user, form.text("challenge"), now())
        return _next_or_redirect(request, run)

    @post("/sortie", status_code=204)
    async def lose_focus(self, request: AnyRequest, assessment: FromPath[int], user: NamedDependency[int]) -> None:
        """The page of a focused challenge was left (sent by the script)."""
        form = await read_form(request)
        await assessments.lose_focus(assessment, user, form.text("challenge"), now())

    @get("/signalement")
    async def ask_what_is_wrong(
        self, request: AnyRequest, assessment: FromPath[int], user: NamedDependency[int]
    ) -> Response[Any]:
        """The form of « Signaler un problème »: not in every question, it would weigh a quarter of it."""
        run = await runs.load(assessment, user)
        report = Report(parse_form(request.scope["query_string"]).text("challenge"), "", "")
        return _report_page(request, run, _reported(run, report), report, Errors(), sent=False)

    @post("/signalement")
    async def signal(self, request: AnyRequest, assessment: FromPath[int], user: NamedDependency[int]) -> Response[Any]:
        """« Signaler un problème »: kept for the authors; what was being typed stays on the page."""
        run = await runs.load(assessment, user)
        form = await read_form(request)
        report, errors = read_report(form)
        challenge = _reported(run, report)
        if not errors:
            await reports.signal(
                user,
                challenge.id,
                challenge.fingerprint,
                report.category,
                report.comment,
                form.text("value")[:10_000],
                now(),
            )
        return _report_page(request, run, challenge, report, errors, sent=not errors)


class AnswerController(Controller):
    """Sending an answer. Not behind the usual guard: an expired session must not lose what was typed."""

    path = "/evaluations/{assessment:int}/reponses"

    @post()
    async def answer(self, request: AnyRequest, assessment: FromPath[int]) -> Response[Any]:
        """« Je valide » or « Je passe »: graded, stored once, then whatever comes next."""
        form = await read_form(request)
        submission = read_submission(form)
        user = visitor_of(request).user_id
        if user is None:
            return _sign_in_and_come_back(request, assessment, submission)
        try:
            outcome = await answers.answer(assessment, user, submission, now())
        except AnswerNotSaved as refusal:
            run = await runs.load(assessment, user)
            return challenge_page(
                request, run, now(), given=submission.values, message=refusal.message, status_code=503
            )
        if isinstance(outcome, Refused):
            return challenge_page(
                request, outcome.run, now(), given=submission.values, refused=outcome.errors, status_code=422
            )
        if isinstance(outcome, AnsweredElsewhere | NotAsked) and outcome.run.scope.exam:
            note_refusal(request, type(outcome).__name__)
        if isinstance(outcome, AnsweredElsewhere) and isinstance(step_of(outcome.run), Asking):
            return challenge_page(request, outcome.run, now(), message=ANSWERED_ELSEWHERE, status_code=409)
        if isinstance(outcome, NotAsked) and isinstance(step_of(outcome.run), Asking):
            return challenge_page(request, outcome.run, now(), message=ANOTHER_QUESTION, status_code=409)
        return _next_or_redirect(request, outcome.run)


class OpeningController(Controller):
    """The rules of the game: cards shown once, before a first assessment; seen again from the help."""

    path = "/regles-du-jeu"
    dependencies = {"user": Provide(signed_in, sync_to_thread=False)}  # noqa: RUF012

    @get(["/", "/{card:int}"])
    async def card(self, request: AnyRequest, user: NamedDependency[int], card: FromPath[int] = 1) -> Response[Any]:  # noqa: ARG002 (only signed in)
        """One card; `suite` is where the last one goes."""
        if not 1 <= card <= CARDS:
            raise NotFound
        after = safe_local_path(parse_form(request.scope["query_string"]).text("suite")) or "/accueil"
        return page(
            request,
            "evaluation/opening",
            card=card,
            cards=CARDS,
            after=after,
            after_query=quote(after, safe="/"),
        )

    @post("/")
    async def begin(self, request: AnyRequest, user: NamedDependency[int]) -> Response[Any]:
        """« Je commence » or « Passer »: not shown again."""
        form = await read_form(request)
        await opening_cards_seen(user)
        return redirect(request, safe_local_path(form.text("suite")) or "/accueil")


CARDS = 5
LONGEST_ADDRESS = 7_000
"""Common servers and proxies read 8 kB; some 4,000 characters of French fit in."""

__all__ = ["ROUTES", "personal_data"]  # imported for what it registers

ROUTES = [AssessmentController, AnswerController, OpeningController, EnvironmentController]


def _next_or_redirect(request: AnyRequest, run: runs.Run) -> Response[Any]:
    """HTMX gets what comes next at once; a plain form is sent to its address, so that reloading sends nothing."""
    if is_partial(request):
        return whatever_comes_next(request, run, now())
    return redirect(request, f"/evaluations/{run.id}")


def _reported(run: runs.Run, report: Report) -> PlayableChallenge:
    """The challenge with a problem: asked now, or answered in this assessment. Raises NotFound for another."""
    challenge = run.index.challenges.get(report.challenge)
    if challenge is None or (challenge.id != run.challenge and challenge.id not in run.answered):
        raise NotFound
    return challenge


def _report_page(
    request: AnyRequest, run: runs.Run, challenge: PlayableChallenge, report: Report, errors: Errors, *, sent: bool
) -> Response[Any]:
    context: dict[str, Any] = {
        "run": run,
        "challenge": challenge.id,
        "report": report,
        "report_errors": errors,
        "report_sent": sent,
        "report_categories": reports.categories(
            picture=challenge.illustration is not None,
            files=bool(challenge.attachments),
            correction=challenge.id in run.answered,
        ),
        "advice": reports.ADVICE.get(report.category, ""),
        "back_url": f"/evaluations/{run.id}",
        "journey_title": run.scope.title,
        "leave_url": run.scope.leave,
    }
    if is_partial(request) and not errors:
        return piece(request, "evaluation/report", **context)
    return page(request, "evaluation/report", status_code=422 if errors else 200, errors=errors or None, **context)


def _sign_in_and_come_back(request: AnyRequest, assessment: int, submission: Submission) -> Response[Any]:
    """To the sign-in page, with the answer in the address to come back to: nothing typed is lost.

    A text of many pages would make an address that servers refuse: it stays one page back in the browser.
    """
    kept = [("challenge", submission.challenge)]
    kept += [
        (f"answer.{name}" if name else "answer", value)
        for name, values in submission.values.items()
        for value in values
    ]
    place = f"/evaluations/{assessment}"
    back = quote(f"{place}?{urlencode(kept)}", safe="")
    return redirect(request, f"/connexion?suite={back if len(back) <= LONGEST_ADDRESS else quote(place, safe='')}")
