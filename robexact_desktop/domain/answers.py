"""What came of a POST that books: the answer classes of reliability 2.2. Silence is an answer too."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from robexact_desktop.domain.names import AccountId, EntryId


@dataclass(frozen=True, slots=True)
class Accepted:
    """201 with an id. `amount` is the total including VAT that Exact computed, with its sign, where it says so."""

    id: str
    number: int | None = None
    amount: Decimal | None = None
    type: int | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """Exact's own words. `may_exist` where they say that the number is in use: look up before anything else."""

    message: str
    status: int
    may_exist: bool = False


@dataclass(frozen=True, slots=True)
class NotDelivered:
    """Provably not received: connection refused, DNS, TLS, 401, 429. May be sent again.

    `again`: at once, after the wait that the service states (429) or as a fresh login is refused now and then (401).
    """

    reason: str
    again: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """Anything else: it may have been booked. Looked up, never posted again blindly."""

    reason: str


Answer = Accepted | Rejected | NotDelivered | NoAnswer


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """What a look-up in SalesEntries or PurchaseEntries gives."""

    id: EntryId
    entry_number: int
    your_ref: str
    journal: str
    account: AccountId
    amount: Decimal
    entry_date: date
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file of an invoice. `media_type` as judged by its first bytes, not by what the server claims."""

    name: str
    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Right:
    """Whether a resource could be read (product.md C4)."""

    resource: str
    ok: bool
    message: str = ""


@dataclass(frozen=True, slots=True)
class Budget:
    """Calls left, as the service last stated them; None is unknown, never zero."""

    remaining_today: int | None = None
    limit_today: int | None = None


Facts = Mapping[str, str]
