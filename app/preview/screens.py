"""The pages that learners meet, shown by the components of the evaluation and of the training themselves."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec
from litestar import Response

from app.content.challenge import Answer
from app.evaluation import reports
from app.evaluation.correction import correct
from app.evaluation.next_page import challenge_page
from app.evaluation.presenting import present
from app.evaluation.results import examine
from app.evaluation.runs import Run
from app.training.queries import Marks, both_lists
from app.web.pages import AnyRequest, page
from app.web.visitor import set_visitor, visitor_of

POSITION = 1
"""The only question of a trial."""


def in_language(request: AnyRequest, language: str) -> None:
    """The page comes in the language of the challenge, as for a learner who chose it."""
    set_visitor(request.scope, msgspec.structs.replace(visitor_of(request), language=language))


def answered_page(request: AnyRequest, run: Run, answer: Answer | None, at: datetime) -> Response[bytes]:
    """What becomes of an answer (None: passed): its correction, or the question again when it cannot be sent."""
    playable = run.asked()
    assert playable is not None
    if answer is not None and (refused := playable.body.refusal(answer)):
        return challenge_page(request, run, at, given=answer, refused=refused, status_code=422)
    return correction_page(request, run, answer)


def correction_page(request: AnyRequest, run: Run, answer: Answer | None) -> Response[bytes]:
    """« Réponses et tutos »."""
    playable = run.asked()
    assert playable is not None
    body, given, back = playable.body, answer or {}, f"/evaluations/{run.id}"
    ok = None if answer is None else body.grade(answer).ok
    to_succeed, to_learn = both_lists(run.index, playable.tutorials, playable.more, back, Marks())
    context: dict[str, Any] = {
        "run": run,
        "view": present(playable, run.id, given),
        "position": POSITION,
        "result": examine(ok, skipped=answer is None),
        "correction": correct(body, given),
        "to_succeed": to_succeed,
        "to_learn": to_learn,
        "back": back,
        "value": "",
        "report_categories": reports.categories(
            picture=playable.illustration is not None, files=bool(playable.attachments), correction=True
        ),
        "journey_title": run.scope.title,
        "leave_url": run.scope.leave,
    }
    return page(request, "training/correction", **context)
