"""Post one entry, and judge the answer against what was sent (product.md S9, S10)."""

from contextlib import suppress
from decimal import Decimal

from robexact_desktop.domain import outbox
from robexact_desktop.domain.answers import Accepted, Answer
from robexact_desktop.domain.errors import RobExactError
from robexact_desktop.domain.names import InvoiceId, Kind
from robexact_desktop.domain.outbox import MADE_HERE, Event, Operation, State
from robexact_desktop.services.act import act, record_answer
from robexact_desktop.services.look_up_unknown import look_up_one, look_up_unknown
from robexact_desktop.services.workplace import Workplace

CREDIT_TYPES = (21, 31)
"""`Type` of a sales and a purchase credit note, derived by Exact from the sign (facts: exact-online 4.8)."""


def post_entry(work: Workplace, operation: Operation, side: Kind) -> Operation:
    """One try. An operation with an attempt behind it is looked up first and adopted where it stands."""
    if operation.attempt:
        operation = look_up_one(work, operation, side)
        if operation.state is not State.QUEUED:
            return operation
    answer = act(work, operation, side)
    return _hint_followed(work, _record_entry_answer(work, operation, side, answer))


def _hint_followed(work: Workplace, operation: Operation) -> Operation:
    """A refusal that says that the number is in use is looked up at once: nobody waits for a reason (product.md 4).

    What cannot be looked up now stays unknown, for the next run.
    """
    if operation.state is not State.UNKNOWN or "refusal" not in operation.evidence:
        return operation
    with suppress(RobExactError):
        look_up_unknown(work, [InvoiceId(operation.subject)])
    return work.stores.outbox.of(operation.subject)[outbox.Kind.ENTRY]


def _record_entry_answer(work: Workplace, operation: Operation, side: Kind, answer: Answer) -> Operation:
    if not isinstance(answer, Accepted):
        return record_answer(work, operation, answer)
    sent = work.payloads.key_of(operation.payload, side).amount
    if _is_what_was_sent(answer, sent):
        return record_answer(work, operation, answer)
    evidence = {"sent_amount": str(sent), "found_amount": str(answer.amount), "found_type": str(answer.type)}
    evidence[MADE_HERE] = answer.id
    return work.stores.outbox.record(
        operation.id,
        Event.FOUND_DIFFERENT,
        work.clock(),
        remote_id=answer.id,
        remote_number=answer.number,
        evidence=evidence,
    )


def _is_what_was_sent(answer: Accepted, sent: Decimal) -> bool:
    """The total to the cent and the right type; what Exact does not state is compared in the read-back."""
    if answer.amount is not None and answer.amount != sent:
        return False
    return not sent or answer.type is None or (answer.type in CREDIT_TYPES) == (sent < 0)
