"""Each challenge proves itself with answers that a learner could really send."""

from __future__ import annotations

from app.content.index import ContentIndex


async def test_every_challenge_has_a_wrong_answer_that_can_be_sent(world: ContentIndex) -> None:
    for challenge in world.challenges.values():
        sent = [answer for answer in challenge.body.wrong_answers() if not challenge.body.refusal(answer)]
        assert sent, challenge.id
        assert not any(challenge.body.grade(answer).ok for answer in sent), challenge.id
