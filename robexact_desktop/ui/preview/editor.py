"""Values set by hand (product.md M9): of one line, or of the invoice; beside each what the rule says."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from robexact_desktop.domain.booking import Books
from robexact_desktop.domain.booking.books import OF_THE_INVOICE, Field, Override
from robexact_desktop.services.prepare_entries import Prepared
from robexact_desktop.texts import formats
from robexact_desktop.ui.preview.choices import choices
from robexact_desktop.ui.preview.chooser import Chooser
from robexact_desktop.ui.widgets.basics import PlainLabel, button, column_layout, icon_label, row_layout
from robexact_desktop.ui.words import words

OF_A_LINE = (Field.GL, Field.VAT, Field.COST_CENTER, Field.COST_UNIT)
OF_ALL = (Field.PERIOD, Field.PAYMENT_CONDITION)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A value that a person chose. `line` is None for what belongs to the invoice."""

    line: int | None
    field: Field
    value: str


@dataclass(frozen=True, slots=True)
class _Row:
    label: PlainLabel
    chooser: Chooser
    beside: PlainLabel


class Editor(QFrame):
    """Nothing is confirmed: what is chosen is kept at once, and taken back in one step."""

    chosen = Signal(object)  # Wanted
    spread = Signal(object)  # dict[Field, str]: the values of this line, for every line
    taken_back = Signal(object)  # int | None: the line
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("by_hand")
        self.line: int | None = None
        self._set_here: dict[Field, str] = {}
        layout = column_layout(self, margins=(16, 12, 16, 12), spacing=8)
        head = row_layout()
        self._title = PlainLabel("", strong=True, name="by_hand_title")
        self._title.setMinimumWidth(0)
        head.addWidget(self._title, 1)
        self._all = button(words("preview.hand.all_lines"), "by_hand_all_lines", self._on_all, kind="link")
        head.addWidget(self._all)
        close = button("", "by_hand_close", self.leave, icon_name="close", kind="flat", accessible=words("close"))
        head.addWidget(close)
        layout.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, 86)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2)
        self._rows = {field: self._row(place, field) for place, field in enumerate((*OF_A_LINE, *OF_ALL))}
        layout.addLayout(self._grid)
        layout.addLayout(self._foot())
        self._lasting = PlainLabel(words("preview.hand.lasting"), size="small", colour="text2", wrap=True)
        layout.addWidget(self._lasting)
        for keys, act in (("Ctrl+Z", self._on_take_back), ("Esc", self.leave)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self.hide()

    def _row(self, place: int, field: Field) -> _Row:
        label = PlainLabel(words(f"preview.field.{field}"), size="small", colour="text2")
        chooser = Chooser(f"choose_{field}", words(f"preview.field.{field}"), self)
        chooser.setProperty("field", field.value)
        chooser.chosen.connect(self._on_chosen)
        beside = PlainLabel("", size="small", colour="text2", wrap=True, name=f"rule_{field}")
        for column, widget in enumerate((label, chooser, beside)):
            self._grid.addWidget(widget, place, column)
        return _Row(label, chooser, beside)

    def _foot(self) -> QHBoxLayout:
        foot = row_layout()
        self._user = icon_label("user", "link", 14)
        foot.addWidget(self._user)
        self._who = PlainLabel("", size="small", colour="text2", wrap=True, name="by_hand_who")
        foot.addWidget(self._who, 1)
        self._back = button(words("preview.hand.back"), "by_hand_take_back", self._on_take_back, icon_name="undo")
        foot.addWidget(self._back)
        return foot

    # what is shown

    def edit(self, line: int | None, prepared: Prepared, books: Books, by_hand: Sequence[Override]) -> None:
        """Show the values of this line, or with None those of the invoice."""
        self.line = line
        self._title.setText(self._titled(line, prepared))
        of_this = {
            o.field: o for o in by_hand if (line is None) == (o.field in OF_THE_INVOICE) and o.line in (line, None)
        }
        shown = OF_ALL if line is None else OF_A_LINE
        for field, row in self._rows.items():
            for widget in (row.label, row.chooser, row.beside):
                widget.setVisible(field in shown)
            if field in shown:
                self._show_field(row, field, prepared, books, of_this.get(field))
        self._set_here = {field: override.value for field, override in of_this.items()}
        self._all.setVisible(line is not None and len(prepared.entry.lines) > 1 and bool(of_this))
        self._show_who(list(of_this.values()), anything=bool(by_hand))
        self.show()

    def focus_first(self, field: Field | None = None) -> None:
        first = field if field is not None else Field.PERIOD if self.line is None else Field.GL
        self._rows[first].chooser.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        self.hide()
        self.closed.emit()

    def _titled(self, line: int | None, prepared: Prepared) -> str:
        if line is None:
            return words("preview.hand.invoice")
        lines = prepared.invoice.lines
        told = " ".join(lines[line].description.split())[:60]
        return words("preview.hand.line", line=line + 1, lines=len(lines), description=told)

    def _show_field(self, row: _Row, field: Field, prepared: Prepared, books: Books, override: Override | None) -> None:
        present = present_value(field, self.line, prepared)
        nothing = words("preview.condition_of_relation" if field is Field.PAYMENT_CONDITION else "preview.nothing")
        row.chooser.show_choices(choices(field, self.line, prepared, books), present, nothing)
        said = words("preview.nothing") if override is None or not override.rule_value else override.rule_value
        row.beside.setText(words("preview.hand.rule", rule=said) if override else words("preview.hand.untouched"))
        row.beside.recolour("link" if override else "text2")

    def _show_who(self, set_here: Sequence[Override], *, anything: bool) -> None:
        last = max(set_here, key=lambda override: override.when, default=None)
        self._user.setVisible(last is not None)
        self._who.setText(
            words("preview.hand.kept", who=last.who, when=formats.moment(last.when))
            if last
            else words("preview.hand.nothing_set")
        )
        key = "preview.hand.back_all" if self.line is None else "preview.hand.back"
        self._back.setText(f"{words(key)}   Ctrl+Z")
        self._back.setAccessibleName(words(key))
        self._back.setVisible(last is not None or (self.line is None and anything))

    # what a person does

    def _on_chosen(self, value: str) -> None:
        chooser = self.sender()
        if isinstance(chooser, Chooser):
            self.chosen.emit(Wanted(self.line, Field(chooser.property("field")), value))

    def _on_all(self) -> None:
        self.spread.emit(dict(self._set_here))

    def _on_take_back(self) -> None:
        if self._back.isVisibleTo(self):
            self.taken_back.emit(self.line)


def present_value(field: Field, line: int | None, prepared: Prepared) -> str:
    """As it would be booked now."""
    entry = prepared.entry
    if line is None:
        decided = entry.period if field is Field.PERIOD else entry.payment_condition
        return str(decided.value or "")
    of_line = entry.lines[line]
    if field is Field.GL:
        return of_line.gl_account.value.code if of_line.gl_account.value else ""
    if field is Field.VAT:
        return of_line.vat_code.value.code if of_line.vat_code.value else ""
    return (of_line.cost_center if field is Field.COST_CENTER else of_line.cost_unit).value or ""
