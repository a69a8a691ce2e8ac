"""What belongs to this computer and not to the books: how the window looks, which language it speaks."""

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QSettings

from robexact_desktop.texts import Language

FILE = "window.ini"
"""In the data folder; no secret and nothing of the books is in it."""


class Appearance(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


Wanted = TypeVar("Wanted", bound=StrEnum)


class Preferences:
    def __init__(self, folder: str) -> None:
        self._kept = QSettings(f"{folder}/{FILE}", QSettings.Format.IniFormat)

    @property
    def appearance(self) -> Appearance:
        return _one_of(Appearance, self._kept.value("appearance"), Appearance.SYSTEM)

    @appearance.setter
    def appearance(self, wanted: Appearance) -> None:
        self._kept.setValue("appearance", wanted.value)

    @property
    def language(self) -> Language:
        return _one_of(Language, self._kept.value("language"), Language.NL)

    @language.setter
    def language(self, wanted: Language) -> None:
        self._kept.setValue("language", wanted.value)

    @property
    def environment(self) -> str:
        """Whose books were open last; empty at the first start."""
        return str(self._kept.value("environment") or "")

    @environment.setter
    def environment(self, name: str) -> None:
        self._kept.setValue("environment", name)

    def look_of(self, name: str) -> Mapping[str, object]:
        """How a table or a page was left: columns, widths, order, sizes. Empty where nothing was kept."""
        try:
            found = json.loads(str(self._kept.value(f"look/{name}") or "{}"))
        except ValueError:
            return {}  # a file that was mended by hand costs a look and no start
        return found if isinstance(found, dict) else {}

    def keep_look(self, name: str, look: Mapping[str, object]) -> None:
        self._kept.setValue(f"look/{name}", json.dumps(look))


def _one_of(kind: type[Wanted], kept: object, otherwise: Wanted) -> Wanted:
    """What was kept, where it is still one of the choices."""
    return kind(kept) if kept in {member.value for member in kind} else otherwise
