"""Where there is no environment yet: name it, say the country, give Robaws' key; the window takes it from there."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from robexact_desktop.domain.errors import SettingsError
from robexact_desktop.services.change_settings import Path, tree_of
from robexact_desktop.texts import error_message, error_reason, setting_words
from robexact_desktop.ui.first_start.page import LEFT, TOP
from robexact_desktop.ui.first_start.page import WIDTH as PAGE_WIDTH
from robexact_desktop.ui.first_start.step_list import StepList
from robexact_desktop.ui.first_start.steps import Step
from robexact_desktop.ui.tabs.settings.chooser import Chooser
from robexact_desktop.ui.tabs.settings.exact_card import countries
from robexact_desktop.ui.widgets.basics import PlainLabel, button, column_layout, row_layout
from robexact_desktop.ui.words import language, words
from robexact_desktop.workers.lane import Failed, Finished, Job, Lane

LABEL, FIELD = 190, 420
BEGINS_AT = (1180, 720)

NAME: Path = ("environment",)
COUNTRY: Path = ("exact", "country")
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
        steps = StepList()
        steps.show_steps(Step.BOOKS, (), can_open=False)
        layout.addWidget(steps)
        foot = self._foot()
        page = QFrame()
        page.setObjectName("first_page")
        right = column_layout(page, spacing=0)
        right.addLayout(self._page(), 1)
        right.addWidget(foot)
        layout.addWidget(page, 1)
        lane.finished.connect(self._on_finished)
        lane.failed.connect(self._on_failed)
        self._on_typed("")
        self._edits[NAME].setFocus()

    # made of

    def _page(self) -> QVBoxLayout:
        outer = column_layout(margins=(LEFT, TOP, 24, 24), spacing=0)
        page = QWidget()
        page.setMaximumWidth(PAGE_WIDTH)
        layout = column_layout(page, spacing=12)
        which = words("first.which", number=1, count=len(Step))
        layout.addWidget(PlainLabel(which, size="small", strong=True, colour="text2"))
        layout.addWidget(PlainLabel(words("first.books.title"), size="page", strong=True))
        layout.addWidget(PlainLabel(words("first.begin.what"), colour="text2", wrap=True))
        layout.addSpacing(8)
        self._add(layout, NAME, words("first.name.hint"))
        self._country = Chooser("first_country", setting_words("exact.country", language()))
        self._country.setFixedWidth(FIELD)
        self._country.offer(countries(), "BE")
        self._put(layout, setting_words("exact.country", language()), self._country)
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
        self._put(layout, named, edit)
        self._edits[path] = edit

    def _put(self, layout: QVBoxLayout, named: str, widget: QWidget) -> None:
        label = PlainLabel(named, colour="text2")
        label.setFixedWidth(LABEL)
        row = row_layout(spacing=12)
        row.addWidget(label)
        row.addWidget(widget)
        row.addStretch(1)
        layout.addLayout(row)

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setObjectName("pagefoot")
        layout = row_layout(foot, margins=(LEFT, 12, 24, 12))
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
            typed = {path: edit.text().strip() for path, edit in self._edits.items()}
            tree = tree_of({**typed, COUNTRY: self._country.present})
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
