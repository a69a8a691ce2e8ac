"""At the right while something is sent: what came of it so far, and the log."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from robexact_desktop.texts import formats
from robexact_desktop.ui.formats import count
from robexact_desktop.ui.sending.log import LogRows, LogView
from robexact_desktop.ui.sending.run import Came, SendingRun
from robexact_desktop.ui.shell import Shell
from robexact_desktop.ui.widgets.basics import PlainLabel, column_layout, icon_label
from robexact_desktop.ui.words import words

TO_GO = "to_go"
COUNTED = {
    Came.BOOKED: ("state_booked", "ok"),
    Came.UNSURE: ("state_unknown", "unk"),
    Came.REFUSED: ("state_refused", "bad"),
    Came.TO_DECIDE: ("state_conflict", "bad"),
    Came.LEFT: ("state_warning", "warn"),
    TO_GO: ("state_queued", "text2"),
}
"""From above; booked ones and those to go always, the others where there are any."""


class LogPane(QFrame):
    invoice_wanted = Signal(object)  # InvoiceId

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAccessibleName(words("log.name"))
        self._shell = shell
        self._run: SendingRun | None = None
        self._rows = LogRows(self)
        self._view = LogView(self._rows, self)
        self._view.clicked.connect(self._on_clicked)
        self._title = PlainLabel(size="title", strong=True, name="log_title")
        self._below = PlainLabel(colour="text2", name="log_below", wrap=True)
        head = QFrame()
        head.setObjectName("log_head")
        head_layout = column_layout(head, margins=(16, 12, 16, 12), spacing=4)
        head_layout.addWidget(self._title)
        head_layout.addWidget(self._below)
        foot = QFrame()
        foot.setObjectName("log_foot")
        column_layout(foot, margins=(16, 10, 16, 10)).addWidget(
            PlainLabel(words("log.foot"), size="small", colour="text2", wrap=True)
        )
        layout = column_layout(self, spacing=0)
        for widget in (head, self._counts(), self._view, foot):
            layout.addWidget(widget, int(widget is self._view))

    def _counts(self) -> QFrame:
        held = QFrame()
        held.setObjectName("log_counts")
        grid = QGridLayout(held)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        self._parts: dict[str, tuple[QWidget, PlainLabel, PlainLabel]] = {}
        for place, (name, (shape, colour)) in enumerate(COUNTED.items()):
            parts = (
                icon_label(shape, colour),
                PlainLabel(size="title", strong=True, name=f"log_count_{name}"),
                PlainLabel(words(f"log.count.{name}"), colour="text2"),
            )
            for column, part in enumerate(parts):
                grid.addWidget(part, place, column)
            self._parts[name] = parts
        return held

    def follow(self, run: SendingRun) -> None:
        self._run = run
        self._title.setText(words("log.title", time=formats.time_of_day(run.began)))
        reading = self._shell.reading
        to = f"{reading.work.division} · {reading.settings.environment}"
        self._below.setText(words("log.below", count=count(len(run.chosen)), to=to))
        self._rows.fill(run.log)
        run.logged.connect(self._rows.add)
        run.told.connect(self._show_counts)
        self._show_counts()

    def _show_counts(self) -> None:
        if (run := self._run) is None:
            return
        counts: dict[str, int] = {str(came): number for came, number in run.counts().items()}
        counts[TO_GO] = len(run.chosen) - len(run.outcomes)
        for name, parts in self._parts.items():
            parts[1].setText(count(counts[name]))
            for part in parts:
                part.setVisible(bool(counts[name]) or name in (Came.BOOKED, TO_GO))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.invoice_wanted.emit(self._rows.line_at(index.row()).invoice)
