"""What follows a booked entry: its document, its file, the mark in Robaws. None of them touches the entry."""

from collections.abc import Callable

from robexact_desktop.domain import outbox
from robexact_desktop.domain.errors import RobExactError
from robexact_desktop.domain.outbox import Operation, State
from robexact_desktop.domain.status import InvoiceState
from robexact_desktop.services.attach_document import attach_document, document_is_due
from robexact_desktop.services.outcome import AtStep, Outcome, Step, Told, told
from robexact_desktop.services.prepare_entries import Prepared
from robexact_desktop.services.workplace import Workplace
from robexact_desktop.services.write_back import write_back


def finish_entry(work: Workplace, row: Prepared) -> Outcome:
    """Take up what is left to do for an entry that is booked; what cannot be done now is told and done next time."""
    entry = row.operations[outbox.Kind.ENTRY]
    messages: list[Told | None] = [_number_told(work, row, entry)]
    if document_is_due(work, row.invoice, work.stores.outbox.of(row.invoice.id)):
        work.note(AtStep(row.invoice.id, Step.DOCUMENT, entry.remote_number))
        messages.append(_tried(lambda: attach_document(work, row.invoice, entry), "document.later"))
    work.note(AtStep(row.invoice.id, Step.MARK, entry.remote_number))
    messages.append(_tried(lambda: write_back(work, row.invoice), "write_back.later"))
    marked = work.stores.outbox.of(row.invoice.id).get(outbox.Kind.WRITE_BACK)
    done = marked is not None and marked.state is State.BOOKED
    return Outcome(
        row.invoice.id,
        InvoiceState.DONE if done else InvoiceState.BOOKED,
        entry.remote_id,
        entry.remote_number,
        tuple(message for message in messages if message is not None),
        row.problems,
    )


def _number_told(work: Workplace, row: Prepared, entry: Operation) -> Told:
    """Exact may take a number for a hint and replace it silently (facts: exact-online 6)."""
    key = work.payloads.key_of(entry.payload, row.invoice.kind)
    number = entry.remote_number
    if key.entry_number is None or number is None or key.entry_number == number:
        return told("send.booked", number=number or "", journal=key.journal)
    return told("send.other_number", asked=key.entry_number, given=number)


def _tried(step: Callable[[], Told | None], otherwise: str) -> Told | None:
    try:
        return step()
    except RobExactError as error:
        return told(otherwise, reason=error.facts.get("reason", error.code))
