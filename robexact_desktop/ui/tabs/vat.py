"""The tab Btw: each tariff of Robaws with the code that Exact books it under, for sales and for purchases."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from robexact_desktop.domain.changes import Changed
from robexact_desktop.domain.names import Kind
from robexact_desktop.services.map_vat import MappedTariff, invoices_by_tariff, mapped_tariffs, wait_for_vat
from robexact_desktop.ui.actions import Act
from robexact_desktop.ui.dialogs.vat_pencil import VatPencil
from robexact_desktop.ui.models.listed_rows import ListedRows, ListView
from robexact_desktop.ui.models.windowed import WindowedModel
from robexact_desktop.ui.shell import Place, Shell
from robexact_desktop.ui.tabs.tab import Badge, TabPage
from robexact_desktop.ui.tabs.vat_columns import OF_PURCHASES, inks, marks, searched, sort_keys, vat_columns
from robexact_desktop.ui.widgets.basics import PlainLabel, SearchField, Segments, column_layout, row_layout
from robexact_desktop.ui.widgets.delegate import RowDelegate
from robexact_desktop.ui.widgets.table import Table
from robexact_desktop.ui.words import words

UNMAPPED = "unmapped"
ASKS_FIRST = "asks"
"""The order before a person chooses one: what invoices wait for, what is wrong, then by name."""


class VatTab(TabPage):
    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("vat_tab")
        self._shell = shell
        self._window = parent
        self._tariffs: list[MappedTariff] = []
        self._rows = ListedRows[MappedTariff](
            key=lambda row: row.id,
            search=searched,
            sort_keys=sort_keys(),
            groups={UNMAPPED: _is_unmapped},
        )
        self._model = WindowedModel[ListView, MappedTariff](self._rows, vat_columns(), ListView(ASKS_FIRST), self)
        self.table = Table(self._model, RowDelegate(self, marks(), frozen="name", inks=inks()), "vat_table", self)
        self.table.setAccessibleName(words("tab.vat"))
        self.table.clicked.connect(self._on_clicked)
        self.table.opened.connect(self._on_opened)
        self.table.sort_requested.connect(self._on_sort)
        self._search = SearchField(words("vat.search"), "vat_search")
        self._groups = Segments("vat_group", [("all", words("group.all")), (UNMAPPED, words("vat.unmapped"))], "all")
        self._search.typed.connect(self._on_view)
        self._groups.chosen.connect(self._on_view)
        layout = column_layout(self, spacing=0)
        layout.addWidget(self._command_row())
        layout.addWidget(self.table, 1)
        self.reload()

    def _command_row(self) -> QWidget:
        row = QWidget()
        row.setObjectName("commandrow")
        row.setFixedHeight(48)
        layout = row_layout(row, margins=(16, 8, 16, 8))
        layout.addWidget(self._search)
        layout.addWidget(self._groups)
        layout.addWidget(PlainLabel(words("vat.never_guessed"), size="small", colour="text2"))
        layout.addStretch(1)
        return row

    # TabPage

    def on_changed(self, changed: Changed) -> None:
        if changed & (Changed.MAPPINGS | Changed.LEDGER | Changed.SETTINGS | Changed.INVOICES):
            self.reload()

    def badge(self) -> Badge:
        return Badge(sum(row.asks for row in self._tariffs))

    def go_to(self, place: Place) -> None:
        """A tariff: its row, and the pencil of the side that misses a code, which is the page of the place."""
        number = self._rows.number_of(place.what)
        if number is None:
            return
        if self._model.place_of(number) is None:
            self._on_clear()
            self._model.reload()  # all of it, not only the first rows
        self.table.go_to(number)
        self._open(Kind(place.page) if place.page else self._side_wanted())

    def act(self, act: Act) -> None:
        if act is Act.PENCIL:
            self._open(self._side_wanted())

    def search(self) -> None:
        self._search.setFocus()
        self._search.selectAll()

    # view

    def reload(self) -> None:
        reading = self._shell.reading
        waiting = invoices_by_tariff(reading.work, wait_for_vat(reading.work))
        self._tariffs = mapped_tariffs(reading.work, reading.books(), waiting)
        self._rows.fill(self._tariffs)
        self._groups.show_count("all", str(self._rows.count("")))
        self._groups.show_count(UNMAPPED, str(self._rows.count(UNMAPPED)))
        self._model.reload()

    def _on_clear(self) -> None:
        """Nothing filtered: a button leads to a row that must be seen."""
        self._search.clear()
        self._groups.choose("all")
        self._on_view("")

    def _on_view(self, _: str) -> None:
        group = self._groups.present
        view = self._model.view
        self._model.show(ListView(view.sort_by, view.descending, "" if group == "all" else group, self._search.text()))

    def _on_sort(self, key: str, descending: bool) -> None:
        view = self._model.view
        self._model.show(ListView(key, descending, view.group, view.text))
        self.table.show_order()

    def _on_clicked(self, index: QModelIndex) -> None:
        key = self._model.columns[index.column()].key
        if key.startswith("pencil") or key in ("sales", "purchase"):
            self._open(Kind.PURCHASE if key in OF_PURCHASES else Kind.SALES)

    def _on_opened(self, _: int) -> None:
        self._open(self._side_wanted())

    def _side_wanted(self) -> Kind:
        """From the keys: the side that asks; the pencil itself leads on to the other one."""
        row = self._present()
        if row is None or row.sales.asks or not (row.purchase.asks or (row.purchase.why and not row.sales.why)):
            return Kind.SALES
        return Kind.PURCHASE

    def _present(self) -> MappedTariff | None:
        number = self.table.current_id()
        return self._rows.rows([number]).get(number) if number is not None else None

    def _open(self, side: Kind) -> None:
        row = self._present()
        if row is not None:
            VatPencil(self._window.window(), self._shell, row, side).open_dialog()


def _is_unmapped(row: MappedTariff) -> bool:
    return bool(row.sales.why or row.purchase.why)
