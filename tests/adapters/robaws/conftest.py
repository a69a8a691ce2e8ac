from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from robexact_desktop.demo.robaws import RobawsState
from robexact_desktop.demo.rows import Rows

from .made import Tenant


@pytest.fixture
def tenant() -> Iterator[Tenant]:
    state = RobawsState(Rows(), lambda: datetime.now(UTC))
    with Tenant(state) as made:
        yield made
