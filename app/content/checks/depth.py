"""Whether there is enough to ask: notes, which fail nothing, while the bank is being written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from app.content.bank import Bank
from app.content.problems import Problem

FEWEST_CHALLENGES = 3
"""So that a second try or a certification can ask another one."""
FEWEST_SKILLS = 2
"""At each level of a competence: a skill is worth 4 pix at most, a level 8."""
LEVELS = range(1, 8)


def challenges_by_skill(bank: Bank) -> Counter[str]:
    """Playable challenges of each active skill; zero is counted too."""
    found = Counter(dict.fromkeys(bank.skills().keys() - bank.draft_skills(), 0))
    found.update(body.skill for body in bank.active().values() if body.skill in found)
    return found


def skills_by_level(bank: Bank) -> dict[tuple[str, int], int]:
    """Active skills of each competence at each level from 1 to 7."""
    found = {(code, level): 0 for code in bank.skills_files for level in LEVELS}
    for code, file in bank.skills_files.items():
        for topic in file.without_drafts().topics:
            for skill in topic.skills:
                if skill.level in LEVELS:
                    found[code, skill.level] += 1
    return found


def depth_notes(bank: Bank) -> Iterator[Problem]:
    depth = challenges_by_skill(bank)
    for code, file in bank.skills_files.items():
        source = bank.sources["skills", code]
        for position, topic in enumerate(file.topics):
            for rank, skill in enumerate(topic.skills):
                at, name = ("topics", position, "skills", rank), f"{topic.id}-{skill.level}"
                if 0 < depth[name] < FEWEST_CHALLENGES:
                    message = f"« {name} » a {depth[name]} épreuve(s) jouable(s), {FEWEST_CHALLENGES} attendues"
                    yield source.problem(at, "D001", message, "écrivez-en d’autres, ou des variantes").as_note()
                if skill.status == "active" and not skill.more:
                    message = f"« {name} » n’a pas de tuto « pour en apprendre davantage »"
                    yield source.problem(at, "D003", message).as_note()
    for (code, level), count in skills_by_level(bank).items():
        if count < FEWEST_SKILLS:
            message = f"{code} a {count} acquis actif(s) au niveau {level}, {FEWEST_SKILLS} attendus"
            yield bank.sources["skills", code].problem(("topics",), "D002", message).as_note()
    yield from _profiles_of_drafts(bank)


def _profiles_of_drafts(bank: Bank) -> Iterator[Problem]:
    topics = bank.topics()
    for name, profile in bank.target_profiles.items():
        for position, capped in enumerate(profile.topics):
            skills = topics[capped.topic].skills if capped.topic in topics else ()
            if skills and not any(one.status == "active" and one.level <= capped.level for one in skills):
                message = f"le sujet « {capped.topic} » n’a aucun acquis actif jusqu’au niveau {capped.level}"
                source = bank.sources["target-profiles", name]
                yield source.problem(("topics", position, "topic"), "D004", message).as_note()
