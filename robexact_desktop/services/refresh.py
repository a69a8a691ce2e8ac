"""The window's *Vernieuwen*: everything read again, and the list of the screen put together anew."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from robexact_desktop.domain.names import InvoiceId
from robexact_desktop.services.change_settings import note_robaws_answered
from robexact_desktop.services.import_ledger import Imported, import_ledger
from robexact_desktop.services.ledger_changes import note_ledger_read
from robexact_desktop.services.list_invoices import list_again, list_invoices
from robexact_desktop.services.map_costs import note_projects
from robexact_desktop.services.match_relations import note_contested
from robexact_desktop.services.note_standing import note_calls, note_fetched
from robexact_desktop.services.outcome import Outcome
from robexact_desktop.services.payment_status import PaymentsTold, payment_status
from robexact_desktop.services.send_entries import Sent, send_entries
from robexact_desktop.services.workplace import Workplace


def read_everything(work: Workplace) -> Imported:
    """Import, and note what the screens ask for afterwards: too long to find out while somebody waits for a tab."""
    imported = import_ledger(work)
    if not imported.failed:
        note_robaws_answered(work)
    if not work.stop():
        note_ledger_read(work, {resource for resource, _ in imported.failed})
    note_projects(work)
    note_contested(work)
    note_fetched(work, imported)
    note_calls(work)
    return imported


def refresh(work: Workplace) -> Imported:
    """Read everything, and judge every invoice anew."""
    imported = read_everything(work)
    list_invoices(work)
    return imported


def send_chosen(work: Workplace, chosen: Sequence[InvoiceId]) -> Sent:
    """Send what a person selected; each row of the list is brought up to date as soon as it ended."""
    invoices = [found for name in chosen if (found := work.stores.invoices.get(name)) is not None]
    sent = send_entries(replace(work, note=_listing(work)), invoices)
    list_again(work, chosen)
    note_calls(work)
    return sent


def _listing(work: Workplace) -> Callable[[object], None]:
    def note(what: object) -> None:
        if isinstance(what, Outcome):
            list_again(work, [what.invoice])
        work.note(what)

    return note


def bring_payments_back(work: Workplace) -> PaymentsTold:
    told = payment_status(work)
    list_again(work, [row.invoice for row in told.rows])
    note_calls(work)
    return told
