"""Every rule `check` knows, by its code: `content/rules.md` is made from this table, and the tests from its keys."""

from __future__ import annotations

from collections.abc import Iterator

FAMILIES = {
    "Y": "The file can be read",
    "S": "It has the expected keys",
    "V": "Its variants make a table",
    "F": "The framework holds together",
    "R": "What is cited exists, what exists is cited",
    "C": "Each challenge is in its place and is the only one",
    "K": "Each kind has what it needs, and one right answer",
    "P": "The challenge, played against itself",
    "M": "Files and their sizes",
    "A": "Equivalents and credits",
    "W": "Words",
    "L": "Translations",
    "T": "Target profiles and showcase",
    "N": "Calibration",
    "D": "Depth",
    "H": "History (`check --against`)",
}
"""By the letter their codes begin with."""

NOTES = frozenset({"A005", "D001", "D002", "D003", "D004"})
"""Those that advise and refuse nothing; `check --notes` shows them."""

RULES = {
    "Y000": "A file is encoded in UTF-8.",
    "Y001": "It is YAML.",
    "Y002": "It is not empty.",
    "Y003": "Anchors and aliases (`&`, `*`) are not used: a reviewer reads what the engine reads.",
    "Y004": "A key is a word.",
    "Y005": "A key is given once.",
    "Y006": "Tags (`!…`) are not used.",
    "S001": "A mapping (`key: value`) is where one is expected.",
    "S002": "Every key is known: a typo is not ignored.",
    "S003": "Every required key is there.",
    "S004": "Every value has the type, the form and the size expected.",
    "S005": "`kind` is one of the kinds.",
    "V001": "`variants` is a list of rows.",
    "V002": "Each row has an `id` in lower case.",
    "V003": "The ids of the rows differ.",
    "V004": "All rows have the same columns.",
    "V005": "Each `{{name}}` is a column.",
    "V006": "Each column is used.",
    "F001": "`framework/framework.yaml` is there.",
    "F002": "A competence, a tutorial, a target profile, a showcase entry is defined once.",
    "F003": "A competence is in one area.",
    "F004": "A competence of `framework.yaml` has its `competence.yaml`.",
    "F005": "A competence is in an area.",
    "F006": "A competence has its `skills.yaml`.",
    "F007": "The id of a topic is used once, in all competences.",
    "F008": "A topic has at most one skill at each level.",
    "F009": "An active skill has at least one active challenge.",
    "F010": "The file of a tutorial is named for its id.",
    "F011": "An active skill has a tutorial « pour réussir la prochaine fois ».",
    "R001": "A tutorial that is cited exists.",
    "R002": "A tutorial is cited by a skill or a challenge.",
    "R003": "The skill of a challenge exists.",
    "R004": "The challenge that another `replaces` exists.",
    "R005": "The topics of a target profile exist.",
    "R006": "The challenges of target profiles and of the showcase exist and are active.",
    "R007": "A retired challenge is in no target profile and not in the showcase.",
    "C001": "The id of a challenge is used once.",
    "C002": "Every file beside a challenge is used by it.",
    "C003": "The folder of a challenge is named `<id>-<nickname>`.",
    "C004": "It is in the folder of its skill.",
    "C005": "It is in the folder of its competence.",
    "C006": "Two challenges do not ask the same thing with the same files and the same answers.",
    "K001": "Ids in a list differ.",
    "K002": "Proposals, items and options differ.",
    "K010": "A single choice has exactly one right proposal.",
    "K011": "A multiple choice has at least two right proposals, and one wrong.",
    "K020": "Each of `examples.accepted` is judged right.",
    "K021": "Each of `examples.refused` is judged wrong.",
    "K030": "An accepted date is a day that exists, written AAAA-MM-JJ.",
    "K031": "A long text has an accepted example: it is the correction.",
    "K040": "A field has `options` exactly when its type is `choice`.",
    "K041": "The answer of a list is one of its `options`.",
    "K042": "There are at least as many groups as fields.",
    "K043": "The right option of a drop-down list is one of its options.",
    "K044": "Each drop-down list is marked once in the text: `[[id]]`.",
    "K045": "`before` cites ids of items.",
    "K046": "The items are written in an order that `before` allows.",
    "K047": "Each item of the left is paired with one of the right.",
    "K060": "A condition of a goal names a fact and tests it, or lists others in `any`.",
    "K061": "What a world names (folders, sections, lines…) is in it.",
    "K062": "The goal is not reached at the start.",
    "K063": "`path` reaches the goal.",
    "K064": "The facts of the goal exist.",
    "K065": "`wrong_paths` miss the goal.",
    "K066": "Each action of a path changes something.",
    "P001": "The right answer is judged right.",
    "P002": "The right answer can be sent.",
    "P003": "Each wrong answer is judged wrong.",
    "M001": "A file is there, in a permitted format, small enough (60 kB a picture, 200 kB an attachment).",
    "M002": "The files of a challenge weigh 400 kB at most together.",
    "M003": "A picture is 1,600 pixels wide at most.",
    "A001": "`alt` is 240 characters at most: the detail goes to `alternative`.",
    "A002": "`alt` says what the picture shows.",
    "A003": "`alt` does not begin with « Image de »: a screen reader says it already.",
    "A004": "`credit` gives an author and a free licence.",
    "A005": "A picture or a sound to open has an `alternative`, or the mark `sight`, `colour` or `sound`.",
    "W001": "No text is left to write (`TODO`).",
    "W002": "… is one character.",
    "W003": "Quotation marks are « », with plain spaces inside; what is typed is `code`.",
    "W004": "One space between words.",
    "W005": "« and » do not touch the words.",
    "W006": "œ is written in cœur, sœur, œuvre, œil…",
    "W007": "Ordinals are 1re, 2e, 3e.",
    "W008": "« etc. » and « … » are not used together.",
    "W009": "An explanation ends with a full stop, a question mark…",
    "W010": "So does a question.",
    "W020": "A question has 22 words at most at levels 1 and 2, 25 at 3 and 4, 30 at 5 and 6, 35 above.",
    "W021": "An instruction has 70 words at most at level 1, then 80, 90, 100, 120, 130, 150.",
    "W022": "An explanation has 65 words at most at levels 1 and 2, 70 at 3 and 4, 80 at 5 and 6, 90 above.",
    "W023": "A tutorial has 300 words at most.",
    "W024": "The right proposal is not much longer than the others: it would be guessed.",
    "L002": "A translation holds texts only: not what is the same in every language.",
    "L003": "It translates what is there.",
    "L004": "It has the shape of the French.",
    "L005": "No text is left to translate (`TODO`).",
    "T001": "A target profile has `topics` or `challenges`, not both.",
    "T002": "A challenge of the showcase is neither timed nor focused.",
    "N001": "A file of `calibration/` has the columns that `pix content calibrate` writes, a value in each.",
    "N002": "What was measured is a number that is possible.",
    "N003": "A version of a challenge is measured once.",
    "D001": "An active skill has three playable challenges, so that a second try or a certification asks another one.",
    "D002": "A competence has two active skills at each level from 1 to 7: one is worth 4 pix, a level 8.",
    "D003": "An active skill has a tutorial « pour en apprendre davantage ».",
    "D004": "A topic of a target profile has an active skill up to the level asked.",
    "H001": "What is measured does not change without a new `version`.",
    "H002": "A challenge already served is not deleted nor made a draft: it is retired.",
    "H003": "A version is never lowered.",
    "H004": "A skill already served is not deleted: people have its pix.",
}
INTRODUCTION = """\
# The rules of the content

Made by `pix content rules` from `app/content/rules.py`: do not edit.
`pix content check` refuses what breaks one of them.
Those marked *note* advise, refuse nothing, and are shown by `pix content check --notes`.
"""


def rules_page() -> str:
    """content/rules.md."""
    return "".join([INTRODUCTION, *_families()])


def _families() -> Iterator[str]:
    for letter, title in FAMILIES.items():
        yield f"\n## {title}\n\n"
        for code, sentence in RULES.items():
            if code.startswith(letter):
                yield f"* `{code}` {'*note:* ' if code in NOTES else ''}{sentence}\n"
