"""The pencil of a tariff: all of Exact's codes, searchable; those that cannot be used stay, with the reason."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QWidget

from robexact_desktop.domain.changes import Changed
from robexact_desktop.domain.ledger import VATCode
from robexact_desktop.domain.names import Kind
from robexact_desktop.domain.vat_boxes import credit_boxes
from robexact_desktop.services.map_vat import MappedTariff, map_vat, sums_of, why_unusable
from robexact_desktop.services.workplace import Workplace
from robexact_desktop.texts.formats import money
from robexact_desktop.ui.dialogs.vat_codes import USABLE, CodeUse, VatCodeTable
from robexact_desktop.ui.models.listed_rows import ListView
from robexact_desktop.ui.shell import Shell
from robexact_desktop.ui.widgets.basics import PlainLabel, SearchField, column_layout, notice, row_layout
from robexact_desktop.ui.widgets.check_box import CheckBox
from robexact_desktop.ui.widgets.veil import VeilDialog
from robexact_desktop.ui.words import language, words

OTHER_SIDE = {Kind.SALES: Kind.PURCHASE, Kind.PURCHASE: Kind.SALES}


class VatPencil(VeilDialog):
    def __init__(self, window: QWidget, shell: Shell, tariff: MappedTariff, side: Kind) -> None:
        title = words(f"vat_pencil.title_{side}", tariff=tariff.name)
        super().__init__(window, "vat_pencil", title, 980, 660)
        self._shell = shell
        self._tariff = tariff
        self._side = side
        self._notice: QFrame | None = None
        books = shell.reading.books()
        self._codes = books.ledger.vat_codes
        self._country = books.ledger.country
        self.body.addWidget(PlainLabel(words(f"vat_pencil.choose_{side}"), size="small", colour="text2"))
        self.body.addLayout(self._search_row())
        use = CodeUse(shell.reading.work, books, side, besides=tariff.id)
        self._table = VatCodeTable(tuple(self._codes.values()), use, self._country, title, self)
        self._table.current_changed.connect(self._on_current)
        self._table.opened.connect(self._on_opened)
        self.body.addWidget(self._table, 1)
        self._below()
        self._buttons()
        self._show()
        self._show_present()

    def _search_row(self) -> QHBoxLayout:
        self._search = SearchField(words("vat_pencil.search"), "vat_pencil_search", self)
        self._search.setMaximumWidth(10_000)
        self._search.setMinimumWidth(480)
        self._search.typed.connect(self._on_typed)
        self._search.returnPressed.connect(self._use)
        self._usable = CheckBox(words("vat_pencil.usable_only"), "vat_pencil_usable", self)
        self._usable.toggled.connect(self._show)
        row = row_layout(spacing=16)
        row.addWidget(self._search, 1)
        row.addWidget(self._usable)
        return row

    def _below(self) -> None:
        row = row_layout()
        self._count = PlainLabel(size="small", colour="text2", name="vat_pencil_count")
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(PlainLabel(words("vat_pencil.boxes_known"), size="small", colour="text2"))
        self.body.addLayout(row)
        self._notices = column_layout(spacing=0)
        self.body.addLayout(self._notices)

    def _buttons(self) -> None:
        other = words(f"vat_pencil.to_{OTHER_SIDE[self._side]}")
        self.add_button(f"{other}   Alt+W", "vat_pencil_other", self._on_other, icon_name="swap")
        swap = QShortcut(QKeySequence("Alt+W"), self)
        swap.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        swap.activated.connect(self._on_other)
        unlink = self.add_button(words("vat_pencil.unlink"), "vat_pencil_unlink", self._take_away, icon_name="unlink")
        unlink.setEnabled(bool(self._tariff.of(self._side).name))
        self.add_button(f"{words('vat_pencil.cancel')}   Esc", "vat_pencil_cancel", self.close_dialog)
        self._button = self.add_button(words("vat_pencil.use"), "vat_pencil_use", self._use, primary=True)
        self.consequence.setText(self._consequence())

    def open_dialog(self) -> None:
        super().open_dialog()
        self._table.scrollTo(self._table.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    # what is shown

    def _show_present(self) -> None:
        code = self._tariff.of(self._side).code
        if code is not None:
            self._table.go_to_code(code.code)
        self._on_current(self._table.current_id())

    def _on_typed(self, _: str) -> None:
        self._show()

    def _show(self) -> None:
        text = self._search.text()
        self._table.show_view(ListView("code", group=USABLE if self._usable.isChecked() else "", text=text))
        self._count.setText(words("vat_pencil.count", shown=self._table.rows.rowCount(), total=len(self._codes)))
        if text.strip():
            self._table.mark_hit()
        self._on_current(self._table.current_id())

    def _on_current(self, _: object) -> None:
        code = self._table.chosen()
        usable = code is not None and not why_unusable(code, self._side)
        text = words("vat_pencil.use_code", code=code.code) if code else words("vat_pencil.use")
        self._button.setEnabled(usable)
        self._button.setText(f"{text}   Enter" if usable else text)
        self._button.setAccessibleName(text)
        self._tell_credit_notes(code if usable else None)

    def _tell_credit_notes(self, code: VATCode | None) -> None:
        """A credit note needs no code of its own: Exact puts it in other boxes by itself."""
        if self._notice is not None:
            self._notices.removeWidget(self._notice)
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        found = credit_boxes(code, self._side, self._country) if code else ()
        if code is not None and found:
            told = words("vat_pencil.credit_notes", code=code.code, base=found[0], vat=found[1])
            self._notice = notice("info", told, "")
            self._notices.addWidget(self._notice)

    def _consequence(self) -> str:
        waiting = self._tariff.of(self._side).waiting
        if not waiting:
            return ""
        sums = sums_of(self._shell.reading.work, waiting)
        total = ", ".join(money(of.incl, of.currency, language()) for of in sums)
        key = "vat_pencil.consequence_one" if len(waiting) == 1 else "vat_pencil.consequence"
        return words(key, count=len(waiting), total=total)

    # what a person does

    def _on_opened(self, _: int) -> None:
        self._use()

    def _on_other(self) -> None:
        """The same tariff on the other side of the books."""
        self.close_dialog()
        VatPencil(self._window, self._shell, self._tariff, OTHER_SIDE[self._side]).open_dialog()

    def _use(self) -> None:
        code = self._table.chosen()
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
