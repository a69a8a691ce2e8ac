"""How a person left the list: its columns and the splitter, the same at the next start."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSplitter

from robexact_desktop.ui.preferences import Preferences
from robexact_desktop.ui.shell import Shell
from robexact_desktop.ui.widgets.table import Table


class KeptLook(QObject):
    """Kept at each change, so that an end without goodbye costs nothing."""

    def __init__(self, shell: Shell, table: Table) -> None:
        super().__init__(table)
        self._kept: Preferences | None = shell.preferences
        self._table = table
        if self._kept:
            table.dress_columns(self._kept.look_of(table.objectName()))
        table.columns_changed.connect(self._on_columns)

    def keep_sizes(self, splitter: QSplitter) -> None:
        self._splitter = splitter
        sizes = self._kept.look_of(splitter.objectName()).get("sizes") if self._kept else None
        if isinstance(sizes, list) and len(sizes) == splitter.count() and all(isinstance(size, int) for size in sizes):
            splitter.setSizes(sizes)
        splitter.splitterMoved.connect(self._on_moved)

    def _on_columns(self) -> None:
        if self._kept:
            self._kept.keep_look(self._table.objectName(), self._table.columns_look())

    def _on_moved(self) -> None:
        if self._kept:
            self._kept.keep_look(self._splitter.objectName(), {"sizes": self._splitter.sizes()})
