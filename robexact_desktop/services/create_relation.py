"""An account for a relation that Exact does not know (product.md M6): looked for once more, then created."""

from robexact_desktop.domain import outbox
from robexact_desktop.domain.answers import Accepted
from robexact_desktop.domain.ledger import Account
from robexact_desktop.domain.matching import match
from robexact_desktop.domain.names import AccountId, Kind, RelationId
from robexact_desktop.domain.outbox import Event, Operation, State
from robexact_desktop.domain.relation import Link, LinkRule, Relation
from robexact_desktop.services.act import act, look_up_is_due, record_answer, record_clean_look_up
from robexact_desktop.services.feed import read_accounts
from robexact_desktop.services.match_relations import note_contested
from robexact_desktop.services.ports import SyncedAccount
from robexact_desktop.services.workplace import Workplace


def create_relation(work: Workplace, relation: Relation, side: Kind) -> tuple[Link | None, Operation | None]:
    """The link to an account found at the last moment or created; None where it was not to be had, with the reason.

    Contested relations never come here: `book()` blocks them; one that became so since is not created either.
    """
    read_accounts(work)
    if made := _made_before(work, relation, side):
        return made, None
    stores = work.stores
    matching = match([relation], stores.accounts.all(), stores.links.all(), stores.links.refused())
    if matching.linked:
        return _found(work, matching.linked[0]), None
    if matching.contested:
        note_contested(work)
        return None, None
    operation = _operation(work, relation, side)
    if operation.state is State.UNKNOWN:
        operation = _looked_up(work, operation)
    if operation.state is State.QUEUED:
        answer = act(work, operation, side)
        operation = record_answer(work, operation, answer)
        if isinstance(answer, Accepted):
            return _linked(work, relation, side, AccountId(answer.id)), operation
    return None, operation


def _made_before(work: Workplace, relation: Relation, side: Kind) -> Link | None:
    """The account that we created before the program died and left it unlinked."""
    operation = work.stores.outbox.of(relation.id).get(outbox.Kind.RELATION)
    if operation is None or operation.state is not State.BOOKED:
        return None
    account = AccountId(operation.remote_id)
    if (relation.id, account) in work.stores.links.refused():
        return None
    return _linked(work, relation, side, account)


def _found(work: Workplace, link: Link) -> Link:
    """A certain rule knows the account; a creation that never got its answer has it with that."""
    work.stores.links.put(link, work.who, work.clock())
    operation = work.stores.outbox.of(link.relation).get(outbox.Kind.RELATION)
    if operation is not None and operation.state is not State.BOOKED:
        work.stores.outbox.record(operation.id, Event.FOUND, work.clock(), remote_id=link.account_id)
    return link


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
    """The account before its link: a link to what is not here would block the invoices until the next import."""
    if work.stores.accounts.get(account) is None:  # until the feed brings it with its code
        work.stores.accounts.put([SyncedAccount(0, _as_created(relation, side, account))])
    link = Link(RelationId(relation.id), account, LinkRule.CREATED)
    work.stores.links.put(link, work.who, work.clock())
    return link


def _as_created(relation: Relation, side: Kind, account: AccountId) -> Account:
    return Account(
        id=account,
        code="",
        name=relation.name,
        vat_number=relation.vat_number,
        country=relation.country,
        postcode=relation.postcode,
        status="C" if side is Kind.SALES else "",
        is_supplier=side is Kind.PURCHASE,
    )
