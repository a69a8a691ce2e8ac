"""The pencil of a tariff: all of Exact's codes, searchable; those that cannot be used stay, with the reason."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from robexact_desktop.domain.changes import Changed
from robexact_desktop.domain.ledger import VATCode
from robexact_desktop.domain.names import Kind
from robexact_desktop.services.map_vat import MappedTariff, map_vat, why_unusable
from robexact_desktop.services.workplace import Workplace
from robexact_desktop.ui.models.listed_rows import ListedRows, ListView
from robexact_desktop.ui.models.windowed import Align, Column, WindowedModel
from robexact_desktop.ui.shell import Shell
from robexact_desktop.ui.widgets.basics import PlainLabel, SearchField
from robexact_desktop.ui.widgets.delegate import Mark, RowDelegate
from robexact_desktop.ui.widgets.table import Table
from robexact_desktop.ui.widgets.veil import VeilDialog
from robexact_desktop.ui.words import words


class VatPencil(VeilDialog):
    def __init__(self, window: QWidget, shell: Shell, tariff: MappedTariff, side: Kind) -> None:
        title = words(f"vat_pencil.title_{side}", tariff=tariff.name)
        super().__init__(window, "vat_pencil", title, 980, 620)
        self._shell = shell
        self._tariff = tariff
        self._side = side
        self.body.addWidget(PlainLabel(words(f"vat_pencil.choose_{side}"), size="small", colour="text2"))
        self._search = SearchField(words("vat_pencil.search"), "vat_pencil_search", self)
        self._search.setMinimumWidth(480)
        self._search.typed.connect(self._on_typed)
        self._search.returnPressed.connect(self._use)
        self.body.addWidget(self._search)
        self._rows = ListedRows[VATCode](
            key=lambda code: code.code,
            search=lambda code: f"{code.code} {code.description} {code.percentage} %",
            sort_keys={"code": _code_order},
            groups={},
        )
        self._rows.fill(tuple(shell.reading.books().ledger.vat_codes.values()))
        self._model = WindowedModel[ListView, VATCode](self._rows, _columns(side), ListView("code"), self)
        marks = {"why": self._why}
        self._table = Table(self._model, RowDelegate(self, marks), "vat_pencil_table", self)
        self._table.setAccessibleName(title)
        self._table.current_changed.connect(self._on_current)
        self._table.opened.connect(lambda _: self._use())
        self.body.addWidget(self._table, 1)
        self._count = PlainLabel(size="small", colour="text2", name="vat_pencil_count")
        self.body.addWidget(self._count)
        self._unlink = self.add_button(
            words("vat_pencil.unlink"), "vat_pencil_unlink", self._take_away, icon_name="unlink"
        )
        self._unlink.setEnabled(self._present is not None)
        self.add_button(words("vat_pencil.cancel"), "vat_pencil_cancel", self.close_dialog)
        self._button = self.add_button(words("vat_pencil.use"), "vat_pencil_use", self._use, primary=True)
        self._on_typed("")
        self._show_present()

    @property
    def _present(self) -> VATCode | None:
        return self._tariff.sales if self._side is Kind.SALES else self._tariff.purchase

    def open_dialog(self) -> None:
        super().open_dialog()
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_present(self) -> None:
        number = self._rows.number_of(self._present.code) if self._present else None
        if number is not None:
            self._table.go_to(number)
        self._on_current(number)

    def _on_typed(self, text: str) -> None:
        self._model.show(ListView("code", text=text))
        self._model.reload()
        shown, total = self._model.rowCount(), len(self._shell.reading.books().ledger.vat_codes)
        self._count.setText(words("vat_pencil.count", shown=shown, total=total))
        if text.strip():
            self._mark_hit()

    def _mark_hit(self) -> None:
        """What Enter takes: the row she is at while it is still there, else the first that can be used."""
        if (present := self._chosen()) is not None and not why_unusable(present, self._side):
            return
        found = self._rows.rows(list(self._model.ids_between(0, self._model.rowCount())))
        usable = (number for number, code in found.items() if not why_unusable(code, self._side))
        if (number := next(usable, None)) is not None:
            self._table.go_to(number)

    def _on_current(self, number: int | None) -> None:
        code = self._chosen()
        usable = code is not None and not why_unusable(code, self._side) and number is not None
        self._button.setEnabled(usable)
        self._button.setText(words("vat_pencil.use_code", code=code.code) if code else words("vat_pencil.use"))
        waiting = self._tariff.waiting
        self.consequence.setText(words("vat_pencil.consequence", count=waiting) if waiting else "")

    def _chosen(self) -> VATCode | None:
        number = self._table.current_id()
        return self._rows.rows([number]).get(number) if number is not None else None

    def _use(self) -> None:
        code = self._chosen()
        if code is not None and not why_unusable(code, self._side):
            self._map(code.code)

    def _take_away(self) -> None:
        self._map(None)

    def _map(self, code: str | None) -> None:
        tariff, side = self._tariff.id, self._side

        def run(work: Workplace) -> None:
            map_vat(work, tariff, side, code)

        changes = Changed.MAPPINGS | Changed.INVOICES
        self._shell.do(words("job.map_vat"), run, changes=changes, urgent=True)
        self.close_dialog()

    def _why(self, code: VATCode) -> Mark | None:
        reason = why_unusable(code, self._side)
        return Mark("ban", words(f"vat_pencil.{reason}"), "text2") if reason else None


def _columns(side: Kind) -> list[Column[VATCode]]:
    return [
        Column("code", words("vat_pencil.code"), lambda code: code.code, 70, strong=True, whole=True),
        Column("description", words("vat_pencil.description"), lambda code: code.description),
        Column("percentage", words("vat.rate"), lambda code: f"{code.percentage} %", 80, Align.RIGHT),
        Column("type", words("vat_pencil.type"), lambda code: words(f"vat_type.{code.type}"), 110, sorts=False),
        Column("direction", words("vat_pencil.direction"), lambda code: words(f"vat_side.{code.direction}"), 120),
        Column("why", "", lambda code: why_unusable(code, side), 200, sorts=False),
    ]


def _code_order(code: VATCode) -> tuple[int, str]:
    """Numbers before letters, and 9 before 10."""
    return (int(code.code), "") if code.code.isdigit() else (1_000_000, code.code)
