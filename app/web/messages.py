"""Messages of the domain, translated only where they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.web.languages import DEFAULT, plural_translator, translator


@dataclass(frozen=True, slots=True, init=False)
class Message:
    """A French message with its parameters: ``Message("Il reste %(count)s points", count=3)``.

    A component prints it in the reader's language; a parameter that is itself a message is translated too.
    """

    text: str
    plural: str | None
    params: dict[str, Any]

    def __init__(self, text: str, /, *, plural: str | None = None, **params: Any) -> None:
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "plural", plural)
        object.__setattr__(self, "params", params)

    def __hash__(self) -> int:
        return hash((self.text, self.plural))

    def __str__(self) -> str:
        return self.in_language(DEFAULT)

    def in_language(self, language: str) -> str:
        """The message in a language, as plain text."""
        if self.plural is None:
            text = translator(language)(self.text)
        else:
            text = plural_translator(language)(self.text, self.plural, int(self.params["count"]))
        if not self.params:
            return text
        return text % {name: _shown(value, language) for name, value in self.params.items()}


def counted(one: str, many: str, count: int, **params: Any) -> Message:
    """A message that depends on a number: ``counted("Il reste un point", "Il reste %(count)s points", 3)``."""
    return Message(one, plural=many, count=count, **params)


def _shown(value: Any, language: str) -> Any:
    return value.in_language(language) if isinstance(value, Message) else value
