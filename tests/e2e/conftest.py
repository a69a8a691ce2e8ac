"""The state in which a bookkeeper comes back to her work: settings, login, everything imported and matched."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from world import World, world


@pytest.fixture(scope="session")
def settled(planted: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A template of that state, made once a session by the program itself."""
    folder = tmp_path_factory.mktemp("settled") / "world"
    with world(folder, planted) as office:
        office.settings(exact={"settle_seconds": 0.001})
        office.sign_in()
        office.json("import")
        office.json("match")
    return folder


@pytest.fixture
def make_office(tmp_path: Path, settled: Path) -> Iterator[Callable[..., World]]:
    """Worlds in that state; `switches` as `demo.running.start` takes them."""
    with ExitStack() as opened:
        count = iter(range(100))

        def make(**switches: Any) -> World:
            office = opened.enter_context(world(tmp_path / f"office-{next(count)}", settled, **switches))
            office.settings_of(office.demo.addresses())
            return office

        yield make


@pytest.fixture
def office(make_office: Callable[..., World]) -> World:
    return make_office()
