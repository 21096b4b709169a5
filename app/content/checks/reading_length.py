"""How much a learner must read before acting. The limits leave room above what the bank does; words are counted."""

from __future__ import annotations

from collections.abc import Iterator

from app.content.bank import Bank
from app.content.checks.prose import count_words
from app.content.problems import Problem

QUESTION_WORDS = {1: 22, 2: 22, 3: 25, 4: 25, 5: 30, 6: 30, 7: 35, 8: 35}
INSTRUCTION_WORDS = {1: 70, 2: 80, 3: 90, 4: 100, 5: 120, 6: 130, 7: 150, 8: 150}
EXPLANATION_WORDS = {1: 65, 2: 65, 3: 70, 4: 70, 5: 80, 6: 80, 7: 90, 8: 90}
LIMITS = (
    ("question", "W020", "la question", QUESTION_WORDS),
    ("instruction", "W021", "la consigne", INSTRUCTION_WORDS),
    ("explanation", "W022", "l’explication", EXPLANATION_WORDS),
)
TUTORIAL_WORDS = 300
STANDS_OUT = 1.7
FEW_CHARACTERS = 25
"""A right proposal gives itself away when it is 1.7 times as long as any other, and 25 characters longer."""


def length_problems(bank: Bank) -> Iterator[Problem]:
    for name, stored in bank.challenges.items():
        source, level = bank.sources["challenge", name], int(stored.body.skill[-1])
        for field, code, what, limits in LIMITS:
            words = count_words(getattr(stored.body, field))
            if words > limits[level]:
                yield source.problem(
                    (field,), code, f"{what} fait {words} mots, {limits[level]} au plus au niveau {level}", "abrégez"
                )
    yield from _tutorials(bank)
    yield from _telling(bank)


def _tutorials(bank: Bank) -> Iterator[Problem]:
    for name, tutorial in bank.tutorials.items():
        words = count_words(tutorial.text)
        if words > TUTORIAL_WORDS:
            yield bank.sources["tutorials", name].problem(
                ("text",), "W023", f"ce tuto fait {words} mots, {TUTORIAL_WORDS} au plus", "écrivez-en 120 à 250"
            )


def _telling(bank: Bank) -> Iterator[Problem]:
    for name, stored in bank.challenges.items():
        if stored.body.kind != "single_choice":
            continue
        right = max((len(one.text) for one in stored.body.proposals if one.right), default=0)  # type: ignore[union-attr]
        others = max((len(one.text) for one in stored.body.proposals if not one.right), default=0)  # type: ignore[union-attr]
        if right > STANDS_OUT * others and right > others + FEW_CHARACTERS:
            yield bank.sources["challenge", name].problem(
                ("proposals",),
                "W024",
                "la bonne proposition est bien plus longue que les autres : elle se devine",
                "donnez-leur la même longueur",
            )
