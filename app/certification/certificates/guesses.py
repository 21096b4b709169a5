"""Who tries codes until one is right is slowed down.

A code is eight different signs out of 24: 24 × 23 × … × 17 = 29.65 thousand million. With a million certificates
published, one guess out of 29,650 meets somebody's, and nobody chooses whose. At `EVERYBODY` wrong codes in ten minutes
(57,600 a day), all those without account together find less than two a day; one address finds one in five days. An
account costs nothing to who makes a thousand of them: with `ACCOUNT_A_DAY`, these find two a day too.

Only codes of the right form that no certificate has are counted, each once: a sign too many, a page reloaded and a
right code cost nothing. Somebody signed in is counted by account, so that who shares an address (a school is one) or
comes while others are trying can sign in rather than wait. In the memory of each process, like the wrong pairs of
`doors.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address

from app.lib.recent import Recent

WINDOW, DAY = timedelta(minutes=10), timedelta(days=1)
ACCOUNT, ADDRESS, EVERYBODY = 20, 40, 400
"""Different wrong codes within the window."""
ACCOUNT_A_DAY = 60
_ACCOUNT = "account "
_wrong: Recent[str, Mapping[str, datetime]] = Recent(4096)
"""By who tried: the wrong codes, and when."""
_all_wrong: dict[str, datetime] = {}
"""Those of everybody, accounts included."""


def guesser(user: int | None, host: str) -> str:
    """The account; without one, the address (the network of an IPv6 one: a subscriber has as many as they want)."""
    if user is not None:
        return f"{_ACCOUNT}{user}"
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return f"{int(address) >> 64:x}::"
    return host


def wait_before_guess(who: str, at: datetime) -> timedelta | None:
    """How long this one has to wait before another code is looked at; None: not at all."""
    hers = _wrong.get(who, {})
    if who.startswith(_ACCOUNT):
        waits = (_wait(hers, ACCOUNT, at), _wait(hers, ACCOUNT_A_DAY, at, DAY))
    else:
        waits = (_wait(hers, ADDRESS, at), _wait(_all_wrong, EVERYBODY, at))
    return max((wait for wait in waits if wait is not None), default=None)


def guessed_wrong(who: str, code: str, at: datetime) -> None:
    """This code, of the right form, is nobody's."""
    kept = DAY if who.startswith(_ACCOUNT) else WINDOW
    _wrong[who] = {**_recent(_wrong.get(who, {}), at, kept), code: at}
    for old in [one for one, moment in _all_wrong.items() if at - moment >= WINDOW]:
        del _all_wrong[old]
    _all_wrong[code] = at


def forget_guesses() -> None:
    """Empties the memory, when the database is another one."""
    _wrong.clear()
    _all_wrong.clear()


def _wait(wrong: Mapping[str, datetime], most: int, at: datetime, window: timedelta = WINDOW) -> timedelta | None:
    """Until the oldest of the last `most` is out of the window."""
    moments = sorted(_recent(wrong, at, window).values())
    return moments[-most] + window - at if len(moments) >= most else None


def _recent(wrong: Mapping[str, datetime], at: datetime, window: timedelta) -> Mapping[str, datetime]:
    return {code: moment for code, moment in wrong.items() if at - moment < window}
