"""The commands of a simulated terminal, as their names say elsewhere. Each takes words and what came by the pipe,
and gives a text. Pure; work is bounded by the sizes of the tree."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from app.content.environments import terminal_texts
from app.content.environments.terminal_session import Command, Session, Told, Words, need, split_options
from app.content.environments.terminal_tree import Node, Refusal, Tree, changed_mode, shown_mode
from app.lib.msgids import N_


def _ls(session: Session, words: Words, _: str) -> str:
    options, names = split_options(words)
    path = session.path(names[0] if names else ".")
    paths = session.tree.inside(path) if session.tree.node(path).folder else [path]
    shown = [one for one in paths if "a" in options or not posixpath.basename(one).startswith(".")]
    return "\n".join(_line(session.tree, one, "l" in options) for one in shown) or Told.by(N_("(rien à afficher)"))


def _line(tree: Tree, path: str, long: bool) -> str:
    node = tree.nodes[path]
    name = posixpath.basename(path) + ("/" if node.folder else "")
    return f"{shown_mode(node)} {tree.owner(path):<9} {len(node.text or ''):>6} {name}" if long else name


def _cd(session: Session, words: Words, _: str) -> str:
    path = session.path(words[0] if words else "~")
    if not session.tree.node(path).folder:
        raise Refusal(N_("%(name)s : n’est pas un dossier"), name=path)
    if not session.tree.may(path, "x"):
        raise Refusal(N_("%(name)s : permission refusée"), name=path)
    session.here = path
    return ""


def _mkdir(session: Session, words: Words, _: str) -> str:
    _, names = split_options(words)
    need(names, 1, N_("mkdir DOSSIER"))
    for one in names:
        session.tree.make(session.path(one), Node())
    return ""


def _touch(session: Session, words: Words, _: str) -> str:
    need(words, 1, N_("touch FICHIER"))
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
        raise Refusal(N_("%(name)s : n’est pas un dossier"), name=end)
    sources = [session.path(one) for one in words[:-1]]
    return [(one, posixpath.join(end, posixpath.basename(one)) if into else end) for one in sources]


def _cp(session: Session, words: Words, _: str) -> str:
    options, names = split_options(words)
    for source, target in _targets(session, names, N_("cp SOURCE DESTINATION")):
        if session.tree.node(source).folder and "r" not in options.lower():
            raise Refusal(N_("%(name)s est un dossier : ajoutez -r pour le copier avec son contenu"), name=source)
        session.tree.copy(source, target)
    return ""


def _mv(session: Session, words: Words, _: str) -> str:
    for source, target in _targets(session, words, N_("mv SOURCE DESTINATION")):
        session.tree.move(source, target)
    return ""


def _rm(session: Session, words: Words, _: str) -> str:
    options, names = split_options(words)
    need(names, 1, N_("rm FICHIER"))
    for path in [session.path(one) for one in names]:
        if session.tree.node(path).folder and "r" not in options.lower():
            raise Refusal(N_("%(name)s est un dossier : ajoutez -r pour le supprimer avec son contenu"), name=path)
        if session.here == path or session.here.startswith(path.rstrip("/") + "/"):
            raise Refusal(N_("Vous êtes dans ce dossier : sortez-en d’abord."))
        session.tree.remove(path)
    return ""


def _rmdir(session: Session, words: Words, piped: str) -> str:
    need(words, 1, N_("rmdir DOSSIER"))
    if session.tree.inside(session.path(words[0])):
        raise Refusal(N_("%(name)s : le dossier n’est pas vide"), name=words[0])
    return _rm(session, ["-r", words[0]], piped)


def _chmod(session: Session, words: Words, _: str) -> str:
    need(words, 2, N_("chmod DROITS FICHIER"))
    for path in [session.path(one) for one in words[1:]]:
        mode = changed_mode(session.tree.node(path), words[0])
        if mode is None:
            raise Refusal(N_("%(name)s : ces droits ne se lisent pas (exemples : 640, u+x, go-w)"), name=words[0])
        session.tree.change(path, mode=mode)
    return ""


def _chown(session: Session, words: Words, _: str) -> str:
    need(words, 2, N_("chown COMPTE FICHIER"))
    for path in [session.path(one) for one in words[1:]]:
        session.tree.change(path, owner=words[0][:30])
    return ""


def _ping(session: Session, words: Words, _: str) -> str:
    need(words, 1, N_("ping ADRESSE"))
    answer = session.hosts.get(words[0].lower())
    return Told.by(N_("%(name)s : hôte inconnu"), name=words[0]) if answer is None else answer


COMMANDS: Mapping[str, tuple[Command, str]] = {
    "pwd": (lambda session, *_: session.here, N_("pwd : dit dans quel dossier on est")),
    "ls": (_ls, N_("ls [-l] [-a] [DOSSIER] : liste un dossier (-l détails, -a fichiers cachés aussi)")),
    "cd": (_cd, N_("cd DOSSIER : va dans un dossier (cd .. remonte)")),
    "cat": (terminal_texts.cat, N_("cat FICHIER : affiche un fichier")),
    "head": (terminal_texts.head, N_("head -n 5 FICHIER : affiche le début")),
    "tail": (terminal_texts.tail, N_("tail -n 5 FICHIER : affiche la fin")),
    "mkdir": (_mkdir, N_("mkdir DOSSIER : crée un dossier")),
    "touch": (_touch, N_("touch FICHIER : crée un fichier vide")),
    "cp": (_cp, N_("cp SOURCE DESTINATION : copie (-r pour un dossier)")),
    "mv": (_mv, N_("mv SOURCE DESTINATION : déplace ou renomme")),
    "rm": (_rm, N_("rm FICHIER : supprime, sans corbeille (-r pour un dossier)")),
    "rmdir": (_rmdir, N_("rmdir DOSSIER : supprime un dossier vide")),
    "echo": (lambda _, words, __: " ".join(words), N_("echo TEXTE > FICHIER : écrit (>> ajoute à la fin)")),
    "grep": (
        terminal_texts.grep,
        N_("grep MOT FICHIER : lignes où est un mot (-i majuscules ou non, -v sans, -n, -c)"),
    ),
    "find": (terminal_texts.find, N_('find DOSSIER -name "*.txt" : cherche des noms')),
    "wc": (terminal_texts.wc, N_("wc -l FICHIER : compte les lignes")),
    "sort": (terminal_texts.sort, N_("sort FICHIER : range les lignes (-r à l’envers, -u sans doublons)")),
    "chmod": (_chmod, N_("chmod 640 FICHIER : change les droits (ou u+x, go-w)")),
    "chown": (_chown, N_("chown COMPTE FICHIER : change le propriétaire (administrateur)")),
    "ping": (_ping, N_("ping ADRESSE : demande à une machine si elle répond")),
    "empreinte": (terminal_texts.show_digest, N_("empreinte FICHIER, ou empreinte -t TEXTE : calcule une empreinte")),
    "whoami": (lambda session, *_: session.tree.user, N_("whoami : dit quel compte on utilise")),
}
