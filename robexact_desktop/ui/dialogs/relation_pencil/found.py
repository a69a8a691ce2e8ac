"""On the left: suggestions first, and what a search among all accounts finds."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from robexact_desktop.domain.ledger import Account
from robexact_desktop.domain.matching.compare import Comparison, compare, role_of
from robexact_desktop.domain.matching.likenesses import Likeness
from robexact_desktop.domain.relation import Relation
from robexact_desktop.services.ports import RelationLookups
from robexact_desktop.ui.formats import count
from robexact_desktop.ui.models.listed_rows import ListedRows, ListView
from robexact_desktop.ui.models.windowed import Column, WindowedModel
from robexact_desktop.ui.tabs.relations.shown import counted, said
from robexact_desktop.ui.theme import font, tokens
from robexact_desktop.ui.widgets.basics import PlainLabel, SearchField, column_layout
from robexact_desktop.ui.widgets.delegate import MARGIN, RowDelegate
from robexact_desktop.ui.widgets.table import Table

AT_MOST = 50
TWO_LINES = 44


@dataclass(frozen=True, slots=True)
class Found:
    account: Account
    comparison: Comparison

    @property
    def fits(self) -> str:
        equal, similar = (self.comparison.count(kind) for kind in (Likeness.EQUAL, Likeness.SIMILAR))
        return (
            said("pencil.equal_similar", count=equal, similar=similar) if similar else said("pencil.equal", count=equal)
        )

    @property
    def differs(self) -> str:
        """The gravest, and how many more: the comparison beside it names them all."""
        against = self.comparison.contradictions
        if not against:
            return ""
        what = said(f"short.{against[0].field}")
        return (
            said("pencil.differs_more", what=what, more=len(against) - 1)
            if against[1:]
            else said("pencil.differs", what=what)
        )

    @property
    def under(self) -> str:
        account = self.account
        parts = (account.code, account.city, said(f"role.{role_of(account)}").lower())
        return " · ".join(filter(None, parts))


class _Lines(RowDelegate):
    """Two lines a row; what speaks against it in amber."""

    def _text(self, painter: QPainter, rect: QRect, column: Column[Found], row: Found) -> None:
        inner = rect.adjusted(MARGIN, 5, -4, -5)
        first, second = (row.account.name, row.under) if column.key == "account" else (row.fits, row.differs)
        strong = column.key == "account"
        painter.setFont(font("body", QFont.Weight.DemiBold if strong else QFont.Weight.Normal))
        painter.setPen(QColor(tokens().text))
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop, _cut(painter, first, inner))
        painter.setFont(font("small"))
        painter.setPen(QColor(tokens().text2 if strong else tokens().warn))
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom, _cut(painter, second, inner))


class FoundAccounts(QWidget):
    """`chosen` tells the account that a person is at, None where the list is empty."""

    chosen = Signal(object)  # Found | None
    opened = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._relation: Relation | None = None
        self._lookups: RelationLookups | None = None
        self._all = 0
        self._typed = ""
        self._suggested: tuple[Account, ...] | None = None
        self._listed = ListedRows[Found](lambda row: row.account.id, lambda row: row.account.name, {}, {})
        columns: list[Column[Found]] = [
            Column("account", said("column.account"), lambda row: row.account.name, sorts=False),
            Column("fits", said("column.fits"), lambda row: row.fits, 158, sorts=False),
        ]
        self._model = WindowedModel[ListView, Found](self._listed, columns, ListView(), self)
        self.field = SearchField(said("pencil.search"), "pencil_search", self)
        self.field.setMinimumWidth(200)
        self.field.setMaximumWidth(10_000)
        self.table = Table(self._model, _Lines(self), "pencil_accounts", self)
        self.table.setAccessibleName(said("pencil.found"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.verticalHeader().setDefaultSectionSize(TWO_LINES)
        self._told = PlainLabel(size="small", colour="text2", wrap=True, name="pencil_found_told", parent=self)
        layout = column_layout(self, spacing=8)
        layout.addWidget(PlainLabel(said("pencil.found"), strong=True))
        layout.addWidget(self.field)
        layout.addWidget(self._told)
        layout.addWidget(self.table, 1)
        self.field.typed.connect(self._on_typed)
        self.field.installEventFilter(self)
        self.table.selection_told.connect(self._on_selection)

    def show_relation(
        self, relation: Relation, lookups: RelationLookups, suggested: tuple[Account, ...] | None, held: int
    ) -> None:
        """`suggested` is None as long as they are looked for; `held` is how many accounts there are."""
        self._relation, self._lookups, self._suggested, self._all = relation, lookups, suggested, held
        self.field.clear()
        self._show()

    def suggest(self, suggested: tuple[Account, ...]) -> None:
        """They came while the dialog was open: shown unless a person is searching already."""
        self._suggested = suggested
        if not self.field.text().strip():
            self._show()

    @property
    def present(self) -> Found | None:
        number = self.table.current_id()
        return None if number is None else self._listed.rows([number]).get(number)

    def _on_typed(self, text: str) -> None:
        if text.strip() != self._typed:
            self._show()

    def _show(self) -> None:
        typed = self._typed = self.field.text().strip()
        accounts = self._search(typed) if typed else (self._suggested or ())
        relation = self._relation
        if relation is None:
            return
        self._listed.fill([Found(account, compare(relation, account)) for account in accounts[:AT_MOST]])
        self.table.clearSelection()
        self._model.reload()
        self._told.setText(self._sentence(typed, len(accounts)))
        if accounts:
            self.table.go_to(self._listed.number_of(accounts[0].id) or 0)
        self.chosen.emit(self.present if accounts else None)

    def _search(self, typed: str) -> tuple[Account, ...]:
        return self._lookups.find_accounts(typed, AT_MOST + 1) if self._lookups else ()

    def _sentence(self, typed: str, many: int) -> str:
        if not typed:
            if self._suggested is None:
                return said("pencil.looking")
            return said("pencil.suggestions") if many else said("pencil.no_suggestions")
        if many > AT_MOST:
            return said("pencil.hits.first", count=AT_MOST)
        return counted("pencil.hits", many, all=count(self._all))

    def _on_selection(self) -> None:
        self.chosen.emit(self.present)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search field the arrows walk the list: no hand leaves the keys."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._step(step)
                return True
        return False

    def _step(self, step: int) -> None:
        row = self.table.currentIndex().row() + step
        if 0 <= row < self._model.rowCount():
            self.table.go_to(self._model.id_at(row))


def _cut(painter: QPainter, text: str, rect: QRect) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
