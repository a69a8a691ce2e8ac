"""A list to choose from, searched while typing; what cannot be used stays visible, with the reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from robexact_desktop.ui.icons import pixmap
from robexact_desktop.ui.theme import tokens

CODE_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Choice:
    """`reason` says why it cannot be chosen; empty where it can."""

    code: str
    label: str
    reason: str = ""

    @property
    def words(self) -> str:
        return f"{self.label} ({self.reason})" if self.reason else self.label


class Chooser(QComboBox):
    """`chosen` gives a code, as soon as a person picks one. The wheel scrolls the page and changes nothing."""

    chosen = Signal(str)

    def __init__(self, name: str, accessible: str, *, searchable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(16)
        self._choices: list[Choice] = []
        self._present = ""
        self.activated.connect(self._on_activated)
        if searchable:
            self._make_searchable(accessible)

    def _make_searchable(self, accessible: str) -> None:
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(16)
        self.setCompleter(completer)
        edit = self.lineEdit()
        assert edit is not None
        edit.setObjectName(f"{self.objectName()}_search")
        edit.setAccessibleName(accessible)
        edit.editingFinished.connect(self._on_typed)

    @property
    def present(self) -> str:
        return self._present

    def offer(self, choices: Sequence[Choice], present: str) -> None:
        """Show these with `present` chosen; one that is not among them any more is shown as it is, as gone."""
        if list(choices) != self._choices:
            self._choices = list(choices)
            self._fill()
        self._present = present
        self.setCurrentIndex(self._place(present))
        if self.isEditable():
            self.setEditText(self.itemText(self.currentIndex()))

    def _fill(self) -> None:
        model = QStandardItemModel(self)
        for choice in self._choices:
            item = QStandardItem(choice.words)
            item.setData(choice.code, CODE_ROLE)
            item.setEditable(False)
            if choice.reason:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
                item.setForeground(QColor(tokens().text3))
            model.appendRow(item)
        self.setModel(model)
        if completer := self.completer():
            completer.setModel(_Matches(model, self))

    def _place(self, code: str) -> int:
        return next((place for place, choice in enumerate(self._choices) if choice.code == code), -1)

    def _on_activated(self, place: int) -> None:
        choice = self._choices[place] if 0 <= place < len(self._choices) else None
        if choice is not None and not choice.reason and choice.code != self._present:
            self._present = choice.code
            self.chosen.emit(choice.code)
        else:
            self.offer(self._choices, self._present)

    def _on_typed(self) -> None:
        """Left with words that are no choice: one that begins so is meant, else the old one stands again."""
        typed = self.currentText().strip().casefold()
        if typed == self.itemText(self._place(self._present)).casefold():
            return
        meant = [i for i, choice in enumerate(self._choices) if choice.words.casefold().startswith(typed) and typed]
        self._on_activated(meant[0] if len(meant) == 1 else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The stylesheet leaves out the arrow; ours has the colour of the theme."""
        super().paintEvent(event)
        t = tokens()
        painter = QPainter(self)
        colour = t.text2 if self.isEnabled() else t.disabled
        painter.drawPixmap(self.width() - 26, (self.height() - 16) // 2, pixmap("chevron_down", colour, t.base, 16))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._choices:
            self._choices, choices = [], self._choices
            self.offer(choices, self._present)


class _Matches(QSortFilterProxyModel):
    """The completer's own view on the rows: Qt needs a model that it may filter by itself."""

    def __init__(self, model: QStandardItemModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSourceModel(model)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        return self.sourceModel().flags(self.mapToSource(index))
