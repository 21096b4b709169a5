"""Reading a query as search engines do: words, « phrases », minus, OU, brackets, `site:`, `filetype:`… Pure.

Words that follow each other must all be found; OU joins the two terms around it and binds tighter than that, as in
the engines of the web. Small words are ignored, the final s or x of a word too, accents and capitals always.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from app.content.environments.web_addresses import same_site

SMALL_WORDS = frozenset(
    "a au aux avec ce ces cet cette comment combien d dans de des du elle en est et etre il ils je l la le les leur ma "
    "mais mes moi mon ne nos notre nous on ou par pas pour qu quand que quel quelle quelles quels qui quoi s sa se ses "
    "son sont sur ta te tes ton tu un une vos votre vous y t c j n m ai as ont peut faire fait".split()
)
_TOKEN = re.compile(
    r'(?P<bracket>[()])|(?P<out>(?<![^\s(])[-−](?=\())|(?P<minus>(?<![^\s(])[-−])?(?:(?P<name>[^\W\d_]+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s()"]+))'
)
_NAMES = {
    "filetype": "type",
    "type": "type",
    "format": "type",
    "lang": "language",
    "langue": "language",
    "avant": "before",
    "before": "before",
    "apres": "after",
    "after": "after",
    "intitle": "title",
    "titre": "title",
    "site": "site",
}


@dataclass(frozen=True, slots=True)
class Indexed:
    """A page as the engine knows it."""

    title: tuple[str, ...]
    text: tuple[str, ...]
    """Every word, the title's included."""
    host: str
    address: str
    type: str
    language: str
    date: str
    marks: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Term:
    """Words in order, a beginning of word, or an operator and its value."""

    name: str
    """Empty for words; else `site`, `type`, `title`…, or a mark of the pages (`auteur`)."""
    words: tuple[str, ...]
    raw: str = ""
    exact: bool = False

    def holds(self, page: Indexed) -> bool:
        match self.name:
            case "site":
                return same_site(page.host, self.raw)
            case "type":
                return page.type == self.raw
            case "language":
                return page.language == self.raw
            case "after":
                return bool(page.date) and page.date >= self.raw
            case "before":
                return bool(page.date) and page.date < self.raw
            case "title":
                return _within(self.words, page.title, self.exact)
        return _within(self.words, page.marks.get(self.name, ()) if self.name else page.text, self.exact)


@dataclass(frozen=True, slots=True)
class Query:
    """`every`: each group holds when one of its members does; `none`: terms that must not be there."""

    every: tuple[tuple[Term | Query, ...], ...] = ()
    none: tuple[Term | Query, ...] = ()
    signs: tuple[str, ...] = field(default=(), compare=False)

    def holds(self, page: Indexed) -> bool:
        return all(any(one.holds(page) for one in group) for group in self.every) and not any(
            one.holds(page) for one in self.none
        )

    def words(self) -> Iterator[str]:
        """The words wanted, wherever they are in it."""
        for group in self.every:
            for one in group:
                if isinstance(one, Query):
                    yield from one.words()
                elif one.name in {"", "title"}:
                    yield from one.words


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, without capitals, accents or punctuation."""
    flat = unicodedata.normalize("NFD", text.lower().replace("œ", "oe").replace("æ", "ae"))
    return tuple(re.findall(r"[^\W_]+", re.sub("[\u0300-\u036f]", "", flat)))


def root(word: str) -> str:
    """A word without its plural."""
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def alike(wanted: str, word: str) -> bool:
    """The same word, but for its plural (`animal`, `animaux`); `ado*` is like every word it begins."""
    if wanted.endswith("*"):
        return word.startswith(wanted[:-1])
    one, other = sorted((wanted, word), key=len)
    return root(wanted) == root(word) or (one.endswith("al") and other == one[:-1] + "ux")


def read_query(text: str, marks: frozenset[str] = frozenset()) -> Query:
    """Any text gives a query; `marks`: names that the pages of this web have besides the usual ones."""
    straight = re.sub(r"[“”]|«\s*|\s*»", '"', text)
    return _Reader(list(_TOKEN.finditer(straight)), marks).query()


class _Reader:
    def __init__(self, tokens: list[re.Match[str]], marks: frozenset[str]) -> None:
        self.tokens, self.marks, self.at = tokens, marks, 0
        self.signs: list[str] = []

    def query(self, depth: int = 0) -> Query:
        every: list[tuple[Term | Query, ...]] = []
        none: list[Term | Query] = []
        joined = refused = False
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token["bracket"] == ")":
                if depth:
                    break
                continue
            if (word := token["word"]) in {"OU", "OR", "ET", "AND", "SAUF", "NOT"} and not token["name"]:
                joined, refused = (word in {"OU", "OR"} and bool(every)), refused or word in {"SAUF", "NOT"}
                self.signs += ["or"] * joined + ["minus"] * (word in {"SAUF", "NOT"})
                continue
            if token["out"]:
                refused = True
                self.signs.append("minus")
                continue
            opens = token["bracket"] == "(" and depth < 8
            found = self._group(depth) if opens else self._terms(token)
            if token["minus"] or refused:
                none += found[:1]
                self.signs += ["minus"] * bool(token["minus"])
            elif joined and found:
                every[-1] = (*every[-1], found[0])
                every += [(one,) for one in found[1:]]
            else:
                every += [(one,) for one in found]
            joined = refused = False
        return Query(tuple(every), tuple(none), tuple(dict.fromkeys(self.signs)))

    def _group(self, depth: int) -> list[Term | Query]:
        self.signs.append("brackets")
        inside = self.query(depth + 1)
        return [inside] if inside.every or inside.none else []

    def _terms(self, token: re.Match[str]) -> list[Term | Query]:
        if token["bracket"]:
            return []
        name = _NAMES.get(plain := "".join(words_of(token["name"] or "")), plain if plain in self.marks else "")
        raw = token["phrase"] if token["phrase"] is not None else token["word"]
        if token["phrase"] is not None:
            self.signs.append("quotes")
            words = words_of(raw)
            return [Term(name, words, _value(name, raw), exact=True)] if words else []
        if name:
            self.signs.append(name)
            return [Term(name, words_of(raw), _value(name, raw), exact=False)]
        if raw.endswith("*") and (stem := "".join(words_of(raw))):
            self.signs.append("star")
            return [Term("", (stem + "*",))]
        words = words_of(f"{token['name'] or ''} {raw}")
        if token["minus"] and len(words) > 1:
            return [Term("", words, exact=True)]
        return [Term("", (one,)) for one in words if token["minus"] or one not in SMALL_WORDS]


def _value(name: str, raw: str) -> str:
    if name in {"after", "before"} and (day := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", raw)):
        return f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
    return raw.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").strip("./")


def _within(wanted: tuple[str, ...], words: tuple[str, ...], exact: bool) -> bool:
    if exact:
        size = len(wanted)
        return any(words[at : at + size] == wanted for at in range(len(words) - size + 1))
    return all(any(alike(one, word) for word in words) for one in wanted)
