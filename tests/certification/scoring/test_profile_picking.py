"""Three questions a competence: the hardest skills, other topics first, variants not played yet."""

from __future__ import annotations

from app.certification.scoring.profile_picking import ValidatedSkill, pick


def skill(name: str, *challenges: str) -> ValidatedSkill:
    """`web3` is of level 3 in topic web."""
    return ValidatedSkill(name, name[:-1], int(name[-1]), challenges or (f"{name}a", f"{name}b"))


def skills_of(*names: str) -> list[str]:
    return [one.skill for one in pick([("1.1", [skill(name) for name in names])], (), 1)]


def test_the_hardest_come_first_and_three_are_enough() -> None:
    assert skills_of("web1", "mail4", "web3", "file2") == ["mail4", "web3", "file2"]


def test_at_one_level_topics_not_picked_yet_come_first() -> None:
    assert skills_of("web4", "web3", "mail3", "web2") == ["web4", "mail3", "web3"]


def test_every_competence_has_its_own() -> None:
    found = pick([(code, [skill("web3"), skill("web2")]) for code in ("1.1", "5.2")], (), 1)
    assert [one.competence for one in found] == ["1.1", "1.1", "5.2", "5.2"]


def test_variants_already_played_are_avoided_when_there_are_others() -> None:
    for seed in range(20):
        [one] = pick([("1.1", [skill("web3", "a", "b", "c")])], {"a", "b"}, seed)
        assert one.challenge == "c"
        [one] = pick([("1.1", [skill("web3", "a", "b")])], {"a", "b"}, seed)
        assert one.challenge in "ab"


def test_those_of_neighbours_are_avoided_but_rather_asked_than_what_was_played() -> None:
    for seed in range(20):
        [one] = pick([("1.1", [skill("web3", "a", "b", "c")])], {"a"}, seed, nearby={"b"})
        assert one.challenge == "c"
        [one] = pick([("1.1", [skill("web3", "a", "b")])], {"a"}, seed, nearby={"b"})
        assert one.challenge == "b"


def test_the_seed_decides_and_the_same_one_gives_the_same() -> None:
    validated = [("1.1", [skill("web3", *"abcdefgh")])]
    assert pick(validated, (), 3) == pick(validated, (), 3)
    assert len({pick(validated, (), seed) for seed in range(40)}) > 4


def test_a_skill_without_challenge_is_passed_over() -> None:
    validated = [("1.1", [ValidatedSkill("web5", "web", 5, ()), skill("web3")])]
    assert [one.skill for one in pick(validated, (), 1)] == ["web3"]
