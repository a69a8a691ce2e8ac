"""Links that need no person: `match`. What is not certain is asked, and never created unasked (product.md M5, M6).

In this order, the first that finds an account decides: the stored link, the code, the VAT number, the company number,
exactly the same name. A rule links only where its key leads to one account and nothing speaks against it; anything else
that it finds is a doubt, and a doubt ends the search, because the weaker rules know less.

Several relations of one kind may share an account by number or code: in Robaws every branch is a client of its own, in
the accounts one legal person is one debtor. A name is too weak for that. A client and a supplier may always share one.
A blocked account or a prospect is linked too; the check tells (`relation_blocked`, `relation_role`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from robexact_desktop.domain.ledger import Account
from robexact_desktop.domain.matching.doubt import Asked, Doubt, Told
from robexact_desktop.domain.matching.index import AccountKeys, Index, Keys, keys_of_relation
from robexact_desktop.domain.matching.name_keys import exact_name
from robexact_desktop.domain.matching.normal import account_code
from robexact_desktop.domain.matching.rules import NUMBER_RULES, Hit, by_code, by_name
from robexact_desktop.domain.names import AccountId, RelationId
from robexact_desktop.domain.relation import Link, LinkRule, Relation

Refused = frozenset[tuple[RelationId, AccountId]]

SEARCH_GOES_ON = frozenset({Doubt.CODE_UNKNOWN, Doubt.REFUSED})
"""A code that leads nowhere, or where a person said no, leaves the word to the VAT number and the name."""


@dataclass(frozen=True, slots=True)
class Matching:
    """`linked` holds the new links only; `asked` the relations that may already be in Exact, each with the reason."""

    linked: tuple[Link, ...] = ()
    asked: Mapping[RelationId, Asked] = field(default_factory=dict)
    told: tuple[Told, ...] = ()

    @property
    def contested(self) -> frozenset[RelationId]:
        return frozenset(self.asked)


def match(
    relations: Iterable[Relation],
    accounts: Iterable[Account] | Index,
    links: Mapping[RelationId, Link],
    refused: Refused = frozenset(),
    codes: Mapping[RelationId, str] | None = None,
) -> Matching:
    """`refused` are pairs unlinked by hand, never linked again by a rule. `codes` come from a sheet, and go before the
    code that Robaws keeps at the relation.
    """
    index = accounts if isinstance(accounts, Index) else Index(accounts)
    search = _Search(index, refused, codes or {})
    relations = tuple(relations)
    for relation in relations:
        if relation.id not in links:
            search.by_code_and_number(relation)
    search.by_name(relations, links)
    asked = {**search.code_doubts, **search.asked}
    still_open = {relation: doubt for relation, doubt in asked.items() if relation not in search.linked}
    return Matching(tuple(search.linked.values()), still_open, tuple(search.told(relations, links)))


class _Search:
    """What one `match` has found so far."""

    def __init__(self, index: Index, refused: Refused, codes: Mapping[RelationId, str]) -> None:
        self._index, self._refused, self._codes = index, refused, codes
        self._left: list[tuple[Relation, Keys]] = []
        self.linked: dict[RelationId, Link] = {}
        self.asked: dict[RelationId, Asked] = {}
        self.code_doubts: dict[RelationId, Asked] = {}

    def by_code_and_number(self, relation: Relation) -> None:
        """Takes the relation as far as it goes without its name."""
        keys = keys_of_relation(relation)
        if code := (self._codes.get(relation.id) or relation.exact_online_code).strip():
            doubt = self._settle(relation, LinkRule.CODE, by_code(code, keys, self._index), self.code_doubts)
            if doubt is None or doubt.doubt not in SEARCH_GOES_ON:
                return
        for rule, find in NUMBER_RULES:
            if found := find(keys, self._index):
                self._settle(relation, rule, found, self.asked)
                return
        self._left.append((relation, keys))

    def by_name(self, relations: Iterable[Relation], links: Mapping[RelationId, Link]) -> None:
        """Unique on both sides: of the relations all count, also those that are linked already."""
        if not self._left:
            return
        names = {relation.id: exact_name(relation.name) for relation in relations}
        hits: list[tuple[Relation, Hit]] = []
        for relation, keys in self._left:
            if hit := by_name(relation, keys, self._index, names[relation.id]):
                hits.append((relation, hit))
        wanted = {names[relation.id] for relation, _ in hits}
        named = Counter((is_supplier(relation), name) for relation, name in names.items() if name in wanted)
        linked = (*links.values(), *self.linked.values())
        taken = {(is_supplier(link.relation), link.account_id) for link in linked}
        for relation, hit in hits:
            if isinstance(hit, AccountKeys) and named[relation.is_supplier, names[relation.id]] > 1:
                hit = Asked(Doubt.SEVERAL_RELATIONS, hit.id)
            elif isinstance(hit, AccountKeys) and (relation.is_supplier, hit.id) in taken:
                hit = Asked(Doubt.ACCOUNT_TAKEN, hit.id)
            self._settle(relation, LinkRule.NAME, hit, self.asked)

    def told(self, relations: Iterable[Relation], links: Mapping[RelationId, Link]) -> Iterator[Told]:
        """Codes without a link: each one of a sheet; Robaws' own only where the relation stays without an account."""
        if not self._codes and not self.code_doubts:
            return
        for relation in relations:
            from_sheet = relation.id in self._codes
            stored = links.get(relation.id)
            if stored is not None and from_sheet and not self._is_code_of(stored.account_id, self._codes[relation.id]):
                yield Told(Doubt.LINKED_ELSEWHERE, self._codes[relation.id], relation.id, stored.account_id)
            doubt = self.code_doubts.get(relation.id)
            if doubt is not None and (from_sheet or relation.id not in self.linked):
                code = account_code(self._codes.get(relation.id) or relation.exact_online_code)
                yield Told(doubt.doubt, code, relation.id, doubt.account_id)

    def _is_code_of(self, account: AccountId, code: str) -> bool:
        return any(found.id == account for found in self._index.by_code.get(account_code(code), ()))

    def _settle(self, relation: Relation, rule: LinkRule, hit: Hit, doubts: dict[RelationId, Asked]) -> Asked | None:
        """A link, or a doubt, which is also given back."""
        if isinstance(hit, AccountKeys) and self._refused and (relation.id, hit.id) in self._refused:
            hit = Asked(Doubt.REFUSED, hit.id)
        if isinstance(hit, Asked):
            doubts[relation.id] = hit
            return hit
        self.linked[relation.id] = Link(relation.id, hit.id, rule)
        return None


def is_supplier(relation: RelationId) -> bool:
    return relation.startswith("supplier/")
