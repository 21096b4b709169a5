"""Formulas answer what a French spreadsheet answers, and always at once."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.formulas.calculation import Calculation
from app.content.formulas.places import Place, area, place
from app.content.formulas.tokens import canonical, moved
from app.content.formulas.values import shown, typed_format, typed_value

SHEET = [
    ["Nom", "Ville", "Prix", "Quantité"],
    ["Léa", "Belmont", "2,5", "4"],
    ["Tom", "Belmont-sur-Mer", "10", ""],
    ["Inès", "belmont", "1 200", "1"],
    ["Sacha", "", "gratuit", "3"],
]


def sheet(rows: list[list[str]], **more: str) -> Calculation:
    contents = {Place(row, column): text for row, line in enumerate(rows) for column, text in enumerate(line) if text}
    for name, text in more.items():
        where = place(name)
        assert where is not None
        contents[where] = text
    return Calculation(contents, 30, 8)


def answer(formula: str, **more: str) -> str:
    return shown(sheet(SHEET, **more).answer(formula))


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("=1+2*3", "7"),
        ("=(1+2)*3", "9"),
        ("=2^3^2", "64"),
        ("=-2^2", "4"),
        ("=10-2-3", "5"),
        ("=50%*8", "4"),
        ("=0,1+0,2", "0,3"),
        ("=C2*D2", "10"),
        ("=C3*D3", "0"),
        ("=C5*2", "#VALEUR!"),
        ('=A2&" "&B2', "Léa Belmont"),
        ('=C4&""', "1200"),
        ('=B5=""', "VRAI"),
        ('="a"="A"', "VRAI"),
        ("=C2<>C3", "VRAI"),
        ("=2>=2", "VRAI"),
        ("=H20", "0"),
        ("=$C$2+c2", "5"),
    ],
)
def test_operations(formula: str, expected: str) -> None:
    assert answer(formula) == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("=SOMME(C2:C5)", "1212,5"),
        ("=SOMME(C2;C3;10)", "22,5"),
        ("=sum(C5:C2)", "1212,5"),
        ("=MOYENNE(D2:D5)", "2,666666667"),
        ("=MOYENNE(A2:A5)", "#DIV/0!"),
        ("=MEDIANE(C2:C4)", "10"),
        ('=MIN(C2:C5)&"-"&MAX(C2:C5)', "2,5-1200"),
        ("=NB(C2:C5)", "3"),
        ("=NBVAL(B2:B5)", "3"),
        ("=NB.VIDE(B2:B5)", "1"),
        ('=NB.SI(B2:B5;"Belmont")', "2"),
        ('=NB.SI(B2:B5;"Belmont*")', "3"),
        ('=NB.SI(D2:D5;">=3")', "2"),
        ('=NB.SI(D2:D5;"<>4")', "3"),
        ("=NB.SI(D2:D5;4)", "1"),
        ('=SOMME.SI(B2:B5;"Belmont";D2:D5)', "5"),
        ('=MOYENNE.SI(D2:D5;">1")', "3,5"),
        ('=SI(C3>5;"cher";"bon marché")', "cher"),
        ('=SI(C2>5;"cher")', "FAUX"),
        ('=SI(D3="";"";1/D3)', ""),
        ("=ET(C2>1;D2>1)", "VRAI"),
        ("=OU(C2>5;NON(D2>1))", "FAUX"),
        ("=ARRONDI(2,345;2)", "2,35"),
        ("=ARRONDI(-2,5;0)", "-3"),
        ("=ARRONDI(1234;-2)", "1200"),
        ('=RECHERCHEV("Tom";A2:D5;3;FAUX)', "10"),
        ('=RECHERCHEV("Zoé";A2:D5;3;FAUX)', "#N/A"),
        ('=RECHERCHEV("Tom";A2:D5;9;FAUX)', "#REF!"),
        ("=RECHERCHEV(7;D2:D5;1)", "3"),
        ('=CONCATENER(GAUCHE(A2;1);".";DROITE(B2;4))', "L.mont"),
        ("=MAJUSCULE(A2)&NBCAR(B3)", "LÉA15"),
        ('=STXT("bonjour";4;2)', "jo"),
        ("=MOD(17;5)+ENT(2,9)+ABS(-1)", "5"),
        ('=CHERCHE("mont";B2)', "4"),
        ('=SIERREUR(1/0;"vide")', "vide"),
        ("=SOMME(F2:F9)", "0"),
    ],
)
def test_functions(formula: str, expected: str) -> None:
    assert answer(formula) == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("=SOMMME(C2:C5)", "#NOM?"),
        ("=Prix", "#NOM?"),
        ("=1/0", "#DIV/0!"),
        ("=MOD(1;0)", "#DIV/0!"),
        ("=1+#REF!", "#REF!"),
        ("=SOMME(A1:#REF!)", "#REF!"),
        ("=C2:C5*2", "#VALEUR!"),
        ('="a"+1', "#VALEUR!"),
        ("=10^400", "#VALEUR!"),
        ("=(-8)^0,5", "#VALEUR!"),
        ("=SOMME(C2:C5", "#ERREUR!"),
        ("=", "#ERREUR!"),
        ("=SOMME(C2,C3)", "#ERREUR!"),
        ("=1 2", "#ERREUR!"),
        ("=GAUCHE()", "#ERREUR!"),
        ("=" + "(" * 90 + "1" + ")" * 90, "#ERREUR!"),
        ("=" + "1+" * 150 + "1", "#ERREUR!"),
    ],
)
def test_errors(formula: str, expected: str) -> None:
    assert answer(formula) == expected


def test_a_circle_is_told_and_not_followed() -> None:
    found = sheet(SHEET, F1="=F2", F2="=F3+1", F3="=F1")
    assert {shown(found.value(Place(row, 5))) for row in range(3)} == {"#CIRC!"}


def test_a_long_chain_of_cells_is_computed() -> None:
    contents = {Place(row, 0): "1" if row == 0 else f"=A{row}+1" for row in range(900)}
    assert Calculation(contents, 900, 1).value(Place(899, 0)) == 900


def test_too_much_work_is_refused_at_once() -> None:
    contents = {Place(row, 1): "=" + "+".join(["SOMME(A1:A900)"] * 12) for row in range(900)}
    started = time.perf_counter()
    calculation = Calculation(contents, 900, 2)
    assert shown([calculation.value(Place(row, 1)) for row in range(900)][-1]) == "#LONG!"
    assert time.perf_counter() - started < 2


def test_doubling_a_text_stops() -> None:
    contents = {Place(row, 0): "aaaa" if row == 0 else f"=A{row}&A{row}" for row in range(40)}
    assert shown(Calculation(contents, 40, 1).value(Place(39, 0))) == "#VALEUR!"


@pytest.mark.parametrize(
    ("formula", "rows", "columns", "expected"),
    [
        ("=B2*C2", 3, 0, "=B5*C5"),
        ("=B2*$F$1", 2, 1, "=C4*$F$1"),
        ("=$B2+C$2", 1, 1, "=$B3+D$2"),
        ("=SOMME(B2:B4) + 1", 0, 1, "=SOMME(C2:C4) + 1"),
        ("=B1", -1, 0, "=#REF!"),
        ('="B1"&B1', 1, 0, '="B1"&B2'),
        ("12", 5, 5, "12"),
        ("=[", 1, 1, "=["),
    ],
)
def test_copying_moves_what_has_no_dollar(formula: str, rows: int, columns: int, expected: str) -> None:
    assert moved(formula, rows, columns) == expected


@pytest.mark.parametrize(
    ("typed", "value", "form"),
    [
        ("12", 12.0, "general"),
        ("1 200,50", 1200.5, "general"),
        ("12.5", "12.5", "general"),
        ("12 %", 0.12, "percent"),
        ("3,50 €", 3.5, "euro"),
        ("'007", "007", "general"),
        ("vrai", True, "general"),
        ("  ", None, "general"),
        ("Léa", "Léa", "general"),
    ],
)
def test_what_is_typed_is_a_number_or_a_text(typed: str, value: object, form: str) -> None:
    assert typed_value(typed) == value
    assert typed_format(typed) == form


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (1234.5, "general", "1234,5"),
        (1234.5, "euro", "1\u202f234,50\u00a0€"),
        (0.125, "percent1", "12,5\u00a0%"),
        (2.5, "integer", "3"),
        (1e-9, "number", "0,00"),
        (-0.0, "general", "0"),
        ("gratuit", "euro", "gratuit"),
        (None, "euro", ""),
    ],
)
def test_a_format_changes_only_what_is_seen(value: float | str | None, form: str, expected: str) -> None:
    assert shown(value, form) == expected


def test_places_are_read_in_any_direction() -> None:
    found = area("d5:B2")
    assert found is not None
    assert found.name == "B2:D5"
    assert len(list(found.places())) == 12
    assert place("AA1") is place("B0") is None


def test_two_ways_of_typing_one_formula() -> None:
    assert canonical('= somme( b2:b4 ) & "Fin"') == '=SOMME(B2:B4)&"Fin"'


PIECES = st.lists(
    st.sampled_from(
        ["A1", "B2:C3", "SOMME(", "SI(", "NB.SI(", "RECHERCHEV(", ")", ";", "+", "^", "%", '"a*"', "9", "&", "<="]
    ),
    max_size=25,
)


@given(PIECES.map(lambda pieces: "=" + "".join(pieces)) | st.text(max_size=60).map("=".__add__))
def test_any_text_after_the_equals_sign_has_an_answer(formula: str) -> None:
    shown(sheet(SHEET, A1=formula).value(Place(0, 0)), "euro")
    moved(formula, 1, 1)
    canonical(formula)
