"""The commands of a simulated terminal, as their names say elsewhere. Each takes words and what came by the pipe,
and gives a text. Pure; work is bounded by the sizes of the tree."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from app.content.environments import terminal_texts
from app.content.environments.terminal_session import Command, Session, Words, need, split_options
from app.content.environments.terminal_tree import Node, Refusal, Tree, changed_mode, shown_mode


def _ls(session: Session, words: Words, _: str) -> str:
    options, names = split_options(words)
    path = session.path(names[0] if names else ".")
    paths = session.tree.inside(path) if session.tree.node(path).folder else [path]
    shown = [one for one in paths if "a" in options or not posixpath.basename(one).startswith(".")]
    return "\n".join(_line(session.tree, one, "l" in options) for one in shown) or "(rien à afficher)"


def _line(tree: Tree, path: str, long: bool) -> str:
    node = tree.nodes[path]
    name = posixpath.basename(path) + ("/" if node.folder else "")
    return f"{shown_mode(node)} {tree.owner(path):<9} {len(node.text or ''):>6} {name}" if long else name


def _cd(session: Session, words: Words, _: str) -> str:
    path = session.path(words[0] if words else "~")
    if not session.tree.node(path).folder:
        raise Refusal(f"{path} : n’est pas un dossier")
    if not session.tree.may(path, "x"):
        raise Refusal(f"{path} : permission refusée")
    session.here = path
    return ""


def _mkdir(session: Session, words: Words, _: str) -> str:
    _, names = split_options(words)
    need(names, 1, "mkdir DOSSIER")
    for one in names:
        session.tree.make(session.path(one), Node())
    return ""


def _touch(session: Session, words: Words, _: str) -> str:
    need(words, 1, "touch FICHIER")
    for one in words:
        if session.path(one) not in session.tree.nodes:
            session.tree.make(session.path(one), Node(text=""))
    return ""


def _targets(session: Session, words: Words, usage: str) -> list[tuple[str, str]]:
    """Where each thing goes: into the last folder, or under the last name."""
    need(words, 2, usage)
    end = session.path(words[-1])
    into = end in session.tree.nodes and session.tree.nodes[end].folder
    if len(words) > 2 and not into:
        raise Refusal(f"{end} : n’est pas un dossier")
    sources = [session.path(one) for one in words[:-1]]
    return [(one, posixpath.join(end, posixpath.basename(one)) if into else end) for one in sources]


def _cp(session: Session, words: Words, _: str) -> str:
    options, names = split_options(words)
    for source, target in _targets(session, names, "cp SOURCE DESTINATION"):
        if session.tree.node(source).folder and "r" not in options.lower():
            raise Refusal(f"{source} est un dossier : ajoutez -r pour le copier avec son contenu")
        session.tree.copy(source, target)
    return ""


def _mv(session: Session, words: Words, _: str) -> str:
    for source, target in _targets(session, words, "mv SOURCE DESTINATION"):
        session.tree.move(source, target)
    return ""


def _rm(session: Session, words: Words, _: str) -> str:
    options, names = split_options(words)
    need(names, 1, "rm FICHIER")
    for path in [session.path(one) for one in names]:
        if session.tree.node(path).folder and "r" not in options.lower():
            raise Refusal(f"{path} est un dossier : ajoutez -r pour le supprimer avec son contenu")
        if session.here == path or session.here.startswith(path.rstrip("/") + "/"):
            raise Refusal("Vous êtes dans ce dossier : sortez-en d’abord.")
        session.tree.remove(path)
    return ""


def _rmdir(session: Session, words: Words, piped: str) -> str:
    need(words, 1, "rmdir DOSSIER")
    if session.tree.inside(session.path(words[0])):
        raise Refusal(f"{words[0]} : le dossier n’est pas vide")
    return _rm(session, ["-r", words[0]], piped)


def _chmod(session: Session, words: Words, _: str) -> str:
    need(words, 2, "chmod DROITS FICHIER")
    for path in [session.path(one) for one in words[1:]]:
        mode = changed_mode(session.tree.node(path), words[0])
        if mode is None:
            raise Refusal(f"{words[0]} : ces droits ne se lisent pas (exemples : 640, u+x, go-w)")
        session.tree.change(path, mode=mode)
    return ""


def _chown(session: Session, words: Words, _: str) -> str:
    need(words, 2, "chown COMPTE FICHIER")
    for path in [session.path(one) for one in words[1:]]:
        session.tree.change(path, owner=words[0][:30])
    return ""


def _ping(session: Session, words: Words, _: str) -> str:
    need(words, 1, "ping ADRESSE")
    return session.hosts.get(words[0].lower(), f"{words[0]} : hôte inconnu")


COMMANDS: Mapping[str, tuple[Command, str]] = {
    "pwd": (lambda session, *_: session.here, "pwd : dit dans quel dossier on est"),
    "ls": (_ls, "ls [-l] [-a] [DOSSIER] : liste un dossier (-l détails, -a fichiers cachés aussi)"),
    "cd": (_cd, "cd DOSSIER : va dans un dossier (cd .. remonte)"),
    "cat": (terminal_texts.cat, "cat FICHIER : affiche un fichier"),
    "head": (terminal_texts.head, "head -n 5 FICHIER : affiche le début"),
    "tail": (terminal_texts.tail, "tail -n 5 FICHIER : affiche la fin"),
    "mkdir": (_mkdir, "mkdir DOSSIER : crée un dossier"),
    "touch": (_touch, "touch FICHIER : crée un fichier vide"),
    "cp": (_cp, "cp SOURCE DESTINATION : copie (-r pour un dossier)"),
    "mv": (_mv, "mv SOURCE DESTINATION : déplace ou renomme"),
    "rm": (_rm, "rm FICHIER : supprime, sans corbeille (-r pour un dossier)"),
    "rmdir": (_rmdir, "rmdir DOSSIER : supprime un dossier vide"),
    "echo": (lambda _, words, __: " ".join(words), "echo TEXTE > FICHIER : écrit (>> ajoute à la fin)"),
    "grep": (
        terminal_texts.grep,
        "grep MOT FICHIER : lignes où est un mot (-i majuscules ou non, -v sans, -n, -c)",
    ),
    "find": (terminal_texts.find, 'find DOSSIER -name "*.txt" : cherche des noms'),
    "wc": (terminal_texts.wc, "wc -l FICHIER : compte les lignes"),
    "sort": (terminal_texts.sort, "sort FICHIER : range les lignes (-r à l’envers, -u sans doublons)"),
    "chmod": (_chmod, "chmod 640 FICHIER : change les droits (ou u+x, go-w)"),
    "chown": (_chown, "chown COMPTE FICHIER : change le propriétaire (administrateur)"),
    "ping": (_ping, "ping ADRESSE : demande à une machine si elle répond"),
    "empreinte": (terminal_texts.show_digest, "empreinte FICHIER, ou empreinte -t TEXTE : calcule une empreinte"),
    "whoami": (lambda session, *_: session.tree.user, "whoami : dit quel compte on utilise"),
}
