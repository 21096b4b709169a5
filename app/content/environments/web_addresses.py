"""Addresses of an invented web: reading what one types, and finding the page it leads to. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_ADDRESS = re.compile(
    r"(?:(?P<scheme>https?)://)?(?P<host>[^\s/?#:]+\.[^\s/?#:]+)(?P<path>/[^?#]*)?(?:\?(?P<params>[^#]*))?(?:#.*)?"
)


@dataclass(frozen=True, slots=True)
class Address:
    host: str
    path: str
    params: frozenset[str]
    scheme: str = ""
    """`http` or `https` when it is written, empty otherwise."""

    def within(self, wanted: Address) -> bool:
        """Whether asking for the other one gives the page kept here: parameters it does not know are ignored."""
        return (
            (self.host, self.path) == (wanted.host, wanted.path)
            and self.params <= wanted.params
            and self.scheme in {"", wanted.scheme or self.scheme}
        )


def read_address(typed: str) -> Address | None:
    """What is typed in an address bar; None when it looks like no address (words to search for)."""
    found = _ADDRESS.fullmatch(typed.strip())
    if found is None:
        return None
    host = found["host"].lower().removeprefix("www.").rstrip(".")
    params = frozenset(one for one in (found["params"] or "").split("&") if one)
    return Address(host, (found["path"] or "").rstrip("/"), params, found["scheme"] or "")


def host_of(address: str) -> str:
    """`plan.ville.example` for `https://plan.ville.example/bus?ligne=2`; empty for what is no address."""
    read = read_address(address)
    return read.host if read else ""


def same_site(host: str, site: str) -> bool:
    """Whether a host is this site or one of its sub-domains."""
    return bool(site) and (host == site or host.endswith("." + site))


def leads_to(typed: str, known: Iterable[tuple[str, str]]) -> str:
    """The id among the pairs (id, address) that the typed address leads to, the most precise; empty for none."""
    wanted = read_address(typed)
    if wanted is None:
        return ""
    fitting = [(len(one.params), name) for name, text in known if (one := read_address(text)) and one.within(wanted)]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else ""


def shown(address: str) -> str:
    """An address as a browser writes it."""
    return address if address.startswith(("http://", "https://")) else f"https://{address}"
