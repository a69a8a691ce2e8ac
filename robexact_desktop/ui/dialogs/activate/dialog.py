"""Signing in to Exact: the browser opens, a person agrees there, and the address it ended on is pasted here."""

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from robexact_desktop.domain.errors import RobExactError, SignInFailedError
from robexact_desktop.texts import error_message, error_reason
from robexact_desktop.ui.dialogs.activate.address import answers
from robexact_desktop.ui.dialogs.activate.sign_in import SignIn
from robexact_desktop.ui.dialogs.activate.steps import Step
from robexact_desktop.ui.icons import icon
from robexact_desktop.ui.shell import Shell
from robexact_desktop.ui.widgets.basics import PlainLabel, button, notice, row_layout
from robexact_desktop.ui.widgets.veil import VeilDialog
from robexact_desktop.ui.words import language, words

WIDTH, HEIGHT = 760, 560


class ActivateDialog(VeilDialog):
    """`connected` gives the divisions that the consent covers. Closing it gives the sign-in up; nothing is stored."""

    connected = Signal(object)

    def __init__(self, window: QWidget, shell: Shell, *, agrees_itself: bool) -> None:
        super().__init__(window, "activate_dialog", words("activate.title"), WIDTH, HEIGHT)
        self._shell = shell
        self._redirect_uri = shell.reading.settings.exact.redirect_uri
        self._announced = ""
        self._sign_in = SignIn(shell, self)
        self._show_steps(agrees_itself=agrees_itself)
        self.consequence.setText(words("activate.consequence"))
        self.add_button(words("activate.stop"), "activate_stop", self.close_dialog)
        self._finish = self.add_button(words("activate.finish"), "activate_finish", self._on_finish, primary=True)
        self._finish.setEnabled(False)
        QGuiApplication.clipboard().dataChanged.connect(self._look_at_clipboard)
        self._begin()

    @property
    def announced(self) -> str:
        """The address to open; empty until the lane has told it."""
        return self._announced

    # made of

    def _show_steps(self, *, agrees_itself: bool) -> None:
        self.body.addWidget(PlainLabel(words("activate.whose"), colour="text2", wrap=True))
        self._wrong = QWidget()
        self._wrong_layout = row_layout(self._wrong)
        self._wrong.hide()
        self.body.addWidget(self._wrong)
        self._agree = Step(1, words("activate.agree"), words("activate.agree.why"))
        self._copy = Step(2, words("activate.copy"), words("activate.copy.why"))
        self._paste = Step(3, words("activate.paste"), words("activate.paste.why"))
        self._open = button(words("activate.open"), "activate_open", self._on_open, icon_name="open")
        self._opened = PlainLabel(words("activate.wait"), size="small", colour="text2")
        self._itself = button(words("activate.itself"), "activate_itself", self._on_itself, icon_name="user")
        if not agrees_itself:
            self._itself.hide()
        row = row_layout()
        for widget in (self._open, self._itself):
            widget.setEnabled(False)
            row.addWidget(widget)
        row.addWidget(self._opened, 1)
        self._agree.body.addLayout(row)
        self._offered = notice("ok", words("activate.clipboard"), words("activate.clipboard.what"))
        self._offered.hide()
        self._paste.body.addWidget(self._offered)
        self._paste.body.addLayout(self._address_row())
        for step in (self._agree, self._copy, self._paste):
            self.body.addWidget(step)
        self.body.addStretch(1)

    def _address_row(self) -> QHBoxLayout:
        self._address = QLineEdit()
        self._address.setObjectName("activate_address")
        self._address.setAccessibleName(words("activate.paste"))
        self._address.setPlaceholderText(f"{self._redirect_uri}?code=…")
        self._address.addAction(icon("link", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self._address.textChanged.connect(self._on_typed)
        self._address.returnPressed.connect(self._on_finish)
        row = row_layout()
        row.addWidget(self._address, 1)
        row.addWidget(button(words("activate.put"), "activate_paste", self._on_paste, key="Ctrl+V"))
        return row

    # the sign-in

    def _begin(self) -> None:
        """A state serves once: after each failure another attempt begins by itself."""
        self._announced = ""
        self._sign_in = SignIn(self._shell, self)
        self._sign_in.announced.connect(self._on_announced)
        self._sign_in.connected.connect(self._on_connected)
        self._sign_in.failed.connect(self._on_failed)
        self._sign_in.begin()
        self._show_where()

    def _on_announced(self, address: str) -> None:
        self._announced = address
        self._open.setEnabled(True)
        self._itself.setEnabled(True)
        self._opened.setText(words("activate.ready"))
        self._look_at_clipboard()
        self._show_where()

    def _on_open(self) -> None:
        opened = QDesktopServices.openUrl(QUrl(self._announced))
        self._opened.setText(words("activate.opened" if opened else "activate.not_opened"))
        if not opened:
            QGuiApplication.clipboard().setText(self._announced)
        self._agree.number.mark(done=opened)
        self._address.setFocus()

    def _on_itself(self) -> None:
        assert self._shell.desk is not None
        self._address.setText(self._shell.desk.agree(self._announced) or "")
        self._finish.setFocus()

    def _on_paste(self) -> None:
        self._address.setText(QGuiApplication.clipboard().text().strip())
        self._address.setFocus()

    def _look_at_clipboard(self) -> None:
        """Filled in by itself only where it can be nothing else than the answer to this sign-in."""
        text = QGuiApplication.clipboard().text().strip()
        if answers(text, self._redirect_uri, self._announced) and self._address.text() != text:
            self._address.setText(text)
            self._offered.show()

    def _on_typed(self, text: str) -> None:
        self._offered.setVisible(self._offered.isVisible() and answers(text, self._redirect_uri, self._announced))
        self._finish.setEnabled(bool(text.strip()) and bool(self._announced))
        self._show_where()

    def _on_finish(self) -> None:
        if self._finish.isEnabled():
            self._finish.setEnabled(False)
            self._finish.setText(words("activate.checking"))
            self._sign_in.paste(self._address.text().strip())

    def _show_where(self) -> None:
        filled = bool(self._address.text().strip())
        self._agree.number.mark(done=filled, current=not filled)
        self._copy.number.mark(done=filled)
        self._paste.number.mark(current=filled)

    # how it ended

    def _on_connected(self, divisions: object) -> None:
        self.connected.emit(divisions)
        self.close_dialog()

    def _on_failed(self, error: RobExactError) -> None:
        """In words, and at once another attempt: the old address is of no use any more."""
        title = words("activate.failed")
        what = error_message(error, language())
        if isinstance(error, SignInFailedError):
            what = words("activate.failed.what", reason=error_reason(error, language()))
        while (item := self._wrong_layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self._wrong_layout.addWidget(notice("bad", title, what))
        self._wrong.show()
        self._finish.setText(words("activate.finish"))
        self._address.clear()
        self._open.setEnabled(False)
        self._itself.setEnabled(False)
        if self._announced:  # else it ended before it began, and would again
            self._begin()

    def close_dialog(self) -> None:
        self._sign_in.give_up()
        super().close_dialog()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window waits for the lane when it closes, so the lane may not wait for an address then."""
        if event.type() is QEvent.Type.Close and watched is self._window:
            self._sign_in.give_up()
        return super().eventFilter(watched, event)

    def open_dialog(self) -> None:
        super().open_dialog()
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)
