"""Small pieces that every screen is made of. Texts from elsewhere are shown as they are, never as rich text."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QIcon
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from robexact_desktop.ui.icons import icon, pixmap
from robexact_desktop.ui.theme import font, tokens


class PlainLabel(QLabel):
    """A label that shows `<b>` as `<b>`: names come from other people's programs (design: reliability 2.6)."""

    def __init__(
        self,
        text: str = "",
        *,
        size: str = "body",
        strong: bool = False,
        colour: str = "text",
        wrap: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(size, QFont.Weight.DemiBold if strong else QFont.Weight.Normal))
        self._colour = colour
        self.setWordWrap(wrap)
        if name:
            self.setObjectName(name)
        self.setText(text)
        self.recolour()

    def recolour(self, colour: str | None = None) -> None:
        """After the theme changed, or when the words mean something else now."""
        self._colour = colour or self._colour
        wanted = QColor(getattr(tokens(), self._colour))
        palette = self.palette()
        if palette.color(self.foregroundRole()) != wanted:
            palette.setColor(self.foregroundRole(), wanted)
            self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:  # the theme sets style and stylesheet last
            self.recolour()


class IconLabel(QLabel):
    """An icon that takes the colours of the theme in force."""

    def __init__(self, name: str, colour: str, size: int = 16, ground: str = "base") -> None:
        super().__init__()
        self._size = size
        self.setFixedSize(QSize(size, size))
        self.show_icon(name, colour, ground)

    def show_icon(self, name: str, colour: str, ground: str = "base") -> None:
        """Names of an icon and of two tokens."""
        self._icon = (name, colour, ground)
        self.setPixmap(pixmap(name, getattr(tokens(), colour), getattr(tokens(), ground), self._size))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.show_icon(*self._icon)


class IconButton(QPushButton):
    """A button whose icon takes the colours of the theme in force."""

    def __init__(self, text: str, icon_name: str, colour: str) -> None:
        super().__init__(text)
        self._named = (icon_name, colour)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._tint()

    def _tint(self) -> None:
        name, colour = self._named
        if name:
            self.setIcon(icon(name, colour))
            self.setIconSize(QSize(16, 16))


def icon_label(name: str, colour: str, size: int = 16, ground: str = "base") -> IconLabel:
    return IconLabel(name, colour, size, ground)


def button(
    text: str,
    name: str,
    on_click: Callable[[], object] | None = None,
    *,
    icon_name: str = "",
    kind: str = "",
    key: str = "",
    accessible: str = "",
) -> QPushButton:
    """`kind`: "primary", "flat", "link", "tab", "side", "segment" or plain. `key` is shown behind the words."""
    gap = " " if icon_name and text else ""  # Fusion puts words right against the icon
    words = f"{gap}{text}   {key}" if key else gap + text
    made = IconButton(words, icon_name, "on_accent" if kind == "primary" else "text2")
    made.setObjectName(name)
    made.setAccessibleName(accessible or text)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if kind:
        made.setProperty(kind, "true")
    if kind in ("tab", "side", "segment"):
        made.setCheckable(True)
        made.setAutoExclusive(False)
    if on_click is not None:
        made.clicked.connect(lambda: on_click())
    return made


class Segments(QFrame):
    """Choices beside one another, one of them pressed; each may carry a count."""

    chosen = Signal(str)

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]], present: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("segments")
        self._words = dict(choices)
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        layout = row_layout(self, margins=(2, 2, 2, 2), spacing=2)
        for key, words in choices:
            made = button(words, f"{name}_{key}", kind="segment")
            made.clicked.connect(self._on_clicked)
            made.setProperty("key", key)
            self._group.addButton(made)
            self._buttons[key] = made
            layout.addWidget(made)
        self._buttons[present].setChecked(True)

    @property
    def present(self) -> str:
        return next(key for key, made in self._buttons.items() if made.isChecked())

    def choose(self, key: str) -> None:
        self._buttons[key].setChecked(True)
        self.chosen.emit(key)

    def show_count(self, key: str, count: str) -> None:
        self._buttons[key].setText(f"{self._words[key]}  {count}")

    def show_icon(self, key: str, made: QIcon | None) -> None:
        """The shape of what is counted; none where there is nothing of it."""
        button_ = self._buttons[key]
        button_.setIcon(made or QIcon())
        button_.setText((" " if made else "") + button_.text().strip())

    def show_only(self, keys: Sequence[str]) -> None:
        """Where room is short, fewer choices; the pressed one stays."""
        for key, made in self._buttons.items():
            made.setVisible(key in keys or made.isChecked())

    def _on_clicked(self) -> None:
        self.chosen.emit(self.present)


class SearchField(QLineEdit):
    """Filters while typing: `typed` comes a moment after the last key."""

    typed = Signal(str)

    def __init__(self, placeholder: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(placeholder)
        self.setPlaceholderText(placeholder)
        self.setClearButtonEnabled(True)
        self.addAction(icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self.setFixedWidth(230)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(90)  # 80-120 ms: a filter a key at typing speed (measured.md 1.2)
        self._pause.timeout.connect(self._on_pause)
        self.textChanged.connect(self._on_changed)

    def _on_changed(self, text: str) -> None:  # noqa: ARG002 - the signal's shape
        self._pause.start()

    def _on_pause(self) -> None:
        self.typed.emit(self.text())


def row_layout(
    parent: QWidget | None = None, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = 8
) -> QHBoxLayout:
    layout = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    return layout


def column_layout(
    parent: QWidget | None = None, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = 8
) -> QVBoxLayout:
    layout = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    return layout


def card(title: str = "") -> tuple[QFrame, QVBoxLayout]:
    """A framed area on the page, with its title."""
    frame = QFrame()
    frame.setObjectName("card")
    layout = column_layout(frame, margins=(20, 16, 20, 16), spacing=10)
    if title:
        layout.addWidget(PlainLabel(title, size="title", strong=True))
    return frame, layout


def notice(kind: str, title: str, sentence: str, *buttons: QPushButton) -> QFrame:
    """Cause, effect, and the fix as a button. `kind`: warn, bad, ok, unk, info."""
    shapes = {"warn": "state_blocked", "bad": "state_refused", "ok": "light_ok", "unk": "state_unknown", "info": "info"}
    colour, ground = ("link", "sel") if kind == "info" else (kind, f"{kind}_bg")
    frame = QFrame()
    frame.setObjectName(f"notice_{kind}")
    layout = row_layout(frame, margins=(12, 10, 12, 10), spacing=10)
    layout.addWidget(icon_label(shapes[kind], colour, 16, ground), 0, Qt.AlignmentFlag.AlignTop)
    words = column_layout(spacing=2)
    words.addWidget(PlainLabel(title, strong=True, colour="text" if kind == "info" else kind))
    if sentence:
        words.addWidget(PlainLabel(sentence, wrap=True))
    if buttons:
        foot = row_layout()
        for made in buttons:
            foot.addWidget(made)
        foot.addStretch(1)
        words.addLayout(foot)
    layout.addLayout(words, 1)
    return frame
