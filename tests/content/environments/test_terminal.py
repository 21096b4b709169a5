"""A terminal: what each command does to the tree, what it refuses, what it answers."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.environments.terminal import Terminal
from app.content.environments.terminal_texts import digest
from app.content.environments.world import LONGEST_STATE

HOME = "/home/lina"
WORLD = {
    "is": "terminal",
    "title": "Terminal",
    "files": [
        {"path": f"{HOME}/notes.txt", "text": "pain\nLait\nlait\nœufs\n"},
        {"path": f"{HOME}/photos/mer.jpg", "text": "(image)"},
        {"path": f"{HOME}/photos/.secret", "text": "caché"},
        {"path": f"{HOME}/vide/"},
        {"path": "/srv/log", "text": "refus\n", "owner": "admin", "mode": "rw-r-----"},
        {"path": "/srv/coffre/", "owner": "admin", "mode": "rwx------"},
        {"path": "/etc/noms", "text": "serveur 192.0.2.1"},
    ],
    "hosts": {"Ecole.example": "Réponse en 9 ms"},
    "programs": [
        {
            "id": "c1",
            "name": "joindre",
            "about": "joindre ADRESSE",
            "replies": [
                {"id": "a1", "when": ["ecole.example"], "needs": {"/etc/noms": "192.0.2.53"}, "says": "Oui."},
                {"id": "a2", "when": ["ecole.example"], "says": "Nom inconnu.", "writes": {f"{HOME}/erreurs": "nom"}},
                {"id": "a3", "at_least": 23, "says": "mauvais"},
            ],
            "otherwise": "Rien.",
        }
    ],
}
TERMINAL = msgspec.convert(WORLD, Terminal)


def played(*lines: str, terminal: Terminal = TERMINAL) -> tuple[Mapping[str, object], str]:
    """The facts, and the last answer."""
    state = terminal.opened()
    for line in lines:
        state = terminal.acted(state, {"line": line})
    read = terminal.read(state)
    return terminal.facts(read), read.past[-1].output + "\n".join(read.past[-1].says) if read.past else ""


def paths(*lines: str) -> set[str]:
    found = played(*lines)[0]["paths"]
    assert isinstance(found, tuple)
    return {one.removeprefix(HOME + "/") for one in found if one.startswith(HOME + "/")}


PHOTOS = {"photos", "photos/mer.jpg", "photos/.secret"}
AT_START = {"notes.txt", "vide", *PHOTOS}


@pytest.mark.parametrize(
    ("lines", "gone", "added"),
    [
        (["mkdir vacances"], set(), {"vacances"}),
        (["mkdir vacances/ete"], set(), set()),
        (["touch a b"], set(), {"a", "b"}),
        (["cp notes.txt copie.txt"], set(), {"copie.txt"}),
        (["cp notes.txt vide"], set(), {"vide/notes.txt"}),
        (["cp photos vide"], set(), set()),
        (["cp -r photos vide"], set(), {"vide/photos", "vide/photos/mer.jpg", "vide/photos/.secret"}),
        (["mv notes.txt courses.txt"], {"notes.txt"}, {"courses.txt"}),
        (["mv photos vide"], PHOTOS, {f"vide/{one}" for one in PHOTOS}),
        (["mv photos photos/dedans"], set(), set()),
        (["mv photos/*.jpg ."], {"photos/mer.jpg"}, {"mer.jpg"}),
        (["rm notes.txt"], {"notes.txt"}, set()),
        (["rm vide"], set(), set()),
        (["rm -r photos"], {"photos", "photos/mer.jpg", "photos/.secret"}, set()),
        (["rmdir vide"], {"vide"}, set()),
        (["rmdir photos"], set(), set()),
        (["cd photos", "rm -r ../photos"], set(), set()),
        (["cd photos", "cp mer.jpg ../vide/bis.jpg"], set(), {"vide/bis.jpg"}),
        (["echo bonjour > mot.txt"], set(), {"mot.txt"}),
        (["mkdir \"mes photos\""], set(), {"mes photos"}),
        (["rm -r /srv/log", "rm -r /"], set(), set()),
    ],
)  # fmt: skip
def test_what_commands_do_to_the_tree(lines: list[str], gone: set[str], added: set[str]) -> None:
    assert paths(*lines) == (AT_START - gone) | added


@pytest.mark.parametrize(
    ("lines", "answer"),
    [
        (["pwd"], HOME),
        (["ls"], "notes.txt\nphotos/\nvide/"),
        (["ls -a photos"], ".secret\nmer.jpg"),
        (["cd photos", "cd ..", "pwd"], HOME),
        (["cd /", "cd ~/vide", "pwd"], f"{HOME}/vide"),
        (["cat notes.txt"], "pain\nLait\nlait\nœufs"),
        (["head -n 1 notes.txt"], "pain"),
        (["tail -2 notes.txt"], "lait\nœufs"),
        (["grep lait notes.txt"], "lait"),
        (["grep -i lait notes.txt | wc -l"], "2"),
        (["grep -c a notes.txt"], "3"),
        (["sort -r notes.txt | head -n 1"], "œufs"),
        (["find . -name \"*.jpg\""], f"{HOME}/photos/mer.jpg"),
        (["echo un > a", "echo deux >> a", "cat a"], "un\ndeux"),
        (["ping ecole.example"], "Réponse en 9 ms"),
        (["empreinte -t sel mot"], digest("selmot")),
        (["empreinte photos/mer.jpg"], digest("(image)")),
        (["whoami"], "lina"),
        (["joindre ecole.example"], "Nom inconnu."),
        (["joindre 40"], "mauvais"),
        (["joindre 3"], "Rien."),
        (["aide cd"], "cd DOSSIER : va dans un dossier (cd .. remonte)"),
    ],
)  # fmt: skip
def test_what_commands_answer(lines: list[str], answer: str) -> None:
    assert played(*lines)[1] == answer


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("cat absent", "aucun fichier"),
        ("cat photos", "est un dossier"),
        ("cat /srv/log", "permission refusée"),
        ("ls /srv/coffre", "permission refusée"),
        ("echo x > /etc/noms2", "permission refusée"),
        ("chown lina /srv/log", "permission refusée"),
        ("chmod 777 /srv/log", "permission refusée"),
        ("chmod beau notes.txt", "ne se lisent pas"),
        ("cd notes.txt", "n’est pas un dossier"),
        ("cp notes.txt", "Il manque"),
        ("sudo rm", "commande inconnue"),
        ("echo \"ouvert", "guillemets fermés"),
        ("ls ; rm notes.txt", "ne se comprend pas"),
        ("| wc", "Il manque une commande"),
    ],
)  # fmt: skip
def test_what_is_refused_says_why_and_changes_no_file(line: str, says: str) -> None:
    facts, answer = played(line)
    assert says in answer
    assert facts["paths"] == played()[0]["paths"]


def test_rights_and_owners() -> None:
    facts, _ = played("chmod 640 notes.txt", "chmod go-rx photos", "chmod u+x photos/mer.jpg")
    assert facts[f"{HOME}/notes.txt.mode"] == "rw-r-----"
    assert facts[f"{HOME}/photos.mode"] == "rwx------"
    assert facts[f"{HOME}/photos/mer.jpg.mode"] == "rwxr--r--"
    admin = msgspec.convert(WORLD | {"admin": True}, Terminal)
    facts, answer = played("chown lina /srv/log", "cat /srv/log", terminal=admin)
    assert (facts["/srv/log.owner"], answer) == ("lina", "refus")


def test_the_commands_of_the_author_look_at_the_tree_and_may_change_it() -> None:
    facts, _ = played("joindre ecole.example")
    assert (facts["c1"], facts["answers"], facts[f"{HOME}/erreurs"]) == (1, ("a2",), "nom")
    admin = msgspec.convert(WORLD | {"admin": True}, Terminal)
    facts, answer = played("echo serveur 192.0.2.53 > /etc/noms", "joindre Ecole.example", terminal=admin)
    assert (answer, facts["answers"]) == ("Oui.", ("a1",))


def test_what_was_looked_at_is_known() -> None:
    facts, _ = played("cd photos", "cat .secret", "grep a mer.jpg")
    assert facts["read"] == (f"{HOME}/photos/.secret", f"{HOME}/photos/mer.jpg")
    assert facts["ran"] == ("cd", "cat", "grep")
    assert (facts["here"], facts["lines"]) == (f"{HOME}/photos", 3)


def test_its_own_words_go_through_no_pipe() -> None:
    assert played("wc notes.txt | cat")[1] == "4 4 19"
    assert played("find vide -name x | wc -l")[1] == "0"


def test_only_some_commands() -> None:
    small = msgspec.convert(WORLD | {"only": ["ls", "cat"]}, Terminal)
    assert "commande inconnue" in played("rm notes.txt", terminal=small)[1]
    assert "rm" not in played("aide", terminal=small)[1].split()


def test_a_line_is_taken_up_again_without_being_run() -> None:
    state = TERMINAL.acted(TERMINAL.opened(), {"line": "mkdir a"})
    state = TERMINAL.acted(state, {"again": "0"})
    assert TERMINAL.screen(TERMINAL.read(state)).typed == "mkdir a"
    assert TERMINAL.facts(TERMINAL.read(state))["lines"] == 1


@pytest.mark.parametrize(
    ("world", "codes"),
    [
        ({}, []),
        ({"only": ["sudo"]}, ["K061"]),
        ({"programs": [{"id": "c1", "name": "ls", "about": "ls", "replies": []}]}, ["K001"]),
        ({"files": [{"path": "/a", "text": "1"}, {"path": "/a", "text": "2"}]}, ["K001"]),
    ],
)
def test_mistakes_of_authoring_are_told(world: dict[str, object], codes: list[str]) -> None:
    assert [one.code for one in msgspec.convert(WORLD | world, Terminal).faults()] == codes


WORDS = st.sampled_from(
    ["cp", "-r", "mv", "rm", "cat", "cd", "..", "photos", "notes.txt", "vide", "/", "*", "|", ">", ">>", "mkdir", "x",
     "echo", "chmod", "640", "find", "joindre", "40", "~", "grep", "a", "head", "-n", "tail", "sort", "empreinte", '"']
)  # fmt: skip


@given(st.lists(st.lists(WORDS, max_size=6).map(" ".join) | st.text(max_size=30), max_size=8))
def test_whatever_is_typed_the_terminal_stays_whole(lines: list[str]) -> None:
    state = TERMINAL.opened()
    for line in lines:
        state = TERMINAL.acted(state, {"line": line})
        assert len(state) <= LONGEST_STATE
        read = TERMINAL.read(state)
        facts = TERMINAL.facts(read)
        found = facts["paths"]
        assert isinstance(found, tuple)
        assert all(path.rpartition("/")[0] or "/" in found for path in found)
        assert facts["here"] in found
        TERMINAL.screen(read)
