"""Something else stands in an invoice's place in Exact: a person decides (product.md 4, `resolve`).

Each decision but to skip looks at Exact as it is now: what a person saw may have been changed or deleted since.
"""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from robexact_desktop.domain import outbox
from robexact_desktop.domain.answers import FoundEntry
from robexact_desktop.domain.errors import NoConflictError
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.names import EntryId
from robexact_desktop.domain.outbox import MADE_HERE, NOT_OURS, EntryKey, Event, Operation, State
from robexact_desktop.domain.problems import ProblemCode
from robexact_desktop.domain.status import invoice_state
from robexact_desktop.services.finish_entry import finish_entry
from robexact_desktop.services.list_invoices import list_again
from robexact_desktop.services.look_up_unknown import is_ours, standing_now
from robexact_desktop.services.outcome import Outcome, Told, told
from robexact_desktop.services.prepare_entries import Prepared, prepare_entries
from robexact_desktop.services.read_back import VERIFIED
from robexact_desktop.services.row_told import outcome_of
from robexact_desktop.services.workplace import Workplace


class Decision(StrEnum):
    """ADOPT: it is this invoice. RESEND: it is another one, book this one too. SKIP: leave both as they are."""

    ADOPT = "adopt"
    RESEND = "resend"
    SKIP = "skip"


def resolve_conflict(work: Workplace, invoice: Invoice, decision: Decision) -> Outcome:
    """The row as it stands after the decision; where it cannot be carried out the row stays, and says why.

    An invoice that is not sent because it stands in Exact already (`already_in_exact`) can be adopted too. Raises
    NoConflictError where there is nothing to decide, and what a call raises: then nothing is changed.
    """
    (row,) = prepare_entries(work, [invoice])
    operation = _in_conflict(work, row, decision)
    decide = {Decision.ADOPT: _adopt, Decision.RESEND: _resend, Decision.SKIP: _skip}[decision]
    outcome = decide(work, row, operation)
    list_again(work, {invoice.id})
    return outcome


def _in_conflict(work: Workplace, row: Prepared, decision: Decision) -> Operation:
    if row.operation is not None and row.operation.state is State.CONFLICT:
        return row.operation
    stands_there = [problem.code for problem in row.problems if problem.blocks] == [ProblemCode.ALREADY_IN_EXACT]
    if decision is not Decision.ADOPT or not stands_there or _has_left(row.operation):
        raise NoConflictError(invoice=row.invoice.id, state=row.state.value)
    payload = work.payloads.encode(work.payloads.entry_payload(row.entry))
    wanted = Operation(0, row.invoice.id, outbox.Kind.ENTRY, work.division, payload)
    return replace(row.operation or wanted, payload=payload)


def _has_left(operation: Operation | None) -> bool:
    return operation is not None and operation.state not in (State.QUEUED, State.REFUSED)


def _adopt(work: Workplace, row: Prepared, operation: Operation) -> Outcome:
    key, hits = standing_now(work, operation, row.invoice.kind)
    entry = _the_one(key, hits, operation)
    if entry is None:
        return _stays(row, _why_none(hits))
    now = work.clock()
    if operation.state is not State.CONFLICT:
        operation = work.stores.outbox.add(operation, now)
    evidence = _decided(work, Decision.ADOPT) | {
        "found_amount": str(entry.amount),
        "sent_amount": str(key.amount),
        VERIFIED: now.isoformat(),  # she saw both sides: the difference is not told once more
    }
    adopted = work.stores.outbox.record(
        operation.id,
        Event.ADOPTED if operation.state is State.CONFLICT else Event.FOUND,
        now,
        remote_id=entry.id,
        remote_number=entry.entry_number,
        evidence=evidence,
    )
    finished = finish_entry(work, _standing(row, adopted))
    said = told("send.adopted", number=entry.entry_number)
    return replace(finished, told=(said, *finished.told[1:]))


def _the_one(key: EntryKey, hits: Sequence[FoundEntry], operation: Operation) -> FoundEntry | None:
    """The only one; of several the one that this operation made itself, else the one that equals what was sent."""
    for choice in (
        hits,
        [hit for hit in hits if hit.id == operation.evidence.get(MADE_HERE)],
        [hit for hit in hits if is_ours(key, hit)],
    ):
        if len(choice) == 1:
            return choice[0]
    return None


def _resend(work: Workplace, row: Prepared, operation: Operation) -> Outcome:
    """Queued, for the next send. What stands there now is remembered as another invoice's."""
    _, hits = standing_now(work, operation, row.invoice.kind)
    made_here = operation.evidence.get(MADE_HERE)
    if any(hit.id == made_here for hit in hits):
        return _stays(row, told("resolve.still_there", number=operation.remote_number or ""))
    others = {*operation.evidence.get(NOT_OURS, "").split(), *(hit.id for hit in hits), EntryId(operation.remote_id)}
    evidence = _decided(work, Decision.RESEND) | {NOT_OURS: " ".join(sorted(others)).strip()}
    queued = work.stores.outbox.record(operation.id, Event.TO_BE_RESENT, work.clock(), evidence=evidence)
    return outcome_of(_standing(row, queued), why=told("send.to_be_resent"))


def _skip(work: Workplace, row: Prepared, operation: Operation) -> Outcome:
    """It stays a conflict, with who left it so and when."""
    work.stores.outbox.note(operation.id, operation.message, _decided(work, Decision.SKIP), work.clock())
    return outcome_of(row, why=told("send.skipped"))


def _decided(work: Workplace, decision: Decision) -> dict[str, str]:
    return {"decided": decision.value, "decided_by": work.who, "decided_at": work.clock().isoformat()}


def _stays(row: Prepared, why: Told) -> Outcome:
    return replace(outcome_of(row, held=True, why=why), problems=())


def _why_none(hits: Sequence[FoundEntry]) -> Told:
    if not hits:
        return told("resolve.gone")
    return told("resolve.several", numbers=", ".join(str(hit.entry_number) for hit in hits))


def _standing(row: Prepared, operation: Operation) -> Prepared:
    operations = {**row.operations, outbox.Kind.ENTRY: operation}
    return replace(row, operations=operations, state=invoice_state(row.invoice, operations, row.problems))
