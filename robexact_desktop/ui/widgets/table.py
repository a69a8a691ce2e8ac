"""The one table: selection, anchor and place kept by id through sort, filter and refresh; copy as in Excel."""

from array import array
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from robexact_desktop.ui.models.windowed import Column, WindowedModel
from robexact_desktop.ui.widgets.delegate import RowDelegate

ROW_HEIGHT = 28
HEADER_HEIGHT = 30
LEAST_OF_THE_WIDE = 120
"""A column that takes what is left keeps at least this, in pixels at 100 %."""


class Table(QTableView):
    """`current_changed` tells the row a person is at, `selection_told` that the selection is another one."""

    current_changed = Signal(object)  # int | None
    selection_told = Signal()
    sort_requested = Signal(str, bool)  # column key, descending
    opened = Signal(object)  # int: double click, Enter

    def __init__(self, model: WindowedModel[Any, Any], delegate: RowDelegate, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.rows = model
        self._selected: frozenset[int] = frozenset()
        self._current: int | None = None
        self._restoring = False
        self.setModel(model)
        self.setItemDelegate(delegate)
        self._look()
        self._head()
        model.modelAboutToBeReset.connect(self._remember)
        model.reloaded.connect(self._restore)
        copy = QAction(self)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self._on_copy)
        self.addAction(copy)

    # what others ask

    def selected_ids(self) -> "array[int]":
        """In the order of the table, read from the ranges: asking row by row costs a second for 100,000."""
        selection = self.selectionModel().selection()
        ranges = sorted((selection.at(i).top(), selection.at(i).bottom()) for i in range(selection.count()))
        found: array[int] = array("q")
        for first, last in ranges:
            found.extend(self.rows.ids_between(first, last))
        return found

    def current_id(self) -> int | None:
        index = self.currentIndex()
        return self.rows.id_at(index.row()) if index.isValid() else None

    def select_ids(self, ids: Iterable[int], current: int | None = None) -> None:
        """Select these, wherever they are now; those out of view are left out."""
        wanted = frozenset(ids)
        self._selected, self._current = wanted, current if current is not None else next(iter(wanted), None)
        self._restore()

    def go_to(self, row_id: int) -> None:
        self.select_ids([row_id], row_id)

    # look

    def _look(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        vertical = self.verticalHeader()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(ROW_HEIGHT)
        vertical.hide()
        self.doubleClicked.connect(self._on_double_click)

    def _head(self) -> None:
        header = self.horizontalHeader()
        header.setFixedHeight(HEADER_HEIGHT)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        # after Ctrl+A the stock header asks every cell at each repaint: 1 s for 100,000 rows, 5 ms with its own
        header.setSelectionModel(QItemSelectionModel(self.rows, header))
        header.sectionClicked.connect(self._on_header)
        self.show_order()

    def show_order(self) -> None:
        """The arrow above the column that the view is sorted by."""
        view = self.rows.view
        place = next((i for i, column in enumerate(self.rows.columns) if column.key == view.sort_by), -1)
        order = Qt.SortOrder.DescendingOrder if view.descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(place, order)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Fixed widths as given, the rest to those without one."""
        columns: list[Column[Any]] = self.rows.columns
        wide = [place for place, column in enumerate(columns) if column.width is None]
        left = self.viewport().width() - sum(column.width or 0 for column in columns)
        for place, column in enumerate(columns):
            share = max(left // len(wide), LEAST_OF_THE_WIDE) if wide else 0
            self.setColumnWidth(place, column.width if column.width is not None else share)

    def sizeHint(self) -> QSize:
        return QSize(640, 400)

    # by id

    def _remember(self) -> None:
        """Before the order changes. While nothing is selected there is nothing to find again."""
        self._restoring = True
        if self.selectionModel() is not None:
            self._selected = frozenset(self.selected_ids()) or self._selected
            self._current = self.current_id() if self.current_id() is not None else self._current
            self._offset = self._offset_of_current()

    def _offset_of_current(self) -> int | None:
        index = self.currentIndex()
        return self.rowViewportPosition(index.row()) if index.isValid() else None

    def _restore(self) -> None:
        """After it changed: the same ids selected, the anchor and the scroll place where they were."""
        places = sorted(place for row in self._selected if (place := self.rows.place_of(row)) is not None)
        selection = QItemSelection()
        last = len(self.rows.columns) - 1
        for first, final in _stretches(places):
            top, bottom = self.rows.index(first, 0), self.rows.index(final, last)
            selection.append(QItemSelectionRange(top, bottom))
        current = self.rows.place_of(self._current) if self._current is not None else None
        chosen = self.selectionModel()
        if current is not None:
            chosen.setCurrentIndex(self.rows.index(current, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
            self._scroll_to(current)
        chosen.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._restoring = False
        self.selection_told.emit()
        self.current_changed.emit(self._current if current is not None else None)

    def _scroll_to(self, place: int) -> None:
        offset = getattr(self, "_offset", None)
        if offset is None:
            self.scrollTo(self.rows.index(place, 0))
        else:
            self.verticalScrollBar().setValue(place * self.verticalHeader().defaultSectionSize() - offset)

    # what a person does

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._restoring:
            self._selected = frozenset(self.selected_ids())
            self.selection_told.emit()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if not self._restoring and current.isValid():
            self._current = self.rows.id_at(current.row())
            self.current_changed.emit(self._current)

    def keyPressEvent(self, event: Any) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if (current := self.current_id()) is not None:
                self.opened.emit(current)
            return
        super().keyPressEvent(event)

    def _on_double_click(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.id_at(index.row()))

    def _on_header(self, section: int) -> None:
        column = self.rows.columns[section]
        if column.sorts:
            again = self.rows.view.sort_by == column.key
            self.sort_requested.emit(column.key, not self.rows.view.descending if again else False)

    def _on_copy(self) -> None:
        """The selected rows as Excel takes them, with the titles."""
        lines = ["\t".join(column.title for column in self.rows.columns)]
        for row_id in self.selected_ids():
            place = self.rows.place_of(row_id)
            row = self.rows.row_at(place) if place is not None else None
            if row is not None:
                lines.append("\t".join(column.text(row).replace("\t", " ") for column in self.rows.columns))
        QGuiApplication.clipboard().setText("\n".join(lines))


def _stretches(places: list[int]) -> list[tuple[int, int]]:
    """Rows that follow one another, as ranges: a selection of 100,000 single rows takes seconds."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and place == found[-1][1] + 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found
