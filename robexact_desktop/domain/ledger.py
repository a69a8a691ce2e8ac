"""The books of one Exact division, as far as booking needs them. Names are Exact's, in snake_case."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from robexact_desktop.domain.names import AccountId, EntryId, Kind

SALES_JOURNAL, PURCHASE_JOURNAL = 20, 22
"""`Journals.Type` of the journals that sales and purchase entries are accepted in (facts: exact-online 4.2)."""

TYPES_NOT_ON_A_LINE = frozenset({10, 12, 14, 16, 20, 22, 24})
"""`GLAccounts.Type` that a line may not use: cash, bank, cards, AR, AP, VAT ("Ongeldig: Grootboekrekeningtype")."""

OPTIONAL, MANDATORY, FORBIDDEN = 0, 1, 2
"""`UseCostcenter` and `UseCostunit` of a GL account."""


def journal_type(kind: Kind) -> int:
    return SALES_JOURNAL if kind is Kind.SALES else PURCHASE_JOURNAL


@dataclass(frozen=True, slots=True)
class GLAccount:
    id: str
    code: str
    description: str
    type: int
    is_blocked: bool = False
    use_cost_center: int = OPTIONAL
    use_cost_unit: int = OPTIONAL
    default_cost_center: str | None = None
    default_cost_unit: str | None = None


@dataclass(frozen=True, slots=True)
class Journal:
    """`gl_account` is where Exact keeps the other side: what customers owe, what suppliers are owed, a bank's money."""

    code: str
    description: str
    type: int
    is_blocked: bool = False
    gl_account: str = ""


@dataclass(frozen=True, slots=True)
class VATCode:
    """`type`: E amounts exclude VAT, I include it, B base only (0 %), N no VAT at all.

    `direction`: B both, P purchases, S sales. `percentage` as people say it (21). `charged`: reverse charge, Exact
    books the VAT as due and as deductible at once. `country`: whose VAT it is, where Exact says so.
    """

    code: str
    description: str
    percentage: Decimal
    type: str = "E"
    direction: str = "B"
    is_blocked: bool = False
    charged: bool = False
    country: str = ""

    def serves(self, kind: Kind) -> bool:
        return self.direction in ("B", "S" if kind is Kind.SALES else "P")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A row of Exact's period table; both dates belong to the period."""

    year: int
    period: int
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class PaymentCondition:
    """`method`: B on credit, I collection, K cash (holds a payment), Q payment service."""

    code: str
    description: str
    method: str = "B"


@dataclass(frozen=True, slots=True)
class CostCenter:
    """A kostenplaats; Robaws' projects become these."""

    code: str
    description: str
    end_date: date | None = None


@dataclass(frozen=True, slots=True)
class CostUnit(CostCenter):
    """A kostendrager; Robaws' activities become these."""


@dataclass(frozen=True, slots=True)
class ClosedPeriod:
    """A row of JournalStatusList with status 1."""

    journal: str
    year: int
    period: int


@dataclass(frozen=True, slots=True)
class Currency:
    code: str


@dataclass(frozen=True, slots=True)
class DocumentType:
    """`id` goes into `Documents.Type`; only creatable ones are kept. `category` is Exact's TypeCategory."""

    id: int
    description: str
    category: int | None = None


@dataclass(frozen=True, slots=True)
class Division:
    """An administration that the consent covers."""

    code: int
    name: str
    currency: str = "EUR"
    country: str = ""


@dataclass(frozen=True, slots=True)
class TransactionLine:
    """A line of the feed `sync/Financial/TransactionLines`, as Exact gives it (debit positive).

    `line_number` 0 is the header (the receivable or payable), 9999 the VAT summary.
    """

    id: str
    timestamp: int
    entry_id: EntryId
    line_number: int
    journal: str
    year: int
    period: int
    entry_number: int
    your_ref: str
    account: AccountId | None
    type: int
    date: date | None
    amount: Decimal
    vat_code: str
    vat_amount: Decimal
    gl_account: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """A relation in Exact. `status` C is a customer; a prospect (P) or suspect (S) takes no invoice."""

    id: AccountId
    code: str
    name: str
    vat_number: str = ""
    chamber_of_commerce: str = ""
    country: str = ""
    postcode: str = ""
    city: str = ""
    status: str = ""
    is_supplier: bool = False
    is_blocked: bool = False
    address_line1: str = ""
    email: str = ""
    phone: str = ""

    def takes(self, kind: Kind) -> bool:
        """Whether it has the role that an invoice of this kind needs ("Ongeldig: Klant (Type)")."""
        return self.status == "C" if kind is Kind.SALES else self.is_supplier


@dataclass(frozen=True, slots=True)
class StandingEntry:
    """A booking that stands in Exact, put together from its transaction lines.

    `amount` includes VAT and is negative for a credit note, whatever sign the feed uses for debit.
    `vat` holds the VAT per code, with the same sign.
    """

    id: EntryId
    journal: str
    year: int
    period: int
    entry_number: int
    your_ref: str
    account: AccountId | None
    amount: Decimal
    entry_date: date | None = None
    vat: Mapping[str, Decimal] = field(default_factory=dict)
    type: int = 0


@dataclass(frozen=True, slots=True)
class Ledger:
    """All of it. An empty `periods` means that the table could not be read: then the offset rule serves (S7)."""

    gl_accounts: Mapping[str, GLAccount]
    journals: Mapping[str, Journal]
    vat_codes: Mapping[str, VATCode]
    periods: tuple[Period, ...]
    closed: frozenset[tuple[str, int, int]]  # journal, year, period
    payment_conditions: Mapping[str, PaymentCondition]
    cost_centers: Mapping[str, CostCenter]
    cost_units: Mapping[str, CostUnit]
    currencies: frozenset[str]
    currency: str = "EUR"
    country: str = ""
