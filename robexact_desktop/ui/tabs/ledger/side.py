"""The lists of Exact beside the page, with their counts and a sign where something changed."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QWidget

from robexact_desktop.domain.ledger_changes import LedgerList
from robexact_desktop.ui.formats import count
from robexact_desktop.ui.widgets.basics import IconLabel, PlainLabel, button, column_layout, icon_label, row_layout
from robexact_desktop.ui.words import words

WIDTH = 236
AROUND_A_COUNT = 13
STOPS, CHANGED = ("state_blocked", "warn"), ("similar", "link")


class LedgerSide(QFrame):
    chosen = Signal(object)  # LedgerList

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ledger_side")
        self.setFixedWidth(WIDTH)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[LedgerList, QPushButton] = {}
        self._counts: dict[LedgerList, PlainLabel] = {}
        self._signs: dict[LedgerList, IconLabel] = {}
        layout = column_layout(self, margins=(0, 10, 0, 0), spacing=0)
        for name in LedgerList:
            layout.addWidget(self._entry(name))
        layout.addStretch(1)
        self.choose(LedgerList.GL_ACCOUNTS)

    def _entry(self, name: LedgerList) -> QPushButton:
        """A button with its count at the right, laid over it so that the words stay left."""
        made = button(words(f"ledger.list.{name}"), f"ledger_side_{name}", kind="side")
        made.clicked.connect(self._on_clicked)
        self._group.addButton(made)
        self._buttons[name] = made
        over = row_layout(made, margins=(0, 0, AROUND_A_COUNT, 0), spacing=6)
        over.addStretch(1)
        self._signs[name] = icon_label(*CHANGED, 14, "window")
        self._counts[name] = PlainLabel("0", size="small", colour="text2", name=f"ledger_count_{name}")
        for widget in (self._signs[name], self._counts[name]):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            over.addWidget(widget)
        return made

    def choose(self, name: LedgerList) -> None:
        self._buttons[name].setChecked(True)

    @property
    def present(self) -> LedgerList:
        return next(name for name, made in self._buttons.items() if made.isChecked())

    def show_counts(
        self, counts: Mapping[LedgerList, int], changed: Mapping[LedgerList, int], hurt: Collection[LedgerList]
    ) -> None:
        """A setting that stops goes before what merely changed."""
        for name, made in self._buttons.items():
            self._counts[name].setText(count(counts.get(name, 0)))
            self._signs[name].setVisible(bool(changed.get(name)) or name in hurt)
            self._signs[name].show_icon(*(STOPS if name in hurt else CHANGED), "window")
            told = words("ledger.side", list=words(f"ledger.list.{name}"), count=counts.get(name, 0))
            also = words("ledger.side_changed", count=changed[name]) if changed.get(name) else ""
            stops = words("ledger.side_stops") if name in hurt else ""
            made.setAccessibleName(f"{told}{also}{stops}")

    def _on_clicked(self) -> None:
        self.chosen.emit(self.present)
