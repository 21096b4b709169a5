from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lib.typography import french_spaces

N, B = "\u202f", "\u00a0"  # narrow, no-break


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Vous avez un code ?", f"Vous avez un code{N}?"),
        ("Bravo !", f"Bravo{N}!"),
        ("Exemple : nom@domaine.fr", f"Exemple{N}: nom@domaine.fr"),
        ("un ; deux", f"un{N}; deux"),
        ("Vraiment ?!", f"Vraiment{N}?!"),
        ("Il dit « oui » puis part", f"Il dit «{B}oui{B}» puis part"),
        ("(« Qui ? »)", f"(«{B}Qui{N}?{B}»)"),
        ("75 % des acquis", f"75{B}% des acquis"),
        ("75 %% des acquis", f"75{B}%% des acquis"),
        ("un fichier de 9 Mo.", f"un fichier de 9{B}Mo."),
        ("à 10 h 42", f"à 10{B}h{B}42"),
        ("%(count)s pix", f"%(count)s{B}pix"),
        ("l'eau d'Inès", "l’eau d’Inès"),
        ("l'<strong>eau</strong> !", f"l’<strong>eau</strong>{N}!"),
        ("Bonjour <b>Louise</b> !", f"Bonjour <b>Louise</b>{N}!"),
    ],
)
def test_french_gets_its_spaces(written: str, read: str) -> None:
    assert french_spaces(written) == read


@pytest.mark.parametrize(
    "untouched",
    [
        "Total : 3",  # already right
        "Is it done? Yes: it is; well done!",
        "<code>a ? b : c</code>",
        "<pre>\nif x : y\n</pre>",
        '<a title="Qui ?" href="/a?b=1 ;c">lien</a>',
        "&nbsp;&amp;&eacute;",
        "https://exemple.fr/?a=1",
        "`x ? y : z`",
        "%(first)s %(last)s",
        "un sourire :-)",
        "<!-- pourquoi ? -->",
        "9 moutons et 3 goûts",
    ],
)
def test_what_is_not_french_prose_is_left_alone(untouched: str) -> None:
    assert french_spaces(untouched) == untouched.replace("Total : 3", f"Total{N}: 3")


@given(st.text(alphabet="aé' «»;:!?%()<>/&`1Mo\n\u00a0\u202f"))
def test_applying_it_twice_changes_nothing_more(text: str) -> None:
    once = french_spaces(text)
    assert french_spaces(once) == once


@given(st.text(alphabet="aé' «»;:!?%()<>/&`1Mo\n"))
def test_it_only_ever_changes_spaces_and_apostrophes(text: str) -> None:
    plain = french_spaces(text).replace(N, " ").replace(B, " ").replace("’", "'")
    assert plain == text
