"""What the screens, the terminal and Excel are told."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Protocol

from robexact_desktop.domain.ledger import Account
from robexact_desktop.domain.listing import Group, InvoiceView, ListedInvoice, Sums
from robexact_desktop.domain.names import InvoiceId, Kind, RelationId
from robexact_desktop.domain.status import InvoiceState


class Progress(Protocol):
    """How far a long job is: named, counted. A job calls it; the window, the terminal or nobody listens."""

    def __call__(self, name: str, done: int, total: int | None) -> None: ...


class ListedInvoices(Protocol):
    """The invoice list of the screens (cache.db). Rows are named by a number of the table, small and stable."""

    def put(self, rows: Iterable[ListedInvoice]) -> None: ...
    def keep_only(self, invoices: Iterable[InvoiceId]) -> None: ...
    def ids(self, view: InvoiceView, limit: int | None = None) -> "array[int]": ...
    def rows(self, ids: Sequence[int]) -> dict[int, ListedInvoice]: ...
    def number_of(self, invoice: InvoiceId) -> int | None: ...
    def counts(self, kind: Kind | None) -> Mapping[Group, int]: ...
    def sums(self, ids: Sequence[int]) -> tuple[Sums, ...]: ...
    def states(self, ids: Sequence[int]) -> Mapping[tuple[InvoiceState, bool, bool], int]: ...


class RelationLookups(Protocol):
    """What the tab Relaties asks beside the lists themselves (cache.db)."""

    def waiting(self) -> Mapping[RelationId, int]:
        """How many invoices that are not sent yet each relation has."""
        ...

    def waiting_for(self, relations: Sequence[RelationId]) -> tuple[InvoiceId, ...]: ...
    def linked_accounts(self) -> tuple[Account, ...]: ...
    def find_accounts(self, text: str, limit: int) -> tuple[Account, ...]:
        """Accounts in which every typed word occurs, one whose code it is first."""
        ...


class Sheets(Protocol):
    """A list as a file for Excel."""

    def __call__(self, path: Path, titles: Sequence[str], rows: Iterable[Sequence[str | Decimal]]) -> str:
        """Empty where it was written, else what the system said. Texts are never read as formulas."""
        ...
