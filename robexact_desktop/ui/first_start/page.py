"""What every step is: a page of fields under its number and title, and what the blue button does there."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent

from robexact_desktop.ui.first_start.steps import Step
from robexact_desktop.ui.tabs.settings.page import SettingsPage
from robexact_desktop.ui.widgets.basics import PlainLabel
from robexact_desktop.ui.words import words

WIDTH = 760
LEFT, TOP, RIGHT = 72, 40, 24


class StepPage(SettingsPage):
    """The wizard sets what is called for the next step, and when the blue button means something else now.

    No signals: a page that is also one of Instellingen would have two lines of them, and Qt wants one.
    """

    step: Step
    width_read = WIDTH
    saves_at_once = True
    goes_on: Callable[[], None] | None = None
    looks: Callable[[], None] | None = None

    def passed(self) -> None:
        if self.goes_on is not None:
            self.goes_on()

    def turned(self) -> None:
        if self.looks is not None:
            self.looks()

    def head(self) -> None:
        """Above the rest of the page."""
        which = words("first.which", number=self.step.number, count=len(Step))
        self.body.addWidget(PlainLabel(which, size="small", strong=True, colour="text2"))
        self.body.addWidget(PlainLabel(words(f"first.{self.step}.title"), size="page", strong=True))
        self.body.addWidget(PlainLabel(words(f"first.{self.step}.what"), colour="text2", wrap=True))

    def act_words(self, *, done: bool) -> str:  # noqa: ARG002 - some steps do something first
        return words("first.next")

    def can_act(self, *, done: bool) -> bool:
        return done

    def act(self, *, done: bool) -> None:
        if done:
            self.passed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As wide as can be read well, whatever the window is."""
        super().resizeEvent(event)
        spare = self.viewport().width() - LEFT - self.width_read
        self.body.setContentsMargins(LEFT, TOP, max(RIGHT, spare), 24)
