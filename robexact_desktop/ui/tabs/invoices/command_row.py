"""Above the list: search, sales or purchases, the views with their counts, which columns, to Excel."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QWidget

from robexact_desktop.domain.listing import Group
from robexact_desktop.domain.names import Kind
from robexact_desktop.ui.formats import count
from robexact_desktop.ui.icons import icon
from robexact_desktop.ui.widgets.basics import SearchField, Segments, button, row_layout
from robexact_desktop.ui.widgets.table import Table
from robexact_desktop.ui.words import words

SHAPES: dict[Group, tuple[str, str]] = {
    Group.BLOCKED: ("state_blocked", "warn"),
    Group.UNSURE: ("state_unknown", "unk"),
    Group.REFUSED: ("state_refused", "bad"),
}
"""Only what asks for an act or a wait carries a shape (look.md 3)."""
WIDE, ROOMY = 1400, 1200
SEARCH_WIDTHS = {True: 230, False: 150}


class CommandRow(QFrame):
    view_changed = Signal()

    def __init__(self, export: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("commandrow")
        self.setFixedHeight(48)
        self.search = SearchField(f"{words('action.search')}   Ctrl+F", "invoice_search")
        self.search.setAccessibleName(words("action.search"))
        self.kinds = Segments("kind", [(k, words(f"kind.{k}")) for k in ("all", "sales", "purchase")], "sales")
        self.groups = Segments("group", [(g.value, words(f"group.{g}")) for g in Group], Group.TO_SEND.value)
        self._columns = QPushButton()
        layout = row_layout(self, margins=(16, 8, 16, 8), spacing=8)
        for widget in (self.search, self.kinds, self.groups):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._columns = button("", "invoice_columns", icon_name="columns", accessible=words("columns"))
        self._columns.setToolTip(words("columns"))
        export_button = button("", "invoice_export", export, icon_name="export", accessible=words("action.export"))
        export_button.setToolTip(f"{words('action.export')} (Ctrl+E)")
        for made in (self._columns, export_button):
            made.setProperty("square", "true")
            made.setFixedWidth(34)
            layout.addWidget(made)
        self.search.typed.connect(self._on_changed)
        self.kinds.chosen.connect(self._on_changed)
        self.groups.chosen.connect(self._on_changed)

    # what is asked

    @property
    def kind(self) -> Kind | None:
        chosen = self.kinds.present
        return None if chosen == "all" else Kind(chosen)

    @property
    def group(self) -> Group:
        return Group(self.groups.present)

    @property
    def text(self) -> str:
        return self.search.text()

    def show_counts(self, counts: Mapping[Group, int]) -> None:
        for group, found in counts.items():
            self.groups.show_count(group.value, count(found))
            shape = SHAPES.get(group)
            self.groups.show_icon(group.value, icon(shape[0], shape[1], "sunken") if shape and found else None)

    def show_all(self, kind: Kind | None, group: Group) -> None:
        """Open a view in which an invoice is sure to stand."""
        self.search.setText("")
        self.kinds.choose(kind.value if kind else "all")
        self.groups.choose(group.value)

    def offer_columns(self, table: Table) -> None:
        """The menu of columns; number, state and the amount that is sent always stay."""
        menu = QMenu(self)
        menu.setObjectName("columns_menu")
        for column in table.rows.columns:
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(column.key not in table.hidden_columns)
            action.setEnabled(column.key not in ("number", "state", "incl"))
            action.toggled.connect(lambda shown, key=column.key: self._show_column(table, key, shown=shown))
        self._columns.setMenu(menu)

    def _show_column(self, table: Table, key: str, *, shown: bool) -> None:
        hidden = table.hidden_columns
        table.hide_columns(hidden - {key} if shown else hidden | {key})

    def _on_changed(self, _: str) -> None:
        self.view_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is short of room gives way: the search field first, then the view of everything."""
        super().resizeEvent(event)
        width = self.width()
        self.search.setFixedWidth(SEARCH_WIDTHS[width >= WIDE])
        left_out = set() if width >= ROOMY else {Group.ALL}
        self.groups.show_only([group.value for group in Group if group not in left_out])
