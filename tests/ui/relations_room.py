"""The window on the demo's firm, at the tab Relaties: what its tests have in common."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from robexact_desktop import window as window_room
from robexact_desktop.app import open_office
from robexact_desktop.services.link_relation import match_and_list
from robexact_desktop.services.refresh import refresh
from robexact_desktop.services.relation_list import ListedRelation, Standing
from robexact_desktop.texts import Language
from robexact_desktop.ui.dialogs.relation_pencil import RelationPencil
from robexact_desktop.ui.main_window import MainWindow
from robexact_desktop.ui.shell import Tab
from robexact_desktop.ui.tabs.relations import RelationsTab
from robexact_desktop.ui.widgets.basics import PlainLabel

W = TypeVar("W", bound=QWidget)


def fetch(folder: Path, *, matched: bool) -> Path:
    """A demo's folder, everything fetched; where `matched`, the certain links are made."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
        with open_office(folder, demo=True) as office:
            environment = office.environments()[0]
            with office.alone(), office.workplace(environment) as work:
                refresh(work)
                if matched:
                    match_and_list(work)
    return folder


@contextmanager
def opened(
    qtbot: QtBot,
    fetched: Path,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: Language = Language.NL,
) -> Iterator[MainWindow]:
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
    shutil.copytree(fetched, folder)
    window_room.application()
    with open_office(folder, demo=True) as office:
        made = window_room.main_window(office, office.environments()[0], demo=True, language=language)
        made.shell.forget_everything()
        made.show()
        made.activateWindow()  # its keys are heard by the window that is in front
        qtbot.waitUntil(made.isActiveWindow)
        press(made, "tab_relations")
        settle(qtbot, made)
        yield made
        made.close()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Until the lane has nothing left."""
    qtbot.waitUntil(lambda: not window.shell.lane.is_busy, timeout=60_000)


def tab(window: MainWindow) -> RelationsTab:
    found = window.tabs[Tab.RELATIONS]
    assert isinstance(found, RelationsTab)
    return found


def part(root: QWidget, kind: type[W], name: str) -> W:
    found = root.findChild(kind, name)
    assert found is not None, name
    return found


def press(root: QWidget, name: str) -> None:
    QTest.mouseClick(part(root, QPushButton, name), Qt.MouseButton.LeftButton)


def shown(window: MainWindow) -> list[ListedRelation]:
    """The rows of the table, from above."""
    model = tab(window).table.rows
    rows = [model.row_at(place) for place in range(model.rowCount())]
    return [row for row in rows if isinstance(row, ListedRelation)]


def said_below(window: MainWindow) -> str:
    return part(window, PlainLabel, "relations_said").text()


def click_pencil(window: MainWindow, place: int) -> RelationPencil:
    """The pencil column of the row at this place."""
    table = tab(window).table
    index = table.rows.index(place, len(table.rows.columns) - 1)
    table.scrollTo(index)
    point: QPoint = table.visualRect(index).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    return part(window, RelationPencil, "relation_pencil")


def first_that(window: MainWindow, standing: Standing, *, waits: bool) -> int:
    return next(
        place for place, row in enumerate(shown(window)) if row.standing is standing and bool(row.waiting) is waits
    )
