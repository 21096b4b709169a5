"""The figures of the bank in a terminal, in 100 columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from app.content.authoring.figures import MARKS, Amount, CompetenceFigures, Figures
from app.content.authoring.goals import LEVELS, Goal

WIDTH = 100
LEVEL_WIDTH = 7


def table(found: Figures, aims: Sequence[Goal]) -> Iterator[str]:
    """Lines, of 100 characters at most."""
    yield from _competences(found)
    yield from _kinds_by_competence(found)
    yield from _topics(found)
    yield from _amounts("Environments", found.environments)
    yield from _amounts("Marks", found.marks)
    yield from _accessible(found)
    yield from _thin(found)
    yield from _goals(aims)


def _competences(found: Figures) -> Iterator[str]:
    yield "Competences: playable challenges/active skills at each level; with files to open; in environments"
    yield ""
    levels = "".join(f"{n:>{LEVEL_WIDTH}}" for n in LEVELS)
    yield f"{'':<18}{levels}{'skills':>7}{'playable':>9}{'ideas':>6}{'files':>6}{'acts':>5}"
    for one in found.competences:
        yield _competence(one)
    yield f"{'all':<18}{''.join(_level(found, n) for n in LEVELS)}{_numbers(found.skills, found.amount)}"


def _competence(one: CompetenceFigures) -> str:
    levels = "".join(
        f"{f'{one.challenges_by_level.get(n, 0)}/{one.skills_by_level.get(n, 0)}':>{LEVEL_WIDTH}}" for n in LEVELS
    )
    return f"{_cut(f'{one.code} {one.name}', 17):<18}{levels}{_numbers(one.skills, one.amount)}"


def _numbers(skills: int, one: Amount) -> str:
    return f"{skills:>7}{one.challenges:>9}{one.ideas:>6}{one.practical:>6}{one.in_environments:>5}"


def _level(found: Figures, level: int) -> str:
    challenges = sum(one.challenges_by_level.get(level, 0) for one in found.competences)
    skills = sum(one.skills_by_level.get(level, 0) for one in found.competences)
    return f"{f'{challenges}/{skills}':>{LEVEL_WIDTH}}"


def _kinds_by_competence(found: Figures) -> Iterator[str]:
    codes = [one.code for one in found.competences]
    counts: Counter[tuple[str, str]] = Counter()
    for cell in found.cells:
        counts[cell.kind, cell.competence] += cell.amount.challenges
    yield ""
    yield "Kinds: challenges by competence"
    yield ""
    yield f"{'':<18}{''.join(f'{code:>4}' for code in codes)}{'all':>6}{'ideas':>6}"
    for kind, amount in found.kinds.items():
        cells = "".join(f"{counts[kind, code] or '·':>4}" for code in codes)
        yield f"{kind:<18}{cells}{amount.challenges:>6}{amount.ideas:>6}"


def _topics(found: Figures) -> Iterator[str]:
    counts: Counter[tuple[str, int]] = Counter()
    order: dict[str, str] = {}
    for cell in found.cells:
        counts[cell.topic, cell.level] += cell.amount.challenges
        order[cell.topic] = cell.competence
    yield ""
    yield "Topics: challenges at each level"
    yield ""
    yield f"{'':<61}{''.join(f'{n:>4}' for n in LEVELS)}{'all':>6}"
    for topic, code in order.items():
        cells = "".join(f"{counts[topic, n] or '·':>4}" for n in LEVELS)
        total = sum(count for (one, _), count in counts.items() if one == topic)
        yield f"{_cut(f'{code} {topic}: {found.topics[topic]}', 60):<61}{cells}{total:>6}"


def _amounts(title: str, amounts: Mapping[str, Amount]) -> Iterator[str]:
    yield ""
    yield title
    yield ""
    for name, one in amounts.items():
        yield f"{name:<18}{one.challenges:>6} challenges{one.ideas:>6} ideas"
    if not amounts:
        yield "none"


def _accessible(found: Figures) -> Iterator[str]:
    yield ""
    yield "Accessible: active skills with a playable challenge that lacks the mark/with three of them"
    yield ""
    yield f"{'':<18}{'skills':>7}{''.join(f'{_without(mark):>13}' for mark in MARKS)}"
    for one in found.competences:
        cells = "".join(f"{_pair(one, mark):>13}" for mark in MARKS)
        yield f"{_cut(f'{one.code} {one.name}', 17):<18}{one.skills:>7}{cells}"
    yield f"{'all':<18}{found.skills:>7}{''.join(f'{_all_accessible(found, mark):>13}' for mark in MARKS)}"


def _without(mark: str) -> str:
    return f"no {mark}"


def _pair(one: CompetenceFigures, mark: str) -> str:
    return f"{one.accessible[mark].one}/{one.accessible[mark].three}"


def _all_accessible(found: Figures, mark: str) -> str:
    reaches = [one.accessible[mark] for one in found.competences]
    return f"{sum(one.one for one in reaches)}/{sum(one.three for one in reaches)}"


def _thin(found: Figures) -> Iterator[str]:
    yield ""
    yield f"Active skills with fewer than three playable challenges: {len(found.thin_skills)}"
    yield from _wrapped(f"{name} ({count})" for name, count in found.thin_skills.items())
    yield ""
    yield f"Levels with fewer than two active skills: {len(found.thin_levels)}"
    yield from _wrapped(f"{name} ({count})" for name, count in found.thin_levels.items())


def _goals(aims: Sequence[Goal]) -> Iterator[str]:
    yield ""
    yield "Goals: reached / asked"
    yield ""
    for one in aims:
        yield f"{'✓' if one.met else ' '} {one.name:<60}{one.reached:>7} / {one.asked}"


def _wrapped(words: Iterator[str]) -> Iterator[str]:
    """Words on lines that are not too long."""
    line = ""
    for word in words:
        if len(line) + len(word) + 2 > WIDTH:
            yield line
            line = ""
        line = f"{line}, {word}" if line else f"  {word}"
    if line:
        yield line


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
