"""The facts in two columns, and the reasons below the lines. Made once; a selection changes texts only."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from robexact_desktop.ui.preview.facts import Fact, FactName, Facts
from robexact_desktop.ui.theme import font
from robexact_desktop.ui.widgets.basics import PlainLabel, column_layout
from robexact_desktop.ui.words import words

NEVER_CUT = (FactName.REFERENCE, FactName.NUMBER, FactName.DUE, FactName.PERIOD)


class FactGrid(QFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preview_facts")
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 10, 16, 10)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 5)
        grid.setColumnStretch(3, 4)
        self._values: dict[FactName, PlainLabel] = {}
        for place, name in enumerate(FactName):
            row, column = divmod(place, 2)
            label = PlainLabel(words(f"preview.fact.{name}"), size="small", colour="text2")
            value = PlainLabel("", name=f"fact_{name}", wrap=name not in NEVER_CUT)
            value.setFont(font("body", QFont.Weight.Medium))
            value.setAccessibleName(words(f"preview.fact.{name}"))
            grid.addWidget(label, row, 2 * column, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 2 * column + 1, Qt.AlignmentFlag.AlignTop)
            self._values[name] = value

    def show_facts(self, facts: Facts) -> None:
        for name, fact in facts.items():
            self.show_fact(name, fact)

    def show_fact(self, name: FactName, fact: Fact) -> None:
        label = self._values[name]
        label.setText(fact.value)
        label.recolour("link" if fact.by_hand else "warn" if fact.lacks else "text")
        label.setToolTip(fact.why.replace("&", "&amp;").replace("<", "&lt;"))


class Reasons(QWidget):
    """*Waarom deze waarden?*"""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preview_reasons")
        layout = column_layout(self, margins=(16, 12, 16, 14), spacing=6)
        layout.addWidget(PlainLabel(words("preview.reasons"), strong=True))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        layout.addLayout(self._grid)
        self._rows: list[tuple[PlainLabel, PlainLabel]] = []

    def show_reasons(self, reasons: Sequence[tuple[str, str]]) -> None:
        while len(self._rows) < len(reasons):
            self._add_row()
        for place, (name, why) in enumerate(self._rows):
            shown = place < len(reasons)
            name.setVisible(shown)
            why.setVisible(shown)
            name.setText(reasons[place][0] if shown else "")
            why.setText(reasons[place][1] if shown else "")

    def _add_row(self) -> None:
        place = len(self._rows)
        name = PlainLabel("", size="small", wrap=True)
        name.setFixedWidth(150)
        why = PlainLabel("", size="small", colour="text2", wrap=True)
        for column, label in enumerate((name, why)):
            self._grid.addWidget(label, place, column, Qt.AlignmentFlag.AlignTop)
        self._rows.append((name, why))
