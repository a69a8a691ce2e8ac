"""Worlds whose bookkeeper works in the window: both services and the window live in the test's process."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from pytestqt.qtbot import QtBot
from world import ENVIRONMENT, World, world

from e2e_window.hands import Hands, refreshed
from robexact_desktop import window
from robexact_desktop.adapters.secrets import platform_secrets
from robexact_desktop.office import Office


@pytest.fixture(scope="session")
def signed_in(planted: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A template: settings and login, nothing fetched."""
    folder = tmp_path_factory.mktemp("signed_in") / "world"
    with world(folder, planted) as office:
        office.settings(exact={"settle_seconds": 0.001})
        office.sign_in()
    return folder


@pytest.fixture(scope="session")
def fetched(signed_in: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A template: fetched, and linked what is certain."""
    folder = tmp_path_factory.mktemp("fetched") / "world"
    with world(folder, signed_in) as office, pytest.MonkeyPatch.context() as patched:
        for name, value in office.variables.items():
            patched.setenv(name, value)
        office.settings_of(office.demo.addresses())
        refreshed(Office(office.folder, platform_secrets))
    return folder


@pytest.fixture
def make_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., World]]:
    """A world on a copy of a template; this process uses its key store."""
    with ExitStack() as opened:
        count = iter(range(100))

        def make(template: Path, **switches: Any) -> World:
            made = opened.enter_context(world(tmp_path / f"world-{next(count)}", template, **switches))
            made.settings_of(made.demo.addresses())
            for name, value in made.variables.items():
                monkeypatch.setenv(name, value)
            return made

        yield make


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Callable[[World], Hands]]:
    """The window on a world's data folder, as it is after its start."""
    window.application()
    opened: list[Hands] = []

    def make(on: World) -> Hands:
        made = window.main_window(Office(on.folder, platform_secrets), ENVIRONMENT, demo=False)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        opened.append(Hands(qtbot, made))
        return opened[-1]

    yield make
    for hands in opened:
        hands.quit()
