"""Lists of many rows: one page of them, and addresses that keep the filters and the order. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from app.web.forms import Form

SIZES = (10, 25, 50, 100)
DEFAULT_SIZE = 25
PAGE = "page"
SIZE = "taille"


@dataclass(frozen=True)
class Slice:
    """One page of a list of `total` rows; the first page is 1, and there is always one."""

    page: int
    size: int
    total: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.size))

    @property
    def offset(self) -> int:
        """Rows before this page."""
        return (self.page - 1) * self.size

    @property
    def first(self) -> int:
        """Number of the first row shown, 0 for an empty list."""
        return self.offset + 1 if self.total else 0

    @property
    def last(self) -> int:
        return min(self.offset + self.size, self.total)


def slice_of(query: Form, total: int) -> Slice:
    """The page asked by `?page=2&taille=50`; a page past the end is the last, nonsense is the default."""
    size = number_of(query, SIZE)
    size = size if size in SIZES else DEFAULT_SIZE
    pages = max(1, -(-total // size))
    return Slice(min(max(number_of(query, PAGE), 1), pages), size, total)


def number_of(query: Form, name: str) -> int:
    """A small number of the query; 0 for anything else."""
    value = query.text(name)
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 0


def address(path: str, query: Form, **changes: str | int | None) -> str:
    """The same list with something changed: `None` takes a parameter out, and so does any change its page.

    For the macro `pager`, ``address(path, query, page="")`` ends with ``page=``.
    """
    pairs = [(name, value) for name in query.raw if name not in {PAGE, *changes} for value in query.all(name) if value]
    pairs += [(name, str(value)) for name, value in changes.items() if value is not None]
    return f"{path}?{urlencode(pairs)}" if pairs else path
