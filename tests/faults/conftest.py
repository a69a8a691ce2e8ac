"""One batch for all fault runs, and what its undisturbed sending comes to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from batch import Batch, made
from checker import Checker, outcome


@pytest.fixture(scope="session")
def made_batch(tmp_path_factory: pytest.TempPathFactory, planted: Path) -> Iterator[Batch]:
    with made(tmp_path_factory.mktemp("faults"), planted) as batch:
        yield batch


@pytest.fixture(scope="session")
def checker(made_batch: Batch) -> Checker:
    """Knows the undisturbed sending, made once."""
    made_batch.set_back()
    ended = made_batch.send()
    assert ended.code == 0, ended.err
    return Checker(made_batch, outcome(made_batch))


@pytest.fixture
def batch(made_batch: Batch, checker: Checker) -> Batch:
    """The moment before the sending."""
    assert checker.batch is made_batch
    made_batch.set_back()
    return made_batch
