from collections.abc import Iterator
from pathlib import Path

import pytest

from robexact_desktop.adapters.store.database import Database


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path) as opened:
        yield opened
