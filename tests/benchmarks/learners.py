"""People about to answer, made with the application's own verbs."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

if TYPE_CHECKING:
    from app.content.index import ContentIndex

TOKEN = "0123456789abcdef"
CAMPAIGN, EVERYTHING = "decouverte", "everything"


@dataclass(frozen=True)
class Place:
    """A learner's cookie, and her assessment."""

    cookie: str
    assessment: int


@dataclass(frozen=True)
class Prepared:
    """Learners at their first question, and by challenge the fields of a right and of a wrong answer."""

    content: str
    places: list[Place]
    right: dict[str, str]
    wrong: dict[str, str]

    def body(self, challenge: str, token: str, random: Random) -> bytes:
        """The form of an answer; right three times out of five."""
        values = (self.right if random.random() < 0.6 else self.wrong)[challenge]
        return f"challenge={challenge}&client_token={token}&{values}".encode()


def prepare(count: int, content: Path, target: str) -> Prepared:
    """Schema, content and learners, in the database of the settings; they are to meet the skills of a target profile,
    or everything."""
    return asyncio.run(_prepare(count, content, target))


async def _prepare(count: int, content: Path, target: str) -> Prepared:
    from app.campaigns.goals import goal_of
    from app.content import releases
    from app.lib.clock import now
    from app.persistence.database import database_running
    from tests.databases import make_schema

    await make_schema()
    async with database_running():
        index, _ = await releases.load_tree(content, now())
        skills = tuple(index.skills) if target == EVERYTHING else goal_of(target, index).skills
        places = [await _learner(number, skills) for number in range(count)]
    said = f"{len(index.challenges)} challenges in the content, {len(skills)} skills aimed at"
    return Prepared(said, places, *forms_of(index))


def forms_of(index: ContentIndex) -> tuple[dict[str, str], dict[str, str]]:
    """By challenge, the fields of a right answer, and of a wrong one; what is done in an environment is passed."""
    bodies = {name: one.body for name, one in index.challenges.items()}
    right = {
        name: _fields({} if body.environment else next(iter(body.right_answers()))) for name, body in bodies.items()
    }
    return right, {name: _fields({}) if body.environment else _wrong(body) for name, body in bodies.items()}


async def _learner(number: int, skills: tuple[str, ...]) -> Place:
    from app.accounts import people, sessions
    from app.accounts.middleware import cookie_value
    from app.evaluation import assessments
    from app.evaluation.scope import Scope
    from app.lib.clock import now

    email = f"learner{number}@exemple.fr"
    user = await people.create_user(first_name="Louise", last_name="Carré", email=email, terms_accepted_at=now())
    session = await sessions.open_session(user)
    # Without checkpoints: every answer is followed by a question, which is what is measured.
    scope = Scope("Parcours découverte", "/accueil", "/accueil", skills=skills, checkpoints=False)
    return Place(cookie_value(session.token), await assessments.start(user, scope, "reference", "fr", now()))


def _wrong(body: Any) -> str:
    """A wrong answer that is not refused; a question passed when there is none."""
    accepted = (one for one in body.wrong_answers() if not body.refusal(one))
    return _fields(next(accepted, {}))


def _fields(answer: Mapping[str, Sequence[str]]) -> str:
    pairs = [(f"answer.{name}" if name else "answer", value) for name, values in answer.items() for value in values]
    return urlencode([*pairs, ("action", "validate" if pairs else "skip")])
