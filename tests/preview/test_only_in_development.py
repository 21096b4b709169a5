"""The preview shows every answer: it is nowhere near what learners use."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from app.cli import main
from app.preview.application import OnlyInDevelopment, create_preview
from app.settings import settings
from tests.conftest import WORLD
from tests.house.routes import addresses


def test_the_application_has_none_of_its_addresses() -> None:
    assert [one.path for one in addresses() if one.path.startswith("/apercu")] == []


async def test_the_application_answers_that_they_do_not_exist(client: httpx.AsyncClient) -> None:
    for path in ("/apercu", "/apercu/epreuves", "/apercu/ecrans/ch-c6ep34wk/juste-1"):
        assert (await client.get(path)).status_code == 404


def test_the_settings_of_an_open_service_are_refused() -> None:
    with pytest.raises(OnlyInDevelopment):
        create_preview(WORLD, replace(settings(), environment="production"))


def test_the_command_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PIX_ENV", "production")
    settings.cache_clear()
    try:
        assert main(["content", "preview", "--root", str(WORLD)]) == 1
    finally:
        monkeypatch.undo()
        settings.cache_clear()
    assert "aperçu" in capsys.readouterr().err


async def test_its_pages_hold_frames_of_its_own_and_nothing_else(preview: httpx.AsyncClient, tree: Path) -> None:
    del tree
    policy = (await preview.get("/apercu")).headers["content-security-policy"]
    assert "frame-ancestors 'self'; frame-src 'self'" in policy
    assert "default-src 'none'; script-src 'self'; style-src 'self'" in policy
    assert "unsafe" not in policy
