"""Multiple choice (the reference's QCM): all the right proposals and no other."""

from __future__ import annotations

from collections.abc import Iterator
from math import comb

from app.content.challenge import Answer, Grade, SolutionLine
from app.content.kinds.choice import ChoiceChallenge
from app.content.parts import Fault
from app.lib.msgids import N_

FEWEST_BOXES = 2


class MultipleChoice(ChoiceChallenge, kw_only=True, frozen=True, tag="multiple_choice"):
    """Boxes to tick. Right when exactly the right ones are, in any order; a repeated value differs (evaluation 1.5)."""

    @property
    def luck(self) -> float:
        """One way of ticking, among those that tick enough boxes."""
        boxes = len(self.proposals)
        return 1 / sum(comb(boxes, ticked) for ticked in range(FEWEST_BOXES, boxes + 1))

    def refusal(self, answer: Answer) -> dict[str, str]:
        if len(set(answer.get("", ()))) < FEWEST_BOXES:
            return {"": N_("Cochez au moins deux réponses, ou passez la question : vous pourrez y revenir plus tard.")}
        return self.unknown(answer)

    def grade(self, answer: Answer) -> Grade:
        return Grade(sorted(answer.get("", ())) == sorted(self.right_ids()))

    def solution(self) -> tuple[SolutionLine, ...]:
        return tuple(SolutionLine("", (p.text,)) for p in self.proposals if p.right)

    def right_answers(self) -> Iterator[Answer]:
        yield {"": self.right_ids()}

    def wrong_answers(self) -> Iterator[Answer]:
        right = set(self.right_ids())
        for proposal in self.proposals:
            yield {"": tuple(sorted(right ^ {proposal.id}))}

    def faults(self) -> Iterator[Fault]:
        yield from self.common_faults()
        right = len(self.right_ids())
        if right < FEWEST_BOXES or right == len(self.proposals):
            yield Fault(
                ("proposals",),
                "K011",
                f"{right} propositions sur {len(self.proposals)} sont justes",
                "deux au moins doivent l’être, et une au moins ne pas l’être",
            )
