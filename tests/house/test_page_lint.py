from __future__ import annotations

import httpx
import pytest

from tests.house.page_lint import check_page, lint_page

B, N = "\u00a0", "\u202f"

GOOD = f"""<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>Question 3 – Pix</title>
<link rel="stylesheet" href="/static/css/pix.css">
<script src="/static/js/app.js" defer></script>
</head>
<body>
<a href="#contenu">Aller au contenu</a>
<main id="contenu">
<h1>Que faire{N}?</h1>
<p>Il dit «{B}oui{B}» : <code>a ? b : c</code></p>
<form method="post" action="/reponses" hx-post="/reponses" hx-target="#contenu" hx-swap="innerHTML">
<input type="hidden" name="challenge" value="a : b">
<p><label for="email">Adresse</label> <span id="hint">exemple</span>
<input id="email" name="email" aria-describedby="hint"></p>
<fieldset><legend>Votre réponse</legend>
<label><input type="radio" name="answer" value="1"> <span>Un</span></label></fieldset>
<p><label>Texte <textarea name="text">a ? b</textarea></label></p>
<button>Je valide</button> <button aria-label="Enregistrer{N}: La corbeille">Enregistrer</button>
</form>
<p><img src="/a.png" alt=""> <svg aria-hidden="true"><use href="/static/icons.svg#check"/></svg>
<svg role="img" aria-label="Logo"><path d="M0 0"/></svg></p>
<progress max="5" value="2" aria-label="Avancement"></progress>
<p translate="no">Texte de quelqu'un : tel quel !</p>
<p lang="en">Really ? Yes</p>
<p><a href="https://exemple.fr" target="_blank" rel="noopener">Un autre site</a>
<button type="button" data-copy="x" hidden>Copier</button></p>
<section hidden><h2></h2><button type="button">Réessayer</button></section>
</main>
</body>
</html>
""".replace("» :", f"»{N}:")


def _faults(html: str, *, fragment: bool = False) -> list[str]:
    return lint_page(html, url="/x", fragment=fragment)


def test_a_good_page_has_no_fault() -> None:
    assert _faults(GOOD) == []


def test_a_good_fragment_has_no_fault() -> None:
    fragment = '<title>Question – Pix</title>\n<div id="a"><h1>Titre</h1><a href="#contenu">haut</a></div>'
    assert _faults(fragment, fragment=True) == []


def test_each_fault_names_the_address() -> None:
    assert all(fault.startswith("/x: ") for fault in _faults("<p>rien"))


# What is put in place of something in the good page, and what the lint says of it.
PAGES = [
    ("<!doctype html>\n", "", "expected-doctype"),
    ('lang="fr"', "", "no lang"),
    ("<title>Question 3 – Pix</title>", "", "0 title"),
    ("Question 3 – Pix", " ", "the title is empty"),
    ("</h1>", "</h1><h1>Encore</h1>", "2 h1"),
    ("<h1>", "<h2>", "HTML line"),
    ('<main id="contenu">', '<div id="contenu">', "one main"),
]
BODIES = [
    ("<p><div>a</div></p>", "HTML line"),
    ("<b><i>a</b></i>", "HTML line"),
    ("<div/>", "HTML line"),
    ('<p class="a" class="b">x</p>', "HTML line"),
    ('<p id="contenu">x</p>', "the id 'contenu' is there 2 times"),
    ('<p id="a b">x</p>', "is not one"),
    ('<a href="#nulle-part">x</a>', "there is no id 'nulle-part'"),
    ('<label for="rien">x</label>', "there is no id 'rien'"),
    ('<p><label>x <input name="a" aria-describedby="rien"></label></p>', "there is no id 'rien'"),
    ('<section aria-labelledby="rien">x</section>', "there is no id 'rien'"),
    ('<input name="a">', "has no label"),
    ('<select name="a"><option>1</option></select>', "has no label"),
    ('<textarea name="a"></textarea>', "has no label"),
    ("<label>x <input></label>", "has no name"),
    ('<progress max="5" value="2"></progress>', "needs aria-label or aria-hidden"),
    ('<fieldset><label>x <input name="a"></label></fieldset>', "has no legend"),
    ("<h2></h2>", "says nothing"),
    ('<a href="/a"><svg aria-hidden="true"></svg></a>', "has no words"),
    ('<form method="post" action="/a"><button></button></form>', "has no words"),
    ("<a>x</a>", "leads nowhere"),
    ('<a href="/a" aria-label="Autre chose">Enregistrer</a>', "lacks the words seen"),
    ('<p aria-hidden="true"><a href="/a">x</a></p>', "is aria-hidden"),
    ('<form method="post" action="/a"><a href="/a"><button>x</button></a></form>', "inside another"),
    ('<img src="/a.png">', "has no alt"),
    ('<svg><path d="M0 0"/></svg>', "needs aria-hidden, or role=img"),
    ("<script>alert(1)</script>", "an inline script"),
    ('<script src="/static/a.js">alert(1)</script>', "an inline script"),
    ("<style>p{}</style>", "an inline style sheet"),
    ('<p style="color:red">x</p>', "an inline style"),
    ('<p onclick="x()">x</p>', "an inline script in onclick"),
    ('<a href=" JavaScript:x()">x</a>', "runs what is in href"),
    ('<img src="https://ailleurs.example/a.png" alt="">', "from another site"),
    ('<img src="//ailleurs.example/a.png" alt="">', "from another site"),
    ('<img src="/a.png" srcset="/a.png 1x, https://ailleurs.example/b.png 2x" alt="">', "from another site"),
    ('<link rel="stylesheet" href="https://ailleurs.example/a.css">', "from another site"),
    ('<svg aria-hidden="true"><use href="https://ailleurs.example/i.svg#a"/></svg>', "from another site"),
    ('<form method="post" action="https://ailleurs.example/"><button>x</button></form>', "from another site"),
    ('<a href="https://a.example" target="_blank">x</a>', "without rel=noopener"),
    ('<form action="/a"><button>x</button></form>', "needs a method"),
    ('<form method="post"><button>x</button></form>', "needs a method"),
    ("<button>x</button>", "is in no form"),
    ('<button type="button">x</button>', "does nothing without a script"),
    ('<p tabindex="2">x</p>', "changes the order of the keyboard"),
    ('<p hx-on:click="x()">x</p>', "uses hx-on:click"),
    ('<a href="/a" hx-get="/b">x</a>', "'/b' and href '/a' differ"),
    ('<form method="post" action="/a" hx-post="/b"><button>x</button></form>', "differ"),
    ('<a href="/a" hx-post="/a">x</a>', "hx-post belongs to a form"),
    ('<form method="post" action="/a" hx-post="/a" hx-target="#rien"><button>x</button></form>', "'rien'"),
    ("<p>Vraiment ?</p>", "an ordinary space before ; : ! ?"),
    ("<p>Vraiment\n!</p>", "an ordinary space before ; : ! ?"),
    ("<p><b>Vraiment</b> ?</p>", "an ordinary space before ; : ! ?"),
    ("<p>« oui</p>", "an ordinary space after «"),
    ("<p>oui »</p>", "an ordinary space before »"),
    ('<p title="Vraiment ?">x</p>', "an ordinary space before ; : ! ?"),
]


@pytest.mark.parametrize(("good", "bad", "said"), PAGES)
def test_a_bad_page_is_caught(good: str, bad: str, said: str) -> None:
    assert good in GOOD
    assert any(said in fault for fault in _faults(GOOD.replace(good, bad))), _faults(GOOD.replace(good, bad))


@pytest.mark.parametrize(("bad", "said"), BODIES)
def test_a_bad_part_is_caught(bad: str, said: str) -> None:
    found = _faults(GOOD.replace("</main>", bad + "</main>"))
    assert any(said in fault for fault in found), found


@pytest.mark.parametrize(
    ("bad", "said"), [case for case in BODIES if 'href="#' not in case[0] and "#rien" not in case[0]]
)
def test_a_bad_fragment_is_caught(bad: str, said: str) -> None:
    found = _faults(f'<div id="a"><p id="contenu">x</p>{bad}</div>', fragment=True)
    assert any(said in fault for fault in found), found


def test_an_answer_to_htmx_is_checked_as_a_fragment() -> None:
    def answer(text: str, **headers: str) -> httpx.Response:
        request = httpx.Request(
            "GET", "https://pix.test/x", headers={k.replace("_", "-"): v for k, v in headers.items()}
        )
        return httpx.Response(200, text=text, request=request)

    check_page(answer("<title>a</title><p>un fragment</p>", hx_request="true", hx_request_type="partial"))
    check_page(answer(GOOD))
    check_page(answer(""))
    for headers in ({}, {"hx_request": "true", "hx_request_type": "full"}):
        with pytest.raises(AssertionError, match="expected-doctype"):
            check_page(answer("<title>a</title><p>un fragment</p>", **headers))
