"""The rows of the tab Relaties: how each relation stands with Exact, and how many invoices wait for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from robexact_desktop.domain.ledger import Account
from robexact_desktop.domain.matching import Index, candidates, match
from robexact_desktop.domain.matching.compare import side_of
from robexact_desktop.domain.names import AccountId, RelationId
from robexact_desktop.domain.relation import Candidate, Link, LinkRule, Relation
from robexact_desktop.domain.settings import CreateRelations
from robexact_desktop.services.workplace import Workplace


class Standing(StrEnum):
    """In the order in which they ask for a person."""

    CHOOSE = "choose"
    UNLINKED = "unlinked"
    GONE = "gone"  # the link names an account that Exact no longer gives
    BLOCKED = "blocked"
    NO_CUSTOMER = "no_customer"
    NO_SUPPLIER = "no_supplier"
    CERTAIN = "certain"  # a rule will link it
    TO_CREATE = "to_create"
    LINKED = "linked"


OPEN = frozenset({Standing.CHOOSE, Standing.UNLINKED, Standing.GONE})
"""Nothing of such a relation can be sent before a person linked it."""

WRONG = frozenset({Standing.BLOCKED, Standing.NO_CUSTOMER, Standing.NO_SUPPLIER})


@dataclass(frozen=True, slots=True)
class Suggested:
    """Who may be meant, found beside the screen: `certain` are links that the rules would make.

    `held` names the accounts that it was found among.
    """

    held: tuple[int, int] = (0, 0)
    candidates: Mapping[RelationId, tuple[Candidate, ...]] = field(default_factory=dict)
    certain: Mapping[RelationId, AccountId] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ListedRelation:
    relation: Relation
    standing: Standing
    account: Account | None = None
    rule: LinkRule | None = None
    waiting: int = 0
    suggestions: int = 0

    @property
    def asks(self) -> bool:
        """Invoices wait for a person's word on it."""
        return bool(self.waiting) and (self.standing in OPEN or self.standing in WRONG)


def relation_rows(work: Workplace, relations: Sequence[Relation], suggested: Suggested) -> tuple[ListedRelation, ...]:
    """`relations` are given, since to decode thousands of them takes longer than all the rest."""
    stores = work.stores
    links, contested, waiting = stores.links.all(), stores.contested.all(), stores.relations.waiting()
    accounts = {account.id: account for account in stores.relations.linked_accounts()}
    creates = work.settings.booking.create_relations is CreateRelations.ALWAYS
    rows = []
    for relation in relations:
        link = links.get(relation.id)
        account = accounts.get(link.account_id) if link else None
        many = len(suggested.candidates.get(relation.id, ()))
        if link is not None:
            standing = _linked(relation, account)
        elif relation.id in suggested.certain:
            standing = Standing.CERTAIN
        elif creates and relation.id not in contested:
            standing = Standing.TO_CREATE
        else:
            standing = Standing.CHOOSE if many else Standing.UNLINKED
        rule = link.rule if link else None
        rows.append(ListedRelation(relation, standing, account, rule, waiting.get(relation.id, 0), many))
    return tuple(rows)


def _linked(relation: Relation, account: Account | None) -> Standing:
    if account is None:
        return Standing.GONE
    if account.is_blocked:
        return Standing.BLOCKED
    if not account.takes(side_of(relation)):
        return Standing.NO_SUPPLIER if relation.is_supplier else Standing.NO_CUSTOMER
    return Standing.LINKED


def accounts_held(work: Workplace) -> tuple[int, int]:
    """Changes whenever accounts came or changed."""
    return work.stores.accounts.cursor(), work.stores.accounts.count()


class Suggestions:
    """Suggests in the lane; the index over all accounts is built once for as long as these stay the same."""

    def __init__(self) -> None:
        self._index: Index | None = None
        self._held = (0, 0)

    def of_the_open(self, work: Workplace) -> Suggested:
        """For every relation without a link."""
        index, links = self._indexed(work), work.stores.links.all()
        relations = work.stores.master.all(Relation)
        found = match(relations, index, links, work.stores.links.refused())
        certain = {link.relation: link.account_id for link in found.linked}
        left = [relation for relation in relations if relation.id not in links and relation.id not in certain]
        return Suggested(self._held, {relation.id: candidates(relation, index) for relation in left}, certain)

    def of(self, work: Workplace, relation: Relation) -> tuple[Account, ...]:
        index = self._indexed(work)
        by_id = {found.id: found.account for found in index.accounts}
        return tuple(by_id[candidate.account_id] for candidate in candidates(relation, index))

    def _indexed(self, work: Workplace) -> Index:
        held = accounts_held(work)
        if self._index is None or held != self._held:
            self._index, self._held = Index(work.stores.accounts.all()), held
        return self._index


def link_of(work: Workplace, relation: RelationId) -> Link | None:
    return work.stores.links.all().get(relation)
