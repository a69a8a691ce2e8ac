from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from robexact_desktop.demo.exact import ExactState
from robexact_desktop.demo.firm import plant
from robexact_desktop.demo.robaws import RobawsState
from robexact_desktop.demo.rows import Rows

from .bookkeeper import World

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def planted(path: Path | None = None) -> World:
    rows = Rows(path)
    exact, robaws = ExactState(rows, lambda: NOW), RobawsState(rows, lambda: NOW)
    return World(exact, robaws, plant(exact, robaws, NOW.date()))


@pytest.fixture(scope="package")
def world() -> Iterator[World]:
    """Read only."""
    made = planted()
    yield made
    made.exact.store.close()
