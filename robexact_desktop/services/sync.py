"""All that a scheduler should do for one environment, in the order in which a bookkeeper does it (product.md 4)."""

from collections.abc import Callable
from dataclasses import dataclass, field

from robexact_desktop.domain.errors import LimitSpentError, RobExactError, SignInNeededError
from robexact_desktop.services.import_ledger import Imported, rows_held
from robexact_desktop.services.list_invoices import list_invoices
from robexact_desktop.services.match_relations import Matched, match_relations
from robexact_desktop.services.payment_status import PaymentsTold, payment_status
from robexact_desktop.services.refresh import read_everything
from robexact_desktop.services.release_payments import Released, release_payments
from robexact_desktop.services.send_entries import Sent, send_entries
from robexact_desktop.services.workplace import Workplace


@dataclass(slots=True)
class Synced:
    """What each step came to; a step that was not reached is empty."""

    imported: Imported = field(default_factory=Imported)
    held: dict[str, int] = field(default_factory=dict)
    matched: Matched = field(default_factory=lambda: Matched((), ()))
    sent: Sent = field(default_factory=lambda: Sent(()))
    payments: PaymentsTold = field(default_factory=lambda: PaymentsTold(()))
    released: Released = field(default_factory=Released)

    @property
    def errors(self) -> list[RobExactError]:
        """What stopped a step; what single lists refused stands in `imported`."""
        stopped = (self.sent.stopped, self.payments.stopped, self.released.stopped)
        return [error for error in stopped if error is not None]


def sync(work: Workplace) -> Synced:
    """Import, link, send what is ready and without a warning, bring payments back, release what was approved.

    A step goes on after one that failed in part; a lost login or a spent day ends them all.
    """
    synced = Synced()
    steps: list[Callable[[Workplace, Synced], None]] = [_import, _match, _send, _pay, _release]
    for step in steps:
        if work.stop() or _is_over(synced):
            break
        step(work, synced)
    list_invoices(work)
    return synced


def _is_over(synced: Synced) -> bool:
    errors = [error for _, error in synced.imported.failed] + synced.errors
    return any(isinstance(error, SignInNeededError | LimitSpentError) for error in errors)


def _import(work: Workplace, synced: Synced) -> None:
    synced.imported = read_everything(work)
    synced.held = rows_held(work)


def _match(work: Workplace, synced: Synced) -> None:
    synced.matched = match_relations(work)


def _send(work: Workplace, synced: Synced) -> None:
    synced.sent = send_entries(work, without_warning=True)


def _pay(work: Workplace, synced: Synced) -> None:
    synced.payments = payment_status(work)


def _release(work: Workplace, synced: Synced) -> None:
    synced.released = release_payments(work)
