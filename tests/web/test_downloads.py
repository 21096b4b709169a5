from __future__ import annotations

from urllib.parse import unquote

import pytest

from app.web.downloads import download_headers, file_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Resultats-UE 173-12-2026-11-09-1042", "Resultats-UE 173-12-2026-11-09-1042.csv"),
        ("UE 173 / gr. 1 : semaine 2 ?", "UE 173 - gr. 1 - semaine 2 -.csv"),
        ("../../etc/passwd", "-..-etc-passwd.csv"),
        ('a"b\\c\r\nSet-Cookie: x', "a-b-c-Set-Cookie- x.csv"),
        ("Élèves de 3ᵉ B", "Élèves de 3ᵉ B.csv"),
        ("fdp.\u202evsc", "fdp.-vsc.csv"),
        ("...", "fichier.csv"),
        ("", "fichier.csv"),
        ("x" * 300, "x" * 150 + ".csv"),
    ],
)
def test_a_name_that_every_system_takes(words: str, name: str) -> None:
    assert file_name(words, "csv") == name


@pytest.mark.parametrize("name", ["Resultats.csv", "Élèves.csv", "日本語.csv", "50 %;x=1.csv", "l’été.csv"])
def test_the_header_carries_the_name_in_plain_letters_and_whole(name: str) -> None:
    header = download_headers(name)["Content-Disposition"]
    plain, whole = header.removeprefix('attachment; filename="').split("\"; filename*=UTF-8''")
    assert plain.isascii()
    assert plain.isprintable()
    assert plain.endswith(".csv")
    assert unquote(whole) == name
    assert not set(whole) & set(" ;,\"'é")


def test_nothing_keeps_a_copy() -> None:
    headers = download_headers("Resultats.csv")
    assert headers["Cache-Control"] == "private, no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
