from collections.abc import Iterator

import pytest

from robexact_desktop.demo.exact import ExactState
from robexact_desktop.demo.rows import Rows

from .made import Clock, Site, small_books


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def site(clock: Clock) -> Iterator[Site]:
    """The strict stand-in over a socket, signed in, with small books."""
    state = ExactState(Rows(), clock)
    small_books(state)
    with Site(state, clock) as made:
        made.sign_in()
        yield made
