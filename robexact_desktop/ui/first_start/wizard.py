"""The first start in the window: the steps at the left, the present one beside them, and how it goes on below."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from robexact_desktop.domain.changes import Changed
from robexact_desktop.services.change_settings import Held
from robexact_desktop.ui.first_start.booking import FirstDayStep, JournalsStep, VatStep
from robexact_desktop.ui.first_start.connecting import AppStep, BooksStep, RobawsStep, SignInStep
from robexact_desktop.ui.first_start.page import LEFT, StepPage
from robexact_desktop.ui.first_start.reading import ImportStep
from robexact_desktop.ui.first_start.step_list import StepList
from robexact_desktop.ui.first_start.steps import Step, done, first_open
from robexact_desktop.ui.shell import Shell
from robexact_desktop.ui.tabs.settings.saving import Saver
from robexact_desktop.ui.widgets.basics import PlainLabel, button, column_layout, row_layout
from robexact_desktop.ui.words import words

MAKES: Mapping[Step, Callable[[Saver], StepPage]] = {
    Step.BOOKS: BooksStep,
    Step.ROBAWS: RobawsStep,
    Step.APP: AppStep,
    Step.SIGN_IN: SignInStep,
    Step.IMPORT: ImportStep,
    Step.JOURNALS: JournalsStep,
    Step.VAT: VatStep,
    Step.FIRST_DAY: FirstDayStep,
}


class Wizard(QWidget):
    """`left` when a person is done, or goes on later."""

    left = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("first_start_wizard")
        self._shell = shell
        self._saver = Saver(shell, self)
        self._held: Held | None = None
        self._begins = False
        self._present = Step.BOOKS
        self._done: frozenset[Step] = frozenset()
        self._pages: dict[Step, StepPage] = {}
        self._stack = QStackedWidget()
        self._list = StepList(shell.reading.settings.environment)
        self._list.chosen.connect(self.open_step)
        self._list.foot.addWidget(PlainLabel(words("first.stop.what"), size="small", colour="text2", wrap=True))
        stop = button(words("first.stop"), "first_stop", self.left.emit, icon_name="close")
        self._list.foot.addWidget(stop, 0, Qt.AlignmentFlag.AlignLeft)
        layout = row_layout(self, spacing=0)
        layout.addWidget(self._list)
        page = QFrame()
        page.setObjectName("first_page")
        right = column_layout(page, spacing=0)
        right.addWidget(self._stack, 1)
        right.addWidget(self._foot())
        layout.addWidget(page, 1)
        shell.changed.connect(self._on_changed)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self._saver.undo)

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setObjectName("pagefoot")
        layout = row_layout(foot, margins=(LEFT, 12, 24, 12))
        self._back = button(words("first.back"), "first_back", self._on_back, icon_name="chevron_left")
        self._later = button(words("first.later"), "first_later", self._on_later)
        self._next = button("", "first_next", self._on_next, kind="primary")
        self._next.setAutoDefault(True)  # Enter on it too
        layout.addWidget(self._back)
        self._at_once = PlainLabel(size="small", colour="text2")
        layout.addWidget(self._at_once, 1)
        layout.addWidget(self._later)
        layout.addWidget(self._next)
        return foot

    # which step

    def begin(self) -> None:
        """Where it stopped; once the key store has been asked, maybe at an earlier one."""
        self._begins = True
        self._done = done(self._shell.reading, self._held)
        self.open_step(first_open(self._done) or Step.BOOKS)
        self._begins = True
        self._ask_held()

    def open_step(self, step: Step) -> None:
        self._begins = False
        self._present = step
        if step not in self._pages:
            made = MAKES[step](self._saver)
            made.goes_on = self._on_passed
            made.looks = self._look
            self._pages[step] = made
            self._stack.addWidget(made)
        self._stack.setCurrentWidget(self._pages[step])
        self._reload()
        self._next.setFocus()

    @property
    def present(self) -> Step:
        return self._present

    def _reload(self) -> None:
        self._done = done(self._shell.reading, self._held)
        page = self._pages[self._present]
        page.held = self._held
        page.reload()
        self._look()

    def _look(self) -> None:
        """The list and the foot, as the present step is now."""
        finished = self._present in self._done
        self._list.show_steps(self._present, self._done, can_open=True)
        page = self._pages.get(self._present)
        if page is None:
            return
        self._next.setText(page.act_words(done=finished))
        self._next.setAccessibleName(page.act_words(done=finished))
        self._next.setEnabled(page.can_act(done=finished))
        self._at_once.setText(words("settings.at_once") if page.saves_at_once else "")
        self._back.setEnabled(self._present is not Step.BOOKS)
        self._later.setVisible(not finished)

    # what a person does

    def _on_next(self) -> None:
        self._pages[self._present].act(done=self._present in self._done)

    def _on_passed(self) -> None:
        """To the step behind; after the last one to the window."""
        following = list(Step)[self._present.number :]
        if following:
            self.open_step(following[0])
        else:
            self.left.emit()

    def _on_later(self) -> None:
        self._on_passed()

    def _on_back(self) -> None:
        self.open_step(list(Step)[max(self._present.number - 2, 0)])

    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter presses the blue button here; as a shortcut beside the window's own, neither would answer."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_enter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_enter(event):
            self._next.animateClick()
        else:
            super().keyPressEvent(event)

    # what changed

    def _on_changed(self, changed: Changed) -> None:
        if self.isVisible():
            self._reload()
            if changed & (Changed.SETTINGS | Changed.CONNECTION):
                self._ask_held()

    def _ask_held(self) -> None:
        if self._shell.desk is not None:
            self._shell.errand(words("settings.looking"), self._shell.desk.held, urgent=True, then=self._on_held)

    def _on_held(self, held: object) -> None:
        if isinstance(held, Held):
            self._held = held
            self._done = done(self._shell.reading, held)
            if self._begins:
                self.open_step(first_open(self._done) or Step.BOOKS)
            else:
                self._reload()


def _is_enter(event: QKeyEvent) -> bool:
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
