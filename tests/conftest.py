"""Puts this folder on the path, so that tests say `from builders import sales_invoice`; makes worlds."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from world import World, plant, world

HERE = Path(__file__).parent
OF_THE_WINDOW = ("ui", "e2e_window")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Tests of the window are not read unless asked for: a bare machine lacks what importing Qt's widgets needs."""
    asked = "screen" in config.option.markexpr.replace("not screen", "")
    return True if not asked and collection_path.parent == HERE and collection_path.name in OF_THE_WINDOW else None


@pytest.fixture(scope="session")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The imaginary firm's services, planted once a session."""
    return plant(tmp_path_factory.mktemp("planted"))


@pytest.fixture(autouse=True)
def key_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A key store of its own for each test, for processes that the test starts too."""
    path = tmp_path / "keyring.json"
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "file_keyring.FileKeyring")
    monkeypatch.setenv("ROBEXACT_TEST_KEYRING", str(path))
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    return path


@pytest.fixture
def make_world(tmp_path: Path, planted: Path) -> Iterator[Callable[..., World]]:
    """Worlds on copies of the firm; `switches` as `demo.running.start` takes them."""
    with ExitStack() as opened:
        count = iter(range(100))

        def make(**switches: Any) -> World:
            folder = tmp_path / f"world-{next(count)}"
            return opened.enter_context(world(folder, planted, **switches))

        yield make


@pytest.fixture
def firm(make_world: Callable[..., World]) -> World:
    """A world whose bookkeeper has settings, is signed in and has imported everything."""
    ready = make_world()
    ready.settings()
    ready.sign_in()
    ready.json("import")
    return ready
