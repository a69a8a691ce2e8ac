"""What the tab and its pencil ask of the lane, and what is told of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from robexact_desktop.domain.changes import Changed
from robexact_desktop.domain.ledger import Account
from robexact_desktop.domain.matching import Told
from robexact_desktop.domain.names import AccountId, RelationId
from robexact_desktop.domain.relation import Relation
from robexact_desktop.services.link_relation import (
    LinkChange,
    MatchedMany,
    link_and_list,
    match_and_list,
    undo_change,
    undo_matched,
    unlink_and_list,
)
from robexact_desktop.services.relation_list import Suggested, Suggestions, accounts_held
from robexact_desktop.services.workplace import Workplace
from robexact_desktop.texts import error_message
from robexact_desktop.ui.formats import count
from robexact_desktop.ui.shell import Shell, Then
from robexact_desktop.ui.tabs.relations.shown import account_shown, counted, said
from robexact_desktop.ui.words import language
from robexact_desktop.workers.lane import Failed, Job

LINKS = Changed.RELATIONS | Changed.INVOICES


@dataclass(frozen=True, slots=True)
class Said:
    sentence: str
    undoes: bool = False
    good: bool = True
    skipped: bool = False


class RelationActs(QObject):
    """`changed_one` comes after a link or unlink is recorded and its invoices are judged again."""

    told = Signal(object)  # Said
    changed_one = Signal(object)  # LinkChange
    suggested_changed = Signal()
    suggested_for = Signal(str, object)  # RelationId, tuple[Account, ...]
    failed = Signal()

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self.suggestions = Suggestions()
        self.suggested = Suggested()
        self._asked: object = None
        self._last: LinkChange | MatchedMany | None = None
        self.skipped: tuple[Told, ...] = ()
        self._jobs: list[Job] = []
        shell.failed.connect(self._on_failed)

    @property
    def can_undo(self) -> bool:
        return self._last is not None

    # suggestions

    def suggest(self, relations: Sequence[Relation]) -> None:
        """Once for each set of accounts and relations without a link; nothing while no account is held."""
        work = self._shell.reading.work
        held, links = accounts_held(work), work.stores.links.all()
        open_now = frozenset(row.id for row in relations if row.id not in links)
        known = self.suggested.candidates.keys() | self.suggested.certain.keys()
        wanted = (held, open_now)
        if not held[1] or wanted == self._asked or (held == self.suggested.held and open_now <= known):
            return
        self._asked = wanted
        self._shell.do(said("job.suggest"), self.suggestions.of_the_open, urgent=True, then=self._on_suggested)

    def _on_suggested(self, found: object) -> None:
        assert isinstance(found, Suggested)
        self.suggested = found
        self.suggested_changed.emit()

    def suggest_for(self, relation: Relation) -> None:
        """For one that has a link already, or that the list has not been told of yet."""
        run = partial(_suggestions_of, suggestions=self.suggestions, relation=relation)
        self._shell.do(said("job.suggest"), run, urgent=True, then=self._on_suggested_for)

    def _on_suggested_for(self, found: object) -> None:
        assert isinstance(found, tuple)
        self.suggested_for.emit(*found)

    # acts

    def match(self) -> None:
        self._do(said("job.match"), match_and_list, self._on_matched)

    def match_sheet(self, path: str) -> None:
        run = partial(match_and_list, sheet=Path(path), read_codes=self._shell.read_codes)
        self._do(said("job.sheet"), run, self._on_matched)

    def link(self, relation: RelationId, account: AccountId) -> None:
        run = partial(link_and_list, relation=relation, account=account)
        self._do(said("job.link"), run, self._on_linked, urgent=True)

    def unlink(self, relation: RelationId) -> None:
        self._do(said("job.unlink"), partial(unlink_and_list, relation=relation), self._on_linked, urgent=True)

    def undo(self) -> None:
        if self._last is not None:
            last, self._last = self._last, None
            if isinstance(last, MatchedMany):
                self._do(said("job.undo"), partial(undo_matched, matched=last), self._on_undone_all, urgent=True)
            else:
                self._do(said("job.undo"), partial(undo_change, change=last), self._on_undone, urgent=True)

    def _do(self, name: str, run: Callable[[Workplace], object], then: Then, *, urgent: bool = False) -> None:
        self._jobs.append(self._shell.do(name, run, changes=LINKS, urgent=urgent, then=then))

    # what came of them

    def _on_matched(self, found: object) -> None:
        assert isinstance(found, MatchedMany)
        self._last, self.skipped = found if found.links else None, found.skipped
        sentence = counted("said.matched", len(found.links), open=count(found.open))
        if many := len(found.skipped):
            sentence += " " + (said("said.skipped_one") if many == 1 else said("said.skipped", count=count(many)))
        self.told.emit(Said(sentence, undoes=bool(found.links), skipped=bool(found.skipped)))

    def _on_linked(self, change: object) -> None:
        assert isinstance(change, LinkChange)
        self._last = change
        key = "said.linked" if change.after else "said.unlinked"
        self.told.emit(Said(f"{_named(key, change)} {counted('said.judged', change.waiting)}", undoes=True))
        self.changed_one.emit(change)

    def _on_undone(self, change: object) -> None:
        assert isinstance(change, LinkChange)
        key = "said.undone.linked" if change.after else "said.undone.unlinked"
        self.told.emit(Said(f"{_named(key, change)} {counted('said.judged', change.waiting)}"))

    def _on_undone_all(self, many: object) -> None:
        assert isinstance(many, int)
        self.told.emit(Said(counted("said.undone.matched", many)))

    def _on_failed(self, told: object) -> None:
        assert isinstance(told, Failed)
        if any(job is told.job for job in self._jobs):
            self.told.emit(Said(error_message(told.error, language()), good=False))
            self.failed.emit()


def _named(key: str, change: LinkChange) -> str:
    account = account_shown(change.account) if change.account else ""
    return said(key, name=change.relation.name, account=account)


def _suggestions_of(work: Workplace, suggestions: Suggestions, relation: Relation) -> tuple[str, tuple[Account, ...]]:
    return relation.id, suggestions.of(work, relation)
