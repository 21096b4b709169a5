"""Settings are read once, and refused when they make no sense."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from app.settings import ROOT, Settings, SettingsError, environment_with_file, read_env_file

SECRET = "x" * 32


def test_production_needs_a_secret_only() -> None:
    settings = Settings.from_environment({"SECRET_KEY": SECRET})
    assert settings.environment == "production"
    assert settings.database_url == "sqlite:///var/pix.sqlite"
    assert settings.data_dir == ROOT / "var"
    assert settings.max_reachable_level == 7
    assert settings.sqlite_synchronous == "FULL"
    assert settings.trusted_proxies == ()


def test_everything_can_be_set() -> None:
    settings = Settings.from_environment(
        {
            "PIX_ENV": "production",
            "SECRET_KEY": SECRET,
            "DATABASE_URL": "postgresql://pix:pw@db/pix",
            "BASE_URL": "https://pix.example/",
            "MAIL_URL": "smtp://mail:25",
            "DATA_DIR": "/srv/pix",
            "MAX_REACHABLE_LEVEL": "8",
            "PLACEMENT_ENGINE": "other",
            "TRUSTED_PROXIES": "10.0.0.1, 10.0.0.2,",
            "BADGE_SIGNING_KEY": "-----BEGIN PRIVATE KEY-----\\nMIIE",
            "SQLITE_SYNCHRONOUS": "NORMAL",
        }
    )
    assert settings == Settings(
        environment="production",
        database_url="postgresql://pix:pw@db/pix",
        secret_key=SECRET,
        base_url="https://pix.example",
        mail_url="smtp://mail:25",
        data_dir=Path("/srv/pix"),
        max_reachable_level=8,
        placement_engine="other",
        trusted_proxies=("10.0.0.1", "10.0.0.2"),
        badge_signing_key="-----BEGIN PRIVATE KEY-----\nMIIE",
        sqlite_synchronous="NORMAL",
    )


@pytest.mark.parametrize(
    ("environ", "named"),
    [
        ({}, "SECRET_KEY"),
        ({"SECRET_KEY": ""}, "SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY"),
        ({"SECRET_KEY": SECRET, "BADGE_SIGNING_KEY": "-----BEGIN PUBLIC KEY-----"}, "BADGE_SIGNING_KEY"),
        ({"SECRET_KEY": Settings.from_environment({"PIX_ENV": "development"}).secret_key}, "SECRET_KEY"),
        ({"PIX_ENV": "prod", "SECRET_KEY": SECRET}, "PIX_ENV"),
        ({"SECRET_KEY": SECRET, "DATABASE_URL": "mysql://x"}, "DATABASE_URL"),
        ({"SECRET_KEY": SECRET, "DATABASE_URL": "sqlite:///"}, "DATABASE_URL"),
        ({"SECRET_KEY": SECRET, "MAX_REACHABLE_LEVEL": "9"}, "MAX_REACHABLE_LEVEL"),
        ({"SECRET_KEY": SECRET, "MAX_REACHABLE_LEVEL": "sept"}, "MAX_REACHABLE_LEVEL"),
        ({"SECRET_KEY": SECRET, "SQLITE_SYNCHRONOUS": "maybe"}, "SQLITE_SYNCHRONOUS"),
    ],
)
def test_what_is_missing_or_wrong_is_named(environ: dict[str, str], named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        Settings.from_environment(environ)


@pytest.mark.parametrize("environment", ["development", "test"])
def test_development_and_tests_need_nothing(environment: str) -> None:
    assert Settings.from_environment({"PIX_ENV": environment}).environment == environment


def test_settings_cannot_change() -> None:
    settings = Settings.from_environment({"PIX_ENV": "test"})
    with pytest.raises(dataclasses.FrozenInstanceError):
        settings.base_url = "x"  # type: ignore[misc]


def test_env_file_lines() -> None:
    lines = ["# a comment", "", "A=1", " B = two words ", "C='quoted # kept'", 'export D="x=y"', "nonsense"]
    assert read_env_file(lines) == {"A": "1", "B": "two words", "C": "quoted # kept", "D": "x=y"}


def test_env_file_is_for_development_and_the_environment_wins(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    assert environment_with_file({"A": "1"}, file) == {"A": "1"}
    file.write_text("PIX_ENV=development\nA=file\nB=file\n")
    assert environment_with_file({"A": "1"}, file) == {"PIX_ENV": "development", "A": "1", "B": "file"}
    assert environment_with_file({"PIX_ENV": "production"}, file) == {"PIX_ENV": "production"}
    file.write_text("B=file\n")
    assert environment_with_file({"A": "1"}, file) == {"A": "1"}
    assert environment_with_file({"PIX_ENV": "development"}, file) == {"PIX_ENV": "development", "B": "file"}


def test_every_setting_says_what_it_is() -> None:
    source = (ROOT / "app" / "settings.py").read_text("utf-8")
    for field in dataclasses.fields(Settings):
        variable = "PIX_ENV" if field.name == "environment" else field.name.upper()
        assert f'"""`{variable}`: ' in source
