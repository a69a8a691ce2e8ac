"""The acts of the tab Relaties: link, unlink, undo, and all that is certain; invoices that waited are judged again."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from robexact_desktop.domain.booking import Books, Problems, book
from robexact_desktop.domain.ledger import Account
from robexact_desktop.domain.matching import Resolved, Sheet, Told, resolve, rows_by_relation
from robexact_desktop.domain.names import AccountId, RelationId
from robexact_desktop.domain.relation import Link, LinkRule, Relation
from robexact_desktop.services.list_invoices import list_again
from robexact_desktop.services.match_relations import link_by_hand, match_relations, note_contested, unlink_by_hand
from robexact_desktop.services.workplace import Workplace

JUDGED_AT_MOST = 60
"""Waiting invoices that are booked for the sentence below the pencil: it must not make the arrow keys wait."""


@dataclass(frozen=True, slots=True)
class LinkChange:
    """What was changed, and what undoes it."""

    relation: Relation
    before: Link | None
    after: Link | None
    account: Account | None
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class MatchedMany:
    """`links` are the new ones, `skipped` the codes of a sheet that became none, each with its reason."""

    links: tuple[Link, ...]
    open: int
    skipped: tuple[Told, ...] = ()


def link_and_list(work: Workplace, relation: RelationId, account: AccountId) -> LinkChange:
    before = work.stores.links.all().get(relation)
    return _changed(work, before, link_by_hand(work, relation, account))


def unlink_and_list(work: Workplace, relation: RelationId) -> LinkChange:
    """What was taken apart may be in Exact still: noted at once, or the policy would create it a second time."""
    before = unlink_by_hand(work, relation)
    note_contested(work)
    return _changed(work, before, None)


def undo_change(work: Workplace, change: LinkChange) -> LinkChange:
    """Back to the link that stood before, under its own rule."""
    if change.before is None:
        return unlink_and_list(work, change.relation.id)
    work.stores.links.put(change.before, work.who, work.clock())
    return _changed(work, change.after, change.before)


def match_and_list(
    work: Workplace, sheet: Path | None = None, read_codes: Callable[[Path], Sheet] | None = None
) -> MatchedMany:
    """The certain rules; the codes of a sheet go first."""
    stores = work.stores
    before = stores.links.all().keys()
    found, rows = Resolved({}, ()), dict[RelationId, int]()
    if sheet is not None and read_codes is not None:
        read, relations = read_codes(sheet), stores.master.all(Relation)
        found, rows = resolve(read, relations), rows_by_relation(read, relations)
    matched = match_relations(work, found.codes)
    fresh = tuple(link for link in matched.linked if link.relation not in before)
    touched = [
        *(link.relation for link in fresh),
        *(relation.id for relation, _ in matched.unlinked),
    ]  # what is contested changed for these
    list_again(work, stores.relations.waiting_for(touched))
    of_sheet = [replace(one, row=rows[one.relation]) for one in matched.told if one.relation in rows]
    return MatchedMany(fresh, len(matched.unlinked), (*found.told, *of_sheet))


def undo_matched(work: Workplace, matched: MatchedMany) -> int:
    """All of it in one step; how many links were taken back. What a person linked anew since stays."""
    links = work.stores.links
    before = links.all().keys()
    links.take_back(matched.links, work.who, work.clock())
    note_contested(work)
    gone = before - links.all().keys()
    list_again(work, work.stores.relations.waiting_for([link.relation for link in matched.links]))
    return len(gone)


def ready_after(work: Workplace, books: Books, relation: RelationId, account: Account) -> tuple[int, int]:
    """How many of the invoices that wait for this relation nothing stands in the way of once it is linked; of how many.

    Only the first sixty are judged.
    """
    waiting = work.stores.relations.waiting_for([relation])
    link = Link(relation, account.id, LinkRule.HAND)
    linked = replace(books, links={**books.links, relation: link}, accounts={**books.accounts, account.id: account})
    ready = 0
    for name in waiting[:JUDGED_AT_MOST]:
        invoice = work.stores.invoices.get(name)
        if invoice is not None and not isinstance(book(invoice, linked), Problems):
            ready += 1
    return ready, len(waiting)


def _changed(work: Workplace, before: Link | None, after: Link | None) -> LinkChange:
    link = after or before
    assert link is not None
    waiting = work.stores.relations.waiting_for([link.relation])
    list_again(work, waiting)
    relation = next(row for row in work.stores.master.all(Relation) if row.id == link.relation)
    return LinkChange(relation, before, after, work.stores.accounts.get(link.account_id), len(waiting))
