"""What the structs of the content are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import msgspec

LocalId = Annotated[str, msgspec.Meta(pattern="^[a-z0-9][a-z0-9-]{0,30}$")]
Words = Annotated[str, msgspec.Meta(min_length=1, max_length=4000)]
Line = Annotated[str, msgspec.Meta(min_length=1, max_length=400, pattern=r"^[^\n]*$")]
FileName = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,80}$")]


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A piece of a challenge: unknown keys are errors."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake of authoring: where in the file, a code documented in rules.md, what is wrong and how to mend it."""

    at: tuple[str | int, ...]
    code: str
    message: str
    mend: str
