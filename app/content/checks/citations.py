"""What cites a challenge or a topic, outside the challenges: target profiles and the showcase."""

from __future__ import annotations

from collections.abc import Iterator

from app.content.bank import Bank, Source
from app.content.framework import TargetProfile
from app.content.problems import Problem
from app.content.strict_yaml import Location


def citation_problems(bank: Bank) -> Iterator[Problem]:
    cited = _Cited(bank)
    for name, profile in bank.target_profiles.items():
        source = bank.sources["target-profiles", name]
        if bool(profile.topics) == bool(profile.challenges):
            yield source.problem((), "T001", "un profil cible a des `topics` ou des `challenges`, l’un des deux")
        yield from _topics(bank, source, profile)
        for position, challenge in enumerate(profile.challenges):
            yield from cited.problems(source, ("challenges", position), challenge)
    for slug, entry in bank.showcase.items():
        source = bank.sources["showcase", slug]
        yield from cited.problems(source, ("challenge",), entry.challenge)
        body = cited.active.get(entry.challenge)
        if body is not None and (body.timer or body.focused):
            yield source.problem(("challenge",), "T002", "une épreuve de la vitrine n’est ni chronométrée ni « focus »")


def _topics(bank: Bank, source: Source, profile: TargetProfile) -> Iterator[Problem]:
    topics = bank.topics()
    for position, capped in enumerate(profile.topics):
        if capped.topic not in topics:
            yield source.problem(("topics", position, "topic"), "R005", f"le sujet « {capped.topic} » n’existe pas")


class _Cited:
    """Whether learners can still be asked a challenge that something cites."""

    def __init__(self, bank: Bank) -> None:
        self.active = bank.active()
        self._retired = {name for name, one in bank.challenges.items() if one.body.status == "retired"}
        self._followers = {one.body.replaces: name for name, one in bank.challenges.items() if one.body.replaces}

    def problems(self, source: Source, at: Location, challenge: str) -> Iterator[Problem]:
        if challenge in self._retired:
            follower = self._followers.get(challenge[: len("ch-00000000")])
            yield source.problem(
                at,
                "R007",
                f"l’épreuve « {challenge} » est retirée",
                f"citez « {follower} », qui la remplace" if follower else "citez-en une autre",
            )
        elif challenge not in self.active:
            yield source.problem(at, "R006", f"l’épreuve « {challenge} » n’existe pas ou n’est pas active")
