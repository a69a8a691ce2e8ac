"""The dialog: one relation after another, each linked, skipped or taken apart; it creates nothing by itself."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from robexact_desktop.domain.ledger import Account
from robexact_desktop.domain.names import RelationId
from robexact_desktop.services.link_relation import LinkChange, ready_after
from robexact_desktop.services.relation_list import OPEN, ListedRelation
from robexact_desktop.ui.dialogs.relation_pencil.beside import Beside
from robexact_desktop.ui.dialogs.relation_pencil.found import Found, FoundAccounts
from robexact_desktop.ui.dialogs.relation_pencil.notices import contradiction, creation
from robexact_desktop.ui.shell import Shell
from robexact_desktop.ui.tabs.relations.acts import RelationActs
from robexact_desktop.ui.tabs.relations.shown import account_shown, counted, kind_shown, said, vat_shown
from robexact_desktop.ui.widgets.basics import PlainLabel, button, column_layout, row_layout
from robexact_desktop.ui.widgets.veil import VeilDialog

SIZE = (1160, 600)
LEFT = 364


class RelationPencil(VeilDialog):
    """`queue` names the relations that follow one another; `row_of` gives one as it stands now."""

    shown = Signal(str)  # RelationId

    def __init__(
        self,
        window: QWidget,
        shell: Shell,
        acts: RelationActs,
        queue: Sequence[RelationId],
        row_of: Callable[[RelationId], ListedRelation | None],
    ) -> None:
        super().__init__(window, "relation_pencil", "", *SIZE)
        self._shell, self._acts, self._queue, self._row_of = shell, acts, list(queue), row_of
        self._at = 0
        self._all = len(self._queue)
        self._row: ListedRelation | None = None
        self._found: Found | None = None
        self._busy = False
        self._under = PlainLabel(colour="text2", name="relation_pencil_under")
        self.found = FoundAccounts(self)
        self._beside = Beside(self)
        self._notice: QFrame | None = None
        self._build()
        self._keys()
        self.found.chosen.connect(self._on_chosen)
        acts.suggested_for.connect(self._on_suggested)
        acts.changed_one.connect(self._on_changed_one)
        acts.failed.connect(self._on_failed)

    def open_pencil(self) -> None:
        self.open_dialog()
        self._show_present()

    # layout

    def _build(self) -> None:
        self.body.setSpacing(14)
        self.body.addWidget(self._under)
        halves = row_layout(spacing=24)
        left = QWidget()
        left.setFixedWidth(LEFT)
        lefts = column_layout(left, spacing=10)
        lefts.addWidget(self.found, 1)
        lefts.addWidget(button(said("pencil.new"), "pencil_new", self._on_new, icon_name="plus", key="Alt+N"))
        halves.addWidget(left)
        right = column_layout(spacing=8)
        right.addWidget(PlainLabel(said("pencil.beside"), strong=True))
        right.addWidget(self._beside)
        self._notices = column_layout(spacing=0)
        right.addLayout(self._notices)
        right.addStretch(1)
        halves.addLayout(right, 1)
        self.body.addLayout(halves, 1)
        self._unlink = self.add_button(said("pencil.unlink"), "pencil_unlink", self._on_unlink, icon_name="unlink")
        self.add_button(f"{said('pencil.cancel')}   Esc", "pencil_cancel", self.close_dialog)
        self._skip = self.add_button(f"{said('pencil.skip')}   Alt+S", "pencil_skip", self._on_skip)
        self._link = self.add_button("", "pencil_link", self._on_link, primary=True, icon_name="link")

    def _keys(self) -> None:
        for keys, act in (("Alt+N", self._on_new), ("Alt+S", self._on_skip)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # what is shown

    def _show_present(self) -> None:
        relation = self._queue[self._at]
        row = self._row_of(relation)
        if row is None:
            self.close_dialog()
            return
        self._row, self._busy = row, False
        self.shown.emit(relation)
        self.title.setText(said("pencil.title", name=row.relation.name))
        self.setAccessibleName(self.title.text())
        facts = [vat_shown(row.relation.vat_number, row.relation.country), row.relation.city]
        facts.append(counted("pencil.waits", row.waiting))
        self._under.setText(said("pencil.under", kind=kind_shown(row.relation), facts=" · ".join(filter(None, facts))))
        self._unlink.setVisible(row.rule is not None)
        self._skip.setVisible(len(self._queue) > 1)
        stores = self._shell.reading.work.stores
        known = self._suggested(row)
        self.found.show_relation(row.relation, stores.relations, known, stores.accounts.count())
        self.found.field.setFocus()
        if known is None:
            if row.account is not None:
                self.found.suggest((row.account,))
            self._acts.suggest_for(row.relation)

    def _suggested(self, row: ListedRelation) -> tuple[Account, ...] | None:
        """What the tab knows already; None where it has to be looked for."""
        name, told = row.relation.id, self._acts.suggested
        if row.account is None and name in told.certain:
            ids = [told.certain[name]]
        elif row.account is None and name in told.candidates:
            ids = [candidate.account_id for candidate in told.candidates[name]]
        else:
            return None
        get = self._shell.reading.work.stores.accounts.get
        return tuple(found for one in ids if (found := get(one)) is not None)

    def _on_suggested(self, relation: str, accounts: tuple[Account, ...]) -> None:
        row = self._row
        if row is not None and row.relation.id == relation:
            others = tuple(account for account in accounts if row.account is None or account.id != row.account.id)
            self.found.suggest((row.account, *others) if row.account else others)

    def _on_chosen(self, found: object) -> None:
        self._found = found if isinstance(found, Found) else None
        row = self._row
        if row is None:
            return
        comparison = self._found.comparison if self._found else None
        self._beside.show_comparison(row.relation, comparison)
        self._tell(contradiction(comparison) if comparison else None)
        self._show_foot(row, self._found)

    def _tell(self, notice: QFrame | None) -> None:
        if self._notice is not None:
            self._notices.removeWidget(self._notice)
            self._notice.hide()
            self._notice.deleteLater()
        self._notice = notice
        if notice is not None:
            self._notices.addWidget(notice)

    def _show_foot(self, row: ListedRelation, found: Found | None) -> None:
        sentences = []
        if self._all > 1:  # those that are done keep their number: "2 van 4" follows "1 van 4"
            done = self._all - len(self._queue)
            sentences.append(said("pencil.place", place=done + self._at + 1, all=self._all))
        linked = row.account is not None and found is not None and row.account.id == found.account.id
        if found is None:
            sentences.append(said("pencil.choose_first"))
        elif linked:
            sentences.append(counted("pencil.waits", row.waiting).capitalize() + ".")
        else:
            if row.account is not None:
                sentences.append(said("pencil.now", account=account_shown(row.account)))
            sentences.append(self._consequence(row, found))
        self.consequence.setText(" ".join(sentences))
        self._show_button(found, linked=linked)

    def _show_button(self, found: Found | None, *, linked: bool) -> None:
        self._link.setEnabled(found is not None and not linked and not self._busy)
        if found is None:
            text = said("pencil.link_none")
        else:
            against = bool(found.comparison.contradictions)
            key = "linked_already" if linked else "link_all_the_same" if against else "link"
            text = said(f"pencil.{key}", code=found.account.code or found.account.name)
        self._link.setText(text if linked else f"{text}   Ctrl+Enter")
        self._link.setAccessibleName(text)

    def _consequence(self, row: ListedRelation, found: Found) -> str:
        reading = self._shell.reading
        ready, waiting = ready_after(reading.work, reading.books(), row.relation.id, found.account)
        if not waiting:
            return said("pencil.ready.none")
        if ready < waiting:
            return said("pencil.ready.some", ready=ready, count=waiting)
        return said("pencil.ready.all_one") if waiting == 1 else said("pencil.ready.all", count=waiting)

    # what a person does

    def _on_link(self) -> None:
        if self._row is not None and self._found is not None and not self._busy:
            self._wait()
            self._acts.link(self._row.relation.id, self._found.account.id)

    def _on_unlink(self) -> None:
        if self._row is not None and not self._busy:
            self._wait()
            self._acts.unlink(self._row.relation.id)

    def _wait(self) -> None:
        """Until it is recorded: the same relation is not linked twice by two clicks."""
        self._busy = True
        self._link.setEnabled(False)

    def _on_skip(self) -> None:
        if len(self._queue) > 1:
            self._at = (self._at + 1) % len(self._queue)
            self._show_present()

    def _on_new(self) -> None:
        row = self._row
        if row is not None:
            creates = self._shell.reading.settings.booking.create_relations
            contested = row.relation.id in self._shell.reading.books().contested
            self._tell(creation(creates, contested=contested))

    def _on_changed_one(self, change: object) -> None:
        """Recorded: the next that has no link, else back to the list. What was taken apart stays, to be linked anew."""
        assert isinstance(change, LinkChange)
        if self._row is None or change.relation.id != self._row.relation.id:
            return
        if change.after is None:
            self._show_present()
            return
        del self._queue[self._at]
        self._queue = [name for name in self._queue if self._is_open(name)]
        if not self._queue:
            self.close_dialog()
            return
        self._at %= len(self._queue)
        self._show_present()

    def _is_open(self, relation: RelationId) -> bool:
        row = self._row_of(relation)
        return row is not None and row.standing in OPEN

    def _on_failed(self) -> None:
        """The list below tells why; nothing was linked."""
        self._busy = False
        if self._row is not None:
            self._show_foot(self._row, self._found)
