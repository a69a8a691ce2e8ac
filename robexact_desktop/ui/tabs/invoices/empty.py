"""In place of an empty list: what is true, its proof, and the next step."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from robexact_desktop.domain.listing import Group
from robexact_desktop.ui.formats import amount, count
from robexact_desktop.ui.sending.results import BookedSum
from robexact_desktop.ui.widgets.basics import PlainLabel, button, column_layout, icon_label, row_layout
from robexact_desktop.ui.widgets.figures import FigureTable
from robexact_desktop.ui.words import language, words


class EmptyState(QFrame):
    """Made anew each time: three or four different things can be true."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("invoices_empty")
        self._layout = column_layout(self, spacing=0)
        self._page: QWidget | None = None

    def no_hits(self, text: str, clear: Callable[[], None]) -> None:
        """The list is not empty, the filter is too narrow."""
        step = button(words("empty.clear"), "clear_filter", clear, icon_name="close", kind="primary")
        self._show("search", "text3", words("empty.no_hits"), words("empty.no_hits_why", text=text), [step])

    def nothing_fetched(self, fetch: Callable[[], None]) -> None:
        step = button(words("empty.fetch"), "fetch_now", fetch, icon_name="refresh", kind="primary", key="F5")
        self._show("info", "text3", words("empty.nothing"), words("empty.nothing_why"), [step])

    def none_of(self, group: Group, show: Callable[[], None]) -> None:
        """A view that holds nothing: good to know, and the way back."""
        step = button(words("empty.show_to_send"), "show_to_send", show, icon_name="list", kind="primary")
        self._show("light_ok", "ok", words(f"empty.none_{group}"), words("empty.none_why"), [step])

    def all_booked(
        self,
        counts: Mapping[Group, int],
        sums: Sequence[BookedSum],
        fetch: Callable[[], None],
        look: Callable[[], None] | None,
    ) -> None:
        steps = [button(words("empty.fetch"), "fetch_now", fetch, icon_name="refresh", kind="primary", key="F5")]
        if look is not None:
            steps.append(button(words("empty.look"), "look_at_sending", look))
        why = words("empty.booked_why", count=count(counts.get(Group.BOOKED, 0)))
        self._show("light_ok", "ok", words("empty.booked"), why, steps, _proof(sums) if sums else None)

    def _show(
        self, shape: str, colour: str, title: str, why: str, steps: Sequence[QWidget], proof: QWidget | None = None
    ) -> None:
        if self._page is not None:
            self._page.hide()
            self._page.deleteLater()
        self._page = page = QWidget()
        centre = Qt.AlignmentFlag.AlignHCenter
        layout = column_layout(page, margins=(24, 24, 24, 24), spacing=8)
        layout.addStretch(2)
        layout.addWidget(icon_label(shape, colour, 36), 0, centre)
        layout.addWidget(PlainLabel(title, size="page", strong=True, name="empty_title"), 0, centre)
        layout.addWidget(PlainLabel(why, colour="text2", name="empty_why"), 0, centre)
        layout.addSpacing(8)
        if proof is not None:
            layout.addWidget(proof, 0, centre)
            layout.addSpacing(8)
        foot = row_layout()
        foot.addStretch(1)
        for step in steps:
            foot.addWidget(step)
        foot.addStretch(1)
        layout.addLayout(foot)
        layout.addStretch(3)
        self._layout.addWidget(page)


def _proof(sums: Sequence[BookedSum]) -> FigureTable:
    """Of the last send: what Robaws says, what was read back from Exact, and that the difference is nothing."""
    titles = (
        words("empty.last_send"),
        words("confirm.invoices"),
        words("column.in_robaws"),
        words("column.in_exact"),
        words("column.difference"),
    )
    table = FigureTable(words("empty.last_send"), titles, right=(1, 2, 3, 4), strong=(2, 3, 4))
    table.setMinimumWidth(640)
    for of in sums:
        name = words(f"kind.{of.kind}") if of.currency == "EUR" else f"{words(f'kind.{of.kind}')}, {of.currency}"
        figures = (amount(value, language()) for value in (of.in_robaws, of.in_exact, of.difference))
        table.add_row((name, count(of.count), *figures), {4: "bad" if of.difference else "ok"})
    return table
