"""What every test can ask for."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import hypothesis
import pytest

from tests import sharing

hypothesis.settings.register_profile("pix", parent=hypothesis.settings(), deadline=None)  # a machine may be busy
hypothesis.settings.load_profile("pix")

ENGINE = os.environ.get("PIX_TEST_DATABASE", "sqlite")
HOST = "https://pix.test"
WORLD = Path(__file__).with_name("world")

FIRST_PROCESS = sharing.FOLDER not in os.environ
"""The others, which it starts, find in their environment the folder that it has made for all."""
if FIRST_PROCESS:
    os.environ[sharing.FOLDER] = tempfile.mkdtemp(prefix="pix-run-")

os.environ.update(
    PIX_ENV="test",
    # Never opened: `tests.databases` points the engine to a database for each test.
    DATABASE_URL="postgresql:///nowhere" if ENGINE == "postgres" else "sqlite:////nowhere/pix.sqlite",
    SECRET_KEY="a key for the tests, of at least 32 characters",
    BADGE_SIGNING_KEY="",
    BASE_URL=HOST,
    MAIL_URL="console:",
    DATA_DIR=tempfile.mkdtemp(prefix="pix-data-"),
    MAX_REACHABLE_LEVEL="7",
    PLACEMENT_ENGINE=os.environ.get("PIX_TEST_ENGINE", "bayesian"),
    TRUSTED_PROXIES="",
    SQLITE_SYNCHRONOUS="FULL",
)

LONGEST = ("reliability", "accessibility", "browser", "demo")
"""The folders whose tests take tens of seconds."""

if TYPE_CHECKING:
    from litestar import Litestar

    from app.content.index import ContentIndex
    from app.persistence.engine import Database
    from tests.cast import Cast
    from tests.databases import PostgresServer, SQLiteFiles


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The longest first, so that no core waits for another at the end.

    On PostgreSQL, only what meets the database: the rest has run on SQLite.
    """
    items.sort(key=lambda item: item.path.parent.name not in LONGEST)
    if ENGINE == "sqlite":
        return
    kept = [item for item in items if "database" in item.fixturenames and "browser" not in item.keywords]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


def pytest_unconfigure() -> None:
    shutil.rmtree(os.environ["DATA_DIR"], ignore_errors=True)
    if FIRST_PROCESS:
        shutil.rmtree(sharing.folder_of_the_run(), ignore_errors=True)


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def databases() -> Iterator[SQLiteFiles | PostgresServer]:
    """Where fresh databases come from, once per session."""
    from tests.databases import PostgresMissing, SQLiteFiles, memory_folder, postgres_server

    folder = memory_folder("pix-tests-")
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        source: SQLiteFiles | PostgresServer = SQLiteFiles(folder)
        if ENGINE == "postgres":
            try:
                source = stack.enter_context(postgres_server(folder))
            except PostgresMissing as missing:
                (pytest.fail if os.environ.get("CI") else pytest.skip)(str(missing))
        source.make_template()
        yield source


@pytest.fixture
async def database(databases: SQLiteFiles | PostgresServer, request: pytest.FixtureRequest) -> AsyncIterator[Database]:
    """A fresh database with its schema and no rows but the content that `world` asks; the engine of this process."""
    from app.persistence.engine import engine

    template = await databases.filled("world", load_world) if "world" in request.fixturenames else None
    async with databases.fresh(template):
        yield engine()


@pytest.fixture
async def database_url(database: Database) -> str:
    """The URL of the fresh database, for another process."""
    from app.persistence.postgres_engine import PooledPostgresEngine

    return database.url if isinstance(database, PooledPostgresEngine) else f"sqlite:///{database.path}"


@pytest.fixture
async def world(database: Database) -> AsyncIterator[ContentIndex]:
    """The content of `tests/world`, loaded: a few skills, a challenge of every kind."""
    del database
    from app.content import releases
    from app.evaluation import runs

    releases.forget()
    runs.forget()
    await releases.refresh()
    yield releases.current_index()
    releases.forget()
    runs.forget()


async def load_world() -> None:
    from app.content import releases
    from app.lib.clock import now

    releases.forget()
    await releases.load_tree(WORLD, now())


@pytest.fixture(scope="session")
def application() -> Litestar:
    """The real application, not started: made once, for making it takes longer than most tests."""
    from app.main import create_app
    from app.settings import settings

    sharing.share_compiled_components()
    return create_app(settings())


@pytest.fixture
async def app(application: Litestar, database: Database, world: ContentIndex) -> AsyncIterator[Litestar]:
    """The real application, started on a fresh database with the content of `tests/world`."""
    del database, world
    async with application.lifespan():
        yield application


@pytest.fixture
async def open_client(app: Litestar) -> AsyncIterator[Callable[..., httpx.AsyncClient]]:
    """`open_client()` gives another browser: its own cookies, everything it shows is linted."""
    async with AsyncExitStack() as stack:

        def browser(**options: Any) -> httpx.AsyncClient:
            client = httpx.AsyncClient(
                transport=httpx.ASGITransport(app=app),
                base_url=HOST,
                headers={"Origin": HOST, "Accept-Language": "fr", **options.pop("headers", {})},
                event_hooks={"response": [lint_page]},
                **options,
            )
            stack.push_async_callback(client.aclose)
            return client

        yield browser


@pytest.fixture
def client(open_client: Callable[..., httpx.AsyncClient]) -> httpx.AsyncClient:
    """A browser on the application, nobody signed in."""
    return open_client()


@pytest.fixture
def cast(database: Database) -> Cast:
    """Louise, her teacher, a stranger…: `await cast.sign_in(client, "louise")`."""
    del database
    from tests.cast import Cast

    return Cast()


async def lint_page(response: httpx.Response) -> None:
    """Whatever the test is about, the page must be a good one."""
    if not response.headers.get("content-type", "").startswith("text/html"):
        return
    from tests.house.page_lint import lint_page as faults_of

    await response.aread()
    fragment = "<!doctype" not in response.text[:200].lower()
    faults = faults_of(response.text, url=response.url.path, fragment=fragment)
    assert not faults, "\n".join((str(response.url), *faults))
