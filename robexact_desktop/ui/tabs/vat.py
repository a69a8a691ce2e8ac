"""The tab Btw: each tariff of Robaws with the code that Exact books it under, for sales and for purchases."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from robexact_desktop.domain.changes import Changed
from robexact_desktop.domain.ledger import VATCode
from robexact_desktop.domain.listing import Group, InvoiceView
from robexact_desktop.domain.names import InvoiceId, Kind
from robexact_desktop.services.map_vat import MappedTariff, invoices_by_tariff, mapped_tariffs
from robexact_desktop.ui.actions import Act
from robexact_desktop.ui.dialogs.vat_pencil import VatPencil
from robexact_desktop.ui.models.listed_rows import ListedRows, ListView
from robexact_desktop.ui.models.windowed import Align, Column, WindowedModel
from robexact_desktop.ui.shell import Place, Shell
from robexact_desktop.ui.tabs.tab import Badge, TabPage
from robexact_desktop.ui.widgets.basics import PlainLabel, SearchField, Segments, column_layout, row_layout
from robexact_desktop.ui.widgets.delegate import Mark, RowDelegate
from robexact_desktop.ui.widgets.table import Table
from robexact_desktop.ui.words import words

UNMAPPED = "unmapped"


class VatTab(TabPage):
    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("vat_tab")
        self._shell = shell
        self._window = parent
        self._rows = ListedRows[MappedTariff](
            key=lambda row: row.id,
            search=lambda row: f"{row.name} {_code(row.sales)} {_code(row.purchase)}",
            sort_keys={
                "name": lambda row: row.name.casefold(),
                "percentage": lambda row: float(row.percentage or 0),
                "sales": lambda row: _code(row.sales),
                "purchase": lambda row: _code(row.purchase),
                "waiting": lambda row: row.waiting,
            },
            groups={UNMAPPED: _is_unmapped},
        )
        self._model = WindowedModel[ListView, MappedTariff](self._rows, _columns(), ListView("name"), self)
        marks = {"sales": _sales_mark, "purchase": _purchase_mark, "pencil_sales": _pencil, "pencil_purchase": _pencil}
        self.table = Table(self._model, RowDelegate(self, marks, frozen="name"), "vat_table", self)
        self.table.setAccessibleName(words("tab.vat"))
        self.table.clicked.connect(self._on_clicked)
        self.table.opened.connect(lambda _: self._open(Kind.SALES))
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
        return Badge(self._rows.count(UNMAPPED) if self._waits() else 0)

    def go_to(self, place: Place) -> None:
        """A tariff: its row, and the pencil of the side that misses a code, which is the page of the place."""
        number = self._rows.number_of(place.what)
        if number is not None:
            self.table.go_to(number)
            self._open(Kind(place.page) if place.page else Kind.SALES)

    def act(self, act: Act) -> None:
        if act is Act.PENCIL:
            self._open(Kind.SALES)

    def search(self) -> None:
        self._search.setFocus()

    # view

    def reload(self) -> None:
        reading = self._shell.reading
        blocked = self._blocked()
        waiting = invoices_by_tariff(reading.work, blocked)
        self._rows.fill(mapped_tariffs(reading.work, reading.books(), waiting))
        self._groups.show_count("all", str(self._rows.count("")))
        self._groups.show_count(UNMAPPED, str(self._rows.count(UNMAPPED)))
        self._model.reload()

    def _blocked(self) -> list[InvoiceId]:
        """The invoices that wait for a VAT code."""
        listed = self._shell.reading.work.stores.listed
        rows = listed.rows(listed.ids(InvoiceView(group=Group.BLOCKED)))
        return [row.id for row in rows.values() if row.problem.startswith("vat_")]

    def _waits(self) -> bool:
        return bool(self._blocked())

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
            self._open(Kind.PURCHASE if key.endswith("purchase") else Kind.SALES)

    def _open(self, side: Kind) -> None:
        number = self.table.current_id()
        row = self._rows.rows([number]).get(number) if number is not None else None
        if row is not None:
            VatPencil(self._window.window(), self._shell, row, side).open_dialog()


def _columns() -> list[Column[MappedTariff]]:
    return [
        Column("name", words("vat.tariff"), lambda row: row.name),
        Column("percentage", words("vat.rate"), lambda row: f"{row.percentage} %", 80, Align.RIGHT),
        Column("sales", words("vat.sales_code"), lambda row: _code(row.sales), 290),
        Column("pencil_sales", "", lambda _: words("action.pencil"), 44, sorts=False),
        Column("purchase", words("vat.purchase_code"), lambda row: _code(row.purchase), 290),
        Column("pencil_purchase", "", lambda _: words("action.pencil"), 44, sorts=False),
        Column("waiting", words("vat.waiting"), lambda row: str(row.waiting or ""), 70, Align.RIGHT),
    ]


def _code(code: VATCode | None) -> str:
    return f"{code.code} · {code.description}" if code is not None else ""


def _is_unmapped(row: MappedTariff) -> bool:
    return row.sales is None or row.purchase is None


def _sales_mark(row: MappedTariff) -> Mark:
    return _mark(row, row.sales)


def _purchase_mark(row: MappedTariff) -> Mark:
    return _mark(row, row.purchase)


def _mark(row: MappedTariff, code: VATCode | None) -> Mark:
    """Only what invoices wait for asks for an act; a tariff that nobody uses yet is a plain fact."""
    if code is not None and code.is_blocked:
        return Mark("ban", words("vat.blocked", code=_code(code)), "warn", "warn_bg")
    if code is not None:
        return Mark("check", _code(code), "text")
    if row.lacks_what_waits:
        return Mark("state_blocked", words("vat.not_mapped"), "warn", "warn_bg")
    return Mark("state_warning", words("vat.not_mapped"), "text2")


def _pencil(_: MappedTariff) -> Mark:
    return Mark("pencil", "", "link")
