"""A field that opens a list with a search field: type to filter codes and names, Enter takes, Escape leaves."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QPushButton, QWidget

from robexact_desktop.ui.icons import pixmap
from robexact_desktop.ui.preview.choices import Choice
from robexact_desktop.ui.theme import font, tokens
from robexact_desktop.ui.widgets.basics import PlainLabel, SearchField, column_layout
from robexact_desktop.ui.words import words

CHOICE_ROLE = Qt.ItemDataRole.UserRole
WIDEST, HIGHEST = 470, 300
KEYS_OF_THE_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Chooser(QPushButton):
    """Shows the present choice; `chosen` brings the value of another one."""

    chosen = Signal(str)

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._label = label
        self._choices: Sequence[Choice] = ()
        self._present = ""
        self._shown = ""
        self._list: ChoiceList | None = None
        self.setMinimumHeight(30)
        self.clicked.connect(self.open_list)

    def show_choices(self, choices: Sequence[Choice], present: str, nothing: str) -> None:
        """`nothing` is shown where no value is set."""
        self._choices, self._present = choices, present
        found = next((choice for choice in choices if choice.value == present), None)
        self._shown = found.shown if found else present or nothing
        self.setAccessibleName(f"{self._label}: {self._shown}")
        self.setToolTip("")
        self.update()

    def open_list(self) -> None:
        if self._list is not None:
            self._list.leave()
            return
        self._list = ChoiceList(self.window(), self._choices, self._present)
        self._list.picked.connect(self._on_picked)
        self._list.left.connect(self._on_left)
        self._list.open_below(self)

    def _on_left(self) -> None:
        self._list = None
        if self.window().focusWidget() in (None, self.window()):
            self.setFocus()

    def _on_picked(self, value: str) -> None:
        self.setFocus()
        if value != self._present:
            self.chosen.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4):
            self.open_list()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(200, 30)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 30)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        t = tokens()
        painter = QPainter(self)
        painter.setFont(font())
        painter.setPen(QColor(t.text if self.isEnabled() else t.disabled))
        inner = self.rect().adjusted(11, 0, -30, 0)
        text = painter.fontMetrics().elidedText(self._shown, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, text)
        chevron = pixmap("chevron_down", t.text2, t.base, 14)
        painter.drawPixmap(self.width() - 24, (self.height() - 14) // 2, chevron)


class ChoiceList(QFrame):
    """The list under a field, with its own search field; it goes when something is picked or clicked elsewhere.

    A child of the window, not a window: it moves and is pictured with it, and no platform grabs keys for it.
    """

    picked = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget, choices: Sequence[Choice], present: str) -> None:
        super().__init__(parent)
        self.setObjectName("choice_popup")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._choices, self._present = choices, present
        self.search = SearchField(words("preview.choose"), "choice_search", self)
        self.search.setMinimumWidth(0)
        self.search.setMaximumWidth(WIDEST)
        self.rows = QListWidget(self)
        self.rows.setObjectName("choice_list")
        self.rows.setAccessibleName(words("preview.choose"))
        self.rows.setUniformItemSizes(True)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._none = PlainLabel(words("preview.no_choice"), colour="text2", name="choice_none", parent=self)
        layout = column_layout(self, margins=(8, 8, 8, 8), spacing=6)
        for widget in (self.search, self._none, self.rows):
            layout.addWidget(widget)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._fill)
        self.rows.itemClicked.connect(self._take)
        self._fill("")

    def open_below(self, field: QWidget) -> None:
        width = min(max(field.width(), WIDEST), field.window().width() - 16)
        self.resize(width, HIGHEST)
        above = field.window()
        place = field.mapTo(above, QPoint(0, field.height() + 2))
        if place.y() + HIGHEST > above.height():
            place = field.mapTo(above, QPoint(0, -HIGHEST - 2))
        self.move(max(0, min(place.x(), above.width() - width - 8)), max(place.y(), 0))
        self.show()
        self.raise_()
        self.search.setFocus()

    def leave(self) -> None:
        """Once: hiding takes the focus, and losing the focus leaves."""
        if not self.isHidden():
            self.hide()
            self.left.emit()
            self.deleteLater()

    def _fill(self, text: str) -> None:
        """Those that hold every word typed, in code or name.

        The present one is marked. Where it is unusable nothing is, so that Enter takes no other unseen; the arrows
        start there all the same. Once something is typed the first usable one is marked.
        """
        typed = text.casefold().split()
        self.rows.clear()
        present = usable = None
        for choice in self._choices:
            if all(word in choice.shown.casefold() for word in typed):
                item = _item(choice)
                self.rows.addItem(item)
                present = item if choice.value == self._present else present
                usable = item if usable is None and not choice.reason else usable
        self._none.setVisible(self.rows.count() == 0)
        marked = usable if typed and (present is None or not _usable(present)) else present
        if marked is not None:
            flags = QItemSelectionModel.SelectionFlag
            how = flags.ClearAndSelect if _usable(marked) else flags.NoUpdate
            self.rows.selectionModel().setCurrentIndex(self.rows.indexFromItem(marked), how)
            self.rows.scrollToItem(marked, QListWidget.ScrollHint.PositionAtTop)

    def _take(self, item: QListWidgetItem) -> None:
        choice: Choice = item.data(CHOICE_ROLE)
        if not choice.reason:
            self.leave()
            self.picked.emit(choice.value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the cursor stays in the search field; leaving the field leaves the list."""
        if watched is not self.search:
            return False
        if event.type() is QEvent.Type.FocusOut:
            self.leave()
            return False
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:  # else the editor behind closes
                event.accept()
            return False
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        if event.key() in KEYS_OF_THE_LIST:
            self.rows.keyPressEvent(event)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if (item := self.rows.currentItem()) is not None:
                self._take(item)
            return True
        return False


def _usable(item: QListWidgetItem) -> bool:
    choice: Choice = item.data(CHOICE_ROLE)
    return not choice.reason


def _item(choice: Choice) -> QListWidgetItem:
    shown = f"{choice.shown}   {choice.reason}" if choice.reason else choice.shown
    item = QListWidgetItem(shown)
    item.setData(CHOICE_ROLE, choice)
    item.setSizeHint(QSize(100, 28))
    item.setToolTip(shown.replace("&", "&amp;").replace("<", "&lt;"))
    if choice.reason:
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setForeground(QColor(tokens().text3))
    return item
