"""A row as it stands, and what a person is told of one that is not simply booked."""

from decimal import Decimal

from robexact_desktop.domain.outbox import Operation, State
from robexact_desktop.services.act import look_up_at
from robexact_desktop.services.outcome import Outcome, Told, told
from robexact_desktop.services.prepare_entries import Prepared
from robexact_desktop.services.workplace import Workplace


def outcome_of(row: Prepared, *, held: bool = False, why: Told | None = None) -> Outcome:
    """The row as it stands, without a call."""
    operation = row.operation
    refused = (told("send.refused", message=operation.message),) if operation and operation.message else ()
    return Outcome(
        row.invoice.id,
        row.state,
        operation.remote_id or None if operation else None,
        operation.remote_number if operation else None,
        (why,) if why else refused,
        row.problems,
        held,
    )


def why_not_booked(work: Workplace, row: Prepared, operation: Operation) -> Told | None:
    """What a person is told of an entry that is not simply booked."""
    if operation.state is State.UNKNOWN:
        return told("send.unknown_until", time=look_up_at(work, operation).isoformat())
    if operation.state is State.QUEUED:
        return told("send.queued", reason=operation.evidence.get("not_delivered", ""))
    if operation.state is not State.CONFLICT:
        return None
    key = work.payloads.key_of(operation.payload, row.invoice.kind)
    theirs = operation.evidence.get("found_amount", "")
    if theirs in ("", "None"):
        return told("send.conflict", found_amount=theirs, sent_amount=key.amount)
    return told(
        "send.amounts_differ",
        number=operation.remote_number or "",
        theirs=theirs,
        ours=key.amount,
        difference=Decimal(theirs) - key.amount,
    )
