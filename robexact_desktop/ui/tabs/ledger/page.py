"""One list of Exact: its rows, searched and sorted; what changed stands first."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from robexact_desktop.domain.ledger_changes import LedgerList
from robexact_desktop.ui.models.listed_rows import ListedRows, ListView
from robexact_desktop.ui.models.windowed import Column, WindowedModel
from robexact_desktop.ui.shell import Shell
from robexact_desktop.ui.tabs.ledger.columns import (
    PENCIL,
    columns_of,
    inks,
    marks_of,
    project_text,
    sort_keys,
)
from robexact_desktop.ui.tabs.ledger.rows import DIMENSIONS
from robexact_desktop.ui.tabs.ledger.standing import LedgerRow
from robexact_desktop.ui.theme import font, tokens
from robexact_desktop.ui.widgets.basics import PlainLabel, column_layout
from robexact_desktop.ui.widgets.delegate import MARGIN, RowDelegate
from robexact_desktop.ui.widgets.table import Table
from robexact_desktop.ui.words import words

CHANGED, UNLINKED = "changed", "unlinked"


class LedgerPage(QWidget):
    """`pencil_wanted` carries the project of the row."""

    pencil_wanted = Signal(object)  # MappedProject

    def __init__(self, name: LedgerList, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self.rows = ListedRows[LedgerRow](
            key=lambda row: row.key,
            search=lambda row: (
                " ".join((row.code, row.description, row.was, row.used, *row.facts.values())) + project_text(row)
            ),
            sort_keys=sort_keys(name),
            groups={CHANGED: _is_changed, UNLINKED: _is_unlinked},
        )
        self.model = WindowedModel[ListView, LedgerRow](self.rows, columns_of(name), ListView("change"), self)
        marks = marks_of(name, costs_used=lambda: shell.reading.settings.booking.use_cost_centers)
        frozen = "period" if name is LedgerList.PERIODS else "code"
        self.table = Table(self.model, LedgerDelegate(self, marks, frozen, inks=inks()), f"{name}_table", self)
        self.table.setAccessibleName(words(f"ledger.list.{name}"))
        self.table.sort_requested.connect(self._on_sort)
        self.table.opened.connect(self._on_opened)
        self.table.pressed_at.connect(self._on_pressed)
        self._nothing = PlainLabel(size="title", colour="text2", name=f"{name}_nothing")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = column_layout(self, spacing=0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._nothing, 1)
        self._tell_nothing()

    def fill(self, rows: list[LedgerRow]) -> None:
        self.rows.fill(rows)
        self.table.hide_columns([] if any(row.was for row in rows) else ["was"])  # nothing was renamed: room for names
        self.model.reload()
        self._tell_nothing()

    def show_view(self, group: str, text: str) -> None:
        view = self.model.view
        self.model.show(ListView(view.sort_by, view.descending, group, text))
        self._tell_nothing()

    def _tell_nothing(self) -> None:
        """An empty table says why it is empty."""
        empty = self.model.rowCount() == 0
        self.table.setVisible(not empty)
        self._nothing.setVisible(empty)
        filtered = bool(self.model.view.text or self.model.view.group)
        self._nothing.setText(words("ledger.no_hits" if filtered and self.rows.count("") else "ledger.nothing_read"))

    def row_of(self, what: str) -> LedgerRow | None:
        """By code, or by the number or id of a project."""
        rows = self.all()
        exact = (row for row in rows if what in (row.key, row.code))
        project = (row for row in rows if row.mapped and what in (row.mapped.project.id, row.mapped.project.code))
        return next(exact, None) or next(project, None)

    def go_to(self, row: LedgerRow) -> None:
        number = self.rows.number_of(row.key)
        if number is not None:
            if self.model.place_of(number) is None:
                self.model.reload()  # a new view shows its first rows at once, and the rest a turn later
            self.table.go_to(number)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_pencil(self) -> None:
        row = self._row(self.table.current_id())
        if row is not None and row.mapped is not None:
            self.pencil_wanted.emit(row.mapped)

    def all(self) -> list[LedgerRow]:
        return list(self.rows.rows(self.rows.ids(ListView("change"))).values())

    def _row(self, number: int | None) -> LedgerRow | None:
        return self.rows.rows([number]).get(number) if number is not None else None

    def _on_sort(self, key: str, descending: bool) -> None:
        view = self.model.view
        self.model.show(ListView(key, descending, view.group, view.text))
        self.table.show_order()

    def _on_opened(self, _: int) -> None:
        self.open_pencil()

    def _on_pressed(self, _: int, key: str) -> None:
        if key in (PENCIL, "match") and self.name in DIMENSIONS:
            self.open_pencil()


class LedgerDelegate(RowDelegate):
    """Strikes through what is no longer so: the old name, and a row that is gone."""

    def _text(self, painter: QPainter, rect: QRect, column: Column[LedgerRow], row: LedgerRow) -> None:
        if column.key == "was" or (column.key == "description" and row.is_gone):
            struck = font()
            struck.setStrikeOut(True)
            painter.setFont(struck)
            painter.setPen(QColor(tokens().text2))
            inner = rect.adjusted(MARGIN, 0, -MARGIN, 0)
            text = painter.fontMetrics().elidedText(column.text(row), Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, text)
            return
        super()._text(painter, rect, column, row)


def _is_changed(row: LedgerRow) -> bool:
    return row.change is not None


def _is_unlinked(row: LedgerRow) -> bool:
    return row.mapped is not None and row.mapped.cost is None
