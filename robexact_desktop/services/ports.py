"""What the use cases need from the outside, as small Protocols. Adapters fill them; services never see adapters."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from robexact_desktop.domain.answers import Answer, Budget, Document, FoundEntry, Right
from robexact_desktop.domain.booking.books import ArticleAccounts, Books, Override
from robexact_desktop.domain.booking.entry import Entry
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.ledger import (
    Account,
    ClosedPeriod,
    CostCenter,
    CostUnit,
    Currency,
    Division,
    DocumentType,
    GLAccount,
    Journal,
    PaymentCondition,
    Period,
    StandingEntry,
    TransactionLine,
    VATCode,
)
from robexact_desktop.domain.listing import Group, InvoiceView, ListedInvoice, Sums
from robexact_desktop.domain.names import AccountId, EntryId, InvoiceId, Kind, RelationId
from robexact_desktop.domain.outbox import EntryKey, Event, Operation, State
from robexact_desktop.domain.outbox import Kind as OperationKind
from robexact_desktop.domain.payment import PaymentStatus, PaymentTerm
from robexact_desktop.domain.relation import Link, Relation
from robexact_desktop.domain.settings import Settings
from robexact_desktop.domain.status import InvoiceState

Row = TypeVar("Row")
Clock = Callable[[], datetime]
"""The time in UTC, with its zone. Injected everywhere; nothing reads the system's clock by itself."""


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows of a list. `total` is how many there are in all, None where the service does not say."""

    rows: tuple[Row, ...]
    total: int | None = None


@dataclass(frozen=True, slots=True)
class VatTariff:
    id: str
    name: str
    percentage: str


@dataclass(frozen=True, slots=True)
class RobawsJournal:
    id: str
    name: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class RobawsPaymentCondition:
    id: str
    name: str
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Article:
    id: str
    name: str
    accounts: ArticleAccounts


@dataclass(frozen=True, slots=True)
class BankAccount:
    """`iban` without spaces."""

    id: str
    account: AccountId
    iban: str


@dataclass(frozen=True, slots=True)
class OpenApproval:
    """A purchase invoice whose approval is not given (open, or rejected)."""

    invoice: InvoiceId


@dataclass(frozen=True, slots=True)
class SyncedAccount:
    """An account of the feed with its rowversion, the cursor of the next reading."""

    timestamp: int
    account: Account


@dataclass(frozen=True, slots=True)
class SyncedTerm:
    timestamp: int
    term: PaymentTerm


class Robaws(Protocol):
    """All readings are live. Raises UnreachableError, RefusedError, UnreadableError, LimitSpentError."""

    def invoices(self, kind: Kind, updated_from: datetime | None) -> Iterator[Page[Invoice]]: ...
    def invoice(self, invoice: InvoiceId) -> Invoice | None:
        """Read again; None where it no longer exists."""
        ...

    def relations(self, kind: Kind) -> Iterator[Page[Relation]]: ...
    def vat_tariffs(self) -> Sequence[VatTariff]: ...
    def journals(self) -> Sequence[RobawsJournal]: ...
    def payment_conditions(self) -> Sequence[RobawsPaymentCondition]: ...
    def articles(self) -> Iterator[Page[Article]]: ...
    def open_approvals(self) -> Sequence[OpenApproval]: ...
    def document(self, invoice: Invoice) -> Document | None:
        """The document that goes to the accountant; None where there is none.

        Raises UnreadableError for a page in place of the file: it may come later.
        """
        ...

    def write_back(self, invoice: InvoiceId, status: str, *, sent: bool, key: str) -> Invoice:
        """Set *Naar boekhouder* (where `sent`) and the status (where not empty), read it again live and return that.

        `key` is the Idempotency-Key: one for each logical operation.
        """
        ...


class Exact(Protocol):
    """One division. Raises UnreachableError, RefusedError, UnreadableError, LimitSpentError, SignInNeededError."""

    def divisions(self) -> Sequence[Division]: ...
    def rights(self) -> Sequence[Right]: ...
    def gl_accounts(self) -> Sequence[GLAccount]: ...
    def journals(self) -> Sequence[Journal]: ...
    def vat_codes(self) -> Sequence[VATCode]: ...
    def periods(self) -> Sequence[Period]: ...
    def closed_periods(self) -> Sequence[ClosedPeriod]: ...
    def payment_conditions(self) -> Sequence[PaymentCondition]: ...
    def cost_centers(self) -> Sequence[CostCenter]: ...
    def cost_units(self) -> Sequence[CostUnit]: ...
    def currencies(self) -> Sequence[Currency]: ...
    def document_types(self) -> Sequence[DocumentType]: ...
    def bank_accounts(self) -> Sequence[BankAccount]: ...
    def accounts(self, after: int) -> Iterator[Page[SyncedAccount]]: ...
    def transaction_lines(self, after: int) -> Iterator[Page[TransactionLine]]: ...
    def payment_terms(self, after: int) -> Iterator[Page[SyncedTerm]]: ...
    def ready(self, kind: OperationKind, side: Kind) -> None:
        """All that may be waited for or refused before an intent is written: login, the day's calls, the pace."""
        ...

    def post(self, kind: OperationKind, side: Kind, payload: bytes) -> Answer:
        """One try of a POST that makes something: entry, relation, document, attachment. Never raises for the wire."""
        ...

    def find_entries(self, side: Kind, references: Sequence[str]) -> Sequence[FoundEntry]:
        """The entries with one of these YourRefs; at most 40 a call."""
        ...

    def find_accounts(self, vat_number: str, name: str) -> Sequence[Account]: ...
    def find_document(self, subject: str, account: AccountId | None) -> str | None: ...
    def find_attachment(self, document: str, file_name: str) -> str | None: ...
    def budget(self) -> Budget: ...


class SettingsRows(Protocol):
    def environments(self) -> tuple[str, ...]: ...
    def load(self, environment: str) -> Settings:
        """Raises UnknownIdError where there is no such environment."""
        ...

    def save(self, settings: Settings, who: str, when: datetime) -> None: ...


class Secrets(Protocol):
    """The key store, one value an entry. Names as in `domain.settings.SECRETS`."""

    def read(self, environment: str, name: str) -> str | None: ...
    def write(self, environment: str, name: str, value: str) -> None:
        """An empty value removes the entry."""
        ...


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

    def refused(self) -> frozenset[tuple[RelationId, AccountId]]: ...


class OverrideRows(Protocol):
    """Values set by hand (books.db)."""

    def of(self, invoice: InvoiceId) -> tuple[Override, ...]: ...
    def put(self, override: Override) -> None: ...
    def clear(self, invoice: InvoiceId, line: int | None, who: str, when: datetime) -> None:
        """One line's values, or with None all of the invoice's."""
        ...


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """What was last told of a booked invoice. `written_back`: Robaws shows it as paid."""

    invoice: InvoiceId
    status: PaymentStatus
    open_amount: str
    written_back: bool


class PaymentRows(Protocol):
    """Payment status (books.db): history, since a reopened one is only known by what was told before."""

    def all(self) -> dict[InvoiceId, PaymentRow]: ...
    def put(self, row: PaymentRow, when: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """What a person changed: `linked`, `unlinked`, `set_by_hand`, `cleared_by_hand`, `setting_changed`."""

    when: datetime
    who: str
    what: str
    subject: str
    detail: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """A step of an operation. `event` is an `outbox.Event`, or `looked_up_clean` or `noted`, which leave the state."""

    subject: str
    kind: OperationKind
    attempt: int
    when: datetime
    event: str
    state: State
    message: str
    evidence: Mapping[str, str]


class HistoryRows(Protocol):
    """Who, when, what was sent and what came back (books.db), the oldest first (S15)."""

    def of(self, subject: str) -> tuple[HistoryRow, ...]: ...
    def attempts(self, subject: str) -> tuple[AttemptRow, ...]: ...


class Outbox(Protocol):
    """Operations (books.db). Each call is one transaction, on disk when it returns (WAL, FULL)."""

    def add(self, operation: Operation, when: datetime) -> Operation:
        """A new row, QUEUED; returned with its id. The row that (subject, kind) already has is given back instead."""
        ...

    def freeze(self, operation: int, payload: bytes, when: datetime) -> Operation:
        """A new payload for a QUEUED or REFUSED row: approved anew, or its account now has an id."""
        ...

    def record(
        self,
        operation: int,
        event: Event,
        when: datetime,
        *,
        message: str = "",
        remote_id: str = "",
        remote_number: int | None = None,
        evidence: Mapping[str, str] | None = None,
    ) -> Operation:
        """One step of the transition table, with its attempt row. Raises TransitionError, DatabaseError."""
        ...

    def note_clean_look_up(self, operation: int, when: datetime) -> Operation: ...
    def note(self, operation: int, message: str, evidence: Mapping[str, str], when: datetime) -> None:
        """Something learned later about a row that stays in its state: verified, or a difference."""
        ...

    def get(self, operation: int) -> Operation: ...
    def of(self, subject: str) -> dict[OperationKind, Operation]: ...
    def of_each(self, subjects: Iterable[str]) -> dict[str, dict[OperationKind, Operation]]:
        """As `all`, for these subjects only: `all` reads every year that was ever sent."""
        ...

    def all(self) -> dict[str, dict[OperationKind, Operation]]: ...
    def sending_left_behind(self) -> tuple[Operation, ...]:
        """Rows that are SENDING when the program starts: they become UNKNOWN."""
        ...


class BooksReader(Protocol):
    """The frozen snapshot, read in one transaction over both databases."""

    def read(self) -> Books: ...


class Progress(Protocol):
    """How far a long job is: named, counted. A job calls it; the window, the terminal or nobody listens."""

    def __call__(self, name: str, done: int, total: int | None) -> None: ...


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that goes with an entry."""

    subject: str
    type: int
    account: AccountId
    entry: EntryId
    date: date


class Payloads(Protocol):
    """From a domain value to the body that Exact takes. Bytes are frozen: what is stored is what is posted."""

    def entry_payload(self, entry: Entry) -> dict[str, object]: ...
    def why(self, entry: Entry) -> dict[str, dict[str, str]]:
        """For each path of the payload the rule and the source: `SalesEntryLines[0].VATCode`."""
        ...

    def pending(self, entry: Entry) -> list[str]:
        """The keys that only sending can know; they are null in the payload."""
        ...

    def encode(self, payload: Mapping[str, object]) -> bytes: ...
    def decode(self, payload: bytes) -> dict[str, object]:
        """The same tree, amounts as Decimal."""
        ...

    def with_account(self, payload: bytes, side: Kind, account: AccountId) -> bytes: ...
    def key_of(self, payload: bytes, side: Kind) -> EntryKey:
        """What an unanswered entry is looked up by."""
        ...

    def vat_of(self, payload: bytes, side: Kind) -> dict[str, Decimal]:
        """The VAT per code that the payload states, signed."""
        ...

    def causes_of(self, payload: bytes, side: Kind) -> frozenset[str]:
        """What a refusal may be about: `journal 70`, `account ...`, `vat 21`, `gl ...`, `period 2026/5`."""
        ...

    def account_payload(self, relation: Relation, side: Kind) -> bytes: ...
    def document_payload(self, paper: Paper) -> bytes: ...
    def attachment_payload(self, document: str, file_name: str, content: bytes) -> bytes: ...


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
