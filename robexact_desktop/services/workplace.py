"""Everything a use case needs for one environment, handed over in one piece by the composition root."""

from collections.abc import Callable
from dataclasses import dataclass

from robexact_desktop.domain.settings import Settings
from robexact_desktop.services import ports


def nobody_listens(name: str, done: int, total: int | None) -> None:
    """Progress for a job that nobody watches."""


def nobody_notes(what: object) -> None:
    """What a job tells on its way, where nobody watches."""


def never_stop() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Stores:
    """The tables of one environment."""

    master: ports.MasterRows
    accounts: ports.AccountRows
    feed: ports.FeedRows
    terms: ports.TermRows
    invoices: ports.InvoiceRows
    contested: ports.ContestedRows
    links: ports.LinkRows
    overrides: ports.OverrideRows
    payments: ports.PaymentRows
    outbox: ports.Outbox
    books: ports.BooksReader
    listed: ports.ListedInvoices
    relations: ports.RelationLookups
    settings: ports.SettingsRows
    history: ports.HistoryRows


@dataclass(frozen=True, slots=True)
class Workplace:
    """`stop` is asked between two calls: an interrupted job ends after the present one with everything recorded.

    `who` is the person at the machine, for the history. `note` tells of each thing done, while the job goes on.
    """

    settings: Settings
    stores: Stores
    robaws: ports.Robaws
    exact: ports.Exact
    payloads: ports.Payloads
    clock: ports.Clock
    who: str
    sheets: ports.Sheets
    progress: ports.Progress = nobody_listens
    stop: Callable[[], bool] = never_stop
    note: Callable[[object], None] = nobody_notes

    @property
    def division(self) -> int:
        return self.settings.exact.division or 0
