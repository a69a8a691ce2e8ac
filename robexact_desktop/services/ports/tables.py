"""What is kept here: settings, lists, links, values set by hand, payment status."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from robexact_desktop.domain.booking.books import Books, Override
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.ledger import (
    Account,
    StandingEntry,
    TransactionLine,
)
from robexact_desktop.domain.names import AccountId, EntryId, InvoiceId, Kind, RelationId
from robexact_desktop.domain.payment import PaymentTerm
from robexact_desktop.domain.relation import Link
from robexact_desktop.domain.settings import Settings
from robexact_desktop.services.ports.shapes import PaymentRow, Row, SyncedAccount, SyncedTerm


class SettingsRows(Protocol):
    def environments(self) -> tuple[str, ...]: ...
    def load(self, environment: str) -> Settings:
        """Raises UnknownIdError where there is no such environment."""
        ...

    def save(self, settings: Settings, who: str, when: datetime) -> None: ...


class MasterRows(Protocol):
    """Lists that are small and fetched whole (cache.db): every frozen dataclass named in the module `master`."""

    def replace(self, what: type[Row], rows: Sequence[Row]) -> None: ...
    def all(self, what: type[Row]) -> tuple[Row, ...]: ...
    def count(self, what: type[object]) -> int: ...


class AccountRows(Protocol):
    """Exact's relations (cache.db)."""

    def cursor(self) -> int:
        """The highest timestamp held; 0 where there is none."""
        ...

    def put(self, rows: Iterable[SyncedAccount]) -> None: ...
    def all(self) -> tuple[Account, ...]: ...
    def get(self, account: AccountId) -> Account | None: ...
    def count(self) -> int: ...


class FeedRows(Protocol):
    """The transaction lines of sales and purchase journals (cache.db), and the entries put together from them."""

    def cursor(self) -> int: ...
    def put(self, lines: Iterable[TransactionLine]) -> None: ...
    def entry(self, entry: EntryId) -> StandingEntry | None: ...


class TermRows(Protocol):
    """Payment terms (cache.db)."""

    def cursor(self) -> int: ...
    def put(self, terms: Iterable[SyncedTerm]) -> None: ...
    def of(self, entry: EntryId) -> tuple[PaymentTerm, ...]: ...


class InvoiceRows(Protocol):
    """Robaws' invoices as last read (cache.db)."""

    def put(self, invoices: Iterable[Invoice]) -> None: ...
    def get(self, invoice: InvoiceId) -> Invoice | None: ...
    def all(self, kind: Kind | None = None) -> tuple[Invoice, ...]: ...
    def remove(self, invoice: InvoiceId) -> None: ...
    def count(self, kind: Kind) -> int: ...
    def statuses(self, kind: Kind) -> tuple[str, ...]:
        """The statuses seen on invoices, the most frequent first."""
        ...

    def newest(self, kind: Kind) -> datetime | None:
        """The latest `updatedAt` held, the start of the next reading."""
        ...


class ContestedRows(Protocol):
    """Relations that may already be in Exact (cache.db): never created unasked."""

    def replace(self, relations: Iterable[RelationId]) -> None: ...
    def all(self) -> frozenset[RelationId]: ...


class LinkRows(Protocol):
    """Which relation is which account (books.db)."""

    def all(self) -> dict[RelationId, Link]: ...
    def put(self, link: Link, who: str, when: datetime) -> None: ...
    def put_all(self, links: Iterable[Link], who: str, when: datetime) -> None:
        """All or none, in one transaction: ten thousand commits that wait for the disk would take a minute."""
        ...

    def remove(self, relation: RelationId, who: str, when: datetime) -> None:
        """Also remembered as refused: an unlinked pair is not linked again by a rule."""
        ...

    def take_back(self, links: Iterable[Link], who: str, when: datetime) -> None:
        """As if they had never been made: a rule may make them again. One that is another by now stays."""
        ...

    def refused(self) -> frozenset[tuple[RelationId, AccountId]]: ...


class OverrideRows(Protocol):
    """Values set by hand (books.db)."""

    def of(self, invoice: InvoiceId) -> tuple[Override, ...]: ...
    def put(self, override: Override) -> None: ...
    def clear(self, invoice: InvoiceId, line: int | None, who: str, when: datetime) -> None:
        """One line's values, or with None all of the invoice's."""
        ...


class PaymentRows(Protocol):
    """Payment status (books.db): history, since a reopened one is only known by what was told before."""

    def all(self) -> dict[InvoiceId, PaymentRow]: ...
    def put(self, row: PaymentRow, when: datetime) -> None: ...


class BooksReader(Protocol):
    """The frozen snapshot, read in one transaction over both databases."""

    def read(self) -> Books: ...
