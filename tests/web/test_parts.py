"""The macros of ``components/ui``: what they write, in both languages, is right for the page lint."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from app.web.components import environment
from app.web.messages import Message
from tests.house.page_lint import lint_page

TUTORIALS = [
    SimpleNamespace(
        id="t1",
        title="La corbeille",
        url="/t/1",
        media="video",
        minutes=7,
        author="Zoé",
        language="fr",
        saved=True,
        useful=False,
    ),
    SimpleNamespace(
        id="t2",
        title="Les dossiers",
        url="/t/2",
        media="page",
        minutes=2,
        author="Ali",
        language="fr",
        saved=False,
        useful=True,
    ),
]
GALLERY = """
{% from "ui/icons.html" import icon, tile, logo %}
{% from "ui/buttons.html" import button, link_button, post_button %}
{% from "ui/forms.html" import field, area, select, check, radios, dates, errors_summary, waiting, network_lost %}
{% from "ui/navigation.html" import nav_link, back, tabs, pager %}
{% from "ui/parts.html" import note, tag, verdict_tag, steps, hex, level, gauge, facts, pairs, empty, prose, lines %}
{% from "ui/parts.html" import files, timer, copy %}
{% from "ui/tutorials.html" import tutorials %}
<div id="gallery">
<h1>{{ icon("check") }} {{ logo() }} {{ tile("d1", 1) }} Titre</h1>
{{ back("/profil", "Profil") }} {{ tabs("Campagne", [("/a", "A"), ("/b", "B")], "/b") }}
{{ pager("Pages", "?page=", 3, 9, 41, 60, 1800) }}
{% for result in ("ok", "ko", "skipped", "timed_out", "focused_out") %}{{ verdict_tag(result) }}{% endfor %}
{{ note("Bien.", "ok", live="status") }} {{ tag("Nouveau") }} {{ steps(3) }} {{ hex(0) }} {{ hex(212) }}
{{ level(12) }} {{ gauge(75) }} {{ gauge(75, "Avancement") }} {{ facts([("A", 1)]) }} {{ pairs([("A", 1)]) }}
{{ empty("save", "Rien", "Bientôt.", "/a", "Voir") }} {{ prose("<p>x</p>"|safe) }}
{{ lines([("clock", "Sans limite")]) }}
{{ files([{"url": "/a.ods", "name": "a.ods", "media": "Tableur", "size": 12340}]) }} {{ timer(72, 100) }}
{{ copy("https://pix.test/x", "Copier le lien") }} {{ link_button("/x", "Exporter", "alt tiny", "download") }}
{{ post_button("/deconnexion", "Sortir") }}
<form method="post" action="/x">
{{ errors_summary(errors) }}
{{ field("first_name", "Prénom", 'Louise "x"', autocomplete="given-name", maxlength=100) }}
{{ field("email", "Adresse", error=errors.email, hint="Exemple", type="email") }}
{{ field("password", "Mot de passe", "secret", type="password", required=false) }}
{{ area("comment", "Commentaire", "</textarea><b>", required=false) }}
{{ select("category", "Catégorie", [(1, "Un"), (2, "Deux")], 2, empty="Choisir") }}
{{ radios("kind", "Que tester", [("a", "A"), ("b", "B")], "b", error=errors.kind) }}
{{ dates("birth", "Naissance", 1, 2, 2003, error=errors.birth, birth=true) }}
{{ check("terms", "J’accepte", error=errors.terms) }}
{{ network_lost() }} {{ button("Je valide", name="action", value="validate") }} {{ waiting() }}
</form>
{{ tutorials(tutorials_, true, "/mes-tutos") }}
</div>
"""
ERRORS = {
    "email": Message("Cette adresse a déjà un compte"),
    "kind": Message("Choisissez"),
    "birth": Message("Ce n'est pas une date"),
    "terms": Message("Cochez la case"),
}


def _shown(source: str, language: str = "fr", **context: object) -> str:
    return environment(language).from_string(source).render(context)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("errors", [ERRORS, dict.fromkeys(ERRORS)])
def test_every_part_is_right_with_and_without_errors(language: str, errors: dict[str, Message | None]) -> None:
    summary = errors if any(errors.values()) else None
    source = GALLERY.replace("errors_summary(errors)", "errors_summary(summary)")
    html = _shown(source, language, errors=errors, summary=summary, tutorials_=TUTORIALS)
    assert lint_page(html, url=language, fragment=True) == []


def _field(source: str, **context: object) -> str:
    return _shown('{% from "ui/forms.html" import ' + source.partition("(")[0] + " %}{{ " + source + " }}", **context)


def test_a_field_keeps_what_was_typed_and_its_attributes() -> None:
    html = _field('field("a", "Nom", value, autocomplete="name", class="input short")', value='"><b>')
    assert 'value="&#34;&gt;&lt;b&gt;"' in html
    assert 'autocomplete="name"' in html
    assert 'class="input short"' in html
    assert "required" in html


def test_a_field_in_error_is_tied_to_its_message_and_hint() -> None:
    html = _field('field("a", "Nom", error="Trop court", hint="Deux lettres")')
    assert 'aria-invalid="true" aria-describedby="a-hint a-err"' in html
    assert "aria-" not in _field('field("a", "Nom")')


def test_a_password_is_never_sent_back() -> None:
    assert "secret" not in _field('field("a", "Mot de passe", "secret", type="password")')


def test_a_text_keeps_its_first_empty_line() -> None:
    assert '">\n\nun</textarea>' in _field('area("a", "Texte", value, required=false)', value="\nun")


def test_the_summary_counts_and_leads_to_each_field() -> None:
    html = _field("errors_summary(errors, {'kind': 'kind-2'})", errors={"email": "A", "kind": "B", "form": "C"})
    assert "Il reste 3 points à corriger" in html
    assert '<a href="#email">A</a>' in html
    assert '<a href="#kind-2">B</a>' in html
    assert "<li>C</li>" in html
    assert "Il reste un point à corriger" in _field("errors_summary(errors)", errors={"email": "A"})


@pytest.mark.parametrize(("path", "current"), [("/profil", True), ("/profil/x", True), ("/profils", False)])
def test_the_menu_marks_the_page_and_those_below(path: str, current: bool) -> None:
    html = _shown('{% from "ui/navigation.html" import nav_link %}{{ nav_link("/profil", "Profil", path) }}', path=path)
    assert ("aria-current" in html) is current


def test_a_score_of_nothing_is_a_dash() -> None:
    assert "<strong>–</strong>" in _shown('{% from "ui/parts.html" import hex %}{{ hex(0) }}')
    drawn = _shown('{% from "ui/parts.html" import hex %}{{ hex(640) }}')
    assert 'stroke-dasharray="640 1024"' in drawn
    assert "1\u202f024" in drawn
