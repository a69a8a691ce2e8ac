"""An account for a relation that Exact does not know (product.md M6): looked for once more, then created."""

from robexact_desktop.domain import outbox
from robexact_desktop.domain.answers import Accepted
from robexact_desktop.domain.ledger import Account
from robexact_desktop.domain.matching import match
from robexact_desktop.domain.names import AccountId, Kind, RelationId
from robexact_desktop.domain.outbox import Operation, State
from robexact_desktop.domain.relation import Link, LinkRule, Relation
from robexact_desktop.services.act import act, look_up_is_due, record_answer, record_clean_look_up
from robexact_desktop.services.feed import read_accounts
from robexact_desktop.services.ports import SyncedAccount
from robexact_desktop.services.workplace import Workplace


def create_relation(work: Workplace, relation: Relation, side: Kind) -> tuple[Link | None, Operation | None]:
    """The link to an account found at the last moment or created; None where it was not to be had, with the reason.

    Contested relations never come here: `book()` blocks them.
    """
    read_accounts(work)
    if found := _certain(work, relation):
        work.stores.links.put(found, work.who, work.clock())
        return found, None
    operation = _operation(work, relation, side)
    if operation.state is State.UNKNOWN:
        operation = _looked_up(work, operation)
    if operation.state is State.QUEUED:
        answer = act(work, operation, side)
        operation = record_answer(work, operation, answer)
        if isinstance(answer, Accepted):
            return _linked(work, relation, side, AccountId(answer.id)), operation
    return None, operation


def _certain(work: Workplace, relation: Relation) -> Link | None:
    stores = work.stores
    matching = match([relation], stores.accounts.all(), stores.links.all(), stores.links.refused())
    return next((link for link in matching.linked if link.relation == relation.id), None)


def _operation(work: Workplace, relation: Relation, side: Kind) -> Operation:
    payload = work.payloads.account_payload(relation, side)
    wanted = Operation(0, relation.id, outbox.Kind.RELATION, work.division, payload)
    operation = work.stores.outbox.add(wanted, work.clock())
    if operation.state in (State.QUEUED, State.REFUSED) and operation.payload != payload:
        return work.stores.outbox.freeze(operation.id, payload, work.clock())
    if operation.state is State.REFUSED:
        return work.stores.outbox.freeze(operation.id, payload, work.clock())
    return operation


def _looked_up(work: Workplace, operation: Operation) -> Operation:
    """The feed of accounts has just been read: had it been created, a certain rule would have found it."""
    return record_clean_look_up(work, operation) if look_up_is_due(work, operation) else operation


def _linked(work: Workplace, relation: Relation, side: Kind, account: AccountId) -> Link:
    link = Link(RelationId(relation.id), account, LinkRule.CREATED)
    work.stores.links.put(link, work.who, work.clock())
    created = Account(
        id=account,
        code="",
        name=relation.name,
        vat_number=relation.vat_number,
        country=relation.country,
        postcode=relation.postcode,
        status="C" if side is Kind.SALES else "",
        is_supplier=side is Kind.PURCHASE,
    )
    work.stores.accounts.put([SyncedAccount(0, created)])  # until the feed brings it with its code
    return link
