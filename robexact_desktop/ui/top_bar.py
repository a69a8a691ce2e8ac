"""Above: whose books, with their own edge colour; the tabs; refresh, help, menu."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from robexact_desktop.domain.ledger import Division
from robexact_desktop.ui.actions import Act
from robexact_desktop.ui.shell import Shell, Tab
from robexact_desktop.ui.tabs.tab import Badge
from robexact_desktop.ui.theme import tokens
from robexact_desktop.ui.widgets.basics import PlainLabel, button, column_layout, row_layout
from robexact_desktop.ui.widgets.tab_button import TabButton
from robexact_desktop.ui.words import words

HEIGHT = 53


class TopBar(QFrame):
    tab_chosen = Signal(object)  # Tab
    environment_wanted = Signal(str)

    def __init__(
        self, shell: Shell, tabs: Sequence[Tab], acts: Mapping[Act, QAction], *, demo: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("topbar")
        self.setFixedHeight(HEIGHT)
        self._shell = shell
        self._demo = demo
        layout = row_layout(self, margins=(17, 0, 16, 0), spacing=4)
        layout.addLayout(self._whose_books())
        layout.addSpacing(20)
        separator = QFrame()
        separator.setProperty("separator", "true")
        separator.setFixedSize(1, 28)
        layout.addWidget(separator)
        layout.addSpacing(12)
        self._tabs: dict[Tab, TabButton] = {}
        for tab in tabs:
            made = TabButton(words(f"tab.{tab}"), f"tab_{tab}")
            made.clicked.connect(lambda _=False, tab=tab: self.tab_chosen.emit(tab))
            self._tabs[tab] = made
            layout.addWidget(made)
        layout.addStretch(1)
        refresh = button(words("action.refresh"), "refresh", acts[Act.REFRESH].trigger, icon_name="refresh", key="F5")
        layout.addWidget(refresh)
        keys = button(
            "", "keys", acts[Act.KEYS].trigger, icon_name="help", kind="flat", accessible=words("action.keys")
        )
        layout.addWidget(keys)
        self._menu = button("", "menu", icon_name="menu", kind="flat", accessible=words("menu"))
        layout.addWidget(self._menu)
        shell.changed.connect(self._on_changed)
        self.show_books()

    def _whose_books(self) -> QVBoxLayout:
        layout = column_layout(spacing=1)
        upper = row_layout(spacing=6)
        self._environment = PlainLabel(size="title", strong=True, name="environment")
        self._role = PlainLabel(size="caption", strong=True, colour="text2", name="role")
        upper.addWidget(self._environment)
        upper.addWidget(self._role)
        self._others = button(
            "", "environments", icon_name="chevron_down", kind="flat", accessible=words("environments")
        )
        self._others.setProperty("square", "true")
        self._others.setFixedSize(22, 20)
        self._others.setToolTip(words("environments"))
        self._others.hide()
        upper.addWidget(self._others)
        upper.addStretch(1)
        self._division = PlainLabel(size="small", colour="text2", name="division")
        layout.addStretch(1)
        layout.addLayout(upper)
        layout.addWidget(self._division)
        layout.addStretch(1)
        return layout

    def show_books(self) -> None:
        settings = self._shell.reading.settings
        self._environment.setText(settings.environment)
        self._role.setText("DEMO" if self._demo else settings.role.value)
        divisions = {row.code: row.name for row in self._shell.reading.work.stores.master.all(Division)}
        code = settings.exact.division
        name = divisions.get(code or 0, "")
        self._division.setText(" · ".join(filter(None, (f"→ Exact {settings.exact.country}", str(code or ""), name))))

    def press(self, tab: Tab) -> None:
        for name, made in self._tabs.items():
            made.setChecked(name is tab)

    def show_badge(self, tab: Tab, badge: Badge) -> None:
        self._tabs[tab].show_badge(badge)

    def offer_environments(self, names: Sequence[str]) -> None:
        """The other books of this computer; with only these there is nothing to choose."""
        present = self._shell.reading.settings.environment
        menu = QMenu(self)
        menu.setObjectName("environments_menu")
        for name in names:
            action = menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(name == present)
            action.triggered.connect(lambda _=False, name=name: self._on_environment(name))
        self._waits = menu.addAction(words("environments_busy"))
        self._waits.setEnabled(False)
        menu.aboutToShow.connect(self._on_environments)
        self._others.setMenu(menu)
        self._others.setVisible(len(names) > 1)

    def _on_environments(self) -> None:
        """Never away from a send or an import that runs."""
        busy = self._shell.lane.is_busy
        for action in self._others.menu().actions():
            action.setEnabled(action is not self._waits and not busy)
        self._waits.setVisible(busy)

    def _on_environment(self, name: str) -> None:
        if name != self._shell.reading.settings.environment and not self._shell.lane.is_busy:
            self.environment_wanted.emit(name)

    def set_menu(self, menu: QMenu) -> None:
        self._menu.setMenu(menu)

    def _on_changed(self, changed: object) -> None:  # noqa: ARG002 - the signal's shape
        self.show_books()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(QRect(0, 0, 5, self.height()), QColor(tokens().env))
