"""The selection bar while something is sent: name, count, time left, stop; the coloured bar says what came of each."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from robexact_desktop.ui.formats import count
from robexact_desktop.ui.sending.run import Came, SendingRun
from robexact_desktop.ui.theme import tokens
from robexact_desktop.ui.widgets.basics import PlainLabel, button, column_layout, row_layout
from robexact_desktop.ui.words import words

COLOURS = {Came.BOOKED: "ok", Came.UNSURE: "unk", Came.REFUSED: "bad", Came.TO_DECIDE: "bad", Came.LEFT: "warn"}
GAP = 2


class _Pieces(QWidget):
    """A piece for each way in which invoices ended, as long as their share; then the present one; then what is left."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sending_pieces")
        self.setFixedHeight(10)
        self._counts: dict[Came, int] = {}
        self._total = 1
        self._present = False

    def show_counts(self, counts: dict[Came, int], total: int, *, present: bool) -> None:
        self._counts, self._total, self._present = counts, max(total, 1), present
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the whole is painted
        painter, t = QPainter(self), tokens()
        painter.fillRect(self.rect(), QColor(t.line2))
        left = 0.0
        pieces = [(COLOURS[came], number) for came, number in self._counts.items() if number]
        if self._present:
            pieces.append(("accent", 1))
        for colour, number in pieces:
            width = self.width() * number / self._total
            painter.fillRect(
                QRect(round(left), 0, max(round(width) - GAP, 3), self.height()), QColor(getattr(t, colour))
            )
            left += width


class SendingBar(QFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("selectionbar")
        self.setFixedHeight(60)
        self._run: SendingRun | None = None
        layout = row_layout(self, margins=(16, 0, 12, 0), spacing=24)
        left = column_layout(spacing=2)
        self._count = PlainLabel(strong=True, name="sending_count")
        self._name = PlainLabel(size="small", colour="text2", name="sending_name")
        self._name.setMinimumWidth(280)
        left.addStretch(1)
        left.addWidget(self._count)
        left.addWidget(self._name)
        left.addStretch(1)
        layout.addLayout(left)
        middle = column_layout(spacing=5)
        self._pieces = _Pieces()
        below = row_layout()
        self._came = PlainLabel(size="small", colour="text2", name="sending_came")
        self._time = PlainLabel(size="small", strong=True, name="sending_time")
        below.addWidget(self._came, 1)
        below.addWidget(self._time, 0, Qt.AlignmentFlag.AlignRight)
        middle.addStretch(1)
        middle.addWidget(self._pieces)
        middle.addLayout(below)
        middle.addStretch(1)
        layout.addLayout(middle, 1)
        self._stop = button(words("stop_sending"), "sending_stop", self._on_stop, icon_name="stop", key="Esc")
        layout.addWidget(self._stop)

    def follow(self, run: SendingRun) -> None:
        self._run = run
        self._stop.setEnabled(True)
        self._stop.setText(f" {words('stop_sending')}   Esc")
        run.told.connect(self.show_run)
        self.show_run()

    def show_run(self) -> None:
        if (run := self._run) is None:
            return
        done, total = len(run.outcomes), len(run.chosen)
        self._count.setText(words("sending.count", done=count(done), total=count(total)))
        self._name.setText(self._named(run))
        came = [words(f"came.{name}", count=count(number)) for name, number in run.counts().items() if number]
        self._came.setText(", ".join(came) or words("sending.none_yet"))
        left = run.seconds_left
        self._time.setText("" if left is None else _left(max(round(left), 1)))
        self._pieces.show_counts(run.counts(), total, present=run.present is not None)
        self._pieces.setAccessibleName(f"{self._count.text()}, {self._came.text()}")

    def _named(self, run: SendingRun) -> str:
        if run.stopping:
            return words("sending.stopping")
        invoice = run.present_invoice()
        if invoice is None:
            return words("sending.preparing")
        step = words(f"sending.step.{run.step}") if run.step else ""
        return " · ".join(part for part in (invoice.number, invoice.relation_name, step) if part)

    def _on_stop(self) -> None:
        if self._run is not None and not self._run.is_over:
            self._stop.setEnabled(False)
            self._run.stop()

    def stop(self) -> None:
        """Esc."""
        self._on_stop()


def _left(seconds: int) -> str:
    return words("sending.left_one") if seconds == 1 else words("sending.left", seconds=seconds)
