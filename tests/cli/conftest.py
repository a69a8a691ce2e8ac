"""A firm that is signed in and has imported and matched everything, made once for this folder by the program."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from world import World, world


@pytest.fixture(scope="session")
def at_work(planted: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("at-work") / "world"
    with world(folder, planted) as firm:
        firm.settings()
        firm.sign_in()
        firm.json("import")
        firm.json("match")
    return folder


@pytest.fixture
def make_firm(tmp_path: Path, at_work: Path) -> Iterator[Callable[..., World]]:
    """Copies of it; `switches` as `demo.running.start` takes them."""
    with ExitStack() as opened:
        count = iter(range(100))

        def make(**switches: Any) -> World:
            firm = opened.enter_context(world(tmp_path / f"firm-{next(count)}", at_work, **switches))
            firm.settings_of(firm.demo.addresses())
            return firm

        yield make


@pytest.fixture
def firm(make_firm: Callable[..., World]) -> World:
    return make_firm()
