"""The page of whatever comes next in an assessment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from litestar import Response
from markupsafe import Markup

from app.content.index import PlayableChallenge
from app.evaluation import queries
from app.evaluation.answers import is_late, new_token
from app.evaluation.environments import Kept
from app.evaluation.presenting import ChallengeView, control_of, order_of, present
from app.evaluation.results import QUESTIONS_BETWEEN_CHECKPOINTS, step
from app.evaluation.runs import Run
from app.evaluation.steps import Aborted, Asking, Checkpoint, OnHold, step_of
from app.lib.msgids import N_
from app.lib.recent import Recent
from app.web.components import component
from app.web.messages import Message
from app.web.pages import AnyRequest, page, redirect, rendered
from app.web.visitor import visitor_of

OF_SO_MANY = N_("Question %(step)s sur %(of)s")
Values = Mapping[str, Sequence[str]]


def whatever_comes_next(request: AnyRequest, run: Run, now: datetime, **context: Any) -> Response[Any]:
    """A challenge, a checkpoint, or the place where a finished assessment goes."""
    current = step_of(run)
    if isinstance(current, Asking):
        return challenge_page(request, run, now, **context)
    if isinstance(current, Checkpoint):
        return _checkpoint_page(request, run, current)
    if isinstance(current, OnHold):
        return _on_hold_page(request, run, current)
    return redirect(request, run.scope.leave if isinstance(current, Aborted) else run.scope.after)


def challenge_page(
    request: AnyRequest,
    run: Run,
    now: datetime,
    *,
    given: Values | None = None,
    refused: Mapping[str, str] | None = None,
    message: str = "",
    status_code: int = 200,
) -> Response[bytes]:
    """The challenge asked now; `given` is what was typed already, `refused` the messages by field."""
    challenge = run.asked()
    assert challenge is not None
    body, late = challenge.body, is_late(run, challenge, now)
    seconds = run.seconds_for(challenge)
    waiting = body.timer is not None and run.timer_started_at is None
    answered = len(run.given)
    view, asked = _presented(visitor_of(request).language, challenge, run.id, given, refused)
    world = body.environment
    kept = (run.environment or Kept(world.opened(), 0)) if world else None
    return page(
        request,
        "evaluation/timed_start" if waiting else "evaluation/challenge",
        status_code=status_code,
        run=run,
        view=view,
        window=_window(request, run, challenge, kept) if kept and not waiting else None,
        asked="" if waiting else asked,
        refused={control_of(challenge, name): Message(text) for name, text in (refused or {}).items()},
        step=step(answered) if run.scope.checkpoints else answered + 1,
        counter=_counter(run, answered),
        token=new_token(),
        late=late,
        seconds=seconds,
        seconds_left=_seconds_left(run, seconds, now),
        message=message,
        notice=_notice(request, run),
        journey_title=run.scope.title,
        leave_url=run.scope.leave,
        errors=refused or None,
    )


def environment_piece(request: AnyRequest, run: Run, challenge: PlayableChallenge, kept: Kept) -> Response[bytes]:
    """The window of the environment alone, after an action in it."""
    return rendered(request, _window(request, run, challenge, kept))


def _window(request: AnyRequest, run: Run, challenge: PlayableChallenge, kept: Kept) -> Markup:
    """The window is all in the language of its challenge, whatever the language of the page around it."""
    world, around = challenge.body.environment, visitor_of(request).language
    assert world is not None
    screen = world.screen(world.read(kept.state))
    frame = component(challenge.body.locale, "environments/frame.html")
    return Markup(frame.render(run=run, challenge=challenge, screen=screen, kept=kept, around=around))


def _checkpoint_page(request: AnyRequest, run: Run, checkpoint: Checkpoint) -> Response[bytes]:
    lines = queries.recap(run, checkpoint.given)
    return page(
        request,
        "evaluation/checkpoint",
        run=run,
        lines=lines,
        right=sum(line.result == "ok" for line in lines),
        percent=100 if checkpoint.final else min(99, int(run.progress() * 100)),
        final=checkpoint.final,
        answers=len(run.given),
        notice=_notice(request, run),
        journey_title=run.scope.title,
        leave_url=run.scope.leave,
    )


def _on_hold_page(request: AnyRequest, run: Run, held: OnHold) -> Response[Any]:
    """It comes again by itself every few seconds, and by a link without scripts."""
    return page(
        request, "evaluation/on_hold", run=run, why=held.why, journey_title=run.scope.title, leave_url=run.scope.leave
    )


def _counter(run: Run, answered: int) -> Message:
    """« Question 3 sur 5 »: of the five before a checkpoint, of a fixed list, or of nobody knows how many."""
    if run.scope.checkpoints:
        return Message(OF_SO_MANY, step=step(answered), of=QUESTIONS_BETWEEN_CHECKPOINTS)
    if length := len(run.scope.challenges) or run.scope.length:
        return Message(OF_SO_MANY, step=answered + 1, of=length)
    return Message(N_("Question %(step)s"), step=answered + 1)


def _presented(
    language: str, challenge: PlayableChallenge, seed: int, given: Values | None, refused: Mapping[str, str] | None
) -> tuple[ChallengeView, Markup]:
    """What is asked, and the same as HTML with its controls and the buttons.

    While nothing is typed, both are the same for all who get this order, and remembered.
    """
    if given or refused:
        return _rendered(present(challenge, seed, given, refused), language)
    key = (language, challenge.fingerprint, challenge.id, order_of(seed))
    found = _presented_before.get(key)
    if found is None:
        found = _presented_before[key] = _rendered(present(challenge, seed), language)
    return found


def _rendered(view: ChallengeView, language: str) -> tuple[ChallengeView, Markup]:
    return view, Markup(component(language, "evaluation/asked.html").render(view=view))


REMEMBERED = 4096
"""Some 3 kB each."""
_presented_before: Recent[tuple[str, str, str, int], tuple[ChallengeView, Markup]] = Recent(REMEMBERED)


def _seconds_left(run: Run, seconds: int | None, now: datetime) -> int:
    if seconds is None or run.timer_started_at is None:
        return 0
    return max(0, seconds - int((now - run.timer_started_at).total_seconds()))


def _notice(request: AnyRequest, run: Run) -> tuple[str, int] | None:
    """The competence whose level just rose, in the reader's language, and that level."""
    if not run.notice:
        return None
    code, level = run.notice.split()
    competence = run.index.competences[code]
    return (competence.name if visitor_of(request).language == "fr" else competence.english), int(level)
