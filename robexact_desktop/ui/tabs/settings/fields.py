"""One setting on the screen: its name, what to choose with, and under it what was wrong with what was typed."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QLineEdit, QRadioButton, QWidget

from robexact_desktop.services.change_settings import Path
from robexact_desktop.texts import formats, sentence, setting_words
from robexact_desktop.ui.tabs.settings.calendar import Calendar
from robexact_desktop.ui.tabs.settings.chooser import Choice, Chooser
from robexact_desktop.ui.tabs.settings.saving import Saver
from robexact_desktop.ui.tabs.settings.switch import Switch
from robexact_desktop.ui.widgets.basics import PlainLabel, Segments, button, column_layout, row_layout
from robexact_desktop.ui.words import language, words

LABEL = 196
FIELD = 320


def name_of(path: Path) -> str:
    return "setting_" + "_".join(path)


def label_of(path: Path) -> str:
    return setting_words(".".join(path), language())


class Field(QLineEdit):
    """Leaves Ctrl+Z to the page where there is nothing typed to take back."""

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.isUndoAvailable()
        ):
            event.ignore()
            return False
        return super().event(event)


class Setting(QWidget):
    """`show_value` is asked whenever something changed; what is being mended is left alone."""

    def __init__(self, saver: Saver, path: Path, *, label: str | None = None, width: int = LABEL) -> None:
        super().__init__()
        self.path = path
        self.saver = saver
        self.words = label_of(path) if label is None else label
        column = column_layout(self, spacing=2)
        self.row: QBoxLayout = row_layout(spacing=12)
        self.label = PlainLabel(self.words, colour="text2", wrap=True)
        self.label.setFixedWidth(width)
        self.row.addWidget(self.label)
        if not width:
            self.label.hide()
        column.addLayout(self.row)
        self.trouble = PlainLabel(colour="bad", size="small", wrap=True, name=f"{name_of(path)}_trouble")
        self.trouble.setContentsMargins(width + 12 if width else 0, 0, 0, 0)
        self.trouble.hide()
        column.addWidget(self.trouble)
        saver.undone.connect(self.forget_trouble)

    @property
    def value(self) -> Any:
        return self.saver.value(self.path)

    def put(self, widget: QWidget, hint: str = "", field_width: int = FIELD) -> None:
        """The widget behind the label, a remark behind that."""
        if field_width:
            widget.setFixedWidth(field_width)
        self.row.addWidget(widget)
        self.hint = PlainLabel(hint, size="small", colour="text2", wrap=True)
        self.row.addWidget(self.hint, 1)

    def save(self, value: Any) -> None:
        self.forget_trouble()
        self.saver.save({self.path: value}, self._on_wrong)

    def show_value(self) -> None:
        """What the settings say now."""

    def forget_trouble(self) -> None:
        self.trouble.hide()

    def _on_wrong(self, why: str) -> None:
        self.trouble.setText(why)
        self.trouble.show()


class TextSetting(Setting):
    """Saved when the cursor leaves, or with Enter."""

    def __init__(self, saver: Saver, path: Path, *, hint: str = "", placeholder: str = "", **layout: Any) -> None:
        field_width = layout.pop("field_width", FIELD)
        super().__init__(saver, path, **layout)
        self.edit = self.make_edit()
        self.edit.setObjectName(name_of(path))
        self.edit.setAccessibleName(self.words)
        self.edit.setPlaceholderText(placeholder)
        self.edit.editingFinished.connect(self._on_finished)
        self.put(self.edit, hint, field_width)
        self._wrong = ""

    def make_edit(self) -> Field:
        return Field()

    def show_value(self) -> None:
        if self.trouble.isHidden() and not (self.edit.hasFocus() and self.edit.isModified()):
            self._show(self.as_text(self.value))

    def as_text(self, value: Any) -> str:
        return str(value)

    def as_value(self, text: str) -> Any:
        return text.strip()

    def _show(self, text: str) -> None:
        if text != self.edit.text() or self.edit.isModified() or self.edit.isUndoAvailable():
            self.edit.setText(text)
            self.edit.setCursorPosition(0)

    def _on_finished(self) -> None:
        if self.edit.isModified():
            self._wrong = self.edit.text()
            self.edit.setModified(False)
            self.save(self.as_value(self.edit.text()))

    def _on_wrong(self, why: str) -> None:
        self.edit.setText(self._wrong)
        super()._on_wrong(why)


class NumberSetting(TextSetting):
    """A whole number or one with a comma; empty is the default again."""

    def as_text(self, value: Any) -> str:
        return f"{value:g}".replace(".", ",") if isinstance(value, int | float) else str(value)

    def as_value(self, text: str) -> Any:
        plain = text.strip().replace(",", ".")
        try:
            return int(plain) if plain.isdigit() else float(plain)
        except ValueError:
            return text.strip()


class ListSetting(TextSetting):
    """Several, with commas between them."""

    def as_text(self, value: Any) -> str:
        return value if isinstance(value, str) else ", ".join(value)


class DaySetting(TextSetting):
    """Typed as people here write a day, or picked from a calendar."""

    def __init__(self, saver: Saver, path: Path, **layout: Any) -> None:
        super().__init__(saver, path, **layout)
        pick = button(
            "", f"{name_of(path)}_calendar", self._on_pick, icon_name="calendar", accessible=words("settings.calendar")
        )
        pick.setProperty("square", "true")
        pick.setFixedWidth(36)
        self.row.insertWidget(2, pick)

    def _on_pick(self) -> None:
        calendar = Calendar(f"{name_of(self.path)}_days", self.words, self.edit)
        try:
            calendar.show_day(date.fromisoformat(self.value))
        except ValueError:
            calendar.show_day(self.saver.shell.reading.work.clock().astimezone().date())
        calendar.picked.connect(lambda day: self._on_picked(day))
        calendar.open_below()

    def _on_picked(self, day: date) -> None:
        self.edit.setModified(False)
        self.save(day.isoformat())
        self.edit.setText(formats.day(day))

    def as_text(self, value: Any) -> str:
        """What is no day is shown as it was typed: it is on its way to be refused."""
        try:
            return formats.day(date.fromisoformat(value))
        except ValueError:
            return str(value)

    def as_value(self, text: str) -> Any:
        for form in ("%d/%m/%Y", "%d-%m-%Y", "%d/%m/%y", "%d.%m.%Y", "%Y-%m-%d"):
            try:
                return datetime.strptime(text.strip(), form).date().isoformat()  # noqa: DTZ007 - a day has no zone
            except ValueError:
                continue
        return text.strip()


class ChooserSetting(Setting):
    """`choices` is asked at each showing: lists come from Exact and Robaws."""

    def __init__(
        self,
        saver: Saver,
        path: Path,
        choices: Callable[[], Sequence[Choice]],
        *,
        hint: str = "",
        searchable: bool = False,
        **layout: Any,
    ) -> None:
        field_width = layout.pop("field_width", FIELD)
        super().__init__(saver, path, **layout)
        self._choices = choices
        self.chooser = Chooser(name_of(path), self.words, searchable=searchable)
        self.chooser.chosen.connect(self._on_chosen)
        self.put(self.chooser, hint, field_width)

    def show_value(self) -> None:
        present = str(self.value)
        choices = list(self._choices())
        if present and all(choice.code != present for choice in choices):
            choices.insert(0, Choice(present, present, words("settings.not_in_list")))
        self.chooser.offer(choices, present)

    def _on_chosen(self, code: str) -> None:
        self.save(int(code) if self.path == ("exact", "division") else code)


class SwitchSetting(Setting):
    """A switch with its name behind it, and what it means below."""

    def __init__(self, saver: Saver, path: Path, *, explained: str = "", label: str | None = None) -> None:
        super().__init__(saver, path, label="" if label is None else label, width=0)
        self.switch = Switch(name_of(path), label_of(path))
        self.switch.clicked.connect(self._on_clicked)
        self.row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        said = column_layout(spacing=2)
        said.addWidget(PlainLabel(label_of(path) if label is None else label))
        if explained:
            said.addWidget(PlainLabel(explained, size="small", colour="text2", wrap=True))
        self.row.addLayout(said, 1)

    def show_value(self) -> None:
        self.switch.setChecked(bool(self.value))

    def _on_clicked(self, checked: bool) -> None:
        self.save(checked)


class RadioSetting(Setting):
    """Few choices, each with what it does."""

    def __init__(self, saver: Saver, path: Path, choices: Sequence[str]) -> None:
        super().__init__(saver, path, width=0)
        column = column_layout(spacing=10)
        self.row.addLayout(column, 1)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        for choice in choices:
            made = QRadioButton(words(f"settings.{path[-1]}.{choice}"))
            made.setObjectName(f"{name_of(path)}_{choice}")
            made.setAccessibleName(f"{self.words}: {made.text()}")
            made.clicked.connect(lambda _=False, choice=choice: self.save(choice))
            self._group.addButton(made)
            self._buttons[choice] = made
            one = column_layout(spacing=1)
            one.addWidget(made)
            below = PlainLabel(words(f"settings.{path[-1]}.{choice}.what"), size="small", colour="text2", wrap=True)
            below.setContentsMargins(26, 0, 0, 0)
            one.addWidget(below)
            column.addLayout(one)

    def show_value(self) -> None:
        self._buttons[self.value].setChecked(True)


class SegmentSetting(Setting):
    """Two or three words beside one another."""

    def __init__(self, saver: Saver, path: Path, choices: Sequence[str], **layout: Any) -> None:
        super().__init__(saver, path, **layout)
        shown = [(choice, sentence(f"choice.{path[-1]}.{choice}", language())) for choice in choices]
        self.segments = Segments(name_of(path), shown, choices[0])
        self.segments.chosen.connect(self.save)
        self.row.addWidget(self.segments)
        self.row.addStretch(1)

    def show_value(self) -> None:
        if self.segments.present != self.value:
            self.segments.blockSignals(True)
            self.segments.choose(self.value)
            self.segments.blockSignals(False)
