"""The steps at the left: what is done, which one is open now, what comes later; a click opens one."""

from collections.abc import Container

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton

from robexact_desktop.ui.dialogs.activate.steps import Number
from robexact_desktop.ui.first_start.steps import Step
from robexact_desktop.ui.widgets.basics import PlainLabel, column_layout, row_layout
from robexact_desktop.ui.words import words

WIDTH = 356
ROW = 38


class StepRow(QPushButton):
    def __init__(self, step: Step) -> None:
        super().__init__()
        self.step = step
        self.setObjectName(f"first_step_{step}")
        self.setProperty("side", "true")
        self.setFixedHeight(ROW)
        self._name = PlainLabel(words(f"first.step.{step}"))
        self._state = PlainLabel(size="small", colour="text2", name=f"first_step_{step}_state")
        self._mark = Number(step.number)
        layout = row_layout(self, margins=(25, 0, 28, 0), spacing=12)
        layout.addWidget(self._mark)
        layout.addWidget(self._name, 1)
        layout.addWidget(self._state)
        for widget in (self._mark, self._name, self._state):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_state(self, *, done: bool, current: bool, can_open: bool) -> None:
        state = words(f"first.{'now' if current else 'done' if done else 'not_yet'}")
        self._mark.mark(done=done and not current, current=current)
        self._state.setText(state)
        self._state.recolour("ok" if done and not current else "text2")
        self._name.recolour("text" if done or current else "text2")
        self.setEnabled(can_open)
        self.setCursor(Qt.CursorShape.PointingHandCursor if can_open else Qt.CursorShape.ArrowCursor)
        self.setCheckable(True)
        self.setChecked(current)
        facts = {"number": self.step.number, "count": len(Step), "name": words(f"first.step.{self.step}")}
        self.setAccessibleName(words("first.step_state", state=state, **facts))


class StepList(QFrame):
    chosen = Signal(object)  # Step

    def __init__(self, environment: str = "") -> None:
        super().__init__()
        self.setObjectName("sidelist")
        self.setFixedWidth(WIDTH)
        self._rows = {step: StepRow(step) for step in Step}
        layout = column_layout(self, margins=(0, 36, 0, 24), spacing=0)
        head = column_layout(margins=(32, 0, 28, 20), spacing=6)
        head.addWidget(PlainLabel(environment or "RobExact Desktop", size="dialog", strong=True, wrap=True))
        head.addWidget(PlainLabel(words("first.nothing_booked"), colour="text2", wrap=True))
        layout.addLayout(head)
        for row in self._rows.values():
            row.clicked.connect(lambda _=False, row=row: self.chosen.emit(row.step))
            layout.addWidget(row)
        layout.addStretch(1)
        self.foot = column_layout(margins=(32, 12, 28, 0), spacing=8)
        layout.addLayout(self.foot)

    def show_steps(self, current: Step, finished: Container[Step], *, can_open: bool) -> None:
        for step, row in self._rows.items():
            row.show_state(done=step in finished, current=step is current, can_open=can_open)
