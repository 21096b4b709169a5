"""The settings of the service: one frozen object, read once from the environment.

Nothing else in the application reads the environment.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast, get_args

ROOT = Path(__file__).resolve().parent.parent
"""The folder of the project, where `components/`, `content/`, `migrations/` and `static/` are."""

Environment = Literal["development", "production", "test"]
SqliteSynchronous = Literal["OFF", "NORMAL", "FULL", "EXTRA"]

SHORTEST_SECRET_KEY = 32
NOT_SECRET = "only-for-development-and-tests-on-one-machine"
HIGHEST_LEVEL = 8


class SettingsError(Exception):
    """A setting is missing or makes no sense. The message names it and says what to write."""


@dataclass(frozen=True)
class Settings:
    """Each field is the variable of the same name in capitals (`environment` is `PIX_ENV`)."""

    environment: Environment
    """`PIX_ENV`: `production` (default), `test`, or `development`: reads `.env`, works without HTTPS."""

    database_url: str
    """`DATABASE_URL`: `sqlite:///var/pix.sqlite` (default), `sqlite:////an/absolute/path.sqlite`, or `postgresql://…`.

    A relative path starts from the folder of the project.
    """

    secret_key: str
    """`SECRET_KEY`: signs cookies and links; at least 32 characters. Required in production."""

    base_url: str
    """`BASE_URL`: where people find the service, without a final slash; used in e-mails. `http://localhost:8000`."""

    mail_url: str
    """`MAIL_URL`: `console:` (default), `file:DIR`, or `smtp://user:password@host:port`."""

    data_dir: Path
    """`DATA_DIR`: files the service writes beside its database. `var`."""

    max_reachable_level: int
    """`MAX_REACHABLE_LEVEL`: the highest level a person can reach now, 1 to 8. `7`."""

    placement_engine: str
    """`PLACEMENT_ENGINE`: which rule chooses the next challenge: `bayesian`, or `reference`."""

    trusted_proxies: tuple[str, ...]
    """`TRUSTED_PROXIES`: addresses, separated by commas, whose `X-Forwarded-*` headers are believed. None."""

    badge_signing_key: str
    """`BADGE_SIGNING_KEY`: signs the badges of certificates: RSA or P-256 private key, in PEM. One made of SECRET_KEY.

    Keys that were used before may follow, private or public: they sign nothing, and what they signed is still verified.
    """

    sqlite_synchronous: SqliteSynchronous
    """`SQLITE_SYNCHRONOUS`: `FULL` (default) survives a power cut; `NORMAL` may lose the last seconds."""

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Settings:
        """The settings written in `environ`; raises SettingsError for the first that is wrong."""
        environment = cast(Environment, _one_of(Environment, environ, "PIX_ENV", "production"))
        return cls(
            environment=environment,
            database_url=_database_url(environ),
            secret_key=_secret_key(environ, environment),
            base_url=_text(environ, "BASE_URL", "http://localhost:8000").rstrip("/"),
            mail_url=_text(environ, "MAIL_URL", "console:"),
            data_dir=ROOT / _text(environ, "DATA_DIR", "var"),
            max_reachable_level=_level(environ, "MAX_REACHABLE_LEVEL", 7),
            placement_engine=_text(environ, "PLACEMENT_ENGINE", "bayesian"),
            trusted_proxies=_list(environ, "TRUSTED_PROXIES"),
            badge_signing_key=_private_key(environ, "BADGE_SIGNING_KEY"),
            sqlite_synchronous=cast(
                SqliteSynchronous, _one_of(SqliteSynchronous, environ, "SQLITE_SYNCHRONOUS", "FULL")
            ),
        )


@cache
def settings() -> Settings:
    """The settings of this process: its environment and, in development, the file `.env`."""
    return Settings.from_environment(environment_with_file(os.environ, ROOT / ".env"))


def environment_with_file(environ: Mapping[str, str], file: Path) -> Mapping[str, str]:
    """`environ` completed by the file, when one of them says that this is development."""
    if environ.get("PIX_ENV", "development") != "development" or not file.is_file():
        return environ
    both = {**read_env_file(file.read_text("utf-8").splitlines()), **environ}
    return both if both.get("PIX_ENV") == "development" else environ


def read_env_file(lines: Iterable[str]) -> dict[str, str]:
    """`NAME=value` lines, the value perhaps in quotes; empty lines and `#` comments are skipped."""
    found: dict[str, str] = {}
    for line in lines:
        name, equals, value = line.strip().removeprefix("export ").partition("=")
        if not equals or name.lstrip().startswith("#"):
            continue
        value = value.strip()
        if len(value) >= 2 and value[0] == value[-1] and value[0] in "'\"":
            value = value[1:-1]
        found[name.strip()] = value
    return found


def _text(environ: Mapping[str, str], name: str, default: str) -> str:
    return environ.get(name, "").strip() or default


def _one_of(choices: object, environ: Mapping[str, str], name: str, default: str) -> str:
    value = _text(environ, name, default)
    if value not in get_args(choices):
        raise SettingsError(f"{name} is {value!r}; it must be one of {', '.join(get_args(choices))}.")
    return value


def _list(environ: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in environ.get(name, "").split(",") if item.strip())


def _level(environ: Mapping[str, str], name: str, default: int) -> int:
    value = _text(environ, name, str(default))
    if not (value.isascii() and value.isdigit() and 1 <= int(value) <= HIGHEST_LEVEL):
        raise SettingsError(f"{name} is {value!r}; it must be a whole number from 1 to {HIGHEST_LEVEL}.")
    return int(value)


def _database_url(environ: Mapping[str, str]) -> str:
    url = _text(environ, "DATABASE_URL", "sqlite:///var/pix.sqlite")
    known = ("sqlite:///", "postgresql://", "postgres://")
    if not url.startswith(known) or url in known:
        raise SettingsError(
            "DATABASE_URL must look like sqlite:///var/pix.sqlite or postgresql://user:password@host/name."
        )
    return url


def _private_key(environ: Mapping[str, str], name: str) -> str:
    """Empty, or PEM whose line ends may have been written `\\n`, since not every place keeps lines."""
    key = _text(environ, name, "").replace("\\n", "\n")
    if key and "PRIVATE KEY-----" not in key.partition("-----END")[0]:
        raise SettingsError(
            f"{name} must be a private key in PEM, -----BEGIN PRIVATE KEY----- and so on. Draw one with\n"
            "    openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072"
        )
    return key


def _secret_key(environ: Mapping[str, str], environment: Environment) -> str:
    key = environ.get("SECRET_KEY", "")
    if not key and environment != "production":
        return NOT_SECRET
    if len(key) < SHORTEST_SECRET_KEY or key == NOT_SECRET:
        raise SettingsError(
            f"SECRET_KEY is missing or has fewer than {SHORTEST_SECRET_KEY} characters. Draw one with\n"
            '    python -c "import secrets; print(secrets.token_urlsafe(48))"\n'
            "and keep it: it signs the cookies. On your own machine, PIX_ENV=development needs none."
        )
    return key
