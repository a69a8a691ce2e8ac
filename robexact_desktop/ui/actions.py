"""Everything a person can do with a key, in one list: it makes the menu, the keys and the F1 sheet."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from robexact_desktop.ui.icons import icon
from robexact_desktop.ui.words import words


class Act(StrEnum):
    REFRESH = "refresh"
    SEARCH = "search"
    SEND = "send"
    SELECT_ALL = "select_all"
    WHY = "why"
    PENCIL = "pencil"
    PAYMENTS = "payments"
    EXPORT = "export"
    COPY = "copy"
    UNDO = "undo"
    TAB_1 = "tab_1"
    TAB_2 = "tab_2"
    TAB_3 = "tab_3"
    TAB_4 = "tab_4"
    TAB_5 = "tab_5"
    KEYS = "keys"
    CANCEL = "cancel"
    DARK = "dark"
    FIRST_START = "first_start"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class Spec:
    """`key` as people read it; empty where there is none. `by_widget`: the focused table answers it itself."""

    key: str
    icon: str = ""
    in_menu: bool = False
    by_widget: bool = False


ACTIONS: dict[Act, Spec] = {
    Act.REFRESH: Spec("F5", "refresh", in_menu=True),
    Act.SEND: Spec("Ctrl+Return", "send"),
    Act.PAYMENTS: Spec("", "check", in_menu=True),
    Act.SEARCH: Spec("Ctrl+F", "search"),
    Act.SELECT_ALL: Spec("Ctrl+A", by_widget=True),
    Act.COPY: Spec("Ctrl+C", "copy", by_widget=True),
    Act.EXPORT: Spec("Ctrl+E", "export"),
    Act.UNDO: Spec("Ctrl+Z", "undo", by_widget=True),
    Act.WHY: Spec("W", "why"),
    Act.PENCIL: Spec("F2", "pencil"),
    Act.TAB_1: Spec("Ctrl+1"),
    Act.TAB_2: Spec("Ctrl+2"),
    Act.TAB_3: Spec("Ctrl+3"),
    Act.TAB_4: Spec("Ctrl+4"),
    Act.TAB_5: Spec("Ctrl+5"),
    Act.DARK: Spec("", "", in_menu=True),
    Act.FIRST_START: Spec("", "", in_menu=True),
    Act.KEYS: Spec("F1", "help", in_menu=True),
    Act.CANCEL: Spec("Esc", by_widget=True),
    Act.QUIT: Spec("Ctrl+Q", "", in_menu=True),
}
"""In the order of menu and sheet."""


def build_actions(owner: QWidget) -> dict[Act, QAction]:
    """One QAction each, children of the window, live wherever the focus is; widgets keep the keys that are theirs."""
    made = {}
    for act, spec in ACTIONS.items():
        action = QAction(words(f"action.{act}"), owner)
        action.setObjectName(f"action_{act}")
        if spec.icon:
            action.setIcon(icon(spec.icon))
        if spec.key and not spec.by_widget:
            action.setShortcut(QKeySequence(spec.key))
            owner.addAction(action)
        made[act] = action
    return made
