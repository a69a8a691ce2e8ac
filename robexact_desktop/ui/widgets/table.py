"""The one table: selection, anchor and place kept by id through sort, filter and refresh; copy as in Excel."""

from array import array
from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QFont, QFontMetrics, QGuiApplication, QKeySequence, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from robexact_desktop.ui.models.windowed import Align, Column, WindowedModel
from robexact_desktop.ui.theme import font
from robexact_desktop.ui.widgets.delegate import MARGIN, RowDelegate

ROW_HEIGHT = 28
HEADER_HEIGHT = 30
LEAST_OF_THE_WIDE = 120
"""A column that takes what is left keeps at least this, in pixels at 100 %."""
LEAST_BY_HAND = 40
"""Narrower than this a column cannot be found again."""
ENOUGH_FOR_A_NAME = 140
"""Below this a column that yields makes room for it (look.md 8)."""


class Table(QTableView):
    """`current_changed` tells the row a person is at, `selection_told` that the selection is another one."""

    current_changed = Signal(object)  # int | None
    selection_told = Signal()
    sort_requested = Signal(str, bool)  # column key, descending
    opened = Signal(object)  # int: double click, Enter
    pressed_at = Signal(object, str)  # int, column key: a plain click on a cell
    columns_changed = Signal()  # by a person: shown, width, order

    def __init__(self, model: WindowedModel[Any, Any], delegate: RowDelegate, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.rows = model
        self._selected: frozenset[int] = frozenset()
        self._current: int | None = None
        self._restoring = False
        self._anchor: int | None = None
        self._from_anchor = False
        self._offset: int | None = None
        self._widths: dict[str, int] = {}
        self._hidden: frozenset[str] = frozenset()
        self._by_hand: dict[str, int] = {}
        self._sharing = False
        self.setModel(model)
        self.setItemDelegate(delegate)
        self._look()
        self._head()
        model.modelAboutToBeReset.connect(self._remember)
        model.reloaded.connect(self._restore)
        copy = QAction(self)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy)
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
        if any(self.rows.place_of(row) is None for row in wanted):
            self.rows.read_whole()
        self._selected, self._current = wanted, current if current is not None else next(iter(wanted), None)
        self._anchor, self._offset = self._current, None
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
        self.verticalScrollBar().valueChanged.connect(self._fit_whole)

    def _head(self) -> None:
        header = self.horizontalHeader()
        header.setFixedHeight(HEADER_HEIGHT)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        # after Ctrl+A the stock header asks every cell at each repaint: 1 s for 100,000 rows, 5 ms with its own
        header.setSelectionModel(QItemSelectionModel(self.rows, header))
        header.setSectionsMovable(True)
        header.sectionClicked.connect(self._on_header)
        header.sectionResized.connect(self._on_resized)
        header.sectionMoved.connect(self._on_moved)
        self.show_order()

    def show_order(self) -> None:
        """The arrow above the column that the view is sorted by."""
        view = self.rows.view
        place = next((i for i, column in enumerate(self.rows.columns) if column.key == view.sort_by), -1)
        # Fusion draws ascending as an arrow down; people read an arrow up as "from small to large"
        order = Qt.SortOrder.AscendingOrder if view.descending else Qt.SortOrder.DescendingOrder
        self.horizontalHeader().setSortIndicator(place, order)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._share_width()

    def showEvent(self, event: QShowEvent) -> None:
        """What was filled while it was hidden is measured now."""
        super().showEvent(event)
        self._fit_whole()

    def hide_columns(self, keys: Iterable[str]) -> None:
        """What a person does not want to see."""
        self._hidden = frozenset(keys)
        self._share_width()
        self.columns_changed.emit()

    def columns_look(self) -> dict[str, object]:
        """What a person made of the columns, to be kept."""
        header, columns = self.horizontalHeader(), self.rows.columns
        order = [columns[header.logicalIndex(place)].key for place in range(len(columns))]
        return {"hidden": sorted(self._hidden), "widths": self._by_hand, "order": order}

    def dress_columns(self, look: Mapping[str, object]) -> None:
        """As they were kept. Columns that are new or gone since then are no reason to stumble."""
        header, keys = self.horizontalHeader(), [column.key for column in self.rows.columns]
        hidden, widths, order = look.get("hidden"), look.get("widths"), look.get("order")
        if isinstance(hidden, list):
            self._hidden = frozenset(key for key in hidden if key in keys)
        if isinstance(widths, dict):
            kept = {key: width for key, width in widths.items() if key in keys and isinstance(width, int)}
            self._by_hand = {key: max(width, LEAST_BY_HAND) for key, width in kept.items()}
        self._sharing = True
        known = [key for key in order if key in keys] if isinstance(order, list) else []
        for place, key in enumerate(known):
            header.moveSection(header.visualIndex(keys.index(key)), place)
        self._sharing = False
        self._share_width()

    @property
    def hidden_columns(self) -> frozenset[str]:
        return self._hidden

    def _share_width(self) -> None:
        """Fixed widths as given or as their widest text asks, the rest to those without one."""
        columns: list[Column[Any]] = self.rows.columns
        shown = [column for column in columns if column.key not in self._hidden]
        for column in sorted((column for column in shown if column.yields), key=lambda column: column.yields):
            if self._left_for_each(shown) < ENOUGH_FOR_A_NAME:
                shown.remove(column)
        share = max(self._left_for_each(shown), LEAST_OF_THE_WIDE)
        self._sharing = True
        for place, column in enumerate(columns):
            self.setColumnHidden(place, column not in shown)
            self.setColumnWidth(place, self._width_of(column) if column.width is not None else share)
        self._sharing = False

    def _left_for_each(self, shown: list[Column[Any]]) -> int:
        wide = sum(column.width is None for column in shown)
        taken = sum(self._width_of(column) for column in shown if column.width is not None)
        return (self.viewport().width() - taken) // max(wide, 1)

    def _width_of(self, column: Column[Any]) -> int:
        return max(self._by_hand.get(column.key, column.width or 0), self._widths.get(column.key, 0))

    def _on_resized(self, place: int, _: int, width: int) -> None:
        """A width that a person dragged is kept; what is never cut keeps room for its widest text all the same."""
        column = self.rows.columns[place]
        if not self._sharing and column.width is not None and width >= LEAST_BY_HAND:
            self._by_hand[column.key] = width
            self._share_width()
            self.columns_changed.emit()

    def _on_moved(self) -> None:
        self.viewport().update()
        if not self._sharing:
            self.columns_changed.emit()

    def _fit_whole(self) -> None:
        """Amounts, dates and numbers are never cut: a column grows to the widest text that came into sight."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        if first < 0 or not self.isVisible():
            return
        rows = [
            self.rows.row_at(place) for place in range(first, (last if last >= 0 else self.rows.rowCount() - 1) + 1)
        ]
        grown = False
        for column in self.rows.columns:
            if column.align is Align.RIGHT or column.whole:
                metrics = QFontMetrics(font("body", QFont.Weight.DemiBold if column.strong else QFont.Weight.Normal))
                widest = max(
                    (metrics.horizontalAdvance(column.text(row)) for row in rows if row is not None), default=0
                )
                if widest + 2 * MARGIN + 2 > self._width_of(column):
                    self._widths[column.key] = widest + 2 * MARGIN + 2
                    grown = True
        if grown:
            self._share_width()

    def sizeHint(self) -> QSize:
        return QSize(640, 400)

    # by id

    def _remember(self) -> None:
        """Before the order changes. Which rows are selected is known by id all the time, also those out of view now."""
        self._restoring = True
        offset = self._offset_of_current()
        self._offset = offset if offset is not None else self._offset

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
        self._fit_whole()
        self.selection_told.emit()
        self.current_changed.emit(self._current if current is not None else None)

    def _scroll_to(self, place: int) -> None:
        if self._offset is None:
            self.scrollTo(self.rows.index(place, 0))
        else:
            self.verticalScrollBar().setValue(place * self.verticalHeader().defaultSectionSize() - self._offset)

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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Shift reaches from the row that was clicked last without it, also when the rows were read anew meanwhile."""
        index = self.indexAt(event.position().toPoint())
        self._from_anchor = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if index.isValid() and not self._from_anchor:
            self._anchor = self.rows.id_at(index.row())
        super().mousePressEvent(event)
        self._from_anchor = False
        if index.isValid() and not event.modifiers() and event.button() is Qt.MouseButton.LeftButton:
            self.pressed_at.emit(self.rows.id_at(index.row()), self.rows.columns[index.column()].key)

    def keyPressEvent(self, event: Any) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if (current := self.current_id()) is not None:
                self.opened.emit(current)
            return
        self._from_anchor = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._anchor is None:
            self._anchor = self.current_id()
        before = self.current_id()
        super().keyPressEvent(event)
        if not self._from_anchor and self.current_id() != before:
            self._anchor = self.current_id()
        self._from_anchor = False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Qt forgets its anchor when the model is reset, so ours is used where Shift is held."""
        anchor = self.rows.place_of(self._anchor) if self._from_anchor and self._anchor is not None else None
        current = self.currentIndex()
        if anchor is None or not current.isValid():
            super().setSelection(rect, command)
            return
        first, final = sorted((anchor, current.row()))
        last = len(self.rows.columns) - 1
        self.selectionModel().select(QItemSelection(self.rows.index(first, 0), self.rows.index(final, last)), command)

    def _on_double_click(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.id_at(index.row()))

    def _on_header(self, section: int) -> None:
        column = self.rows.columns[section]
        if column.sorts:
            again = self.rows.view.sort_by == column.key
            self.sort_requested.emit(column.key, not self.rows.view.descending if again else False)

    def copy(self) -> None:
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
