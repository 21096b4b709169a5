"""CSV files as people's programs write them."""

from __future__ import annotations

import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.certification.mass_import.csv_reading import LARGEST_FILE, MOST_LINES, UnreadableCsv, read_csv
from app.lib.csv_export import BOM, line

WANTED = [(1, ["Nom", "Salle"]), (2, ["Noël", "Œuvre, B"])]
UTF_16 = "Nom;Salle\nNoël;B\n".encode("utf-16")


@pytest.mark.parametrize(
    "content",
    [
        "Nom;Salle\nNoël;Œuvre, B\n".encode(),
        "\ufeffNom;Salle\r\nNoël;Œuvre, B".encode(),
        "Nom;Salle\r\nNoël;Œuvre, B\r\n".encode("cp1252"),
        'Nom,Salle\rNoël,"Œuvre, B"\r'.encode("cp1252"),
        '"Nom"; "Salle"\n"Noël";"Œuvre, B"\n'.replace("; ", ";").encode(),
    ],
)
def test_encodings_separators_and_line_ends(content: bytes) -> None:
    assert read_csv(content) == WANTED


def test_the_commas_of_a_title_separate_nothing() -> None:
    assert read_csv(b'"Name, first";"Born, where"\n') == [(1, ["Name, first", "Born, where"])]


def test_lines_have_the_numbers_that_spreadsheets_show() -> None:
    content = b'a;b\n\n;;\n"1\n2";c\n \nlast;d\n'
    assert read_csv(content) == [(1, ["a", "b"]), (4, ["1\n2", "c"]), (6, ["last", "d"])]


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"PK\x03\x04\x14\x00rest of a workbook", "FILE_NOT_CSV", 0),
        (b"%PDF-1.7 rest of a document", "FILE_NOT_CSV", 0),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "FILE_NOT_CSV", 0),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "FILE_NOT_CSV", 0),
        (b"a;b\n\x00;c\n", "FILE_NOT_CSV", 0),
        (b"\xef\xbb\xbfa;\xe9\n", "FILE_NOT_CSV", 0),
        (b"a;\x81\n", "FILE_NOT_CSV", 0),
        (UTF_16, "FILE_NOT_CSV", 0),
        (b'a;b\nc;"open\n', "FILE_QUOTES", 2),
        (b"a;b\n" + b"x" * 200_000, "FILE_QUOTES", 2),
        (b"a;b\n" * (MOST_LINES + 2), "FILE_TOO_LONG", 0),
        (b"a" * (LARGEST_FILE + 1), "FILE_TOO_LARGE", 0),
    ],
)
def test_what_is_no_file_of_ours_is_refused_by_its_content(content: bytes, code: str, line: int) -> None:
    with pytest.raises(UnreadableCsv) as refused:
        read_csv(content)
    assert (refused.value.code, refused.value.line) == (code, line)
    assert str(refused.value.message)


def test_ten_thousand_lines_are_refused_at_once_and_in_little_memory() -> None:
    content = b"Bonnet;Chlo\xc3\xa9;02/02/2006;F;;10000;Troyes;France;;;679981;33 %;oui;gratuite\n" * 10_000
    tracemalloc.start()
    began = time.perf_counter()
    with pytest.raises(UnreadableCsv, match="FILE_TOO_LONG"):
        read_csv(content)
    assert time.perf_counter() - began < 3
    assert tracemalloc.get_traced_memory()[1] < 40_000_000
    tracemalloc.stop()


VISIBLE = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1)


@given(st.lists(st.lists(VISIBLE.map(lambda text: f"x{text}"), min_size=2, max_size=3), min_size=1, max_size=5))
def test_what_we_write_reads_the_same(rows: list[list[str]]) -> None:
    assert [row for _, row in read_csv((BOM + "".join(map(line, rows))).encode())] == rows
