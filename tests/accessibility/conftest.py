"""The demonstration's server and a browser; both, and the tools from npm, must be there when `CI` is set."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.accessibility.axe import SCRIPT
from tests.accessibility.demo_server import demo_made_in
from tests.browser.conftest import chromium
from tests.served import Served

__all__ = ["chromium"]


@pytest.fixture(scope="session", autouse=True)
def tools() -> None:
    if not SCRIPT.is_file():
        (pytest.fail if os.environ.get("CI") else pytest.skip)("No axe-core here: npm ci --prefix tests/accessibility.")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    one = demo_made_in(tmp_path_factory.mktemp("demo"))
    one.start()
    yield one
    one.stop()
    assert "Traceback" not in one.log(), one.log()
