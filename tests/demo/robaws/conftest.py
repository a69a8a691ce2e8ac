from collections.abc import Iterator

import pytest

from robexact_desktop.demo.robaws import RobawsState

from .tenant import Client, Clock, running, small_tenant


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def state(clock: Clock) -> RobawsState:
    return small_tenant(clock)


@pytest.fixture
def client(state: RobawsState, clock: Clock) -> Iterator[Client]:
    with running(state, clock) as made:
        yield made
