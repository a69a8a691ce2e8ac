"""What goes over the border where the domain has no value of its own for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from robexact_desktop.domain.booking.books import ArticleAccounts
from robexact_desktop.domain.ledger import Account
from robexact_desktop.domain.names import AccountId, EntryId, InvoiceId
from robexact_desktop.domain.outbox import Kind as OperationKind
from robexact_desktop.domain.outbox import State
from robexact_desktop.domain.payment import PaymentStatus, PaymentTerm

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


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """What was last told of a booked invoice. `written_back`: Robaws shows it as paid."""

    invoice: InvoiceId
    status: PaymentStatus
    open_amount: str
    written_back: bool


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


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that goes with an entry."""

    subject: str
    type: int
    account: AccountId
    entry: EntryId
    date: date
