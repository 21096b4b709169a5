from __future__ import annotations

from pathlib import Path

import pytest

from app.web import catalogues
from app.web.catalogues import extracted, main, problems, read

HEADER = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of translations."""
    monkeypatch.setattr(catalogues, "LOCALES", tmp_path)
    (tmp_path / "en" / "LC_MESSAGES").mkdir(parents=True)
    return tmp_path / "en" / "LC_MESSAGES"


def test_messages_are_found_in_code_and_in_components() -> None:
    found = {message.id for message in extracted()}
    assert "Aller au contenu" in found  # a component
    assert "Demande incomprise" in found  # the code
    assert ("Il reste un point à corriger", "Il reste %(num)s points à corriger") in found


def test_messages_keep_plain_spaces() -> None:
    for message in extracted():
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        assert not any("\u202f" in text for text in ids), ids


def test_nothing_translated_is_a_problem(folder: Path) -> None:
    assert main(["check"]) == 1
    assert any(problem.startswith("en: not in the file") for problem in problems("en"))


def test_extract_brings_the_file_up_to_date_and_keeps_what_was_translated(folder: Path) -> None:
    (folder / "messages.po").write_text(
        HEADER + 'msgid "Aide"\nmsgstr "Help"\n\nmsgid "Message disparu"\nmsgstr "Gone"\n', "utf-8"
    )
    assert main(["extract"]) == 0
    catalogue = read("en")
    assert catalogue["Aide"].string == "Help"  # type: ignore[union-attr]
    assert "Message disparu" not in catalogue
    before = (folder / "messages.po").read_bytes()
    main(["extract"])
    assert [line for line in (folder / "messages.po").read_bytes().splitlines() if b"POT-Creation" not in line] == [
        line for line in before.splitlines() if b"POT-Creation" not in line
    ]


def test_a_message_that_became_a_plural_is_translated_anew(folder: Path) -> None:
    one = "Il reste un point à corriger"
    (folder / "messages.po").write_text(HEADER + f'msgid "{one}"\nmsgstr "One left"\n', "utf-8")
    main(["extract"])
    assert f"en: not translated: {one}" in problems("en")
    assert f"en: fuzzy: {one}" not in problems("en")


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ('msgid "Aide"\nmsgstr ""\n', "not translated: Aide"),
        ('#, fuzzy\nmsgid "Aide"\nmsgstr "Help"\n', "fuzzy: Aide"),
        ('msgid "Page %(number)s"\nmsgstr "Page"\n', "a parameter is lost: Page %(number)s"),
        ('msgid "Page %(number)s"\nmsgstr "Page %(nombre)s"\n', "another parameter: Page %(number)s"),
        ('msgid "Message disparu"\nmsgstr "Gone"\n', "no longer used, run extract: Message disparu"),
    ],
)
def test_each_problem_is_named(folder: Path, entry: str, problem: str) -> None:
    (folder / "messages.po").write_text(HEADER + entry, "utf-8")
    assert f"en: {problem}" in problems("en")
