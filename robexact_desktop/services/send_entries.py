"""*Verstuur naar boekhouder*: every chosen invoice ends as booked, with proof, or not booked, with the reason."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from robexact_desktop.domain.errors import RobExactError
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.names import InvoiceId
from robexact_desktop.domain.status import InvoiceState
from robexact_desktop.services.act import own_up_to_what_was_left
from robexact_desktop.services.attach_document import document_is_due
from robexact_desktop.services.feed import read_entries
from robexact_desktop.services.look_up_unknown import look_up_unknown
from robexact_desktop.services.outcome import Outcome, told
from robexact_desktop.services.prepare_entries import Prepared, offered, prepare, prepare_entries
from robexact_desktop.services.read_back import read_back
from robexact_desktop.services.send_one import send_one
from robexact_desktop.services.send_run import SendRun
from robexact_desktop.services.workplace import Workplace

NOT_BEGUN = (InvoiceState.READY, InvoiceState.REFUSED)


@dataclass(frozen=True, slots=True)
class Sent:
    """A row for each invoice that the run took. `stopped` is what ended it early: nothing is lost, run again."""

    outcomes: tuple[Outcome, ...]
    stopped: RobExactError | None = None
    interrupted: bool = False


def send_entries(work: Workplace, named: Sequence[Invoice] | None = None, *, without_warning: bool = False) -> Sent:
    """Send the named invoices, or all that are ready (with unknown ones whose look-up is due). Safe to run again.

    `without_warning`: a ready one that bears a warning waits for a person, as where nobody looks on.
    """
    own_up_to_what_was_left(work)
    outcomes: dict[InvoiceId, Outcome] = {}
    try:
        looked_up = look_up_unknown(work, None if named is None else [invoice.id for invoice in named])
        chosen = _chosen(work, named, looked_up, without_warning)
        at_rest = frozenset(row.invoice.id for row in chosen if named is not None) - looked_up
        interrupted = _send_each(work, chosen, at_rest, outcomes)
        if not interrupted and not _all_at_rest(chosen, at_rest):
            _compare(work, outcomes)
    except RobExactError as error:
        return Sent(tuple(outcomes.values()), stopped=error)
    return Sent(tuple(outcomes.values()), interrupted=interrupted)


def _all_at_rest(chosen: Sequence[Prepared], at_rest: frozenset[InvoiceId]) -> bool:
    """A named one that is booked is its row, no call: nothing was done that would have to be read back."""
    standing = (InvoiceState.BOOKED, InvoiceState.DONE)
    return bool(chosen) and all(row.invoice.id in at_rest and row.state in standing for row in chosen)


def _chosen(
    work: Workplace, named: Sequence[Invoice] | None, looked_up: frozenset[InvoiceId], without_warning: bool
) -> list[Prepared]:
    if named is not None:
        return prepare_entries(work, named)
    prepared = prepare_entries(work, offered(work.stores.invoices.all(), work.settings))
    chosen = [row for row in prepared if row.invoice.id in looked_up or _goes_by_itself(work, row)]
    return [
        row
        for row in chosen
        if not (without_warning and row.state in (InvoiceState.READY, InvoiceState.REFUSED) and row.problems)
    ]


def _goes_by_itself(work: Workplace, row: Prepared) -> bool:
    """Ready and queued ones, and booked ones that still miss their document or mark.

    A refused one only when a value that decides it has changed since.
    """
    if row.state is InvoiceState.REFUSED:
        return _changed_since(work, row)
    if row.state is InvoiceState.DONE:
        return document_is_due(work, row.invoice, row.operations)
    return row.state in (InvoiceState.READY, InvoiceState.QUEUED, InvoiceState.BOOKED)


def _changed_since(work: Workplace, row: Prepared) -> bool:
    operation = row.operation
    return operation is not None and work.payloads.encode(work.payloads.entry_payload(row.entry)) != operation.payload


def _send_each(
    work: Workplace, chosen: Sequence[Prepared], at_rest: frozenset[InvoiceId], outcomes: dict[InvoiceId, Outcome]
) -> bool:
    """Whether it was interrupted. The feed is read once before: what came into Exact since is not booked again."""
    if any(row.state in (InvoiceState.READY, InvoiceState.QUEUED, InvoiceState.REFUSED) for row in chosen):
        read_entries(work)
    run = SendRun(work, work.stores.books.read(), at_rest)
    for number, row in enumerate(chosen):
        if work.stop():
            return True
        work.progress(row.invoice.number or row.invoice.id, number, len(chosen))
        outcome = send_one(run, prepare(row.invoice, run.books, row.operations))
        outcomes[row.invoice.id] = outcome
        work.note(outcome)
        if run.stopped is not None:
            raise run.stopped
    work.progress("send", len(chosen), len(chosen))
    return False


def _compare(work: Workplace, outcomes: dict[InvoiceId, Outcome]) -> None:
    for invoice, difference in read_back(work).items():
        facts = "; ".join(f"{name}: {values}" for name, values in difference.items())
        row = outcomes.get(invoice) or Outcome(invoice, InvoiceState.CONFLICT)
        differs = told("send.differs", differences=facts)
        outcomes[invoice] = replace(row, state=InvoiceState.CONFLICT, told=(*row.told, differs))
