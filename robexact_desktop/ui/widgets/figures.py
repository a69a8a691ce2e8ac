"""A small table of figures that is read and not worked in: hairlines, a head, a total under what it adds."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from robexact_desktop.ui.widgets.basics import PlainLabel


class FigureTable(QFrame):
    """`right` names the columns of amounts and counts, `strong` those in half bold, by their place."""

    def __init__(
        self,
        name: str,
        titles: Sequence[str],
        *,
        right: Sequence[int] = (),
        strong: Sequence[int] = (),
        wide: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("figures")
        self.setAccessibleName(name)
        self._right, self._strong = frozenset(right), frozenset(strong)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._wide = wide
        self._grid.setColumnStretch(wide, 1)
        self._rows = 0
        self._add(titles, "head")

    def add_row(self, texts: Sequence[str], colours: dict[int, str] | None = None) -> None:
        """`colours` by the place of the column: a difference is green, amber or red."""
        self._add(texts, "body", colours or {})

    def add_total(self, texts: Sequence[str]) -> None:
        self._add(texts, "total")

    def _add(self, texts: Sequence[str], cell: str, colours: dict[int, str] | None = None) -> None:
        for place, text in enumerate(texts):
            strong = cell == "total" or (cell == "body" and place in self._strong)
            colour = (colours or {}).get(place, "text2" if cell == "head" else "text")
            wraps = place == self._wide  # a long name takes a second line; it never pushes an amount out of sight
            label = PlainLabel(text, strong=strong, colour=colour, wrap=wraps)
            label.setProperty("cell", cell)
            if place in self._right:
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(label, self._rows, place)
        self._rows += 1
