"""The demo's firm, everything fetched once; each test works on a copy of its own."""

import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from robexact_desktop.app import open_office
from robexact_desktop.demo_office import DemoOffice
from robexact_desktop.services.refresh import refresh
from robexact_desktop.services.workplace import Workplace


@contextmanager
def workplace(folder: Path, forbidden: Collection[str] = ()) -> Iterator[Workplace]:
    """`forbidden` are resources of Robaws that the role of its key may not see."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
        with open_office(folder, demo=True) as office:
            assert isinstance(office, DemoOffice)
            environment = office.environments()[0]
            with office.alone(), office.workplace(environment) as work:
                if forbidden:
                    assert office._demo is not None
                    office._demo.robaws.tenant.forbidden_modules.update(forbidden)
                yield work


@pytest.fixture(scope="session")
def fetched_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    with workplace(folder) as work:
        refresh(work)
    return folder


@pytest.fixture
def work(fetched_demo: Path, tmp_path: Path) -> Iterator[Workplace]:
    """As it is right after the first reading."""
    folder = tmp_path / "copy"
    shutil.copytree(fetched_demo, folder)
    with workplace(folder) as opened:
        yield opened


@pytest.fixture
def work_without(fetched_demo: Path, tmp_path: Path) -> Iterator[Callable[[str], Workplace]]:
    """The same, where Robaws refuses one of its lists."""
    with ExitStack() as opened:

        def make(resource: str) -> Workplace:
            folder = tmp_path / "refused"
            shutil.copytree(fetched_demo, folder)
            return opened.enter_context(workplace(folder, [resource]))

        yield make
