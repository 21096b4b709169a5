"""What the kinds with one open field share: the field, its emptiness, the author's examples."""

from __future__ import annotations

from collections.abc import Iterator

from app.content.challenge import Answer, Challenge, Examples, OpenField, blank, too_long, unknown_fields
from app.content.parts import Fault
from app.lib.msgids import N_


class OpenChallenge(Challenge, kw_only=True, frozen=True):
    field: OpenField = OpenField()
    examples: Examples = Examples()

    def refusal(self, answer: Answer) -> dict[str, str]:
        if blank(answer):
            return {"": N_("Écrivez une réponse, ou passez la question : vous pourrez y revenir plus tard.")}
        return unknown_fields(answer, ("",)) or too_long(answer)

    def wrong_answers(self) -> Iterator[Answer]:
        yield {"": ("zzz qwx",)}
        for text in self.examples.refused:
            yield {"": (str(text),)}

    def faults(self) -> Iterator[Fault]:
        for position, text in enumerate(self.examples.accepted):
            if not self.grade({"": (str(text),)}).ok:
                yield Fault(
                    ("examples", "accepted", position),
                    "K020",
                    f"« {text} » devrait être accepté et ne l’est pas",
                    "revoyez `answer`",
                )
        for position, text in enumerate(self.examples.refused):
            if self.grade({"": (str(text),)}).ok:
                yield Fault(
                    ("examples", "refused", position),
                    "K021",
                    f"« {text} » devrait être refusé et est accepté",
                    "revoyez `answer`",
                )
