"""What single and multiple choices share: proposals with ids."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Self

import msgspec
from msgspec.structs import replace

from app.content.challenge import Answer, Challenge, duplicates, unknown_fields
from app.content.opaque_ids import Rename
from app.content.parts import Fault, Line, LocalId, Part
from app.lib.msgids import N_


class Proposal(Part, kw_only=True, frozen=True):
    id: LocalId
    text: Line
    right: bool = False
    why: str = ""


class ChoiceChallenge(Challenge, kw_only=True, frozen=True):
    """Proposals, some of them right. Values are ids, never positions."""

    proposals: Annotated[tuple[Proposal, ...], msgspec.Meta(min_length=2, max_length=10)]
    shuffled: bool = True

    def renamed(self, rename: Rename) -> Self:
        return replace(self, proposals=tuple(replace(one, id=rename(one.id)) for one in self.proposals))

    def right_ids(self) -> tuple[str, ...]:
        return tuple(p.id for p in self.proposals if p.right)

    def unknown(self, answer: Answer) -> dict[str, str]:
        """Refuses fields and proposals that are not on the page."""
        ids = {p.id for p in self.proposals}
        if any(value not in ids for value in answer.get("", ())):
            return {"": N_("Choisissez parmi les réponses proposées.")}
        return unknown_fields(answer, ("",))

    def common_faults(self) -> Iterator[Fault]:
        yield from duplicates([p.id for p in self.proposals], ("proposals",))
        texts = [p.text.strip().casefold() for p in self.proposals]
        for position, text in enumerate(texts):
            if text in texts[:position]:
                yield Fault(
                    ("proposals", position, "text"),
                    "K002",
                    "deux propositions ont le même texte",
                    "reformulez l’une des deux",
                )
