from collections.abc import Iterator

import pytest

from robexact_desktop.demo.rows import Rows

from .books import Books, Clock
from .client import Client, server_of


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def books(clock: Clock) -> Books:
    return Books(Rows(), clock)


@pytest.fixture
def client(books: Books) -> Iterator[Client]:
    made = Client(server_of(books.state)).sign_in()
    yield made
    made.close()
