"""A scope made ready for the engines: the skills aimed at, with what is told of their challenges."""

from __future__ import annotations

from app.content.challenge import Mark
from app.content.index import ContentIndex, PlayableChallenge
from app.evaluation.belief.spreads import USUAL, Spreads
from app.evaluation.knowledge import TargetSkill
from app.evaluation.placement import PreparedScope, Question, prepare_scope
from app.evaluation.scope import Scope
from app.evaluation.suitability import is_impossible
from app.lib.recent import Recent

KEPT = 2048
_prepared_scopes: Recent[tuple[int, int, frozenset[Mark]], PreparedScope] = Recent(KEPT)


def prepared(scope_id: int, scope: Scope, index: ContentIndex, needs: frozenset[Mark]) -> PreparedScope:
    """A stored scope, made ready once for each release and each set of needs."""
    key = (scope_id, index.release, needs)
    found = _prepared_scopes.get(key)
    if found is None:
        skills = target_skills(scope, index)
        found = _prepared_scopes[key] = prepare_scope(
            skills,
            {one.id: [question_of(playable, needs) for playable in index.challenges_of(one.id)] for one in skills},
            index.competence_of,
            spreads_of(index),
        )
    return found


def forget() -> None:
    """Empties the memory, when the database is another one."""
    _prepared_scopes.clear()


def target_skills(scope: Scope, index: ContentIndex) -> tuple[TargetSkill, ...]:
    """The skills aimed at; those of the challenges when the list is fixed."""
    names = scope.skills
    if scope.method == "fixed":
        names = tuple(
            dict.fromkeys(index.challenges[name].skill.id for name in scope.challenges if name in index.challenges)
        )
    found = (index.skills[name] for name in names if name in index.skills)
    return tuple(TargetSkill(one.id, one.topic, one.level) for one in found)


def question_of(playable: PlayableChallenge, needs: frozenset[Mark] = frozenset()) -> Question:
    """What an engine is told of a challenge."""
    body = playable.body
    return Question(
        playable.id,
        body.timer is not None,
        is_impossible(body.marks, needs),
        luck=body.luck,
        measured=playable.measured,
        kind=body.kind,
    )


def spreads_of(index: ContentIndex) -> Spreads:
    """How abilities differ, as far as it was measured when the release was made."""
    one = index.spreads
    return Spreads(one.mean, one.general, one.competence, one.topic) if one else USUAL
