"""Single choice (the reference's QCU): exactly one proposal is right."""

from __future__ import annotations

from collections.abc import Iterator

from app.content.challenge import Answer, Grade, SolutionLine
from app.content.kinds.choice import ChoiceChallenge
from app.content.parts import Fault
from app.lib.msgids import N_


class SingleChoice(ChoiceChallenge, kw_only=True, frozen=True, tag="single_choice"):
    """One radio button to choose. Right when its id is the right one, by exact equality (evaluation 1.5)."""

    @property
    def luck(self) -> float:
        return 1 / len(self.proposals)

    def refusal(self, answer: Answer) -> dict[str, str]:
        if not any(answer.get("", ())):
            return {"": N_("Choisissez une réponse, ou passez la question : vous pourrez y revenir plus tard.")}
        if len(answer[""]) > 1:
            return {"": N_("Choisissez une seule réponse.")}
        return self.unknown(answer)

    def grade(self, answer: Answer) -> Grade:
        return Grade(tuple(answer.get("", ())) == self.right_ids())

    def solution(self) -> tuple[SolutionLine, ...]:
        return (SolutionLine("", tuple(p.text for p in self.proposals if p.right)),)

    def right_answers(self) -> Iterator[Answer]:
        for one in self.right_ids():
            yield {"": (one,)}

    def wrong_answers(self) -> Iterator[Answer]:
        for proposal in self.proposals:
            if not proposal.right:
                yield {"": (proposal.id,)}

    def faults(self) -> Iterator[Fault]:
        yield from self.common_faults()
        if len(self.right_ids()) != 1:
            yield Fault(
                ("proposals",),
                "K010",
                f"{len(self.right_ids())} propositions sont justes",
                "une seule doit porter `right: true`",
            )
