"""Where what a badge names is found: its issuer, what was achieved, its key, whether it still stands. Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """What a badge says, by numbers: this result of this test, under names that were corrected so many times."""

    test: int
    result: int
    names_edition: int


@dataclass(frozen=True)
class Addresses:
    """`base`: of the service, without a final slash."""

    base: str

    @property
    def issuer(self) -> str:
        return f"{self.base}/badges/emetteur"

    def key(self, name: str) -> str:
        return f"{self.base}/badges/cles/{name}"

    def achievement(self, language: str, level: int) -> str:
        return f"{self.base}/badges/certification/{language}/{level}"

    def picture(self, language: str, level: int) -> str:
        return f"{self.achievement(language, level)}/image.svg"

    def credential(self, said: Said) -> str:
        """A number names nobody, and opens nothing: unlike the code of verification, which no badge holds."""
        return f"{self.base}/badges/certificats/{said.test}/{said.result}/{said.names_edition}"

    def status(self, said: Said) -> str:
        return f"{self.credential(said)}/statut"
