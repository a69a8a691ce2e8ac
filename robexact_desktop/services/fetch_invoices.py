"""Robaws' invoices into the cache: the whole list while it is short, later what changed since."""

from datetime import timedelta

from robexact_desktop.domain.names import InvoiceId, Kind
from robexact_desktop.services.workplace import Workplace

OVERLAP = timedelta(minutes=5)
"""Read again from a little before the newest row: two clocks are at work (facts: robaws 7, time zone)."""

SHORT = 5_000
"""A list of this many invoices is read whole, in 50 of the 10,000 calls a day: only that shows what was deleted."""


def fetch_invoices(work: Workplace, kind: Kind) -> None:
    """Refresh one kind. What no longer exists in Robaws goes, unless it was sent from here."""
    newest = work.stores.invoices.newest(kind)
    seen: set[InvoiceId] = set()
    for page in work.robaws.invoices(kind, None):
        if newest is not None and (page.total or 0) > SHORT:
            return _fetch_changed(work, kind)
        work.stores.invoices.put(page.rows)
        seen |= {invoice.id for invoice in page.rows}
        work.progress(f"{kind.value}_invoices", len(seen), page.total)
        if work.stop():
            return None
    return _remove_deleted(work, kind, seen)


def _fetch_changed(work: Workplace, kind: Kind) -> None:
    newest = work.stores.invoices.newest(kind)
    done = 0
    for page in work.robaws.invoices(kind, newest - OVERLAP if newest else None):
        work.stores.invoices.put(page.rows)
        done += len(page.rows)
        work.progress(f"{kind.value}_invoices", done, page.total)
        if work.stop():
            return


def _remove_deleted(work: Workplace, kind: Kind, seen: set[InvoiceId]) -> None:
    sent = work.stores.outbox.all()
    for invoice in work.stores.invoices.all(kind):
        if invoice.id not in seen and invoice.id not in sent:
            work.stores.invoices.remove(invoice.id)
