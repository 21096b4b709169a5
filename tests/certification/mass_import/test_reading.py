"""What a file would do: sessions, candidates, errors that block and warnings that do not."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.certification.candidates.identity import read_identity
from app.certification.mass_import.columns import HEADINGS, model
from app.certification.mass_import.drafts import Counts, Draft
from app.certification.mass_import.problems import MOST_KEPT
from app.certification.mass_import.reading import Read, read_file
from app.certification.sheet.columns import columns_of
from app.web.languages import translator
from tests.certification.conftest import THURSDAY
from tests.certification.mass_import.files import CHLOE, DENIZ, PUPIL, SESSION, file_of

TODAY = datetime(2036, 11, 1, 8, 0, tzinfo=UTC)


def read(*rows: dict[str, str], titles: dict[str, str] | None = None, school: bool = False) -> Read:
    return read_file(file_of(*rows, titles=titles), TODAY, school=school)


def told(found: Read) -> list[tuple[int, str]]:
    return [(one.line, one.code) for one in (*found.problems.errors, *found.problems.warnings)]


def test_one_line_for_each_candidate_and_blank_cells_are_those_above() -> None:
    found = read({**SESSION, **CHLOE}, DENIZ, {**SESSION, "room": "Salle 205", **CHLOE}, {"room": "salle 205", **DENIZ})
    assert told(found) == []
    assert found.counts == Counts(sessions=2, empty_sessions=0, candidates=4)
    first, second = found.sessions
    assert first.planned is not None
    assert (first.line, first.planned.site, first.planned.starts_at) == (2, SESSION["site"], THURSDAY)
    assert (first.planned.examiners, first.planned.method) == ("Élise Villo", "adaptive")
    assert [(one.last_name, one.birth_country) for one in first.candidates] == [
        ("Bonnet", "France"),
        ("Kaya", "Turquie"),
    ]
    assert second.planned is not None
    assert (second.line, second.planned.room, len(second.candidates)) == (4, "Salle 205", 2)


def test_repeated_cells_may_be_written_otherwise() -> None:
    again = {**SESSION, "site": "universite  blaison, batiment c", "date": "2036-11-27", "time": "15 h"}
    assert len(read({**SESSION, **CHLOE}, {**again, **DENIZ}).sessions) == 1


def test_a_session_that_exists_is_named_by_its_number_alone() -> None:
    found = read(
        {"number": "12", **CHLOE}, DENIZ, {"number": "13", **CHLOE}, {"number": "12", **CHLOE, "city": "Reims"}
    )
    assert told(found) == [(5, "CANDIDATE_TWICE")]
    assert [(one.number, one.planned, len(one.candidates)) for one in found.sessions] == [(12, None, 2), (13, None, 1)]


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ({**CHLOE}, ["SITE_MISSING", "ROOM_MISSING", "DATE_MISSING", "TIME_MISSING", "EXAMINERS_MISSING"]),
        ({**SESSION, **CHLOE, "examiners": ""}, ["EXAMINERS_MISSING"]),
        ({**SESSION, **CHLOE, "date": "31/11/2036"}, ["DATE_INVALID"]),
        ({**SESSION, **CHLOE, "date": "31/10/2036"}, ["DATE_INVALID"]),
        ({**SESSION, **CHLOE, "time": "midi"}, ["TIME_INVALID"]),
        ({**SESSION, **CHLOE, "description": "x" * 2_001}, ["DESCRIPTION_INVALID"]),
        ({"number": "douze", **CHLOE}, ["NUMBER_INVALID"]),
        ({"number": "99999999999", **CHLOE}, ["NUMBER_INVALID"]),
        ({"number": "12", "room": "B", "time": "9h", **CHLOE}, ["CELL_WITH_NUMBER", "CELL_WITH_NUMBER"]),
        ({**SESSION, **CHLOE, "last_name": ""}, ["LAST_NAME_MISSING"]),
        ({**SESSION, **CHLOE, "last_name": "=1+1"}, ["LAST_NAME_INVALID"]),
        ({**SESSION, **CHLOE, "birthdate": "02/02/06"}, ["BIRTHDATE_INVALID"]),
        ({**SESSION, **CHLOE, "birthdate": "01/01/1900"}, ["BIRTHDATE_INVALID"]),
        ({**SESSION, **CHLOE, "sex": "X"}, ["SEX_INVALID"]),
        ({**SESSION, **CHLOE, "country": ""}, ["COUNTRY_MISSING"]),
        ({**SESSION, **CHLOE, "country": "Syldavie"}, ["COUNTRY_INVALID"]),
        ({**SESSION, **CHLOE, "postal_code": ""}, ["POSTAL_CODE_MISSING"]),
        ({**SESSION, **CHLOE, "insee_code": "51454"}, ["POSTAL_CODE_INVALID", "CITY_INVALID"]),
        ({**SESSION, **CHLOE, "email": "chloe@"}, ["EMAIL_INVALID"]),
        ({**SESSION, **CHLOE, "results_email": "prof"}, ["RESULTS_EMAIL_INVALID"]),
        ({**SESSION, **CHLOE, "extra_time": "0,33"}, ["EXTRA_TIME_INVALID"]),
        ({**SESSION, **CHLOE, "billing": ""}, ["BILLING_MISSING"]),
        ({**SESSION, **CHLOE, "billing": "offerte"}, ["BILLING_INVALID"]),
        ({**SESSION, **CHLOE, "billing": "prépayée"}, ["PREPAYMENT_CODE_MISSING"]),
        ({**SESSION, **CHLOE, "prepayment_code": "P-1"}, ["PREPAYMENT_CODE_INVALID"]),
    ],
)
def test_what_is_wrong_blocks_with_its_line_its_column_and_a_code(row: dict[str, str], codes: list[str]) -> None:
    found = read(row)
    assert [one.code for one in found.problems.errors] == codes
    for one in found.problems.errors:
        assert one.line == 2
        assert one.column in HEADINGS.values()
        assert str(one.message)
    assert found.counts == Counts(sessions=1, empty_sessions=0, candidates=1), "it is counted all the same"


def test_a_date_that_does_not_exist_has_an_example_as_the_column_asks() -> None:
    (problem,) = read({**SESSION, **CHLOE, "birthdate": "31/02/2006"}).problems.errors
    assert str(problem.message).endswith("23/06/2005")


def test_the_rules_of_candidates_are_those_of_the_form() -> None:
    """Every column of the sheet is one of the file, and `read_identity` is asked, nobody else."""
    assert {one.key for one in columns_of(school=False)} < HEADINGS.keys()
    assert read_file.__globals__["read_identity"] is read_identity


@pytest.mark.parametrize("typed", ["33", "33%", "33 %", "33\u00a0%"])
def test_extra_time_as_people_write_it(typed: str) -> None:
    (session,) = read({**SESSION, **CHLOE, "extra_time": typed}).sessions
    assert session.candidates[0].extra_time == 33


@pytest.mark.parametrize("name", ["=SOMME(A1)", "@Chloé", "+Chloé", "-Chloé", "=cmd|' /C calc'!A0"])
def test_a_formula_is_a_text(name: str) -> None:
    (session,) = read({**SESSION, **CHLOE, "first_name": name, "room": "=1+1"}).sessions
    assert session.planned is not None
    assert (session.candidates[0].first_name, session.planned.room) == (name, "=1+1")


def test_a_school_pays_nothing() -> None:
    assert told(read({**SESSION, **PUPIL}, school=True)) == []
    assert told(read({**SESSION, **PUPIL, "billing": "gratuite"}, school=True)) == [(2, "BILLING_INVALID")]


def test_warnings_do_not_block() -> None:
    found = read(SESSION, {**SESSION, "room": "205", **CHLOE}, DENIZ, {**CHLOE, "first_name": "CHLOE"}, {"number": "7"})
    assert found.problems.errors == []
    assert told(found) == [(5, "CANDIDATE_TWICE"), (2, "SESSION_WITHOUT_CANDIDATE"), (6, "SESSION_WITHOUT_CANDIDATE")]
    assert "ligne 3" in str(found.problems.warnings[0].message)
    assert found.counts == Counts(sessions=3, empty_sessions=2, candidates=2)


def test_the_same_person_may_be_in_two_sessions() -> None:
    assert told(read({**SESSION, **CHLOE}, {**SESSION, "room": "205", **CHLOE})) == []


@pytest.mark.parametrize(
    "twin",
    [
        {**SESSION, **CHLOE},
        {**SESSION, "site": "UNIVERSITE BLAISON, BATIMENT C", "examiners": "Karim Haddad", **CHLOE},
    ],
)
def test_two_sessions_at_the_same_place_and_time_are_refused(twin: dict[str, str]) -> None:
    found = read({**SESSION, **CHLOE}, {**SESSION, "room": "205", **CHLOE}, twin)
    assert told(found) == [(4, "SESSION_TWIN_IN_FILE")]
    assert "ligne 2" in str(found.problems.errors[0].message)


def test_other_invigilators_in_the_line_below_make_a_twin_too() -> None:
    assert told(read({**SESSION, **CHLOE}, {**SESSION, "examiners": "Karim Haddad", **DENIZ})) == [
        (3, "SESSION_TWIN_IN_FILE")
    ]


@pytest.mark.parametrize(
    ("titles", "codes"),
    [
        ({"site": "  NOM DU SITE ", "date": "date de debut", "examiners": "* Surveillant(s)"}, []),
        ({"site": "Name of the site", "last_name": "Birth name"}, []),
        ({"site": "Lieu"}, ["COLUMN_UNKNOWN", "COLUMN_MISSING"]),
        ({"extra_time": "Tiers-temps"}, ["COLUMN_UNKNOWN"]),
        ({"external_id": ""}, []),
        ({"room": "Nom du site"}, ["COLUMN_TWICE", "COLUMN_MISSING"]),
        ({key: f"Colonne {place}" for place, key in enumerate(HEADINGS)}, ["FILE_TITLES"]),
    ],
)
def test_titles_are_read_as_people_tidy_them(titles: dict[str, str], codes: list[str]) -> None:
    found = read({**SESSION, **CHLOE, "external_id": ""}, titles=titles)
    assert [one.code for one in found.problems.errors] == codes


def test_a_million_titles_are_not_read_one_by_one() -> None:
    content = model(str, school=False).strip() + ";a" * 1_000_000
    began = time.perf_counter()
    (problem,) = read_file(content.encode(), TODAY, school=False).problems.errors
    assert problem.code == "FILE_TITLES"
    assert time.perf_counter() - began < 2, "it took eight"


@pytest.mark.parametrize(
    ("content", "code"), [(file_of(), "FILE_EMPTY"), (b"", "FILE_TITLES"), (b"PK\x03\x04", "FILE_NOT_CSV")]
)
def test_a_file_that_says_nothing(content: bytes, code: str) -> None:
    assert [one.code for one in read_file(content, TODAY, school=False).problems.errors] == [code]


def test_many_problems_are_counted_and_not_all_kept() -> None:
    found = read(SESSION, *[{**CHLOE, "sex": ""}] * (MOST_KEPT + 50))
    assert (found.problems.error_count, len(found.problems.errors)) == (MOST_KEPT + 50, MOST_KEPT)


CELLS = st.dictionaries(
    st.sampled_from(sorted(HEADINGS)),
    st.sampled_from([*SESSION.values(), *CHLOE.values(), "12", "oui", "33 %", "=1+1", "\u00a0"]) | st.text(max_size=20),
)


@given(st.lists(CELLS, max_size=6))
def test_whatever_is_written_is_read_or_told_and_what_waits_survives_its_json(rows: list[dict[str, str]]) -> None:
    found = read(*rows)
    draft = Draft(found.sessions, found.counts, found.problems.warnings, found.problems.warning_count)
    assert msgspec.json.decode(msgspec.json.encode(draft), type=Draft) == draft
    if not found.problems.errors:
        assert all((one.number is None) != (one.planned is None) for one in draft.sessions)
        assert sum(len(one.candidates) for one in draft.sessions) == draft.counts.candidates


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("school", [True, False])
def test_the_model_has_titles_that_are_read_back(language: str, school: bool) -> None:
    written = model(translator(language), school=school)
    assert written.startswith("\ufeff")
    assert (written.count("\n"), "Prepa" in written or "prépa" in written) == (1, not school)
    assert [one.code for one in read_file(written.encode(), TODAY, school=school).problems.errors] == ["FILE_EMPTY"]
