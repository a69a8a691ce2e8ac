"""The right side of Facturen: the booking of a row, or while something is sent the log of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from robexact_desktop.ui.preview.pane import PreviewPane
from robexact_desktop.ui.sending.log_pane import LogPane
from robexact_desktop.ui.sending.run import SendingRun
from robexact_desktop.ui.shell import Shell
from robexact_desktop.ui.widgets.basics import button, column_layout, row_layout
from robexact_desktop.ui.words import words


class SidePane(QWidget):
    """`follow` shows the log; a row that is looked at shows its booking, with a way back to the log."""

    invoice_wanted = Signal(object)  # InvoiceId

    def __init__(self, shell: Shell, preview: PreviewPane, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("side_pane")
        self.setMinimumWidth(preview.minimumWidth())
        self.resize(preview.size())
        self._sending = False
        self.log = LogPane(shell, self)
        self._back = QFrame()
        self._back.setObjectName("log_back")
        back = row_layout(self._back, margins=(8, 4, 8, 4))
        back.addWidget(button(words("log.back"), "back_to_log", self.show_log, icon_name="chevron_left", kind="link"))
        back.addStretch(1)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(preview)
        self._pages.addWidget(self.log)
        layout = column_layout(self, spacing=0)
        layout.addWidget(self._back)
        layout.addWidget(self._pages, 1)
        self._back.hide()
        self.log.invoice_wanted.connect(self.invoice_wanted.emit)

    def follow(self, run: SendingRun) -> None:
        self._sending = True
        self.log.follow(run)
        self.show_log()

    def end(self) -> None:
        self._sending = False
        self.show_booking()

    def show_booking(self, _: object = None) -> None:
        self._pages.setCurrentIndex(0)
        self._back.setVisible(self._sending)

    def show_log(self) -> None:
        self._pages.setCurrentIndex(1)
        self._back.hide()
