"""Link relations by the certain rules, suggest the rest, and the pencil (product.md M5)."""

from collections.abc import Mapping
from dataclasses import dataclass

from robexact_desktop.domain.errors import UnknownIdError
from robexact_desktop.domain.matching import Index, Told, candidates_of_all, match
from robexact_desktop.domain.names import AccountId, RelationId
from robexact_desktop.domain.relation import Candidate, Link, LinkRule, Relation
from robexact_desktop.services.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Matched:
    """All links as they stand now, and the relations without one with who may be meant.

    `told` are codes that did not become a link, each with the reason.
    """

    linked: tuple[Link, ...]
    unlinked: tuple[tuple[Relation, tuple[Candidate, ...]], ...]
    told: tuple[Told, ...] = ()


def match_relations(work: Workplace, codes: Mapping[RelationId, str] | None = None) -> Matched:
    """Store what is certain; `codes` of a sheet go first."""
    stores = work.stores
    relations = stores.master.all(Relation)
    index = Index(stores.accounts.all())
    found = match(relations, index, stores.links.all(), stores.links.refused(), codes)
    stores.links.put_all(found.linked, work.who, work.clock())
    stores.contested.replace(found.contested)
    links = stores.links.all()
    unlinked = [relation for relation in relations if relation.id not in links]
    suggested = candidates_of_all(unlinked, index)
    return Matched(
        tuple(links[relation.id] for relation in relations if relation.id in links),
        tuple((relation, suggested.get(relation.id, ())) for relation in unlinked),
        found.told,
    )


def note_contested(work: Workplace) -> None:
    """After an import: which relations may already be in Exact, so that none of them is created unasked."""
    stores = work.stores
    found = match(stores.master.all(Relation), stores.accounts.all(), stores.links.all(), stores.links.refused())
    stores.contested.replace(found.contested)


def link_by_hand(work: Workplace, relation: RelationId, account: AccountId) -> Link:
    """The pencil. Raises UnknownIdError where either does not exist."""
    may_link(work, relation, account)
    link = Link(relation, account, LinkRule.HAND)
    work.stores.links.put(link, work.who, work.clock())
    return link


def may_link(work: Workplace, relation: RelationId, account: AccountId) -> None:
    """Raises UnknownIdError where either does not exist."""
    _must_exist(work, relation)
    if work.stores.accounts.get(account) is None:
        raise UnknownIdError(what="account", id=account)


def unlink_by_hand(work: Workplace, relation: RelationId) -> Link:
    """Take the link away; a rule does not tie the same pair again. Raises UnknownIdError where there is none."""
    link = link_of(work, relation)
    work.stores.links.remove(relation, work.who, work.clock())
    return link


def link_of(work: Workplace, relation: RelationId) -> Link:
    """Raises UnknownIdError where there is no such relation, or none that is linked."""
    _must_exist(work, relation)
    link = work.stores.links.all().get(relation)
    if link is None:
        raise UnknownIdError(what="link", id=relation)
    return link


def _must_exist(work: Workplace, relation: RelationId) -> None:
    if all(known.id != relation for known in work.stores.master.all(Relation)):
        raise UnknownIdError(what="relation", id=relation)
