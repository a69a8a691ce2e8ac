"""Below the list: what is selected, what it adds up to, and the one blue button."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from robexact_desktop.domain.listing import Sums
from robexact_desktop.services.send_summary import Selected
from robexact_desktop.ui.formats import amount, count
from robexact_desktop.ui.tabs.invoices.counts_line import CountsLine, Part, parts_of
from robexact_desktop.ui.widgets.basics import PlainLabel, button, column_layout, row_layout
from robexact_desktop.ui.words import language, words

HEIGHT = 60
MOST_GROUPS = 4
"""Sums of more kinds and currencies than this stand in the tooltip."""


class SelectionBar(QFrame):
    send_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("selectionbar")
        self.setFixedHeight(HEIGHT)
        layout = row_layout(self, margins=(16, 0, 12, 0), spacing=12)
        left = column_layout(spacing=2)
        self._title = PlainLabel(strong=True, name="selection_title")
        self._counts = CountsLine("selection_counts")
        left.addStretch(1)
        left.addWidget(self._title)
        left.addWidget(self._counts)
        left.addStretch(1)
        layout.addLayout(left, 1)
        self._sums = QWidget()
        self._sums.setObjectName("selection_sums")
        self._sums_layout = row_layout(self._sums, spacing=20)
        layout.addWidget(self._sums)
        layout.addSpacing(8)
        self.more = button(words("more"), "selection_more")
        self.send = button(
            words("action.send"), "send_button", self.send_requested.emit, icon_name="send", kind="primary"
        )
        layout.addWidget(self.more)
        layout.addWidget(self.send)
        self._shown: tuple[Selected, Sequence[Sums]] | None = None
        self.show_selection(Selected(), ())

    def set_menu(self, menu: QMenu) -> None:
        self.more.setMenu(menu)

    def show_selection(self, selected: Selected, sums: Sequence[Sums]) -> None:
        if (selected, sums) == self._shown:
            return
        self._shown = (selected, sums)
        key = {0: "selected.none", 1: "selected.one"}.get(selected.total, "selected.many")
        self._title.setText(words(key, count=count(selected.total)))
        self._counts.show_parts(parts_of(selected) or [Part(words("selected.how"))])
        self._show_sums(sums)
        self._show_button(selected)

    def _show_button(self, selected: Selected) -> None:
        """Off with its reason beside it; the label counts what really goes."""
        going = f" ({count(selected.going)})" if selected.going else ""
        self.send.setText(f" {words('action.send')}{going}   Ctrl+Enter")
        self.send.setAccessibleName(f"{words('action.send')}{going}")
        self.send.setEnabled(selected.going > 0)
        self.send.setToolTip("" if selected.going else why_not(selected))
        if selected.total and not selected.going:
            self._counts.show_parts([*parts_of(selected), Part(why_not(selected))])

    # sums

    def _show_sums(self, sums: Sequence[Sums]) -> None:
        while self._sums_layout.count():
            item = self._sums_layout.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        if len(sums) == 1:
            self._one(sums[0])
        else:
            self._several(sums)
        self._sums.setToolTip("\n".join(map(_line, sums)) if len(sums) > 1 else "")
        self._sums.setAccessibleName("; ".join(map(_line, sums)))

    def _one(self, of: Sums) -> None:
        if of.credit_notes:
            key = "credit_note_one" if of.credit_notes == 1 else "credit_notes"
            self._add(words(key, count=count(of.credit_notes)), amount(of.credit_total, language()))
        self._add(words("column.excl"), amount(of.excl, language()))
        self._add(words("column.vat"), amount(of.vat, language()))
        self._add(f"{words('column.incl')}, {of.currency}", amount(of.incl, language()))

    def _several(self, sums: Sequence[Sums]) -> None:
        """Sales and purchases, and currencies, beside one another and never added."""
        for of in sums[:MOST_GROUPS]:
            title = f"{words(f'kind.{of.kind}')} {words('incl_short')}, {of.currency}"
            self._add(title, amount(of.incl, language()))
        if len(sums) > MOST_GROUPS:
            self._add("", words("and_more", count=len(sums) - MOST_GROUPS))

    def _add(self, title: str, value: str) -> None:
        held = QWidget()
        column: QVBoxLayout = column_layout(held, spacing=1)
        column.addStretch(1)
        for label in (PlainLabel(title, size="caption", colour="text2"), PlainLabel(value, size="title", strong=True)):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            column.addWidget(label)
        column.addStretch(1)
        self._sums_layout.addWidget(held)


def why_not(selected: Selected) -> str:
    """Why nothing can be sent, in words."""
    if not selected.total:
        return words("why_not.none")
    if selected.blocked == selected.total:
        return words("why_not.blocked")
    if selected.booked == selected.total:
        return words("why_not.booked")
    return words("why_not.mixed")


def _line(of: Sums) -> str:
    figures = {name: amount(getattr(of, name), language()) for name in ("excl", "vat", "incl")}
    return words("sum_line", kind=words(f"kind.{of.kind}"), currency=of.currency, count=count(of.count), **figures)
