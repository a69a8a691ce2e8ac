"""The tab itself: the list, its search and groups, and what its buttons do."""

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from robexact_desktop.domain.changes import Changed
from robexact_desktop.domain.names import RelationId
from robexact_desktop.domain.relation import Relation
from robexact_desktop.services.relation_list import OPEN, ListedRelation, relation_rows
from robexact_desktop.ui.actions import Act
from robexact_desktop.ui.dialogs.relation_pencil import RelationPencil
from robexact_desktop.ui.dialogs.skipped_rows import SkippedRows
from robexact_desktop.ui.formats import count
from robexact_desktop.ui.models.listed_rows import ListView
from robexact_desktop.ui.models.windowed import WindowedModel
from robexact_desktop.ui.shell import Place, Shell
from robexact_desktop.ui.tabs.relations.acts import RelationActs, Said
from robexact_desktop.ui.tabs.relations.empty import EmptyPage
from robexact_desktop.ui.tabs.relations.rows import (
    KindOf,
    RelationGroup,
    group_of,
    is_of,
    listed_rows,
    relation_columns,
)
from robexact_desktop.ui.tabs.relations.said_bar import SaidBar
from robexact_desktop.ui.tabs.relations.shown import pencil_mark, relation_mark, said
from robexact_desktop.ui.tabs.tab import Badge, TabPage
from robexact_desktop.ui.widgets.basics import SearchField, Segments, button, column_layout, row_layout
from robexact_desktop.ui.widgets.delegate import RowDelegate
from robexact_desktop.ui.widgets.file_dialog import ask_file
from robexact_desktop.ui.widgets.table import Table
from robexact_desktop.ui.words import words

TOUCHED_BY = Changed.RELATIONS | Changed.INVOICES | Changed.SETTINGS | Changed.LEDGER

NARROW = 1420
"""Pixels below which the command row has no room for all its words."""


class RelationsTab(TabPage):
    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("relations_tab")
        self._shell = shell
        self._window = parent
        self._pencil: RelationPencil | None = None
        self._relations: tuple[Relation, ...] | None = None
        self._rows: tuple[ListedRelation, ...] = ()
        self._listed = listed_rows()
        self.acts = RelationActs(shell, self)
        self._model = WindowedModel[ListView, ListedRelation](
            self._listed, relation_columns(), ListView(sort_by="exact"), self
        )
        delegate = RowDelegate(self, {"exact": relation_mark, "pencil": pencil_mark}, frozen="name")
        self.table = Table(self._model, delegate, "relation_table", self)
        self.table.setAccessibleName(words("tab.relations"))
        self._build()
        self._connect()
        self.reload()

    def _build(self) -> None:
        self._search = SearchField(said("search"), "relation_search")
        self._kinds = Segments("relation_kind", [(k.value, said(f"kind.{k}")) for k in KindOf], KindOf.ALL.value)
        groups = [(g.value, said(f"group.{g}")) for g in RelationGroup]
        self._groups = Segments("relation_group", groups, RelationGroup.ALL.value)
        self._sheet = button(said("sheet"), "relations_sheet", self._on_sheet, icon_name="document")
        self._sheet.setToolTip(said("sheet"))
        self.said_bar = SaidBar(self.acts.undo, self._show_skipped, self)
        self._empty = EmptyPage(self._on_clear, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        layout = column_layout(self, spacing=0)
        layout.addWidget(self._command_row())
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.said_bar)

    def _command_row(self) -> QWidget:
        row = QWidget()
        row.setObjectName("commandrow")
        row.setFixedHeight(48)
        layout = row_layout(row, margins=(16, 6, 16, 6), spacing=8)
        for widget in (self._search, self._kinds, self._groups):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._sheet)
        layout.addWidget(button(said("link_all"), "relations_match", self.acts.match, icon_name="link", kind="primary"))
        return row

    def _connect(self) -> None:
        self._search.typed.connect(self._on_view)
        self._kinds.chosen.connect(self._on_view)
        self._groups.chosen.connect(self._on_view)
        self.table.sort_requested.connect(self._on_sort)
        self.table.opened.connect(self._on_opened)
        self.table.clicked.connect(self._on_clicked)
        self.acts.suggested_changed.connect(self.reload)
        self.acts.told.connect(self._on_told)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self.acts.undo)

    # TabPage

    def on_changed(self, changed: Changed) -> None:
        if changed & Changed.LEDGER:
            self._relations = None  # an import: only that brings other relations
        if changed & TOUCHED_BY:
            self.reload()

    def badge(self) -> Badge:
        return Badge(sum(row.asks and row.standing in OPEN for row in self._rows))

    def go_to(self, place: Place) -> None:
        number = self._listed.number_of(place.what)
        if number is None:
            return
        if self._model.place_of(number) is None:
            self._on_clear()
        self.table.go_to(number)
        self.open_pencil(RelationId(place.what))

    def act(self, act: Act) -> None:
        current = self.table.current_id()
        if act is Act.PENCIL and current is not None:
            self._on_opened(current)

    def search(self) -> None:
        self._search.setFocus()
        self._search.selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        """Suggestions are looked for once somebody looks."""
        super().showEvent(event)
        self.acts.suggest(self._held())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the groups keep their words and counts; the search and the rare button give way."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self._search.setFixedWidth(150 if narrow else 230)
        self._sheet.setText("" if narrow else said("sheet"))

    # the list

    def _held(self) -> tuple[Relation, ...]:
        if self._relations is None:
            self._relations = self._shell.reading.work.stores.master.all(Relation)
        return self._relations

    def reload(self) -> None:
        self._rows = relation_rows(self._shell.reading.work, self._held(), self.acts.suggested)
        self._fill()
        if self.isVisible():
            self.acts.suggest(self._held())

    def _fill(self) -> None:
        kind = KindOf(self._kinds.present)
        of_kind = [row for row in self._rows if is_of(row, kind)]
        for group in RelationGroup:
            found = len(of_kind) if group is RelationGroup.ALL else sum(group_of(row) is group for row in of_kind)
            self._groups.show_count(group.value, count(found))
        wanted = RelationGroup(self._groups.present)
        self._listed.fill([row for row in of_kind if wanted in (RelationGroup.ALL, group_of(row))])
        self._model.reload()
        self._show_empty(wanted)

    def _show_empty(self, wanted: RelationGroup) -> None:
        empty = self._model.rowCount() == 0
        self._stack.setCurrentWidget(self._empty if empty else self.table)
        if not self._rows:
            self._empty.tell(said("empty"), said("empty.why"), filtered=False)
        elif wanted is RelationGroup.OPEN and not self._search.text():
            self._empty.tell(said("all_linked"), said("all_linked.why"), filtered=True)
        elif empty:
            self._empty.tell(said("no_hits"), said("no_hits.why", count=count(len(self._rows))), filtered=True)

    def _on_view(self, _: str = "") -> None:
        view = self._model.view
        self._model.view = ListView(view.sort_by, view.descending, text=self._search.text())
        self._fill()

    def _on_sort(self, key: str, descending: bool) -> None:
        self._model.view = ListView(key, descending, text=self._search.text())
        self._model.reload()
        self.table.show_order()

    def _on_clear(self) -> None:
        self._search.clear()
        self._kinds.choose(KindOf.ALL.value)
        self._groups.choose(RelationGroup.ALL.value)

    # what a person does

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._model.columns[index.column()].key == "pencil":
            self._on_opened(self._model.id_at(index.row()))

    def _on_opened(self, number: object) -> None:
        assert isinstance(number, int)
        place = self._model.place_of(number)
        row = self._model.row_at(place) if place is not None else None
        if row is not None:
            self.open_pencil(row.relation.id)

    def open_pencil(self, relation: RelationId) -> None:
        """On one relation; where it has no link, those that have none either follow."""
        rows = {row.relation.id: row for row in self._rows}
        if self._pencil is not None or relation not in rows:
            return
        self._pencil = RelationPencil(self._window, self._shell, self.acts, self._queue(rows[relation]), self._row_of)
        self._pencil.closed.connect(self._on_pencil_closed)
        self._pencil.shown.connect(self._on_pencil_shown)
        self._pencil.open_pencil()

    def _queue(self, first: ListedRelation) -> list[RelationId]:
        if first.standing not in OPEN:
            return [first.relation.id]
        source = self._listed
        shown = source.rows(source.ids(self._model.view)).values()
        others = [row for row in self._rows if row.standing in OPEN and row is not first]
        order = {row.relation.id: place for place, row in enumerate(shown)}
        others.sort(key=lambda row: (not row.asks, order.get(row.relation.id, len(order)), row.relation.name))
        return [first.relation.id, *(row.relation.id for row in others)]

    def _row_of(self, relation: RelationId) -> ListedRelation | None:
        return next((row for row in self._rows if row.relation.id == relation), None)

    def _on_pencil_shown(self, relation: str) -> None:
        """The list behind the veil walks along."""
        number = self._listed.number_of(relation)
        if number is not None:
            self.table.go_to(number)

    def _on_pencil_closed(self) -> None:
        self._pencil = None
        self.table.setFocus()

    def _on_sheet(self) -> None:
        ask_file(self, "relations_sheet_dialog", said("sheet"), said("sheet.kinds"), self.acts.match_sheet)

    def _show_skipped(self) -> None:
        names = {relation.id: relation.name for relation in self._held()}
        SkippedRows(self._window, self.acts.skipped, names).open_dialog()

    def _on_told(self, told: object) -> None:
        assert isinstance(told, Said)
        self.said_bar.tell(
            told.sentence, can_undo=self.acts.can_undo and told.undoes, good=told.good, skipped=told.skipped
        )
