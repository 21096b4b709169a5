"""A command line: a tree of files, the usual commands, and those of the author.

Facts: `paths` (every path there is), each file by its path (its text), with `.owner` and `.mode` for files and folders
(`/home/lina/notes.txt`, `/home/lina/notes.txt.mode`); `here` (the folder one is in), `read` (files shown or searched),
`ran` (names of the commands run), `lines` (how many lines were run), `answers` (ids of the author's answers obtained),
and for each command of the author, by its id, how many times it ran.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

import msgspec
from msgspec.structs import replace

from app.content.environments.terminal_commands import COMMANDS
from app.content.environments.terminal_programs import Program
from app.content.environments.terminal_session import Session, Told
from app.content.environments.terminal_shell import LONGEST_LINE, run_line
from app.content.environments.terminal_tree import FOLDER_MODE, Node, Refusal, Tree, absolute, ancestors
from app.content.environments.world import Action, Fact, State, World, with_one
from app.content.parts import Fault, Line, Part
from app.lib.msgids import N_

KEPT_LINES = 8
KEPT_LETTERS = 1_800
MOST_LINES = 400
CUT = N_("… (coupé ici : grep, head ou tail en montrent une partie)")


class Entry(Part, kw_only=True, frozen=True):
    """A file, or a folder when the path ends with a slash. Folders above it need not be told."""

    path: Annotated[str, msgspec.Meta(pattern=r"^/[^\n]{1,100}$")]
    text: str = ""
    owner: str = ""
    """The person at the keyboard, unless told."""
    mode: Annotated[str, msgspec.Meta(pattern="^([r-][w-][x-]){3}$")] | None = None


class Past(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A line that was run."""

    line: str
    here: str
    output: str = ""
    says: tuple[str, ...] = ()
    """French lines after it, that the component translates."""
    parts: dict[str, str] = {}


class TerminalState(State, frozen=True, kw_only=True, omit_defaults=True):
    here: str = ""
    nodes: dict[str, Node | None] = {}  # noqa: RUF012 (msgspec copies it)
    """What changed in the tree; nothing where it was removed."""
    past: tuple[Past, ...] = ()
    lines: int = 0
    read: tuple[str, ...] = ()
    ran: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    uses: dict[str, int] = {}  # noqa: RUF012
    typed: str = ""
    """A line taken up again, not yet run."""


class Terminal(World, kw_only=True, frozen=True, tag="terminal"):
    """The terminal of someone's computer."""

    user: Annotated[str, msgspec.Meta(pattern="^[a-z]{2,12}$")] = "lina"
    admin: bool = False
    """Whether this account may do everything."""
    home: str | None = None
    """Where one starts: `/home/<user>` unless told."""
    files: Annotated[tuple[Entry, ...], msgspec.Meta(max_length=200)] = ()
    hosts: dict[Line, Line] = {}  # noqa: RUF012
    """What `ping` answers, by name or address."""
    programs: tuple[Program, ...] = ()
    """Commands of this computer, besides the usual ones."""
    only: tuple[Line, ...] = ()
    """Usual commands offered; all of them when empty."""

    STATE: ClassVar[type[State]] = TerminalState

    def start(self) -> TerminalState:
        return TerminalState()

    def act(self, state: TerminalState, action: Action) -> TerminalState:
        if (rank := action.get("again", "")).isdecimal() and len(rank) < 4 and int(rank) < len(state.past):
            return replace(state, typed=state.past[int(rank)].line)
        line = " ".join(action.get("line", "").split())[:LONGEST_LINE]
        if not line or state.lines >= MOST_LINES:
            return state
        if line == "clear":
            return replace(state, past=(), typed="")
        return self._run(state, line)

    def facts(self, state: TerminalState) -> Mapping[str, Fact]:
        facts: dict[str, Fact] = {
            "here": self._here(state),
            "read": state.read,
            "ran": state.ran,
            "lines": state.lines,
            "answers": state.answers,
        }
        facts |= {one.id: state.uses.get(one.id, 0) for one in self.programs}
        return facts | _tree_facts(self._tree(state))

    def screen(self, state: TerminalState) -> TerminalScreen:
        return TerminalScreen(
            split=False,
            past=state.past,
            prompt=self._prompt(self._here(state)),
            prompts=[self._prompt(one.here) for one in state.past],
            typed=state.typed,
        )

    def faults(self) -> Iterator[Fault]:
        for position, one in enumerate(self.programs):
            if one.name in COMMANDS or any(other.name == one.name for other in self.programs[:position]):
                yield Fault(("programs", position, "name"), "K001", f"« {one.name} » existe déjà", "changez-le")
        for position, name in enumerate(self.only):
            if name not in COMMANDS:
                yield Fault(("only", position), "K061", f"« {name} » n’existe pas", ", ".join(COMMANDS))
        if len({one.path for one in self.files}) != len(self.files):
            yield Fault(("files",), "K001", "deux fois le même chemin", "gardez-en un")

    @property
    def _home(self) -> str:
        return self.home or f"/home/{self.user}"

    def _prompt(self, here: str) -> str:
        short = "~" + here[len(self._home) :] if (here + "/").startswith(self._home + "/") else here
        return f"{self.user} {short} $"

    def _first_nodes(self) -> dict[str, Node]:
        nodes = {"/": Node(owner="admin", mode=FOLDER_MODE)}
        for one in (*self.files, Entry(path=self._home + "/")):
            path = absolute(one.path, "/", self._home)
            for above in ancestors(path):
                owner = "" if (above + "/").startswith(self._home + "/") else "admin"
                nodes.setdefault(above, Node(owner=owner, mode=FOLDER_MODE))
            text = None if one.path.endswith("/") else one.text
            known = nodes.get(path)
            if known is None or text is not None or one.mode or one.owner:
                nodes[path] = Node(text=text, owner=one.owner, mode=one.mode or Node(text=text).usual)
        return nodes

    def _tree(self, state: TerminalState) -> Tree:
        nodes = self._first_nodes() | state.nodes
        return Tree({path: node for path, node in nodes.items() if node is not None}, self.user, self.admin)

    def _here(self, state: TerminalState) -> str:
        return state.here if state.here in self._tree(state).nodes else self._home

    def _run(self, state: TerminalState, line: str) -> TerminalState:
        here = self._here(state)
        session = Session(self._tree(state), here, self._home, {name.lower(): one for name, one in self.hosts.items()})
        taken = _Taken(self, state)
        answer = run_line(session, line, taken.runner)
        first, read = self._first_nodes(), taken.state.read
        for path in session.read:
            read = with_one(read, path)
        return replace(
            taken.state,
            here=session.here,
            nodes={
                path: session.tree.nodes.get(path)
                for path in sorted(first.keys() | session.tree.nodes.keys())
                if session.tree.nodes.get(path) != first.get(path)
            },
            past=(*state.past, _past(line, here, answer))[-KEPT_LINES:],
            lines=state.lines + 1,
            read=read,
            typed="",
        )

    def helped(self, name: str) -> str:
        """What `aide` tells."""
        offered = {one.name: one.about for one in self.programs}
        offered |= {one: about for one, (_, about) in COMMANDS.items() if not self.only or one in self.only}
        if name:
            about = offered.get(name)
            return Told.by(about, piped=about) if about else Told.by(N_("%(name)s : pas d’aide à ce nom"), name=name)
        return Told.by(*offered.values(), piped="\n".join(offered.values()))


def _past(line: str, here: str, answer: str) -> Past:
    if isinstance(answer, Told):
        return Past(line=line, here=here, says=tuple(answer.lines), parts=dict(answer.parts))
    if len(answer) > KEPT_LETTERS:
        return Past(line=line, here=here, output=answer[:KEPT_LETTERS] + "\n", says=(CUT,))
    return Past(line=line, here=here, output=answer)


class _Taken:
    """What running a line notes in the state."""

    def __init__(self, world: Terminal, state: TerminalState) -> None:
        self.world, self.state = world, state

    def runner(self, session: Session, name: str, words: list[str], piped: str) -> str:
        world = self.world
        program = next((one for one in world.programs if one.name == name), None)
        if name in ("aide", "help", "man"):
            return world.helped(words[0] if words else "")
        if program is None and (name not in COMMANDS or (world.only and name not in world.only)):
            raise Refusal(N_("%(name)s : commande inconnue. Tapez « aide » pour voir les commandes."), name=name)
        self.state = replace(self.state, ran=with_one(self.state.ran, name))
        if program is None:
            return COMMANDS[name][0](session, words, piped)
        return self._run_program(program, session, words)

    def _run_program(self, program: Program, session: Session, words: list[str]) -> str:
        uses = self.state.uses.get(program.id, 0) + 1
        self.state = replace(self.state, uses={**self.state.uses, program.id: uses})
        facts = dict(self.world.facts(self.state)) | _tree_facts(session.tree)
        answer = program.answer(words, facts)
        if answer is None:
            return Told.by(program.otherwise, piped=program.otherwise)
        for path, text in answer.writes.items():
            session.tree.nodes[path] = Node(text=text)
        self.state = replace(self.state, answers=with_one(self.state.answers, answer.id))
        return answer.says.rstrip()


def _tree_facts(tree: Tree) -> dict[str, Fact]:
    facts: dict[str, Fact] = {"paths": tuple(sorted(tree.nodes))}
    for path, node in tree.nodes.items():
        facts[f"{path}.owner"], facts[f"{path}.mode"] = tree.owner(path), node.mode
        if node.text is not None:
            facts[path] = node.text
    return facts


@dataclass(frozen=True)
class TerminalScreen:
    """What the component shows."""

    split: bool
    past: tuple[Past, ...]
    prompt: str
    prompts: list[str]
    typed: str
