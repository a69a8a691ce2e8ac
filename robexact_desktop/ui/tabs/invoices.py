"""The tab Facturen: what is there, in which state, what a selection adds up to."""

from array import array
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from robexact_desktop.domain.changes import Changed
from robexact_desktop.domain.listing import Group, InvoiceView, ListedInvoice, SortBy
from robexact_desktop.domain.names import InvoiceId, Kind
from robexact_desktop.texts import formats
from robexact_desktop.ui.actions import Act
from robexact_desktop.ui.formats import amount, count
from robexact_desktop.ui.marks import invoice_mark
from robexact_desktop.ui.models.windowed import Align, Column, WindowedModel
from robexact_desktop.ui.preview.pane import PreviewPane
from robexact_desktop.ui.shell import Place, Shell
from robexact_desktop.ui.tabs.tab import Badge, TabPage
from robexact_desktop.ui.widgets.basics import SearchField, Segments, column_layout, row_layout
from robexact_desktop.ui.widgets.delegate import RowDelegate
from robexact_desktop.ui.widgets.table import Table
from robexact_desktop.ui.words import language, words


class _Source:
    """The list as the shell's reading sees it now: the reading is opened anew when something changed."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def ids(self, view: InvoiceView, limit: int | None = None) -> "array[int]":
        return self._shell.reading.work.stores.listed.ids(view, limit)

    def rows(self, ids: Sequence[int]) -> dict[int, ListedInvoice]:
        return self._shell.reading.work.stores.listed.rows(ids)


def invoice_columns() -> list[Column[ListedInvoice]]:
    """Widths in pixels at 100 % (look.md 5); amounts and numbers are never cut."""
    return [
        Column("number", words("column.number"), lambda row: row.number, 92, whole=True),
        Column("state", words("column.state"), lambda row: invoice_mark(row).word, 188),
        Column("journal", words("column.journal"), _journal, 78),
        Column("date", words("column.date"), lambda row: formats.day(row.date), 104, whole=True),
        Column("relation_name", words("column.relation"), lambda row: row.relation_name),
        Column("excl", words("column.excl"), lambda row: _amount(row, "excl"), 98, Align.RIGHT),
        Column("vat", words("column.vat"), lambda row: _amount(row, "vat"), 90, Align.RIGHT),
        Column("incl", words("column.incl"), lambda row: _amount(row, "incl"), 106, Align.RIGHT, strong=True),
    ]


def _journal(row: ListedInvoice) -> str:
    return f"{row.journal} CN" if row.type.value == "credit_note" else row.journal


def _amount(row: ListedInvoice, name: str) -> str:
    shown = amount(getattr(row, name), language())
    return shown if row.currency == "EUR" else f"{row.currency} {shown}"


class InvoicesTab(TabPage):
    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("invoices_tab")
        self._shell = shell
        self._model = WindowedModel[InvoiceView, ListedInvoice](
            _Source(shell), invoice_columns(), InvoiceView(kind=Kind.SALES), self
        )
        delegate = RowDelegate(self, {"state": invoice_mark}, frozen="state")
        self.table = Table(self._model, delegate, "invoice_table", self)
        self.table.setAccessibleName(words("tab.invoices"))
        self._search = SearchField(words("action.search"), "invoice_search")
        self._kinds = Segments("kind", [(k, words(f"kind.{k}")) for k in ("all", "sales", "purchase")], "sales")
        self._groups = Segments("group", [(g.value, words(f"group.{g}")) for g in Group], Group.TO_SEND.value)
        layout = column_layout(self, spacing=0)
        layout.addWidget(self._command_row())
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.table)
        self.preview = PreviewPane(shell, self)
        self.splitter.addWidget(self.preview)
        self.splitter.setHandleWidth(1)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([900, 500])
        layout.addWidget(self.splitter, 1)
        self._search.typed.connect(self._on_view)
        self._kinds.chosen.connect(self._on_view)
        self._groups.chosen.connect(self._on_view)
        self.table.sort_requested.connect(self._on_sort)
        self.table.current_changed.connect(self._on_current)
        self.preview.stepped.connect(self._on_step)
        self.reload()

    def _command_row(self) -> QWidget:
        row = QWidget()
        row.setObjectName("commandrow")
        row.setFixedHeight(48)
        layout = row_layout(row, margins=(16, 8, 16, 8), spacing=8)
        layout.addWidget(self._search)
        layout.addWidget(self._kinds)
        layout.addWidget(self._groups)
        layout.addStretch(1)
        return row

    # TabPage

    def on_changed(self, changed: Changed) -> None:
        if changed:
            self.reload()

    def badge(self) -> Badge:
        counts = self._shell.reading.work.stores.listed.counts(None)
        return Badge(counts[Group.BLOCKED] + counts[Group.REFUSED])

    def go_to(self, place: Place) -> None:
        number = self._shell.reading.work.stores.listed.number_of(InvoiceId(place.what))
        if number is not None:
            self.table.go_to(number)

    def search(self) -> None:
        self._search.setFocus()

    def act(self, act: Act) -> None:
        if act is Act.PENCIL:
            self.preview.edit_current()
        elif act is Act.WHY:
            self.preview.toggle_why()

    def _on_current(self, number: int | None) -> None:
        row = None if number is None else self._shell.reading.work.stores.listed.rows([number]).get(number)
        self.preview.show_invoice(row.id if row else None)
        self.preview.show_place(None if number is None else self._model.place_of(number), self._model.rowCount())

    def _on_step(self, step: int) -> None:
        current = self.table.current_id()
        place = None if current is None else self._model.place_of(current)
        if place is not None and 0 <= place + step < self._model.rowCount():
            self.table.go_to(self._model.id_at(place + step))

    # view

    def reload(self) -> None:
        counts = self._shell.reading.work.stores.listed.counts(self._view().kind)
        for group, found in counts.items():
            self._groups.show_count(group.value, count(found))
        self._model.reload()

    def _view(self, **changes: Any) -> InvoiceView:
        present = self._model.view
        kind = self._kinds.present
        return InvoiceView(
            kind=None if kind == "all" else Kind(kind),
            group=Group(self._groups.present),
            text=self._search.text(),
            sort_by=changes.get("sort_by", present.sort_by),
            descending=changes.get("descending", present.descending),
        )

    def _on_view(self, _: str) -> None:
        self._model.show(self._view())
        self.reload()

    def _on_sort(self, key: str, descending: bool) -> None:
        self._model.show(self._view(sort_by=SortBy(key), descending=descending))
        self.table.show_order()
