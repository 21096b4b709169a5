"""The tree of a formula. From the loosest tie to the tightest: comparison, &, + and -, * and /, ^, sign, %. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from app.content.formulas.places import Area, Place, between, place
from app.content.formulas.tokens import Token, Unreadable, tokens
from app.content.formulas.values import Error, Value

DEEPEST = 25
"""Parentheses, functions and signs one inside the other."""


@dataclass(frozen=True, slots=True)
class Constant:
    value: Value


@dataclass(frozen=True, slots=True)
class Cell:
    place: Place


@dataclass(frozen=True, slots=True)
class Range:
    area: Area


@dataclass(frozen=True, slots=True)
class Call:
    name: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Operation:
    sign: str
    left: Node
    right: Node


Node: TypeAlias = Constant | Cell | Range | Call | Operation

_TIES = (("=", "<>", "<", ">", "<=", ">="), ("&",), ("+", "-"), ("*", "/"), ("^",))
_END = Token("sign", "")


@lru_cache(maxsize=2048)
def tree(formula: str) -> Node:
    """The tree; an error as a constant, for what cannot be read."""
    try:
        reader = _Reader(tuple(tokens(formula)))
        node = reader.looser(0)
        return node if reader.next() is _END else Constant(Error.SYNTAX)
    except Unreadable:
        return Constant(Error.SYNTAX)


class _Reader:
    def __init__(self, pieces: tuple[Token, ...]) -> None:
        self._pieces = pieces
        self._at = 0
        self._depth = 0

    def next(self) -> Token:
        return self._pieces[self._at] if self._at < len(self._pieces) else _END

    def looser(self, level: int) -> Node:
        """Operations of this level, read from left to right."""
        if level == len(_TIES):
            return self._signed()
        node = self.looser(level + 1)
        while self.next().kind == "sign" and self.next().text in _TIES[level]:
            sign = self._take().text
            node = Operation(sign, node, self.looser(level + 1))
        return node

    def _signed(self) -> Node:
        if self.next() in (Token("sign", "-"), Token("sign", "+")):
            self._deeper()
            sign = self._take().text
            node: Node = Operation(sign, Constant(0.0), self._signed())
            self._depth -= 1
            return node
        node = self._single()
        while self.next() == Token("sign", "%"):
            self._take()
            node = Operation("/", node, Constant(100.0))
        return node

    def _single(self) -> Node:
        kind, text = self._take()
        match kind:
            case "number":
                return Constant(float(text.replace(",", ".")))
            case "text":
                return Constant(text[1:-1].replace('""', '"'))
            case "error":
                return Constant(Error.REFERENCE)
            case "cell":
                return self._cell(text)
            case "name":
                return self._named(text.upper())
        if text != "(":
            raise Unreadable
        self._deeper()
        node = self.looser(0)
        self._expect(")")
        self._depth -= 1
        return node

    def _cell(self, text: str) -> Node:
        first = place(text)
        assert first is not None
        if self.next() != Token("sign", ":"):
            return Cell(first)
        self._take()
        kind, other = self._take()
        if kind == "error":
            return Constant(Error.REFERENCE)
        last = place(other) if kind == "cell" else None
        if last is None:
            raise Unreadable
        return Range(between(first, last))

    def _named(self, name: str) -> Node:
        if self.next() != Token("sign", "("):
            return Constant(name == "VRAI" if name in ("VRAI", "FAUX") else Error.NAME)
        self._take()
        self._deeper()
        arguments: list[Node] = []
        while self.next() != Token("sign", ")"):
            if arguments:
                self._expect(";")
            empty = self.next() in (Token("sign", ";"), Token("sign", ")"))
            arguments.append(Constant(None) if empty else self.looser(0))
        self._take()
        self._depth -= 1
        return Call(name, tuple(arguments))

    def _take(self) -> Token:
        piece = self.next()
        self._at += 1
        return piece

    def _expect(self, sign: str) -> None:
        if self._take() != Token("sign", sign):
            raise Unreadable

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Unreadable
