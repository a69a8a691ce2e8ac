"""On the right: Robaws and Exact field by field, what is equal, similar, different or empty."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from robexact_desktop.domain.matching.compare import Compared, Comparison, Of
from robexact_desktop.domain.matching.likenesses import Likeness
from robexact_desktop.domain.relation import Relation
from robexact_desktop.ui.tabs.relations.shown import said, vat_shown
from robexact_desktop.ui.theme import font
from robexact_desktop.ui.widgets.basics import IconLabel, PlainLabel, column_layout, row_layout

LOOKS = {
    Likeness.EQUAL: ("equal", "ok"),
    Likeness.SIMILAR: ("similar", "text2"),
    Likeness.DIFFERENT: ("unequal", "warn"),
    Likeness.EMPTY: ("minus", "text3"),
}
ROW = 29


class CutLabel(PlainLabel):
    """Ends in "…" where it does not fit; the whole is in the tooltip."""

    def __init__(self, name: str, colour: str = "text") -> None:
        super().__init__(name=name, colour=colour)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_whole(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip("" if shown == self._whole else escape(self._whole))


class _Line:
    """The widgets of one field; made once, filled for each account."""

    def __init__(self, grid: QGridLayout, row: int, field: Of) -> None:
        self.title = PlainLabel(said(f"field.{field}"), colour="text2")
        self.ours = CutLabel(f"pencil_ours_{field}")
        self.theirs = CutLabel(f"pencil_theirs_{field}")
        self._icon = IconLabel("equal", "text2", 14)
        self._word = PlainLabel(name=f"pencil_likeness_{field}")
        mark = QWidget()
        marks = row_layout(mark, spacing=6)
        marks.addWidget(self._icon)
        marks.addWidget(self._word, 1)
        line = QFrame()
        line.setFixedHeight(1)
        line.setProperty("hairline", "true")
        self.widgets = (self.title, self.ours, self.theirs, mark, line)
        for column, widget in enumerate(self.widgets[:4]):
            grid.addWidget(widget, 2 * row + 1, column)
        grid.addWidget(line, 2 * row, 0, 1, 4)
        self.title.setFixedHeight(ROW)

    def show_row(self, row: Compared | None, ours: str, theirs: str) -> None:
        for widget in self.widgets:
            widget.setVisible(row is not None)
        if row is None:
            return
        differs = row.likeness is Likeness.DIFFERENT
        weight = font("body").Weight.DemiBold if differs else font("body").Weight.Normal
        for label, text in ((self.ours, ours), (self.theirs, theirs)):
            label.setFont(font("body", weight))
            label.recolour("text" if text else "text3")
            label.show_whole(text or said("pencil.empty"))
        shape, colour = LOOKS[row.likeness]
        self._icon.show_icon(shape, colour)
        self._word.setText(said(f"likeness.{row.likeness}"))
        self._word.recolour(colour)


class Beside(QFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("beside")
        outer = column_layout(self, margins=(1, 1, 1, 1), spacing=0)
        grid = QGridLayout()
        grid.setContentsMargins(12, 0, 12, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        for column, (share, least) in enumerate(((0, 104), (1, 120), (1, 120), (0, 86))):
            grid.setColumnStretch(column, share)
            grid.setColumnMinimumWidth(column, least)
        outer.addWidget(_head())
        self._lines = {field: _Line(grid, row, field) for row, field in enumerate(Of)}
        outer.addLayout(grid)

    def show_comparison(self, relation: Relation, comparison: Comparison | None) -> None:
        """Without an account: what Robaws holds, and nothing beside it."""
        rows = {row.field: row for row in comparison.rows} if comparison else _ours_only(relation)
        for field, line in self._lines.items():
            row = rows.get(field)
            line.show_row(row, *(_shown(row, side) for side in ("ours", "theirs")))


def _head() -> QWidget:
    head = QFrame()
    head.setObjectName("beside_head")
    head.setFixedHeight(30)
    grid = QGridLayout(head)
    grid.setContentsMargins(12, 0, 12, 0)
    grid.setHorizontalSpacing(12)
    for column, (text, share, least) in enumerate(
        (("", 0, 104), ("Robaws", 1, 120), ("Exact Online", 1, 120), ("", 0, 86))
    ):
        label = PlainLabel(text, size="small", strong=True, colour="text2")
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        grid.addWidget(label, 0, column)
        grid.setColumnStretch(column, share)
        grid.setColumnMinimumWidth(column, least)
    return head


def _ours_only(relation: Relation) -> dict[Of, Compared]:
    place = f"{relation.postcode} {relation.city}".strip()
    texts = {
        Of.NAME: relation.name,
        Of.VAT_NUMBER: relation.vat_number,
        Of.COMPANY_NUMBER: relation.company_number,
        Of.ADDRESS: relation.address_line1,
        Of.PLACE: place,
        Of.COUNTRY: relation.country,
        Of.EMAIL: relation.email,
        Of.PHONE: relation.phone,
        Of.ROLE: "supplier" if relation.is_supplier else "customer",
    }
    return {field: Compared(field, text, "", Likeness.EMPTY) for field, text in texts.items()}


def _shown(row: Compared | None, side: str) -> str:
    if row is None:
        return ""
    text: str = getattr(row, side)
    if row.field in (Of.ROLE, Of.BLOCKED):
        return said(f"{'role' if row.field is Of.ROLE else 'blocked'}.{text}") if text else ""
    if row.field in (Of.VAT_NUMBER, Of.COMPANY_NUMBER):
        return vat_shown(text) if row.field is Of.VAT_NUMBER else _company_shown(text)
    return text


def _company_shown(text: str) -> str:
    """`0999.041.206`, as the Belgian register writes it."""
    digits = "".join(filter(str.isalnum, text))
    return f"{digits[:4]}.{digits[4:7]}.{digits[7:]}" if len(digits) == 10 and digits.isdigit() else text
