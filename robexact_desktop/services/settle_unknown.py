"""What the list promises of an uncertain invoice: looked up once it is time, without anybody sending again."""

from robexact_desktop.domain.names import InvoiceId
from robexact_desktop.domain.status import InvoiceState
from robexact_desktop.services.act import own_up_to_what_was_left
from robexact_desktop.services.finish_entry import finish_entry
from robexact_desktop.services.list_invoices import list_again
from robexact_desktop.services.look_up_unknown import look_up_unknown
from robexact_desktop.services.prepare_entries import prepare_entries
from robexact_desktop.services.workplace import Workplace


def settle_unknown(work: Workplace) -> frozenset[InvoiceId]:
    """Look up what is due. What stands in Exact gets its document and mark; what does not waits for a person to send.

    No entry is posted here. No call where nothing is due. Which were looked up.
    """
    own_up_to_what_was_left(work)
    looked_up = look_up_unknown(work)
    invoices = [found for name in sorted(looked_up) if (found := work.stores.invoices.get(name)) is not None]
    for row in prepare_entries(work, invoices):
        if row.state is InvoiceState.BOOKED:
            finish_entry(work, row)
    list_again(work, looked_up)
    return looked_up
