"""The first start: name the environment and give Robaws' key; what follows is filled in at Instellingen."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from robexact_desktop.domain.errors import SettingsError
from robexact_desktop.services.change_settings import Path, tree_of
from robexact_desktop.texts import error_message, error_reason, setting_words
from robexact_desktop.ui.dialogs.activate.steps import Number
from robexact_desktop.ui.widgets.basics import PlainLabel, button, column_layout, row_layout
from robexact_desktop.ui.words import language, words
from robexact_desktop.workers.lane import Failed, Finished, Job, Lane

STEPS_WIDTH, PAGE_WIDTH = 356, 760
LABEL, FIELD = 190, 420
BEGINS_AT = (1180, 720)
FOLLOWING = ("robaws", "own_app", "sign_in", "company", "defaults")

NAME: Path = ("environment",)
ADDRESS: Path = ("robaws", "base_url")
SECRETS: tuple[Path, ...] = (("robaws", "api_key"), ("robaws", "api_secret"))
ROBAWS = "https://app.robaws.com"

Creates = Callable[[Mapping[str, Any]], object]


class FirstStart(QWidget):
    """`creates` runs in the lane: it writes settings and key store. `created` gives the environment's name."""

    created = Signal(str)

    def __init__(self, lane: Lane, creates: Creates) -> None:
        super().__init__()
        self.setObjectName("first_start")
        self.setWindowTitle("RobExact Desktop")
        self.resize(*BEGINS_AT)
        self._lane = lane
        self._creates = creates
        self._edits: dict[Path, QLineEdit] = {}
        layout = row_layout(self, spacing=0)
        layout.addWidget(self._steps())
        foot = self._foot()
        right = column_layout(spacing=0)
        right.addLayout(self._page(), 1)
        right.addWidget(foot)
        layout.addLayout(right, 1)
        lane.finished.connect(self._on_finished)
        lane.failed.connect(self._on_failed)
        self._on_typed("")
        self._edits[NAME].setFocus()

    # made of

    def _steps(self) -> QFrame:
        """All that is to be done, so that nobody wonders how long it takes; only the first is done here."""
        side = QFrame()
        side.setObjectName("sidelist")
        side.setFixedWidth(STEPS_WIDTH)
        layout = column_layout(side, margins=(32, 36, 32, 32), spacing=16)
        layout.addWidget(PlainLabel("RobExact Desktop", size="dialog", strong=True))
        layout.addWidget(PlainLabel(words("first.nothing_booked"), colour="text2", wrap=True))
        for number, step in enumerate(FOLLOWING, start=1):
            row = row_layout(spacing=12)
            mark = Number(number)
            mark.mark(current=number == 1)
            row.addWidget(mark)
            row.addWidget(PlainLabel(words(f"first.step.{step}"), strong=number == 1), 1)
            layout.addLayout(row)
        layout.addWidget(PlainLabel(words("first.later"), size="small", colour="text2", wrap=True))
        layout.addStretch(1)
        return side

    def _page(self) -> QVBoxLayout:
        outer = column_layout(margins=(72, 48, 24, 24), spacing=0)
        page = QWidget()
        page.setMaximumWidth(PAGE_WIDTH)
        layout = column_layout(page, spacing=12)
        layout.addWidget(PlainLabel(words("first.which"), size="small", strong=True, colour="text2"))
        layout.addWidget(PlainLabel(words("first.title"), size="page", strong=True))
        layout.addWidget(PlainLabel(words("first.what"), colour="text2", wrap=True))
        layout.addSpacing(8)
        self._add(layout, NAME, words("first.name.hint"))
        self._add(layout, ADDRESS, "")
        self._edits[ADDRESS].setText(ROBAWS)
        for path in SECRETS:
            self._add(layout, path, "")
            self._edits[path].setEchoMode(QLineEdit.EchoMode.Password)
        layout.addWidget(PlainLabel(words("secrets.where"), size="small", colour="text2", wrap=True))
        self._trouble = PlainLabel(colour="bad", wrap=True, name="first_trouble")
        layout.addWidget(self._trouble)
        outer.addWidget(page)
        outer.addStretch(1)
        return outer

    def _add(self, layout: QVBoxLayout, path: Path, hint: str) -> None:
        named = setting_words(".".join(path), language())
        edit = QLineEdit()
        edit.setObjectName("first_" + path[-1])
        edit.setAccessibleName(named)
        edit.setPlaceholderText(hint)
        edit.setFixedWidth(FIELD)
        edit.textChanged.connect(self._on_typed)
        edit.returnPressed.connect(self._on_create)
        label = PlainLabel(named, colour="text2")
        label.setFixedWidth(LABEL)
        row = row_layout(spacing=12)
        row.addWidget(label)
        row.addWidget(edit)
        row.addStretch(1)
        layout.addLayout(row)
        self._edits[path] = edit

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setObjectName("pagefoot")
        layout = row_layout(foot, margins=(72, 14, 24, 14))
        layout.addWidget(PlainLabel(words("first.consequence"), size="small", colour="text2"), 1)
        self._create = button(words("first.create"), "first_create", self._on_create, kind="primary", key="Enter")
        layout.addWidget(self._create, 0, Qt.AlignmentFlag.AlignRight)
        return foot

    # what a person does

    def _on_typed(self, _: str) -> None:
        self._create.setEnabled(all(edit.text().strip() for edit in self._edits.values()))

    def _on_create(self) -> None:
        if self._create.isEnabled():
            self._create.setEnabled(False)
            self._trouble.clear()
            tree = tree_of({path: edit.text().strip() for path, edit in self._edits.items()})
            self._lane.submit(Job(words("first.create"), lambda _: None, errand=lambda: self._creates(tree)))

    def _on_finished(self, _: Finished) -> None:
        self.created.emit(self._edits[NAME].text().strip())

    def _on_failed(self, told: Failed) -> None:
        """At the page, with the setting's name; what was typed stays."""
        self._create.setEnabled(True)
        error = told.error
        why = error_message(error, language())
        if isinstance(error, SettingsError):
            why = f"{setting_words(error.facts.get('key', ''), language())}: {error_reason(error, language())}"
        self._trouble.setText(why)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._lane.close()
        event.accept()
