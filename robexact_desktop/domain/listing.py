"""The invoice as a row of a list: what a screen shows, sorts and filters by, put together once when it changes."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from robexact_desktop.domain.invoice import InvoiceType
from robexact_desktop.domain.names import InvoiceId, Kind
from robexact_desktop.domain.status import InvoiceState


class Group(StrEnum):
    """The views above the table."""

    TO_SEND = "to_send"
    BLOCKED = "blocked"
    UNSURE = "unsure"
    REFUSED = "refused"
    BOOKED = "booked"
    ALL = "all"


GROUPS: dict[Group, tuple[InvoiceState, ...]] = {
    Group.TO_SEND: tuple(state for state in InvoiceState if state not in (InvoiceState.BOOKED, InvoiceState.DONE)),
    Group.BLOCKED: (InvoiceState.BLOCKED,),
    Group.UNSURE: (InvoiceState.UNKNOWN, InvoiceState.SENDING),
    Group.REFUSED: (InvoiceState.REFUSED, InvoiceState.CONFLICT),
    Group.BOOKED: (InvoiceState.BOOKED, InvoiceState.DONE),
    Group.ALL: tuple(InvoiceState),
}
"""*Geweigerd* holds the conflicts too: a person decides on both."""


class SortBy(StrEnum):
    NUMBER = "number"
    STATE = "state"
    JOURNAL = "journal"
    DATE = "date"
    RELATION = "relation_name"
    EXCL = "excl"
    VAT = "vat"
    INCL = "incl"


@dataclass(frozen=True, slots=True)
class InvoiceView:
    """What the table shows, in which order. `text` is what was typed into the search field."""

    kind: Kind | None = None
    group: Group = Group.TO_SEND
    text: str = ""
    sort_by: SortBy = SortBy.DATE
    descending: bool = False


@dataclass(frozen=True, slots=True)
class ListedInvoice:
    """Amounts carry the sign of the booking: a credit note is negative. `problem` is the gravest one's code."""

    id: InvoiceId
    kind: Kind
    type: InvoiceType
    number: str
    date: date
    relation_name: str
    journal: str
    state: InvoiceState
    problem: str
    problem_blocks: bool
    more_problems: int
    excl: Decimal
    vat: Decimal
    incl: Decimal
    currency: str
    entry_number: int | None = None


@dataclass(frozen=True, slots=True)
class Sums:
    """What a selection adds up to, in one currency; sales and purchases are never added to one another."""

    kind: Kind
    currency: str
    count: int
    credit_notes: int
    credit_total: Decimal
    excl: Decimal
    vat: Decimal
    incl: Decimal
