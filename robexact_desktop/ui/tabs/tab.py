"""What every tab answers."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from robexact_desktop.domain.changes import Changed
from robexact_desktop.ui.actions import Act
from robexact_desktop.ui.shell import Place


@dataclass(frozen=True, slots=True)
class Badge:
    """A count beside the tab's name, with the shape and colour of the gravest thing there; 0 shows nothing."""

    count: int = 0
    icon: str = "state_blocked"
    colour: str = "warn"


class TabPage(QWidget):
    """A tab decides itself what a change means for it."""

    def on_changed(self, changed: Changed) -> None:
        """Read again what is shown, where it may be different now."""

    def badge(self) -> Badge:
        return Badge()

    def go_to(self, place: Place) -> None:
        """Show the page and the thing that a problem's button names."""

    def act(self, act: Act) -> None:
        """A key that means something here."""

    def search(self) -> None:
        """Put the cursor into the search field."""
