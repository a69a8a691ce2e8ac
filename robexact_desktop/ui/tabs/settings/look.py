"""Weergave en taal: light, dark or as the system; the language from the next start."""

from robexact_desktop.texts import Language
from robexact_desktop.ui.preferences import Appearance
from robexact_desktop.ui.restyle import restyle
from robexact_desktop.ui.tabs.settings.chooser import Choice, Chooser
from robexact_desktop.ui.tabs.settings.fields import FIELD, LABEL
from robexact_desktop.ui.tabs.settings.page import SettingsPage
from robexact_desktop.ui.tabs.settings.saving import Saver
from robexact_desktop.ui.widgets.basics import PlainLabel, Segments, card, row_layout
from robexact_desktop.ui.words import language, words

NAMES = {Language.NL: "Nederlands", Language.FR: "Français", Language.EN: "English"}
"""Each in its own words, so that it is found by whom it is for."""


class LookPage(SettingsPage):
    """Kept on this computer, outside the books; Ctrl+Z does not reach it."""

    def __init__(self, saver: Saver) -> None:
        super().__init__(saver, "look")
        self._preferences = saver.shell.preferences
        frame, layout = card(words("settings.appearance"))
        shown = [(wanted.value, words(f"settings.appearance.{wanted}")) for wanted in Appearance]
        self._segments = Segments("appearance", shown, self._appearance())
        self._segments.chosen.connect(self._on_appearance)
        row = row_layout(spacing=12)
        row.addWidget(self._segments)
        row.addStretch(1)
        layout.addLayout(row)
        self.body.addWidget(frame)
        frame, layout = card(words("settings.language"))
        row = row_layout(spacing=12)
        label = PlainLabel(words("settings.language"), colour="text2")
        label.setFixedWidth(LABEL)
        self._languages = Chooser("language", words("settings.language"))
        self._languages.setFixedWidth(FIELD)
        self._languages.chosen.connect(self._on_language)
        self._later = PlainLabel(size="small", colour="text2", name="language_later")
        for widget in (label, self._languages):
            row.addWidget(widget)
        row.addWidget(self._later, 1)
        layout.addLayout(row)
        self.body.addWidget(frame)
        self.body.addStretch(1)

    def reload(self) -> None:
        super().reload()
        present = self._preferences.language if self._preferences else language()
        self._languages.offer([Choice(kind.value, NAMES[kind]) for kind in Language], present.value)
        self._later.setText(words("settings.language.later") if present is not language() else "")

    def _appearance(self) -> str:
        return (self._preferences.appearance if self._preferences else Appearance.SYSTEM).value

    def _on_appearance(self, wanted: str) -> None:
        if self._preferences:
            self._preferences.appearance = Appearance(wanted)
        restyle(Appearance(wanted))

    def _on_language(self, wanted: str) -> None:
        if self._preferences:
            self._preferences.language = Language(wanted)
        self.reload()
