"""The choices of one environment: the tree of product.md section 4, without its secrets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    PRIMARY = "PRIMARY"
    SECONDARY = "SECONDARY"


class PeriodLength(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"


class ClosedPeriod(StrEnum):
    BLOCK = "block"
    NEXT_OPEN = "next_open"


class PeriodDate(StrEnum):
    INVOICE = "invoice"
    BOOKING = "booking"


class CreateRelations(StrEnum):
    ASK = "ask"
    ALWAYS = "always"
    NEVER = "never"


class Approval(StrEnum):
    WAIT = "wait"
    HOLD = "hold"
    SEND = "send"


class MailSecurity(StrEnum):
    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class RobawsSettings:
    base_url: str = "https://app.robaws.com"
    paid_status: str = ""
    sent_status_sales: str = ""
    sent_status_purchase: str = ""


@dataclass(frozen=True, slots=True)
class ExactSettings:
    country: str = "BE"
    base_url: str = ""
    client_id: str = ""
    redirect_uri: str = ""
    division: int | None = None
    answer_seconds: float = 60
    settle_seconds: float = 120


@dataclass(frozen=True, slots=True)
class BookingSettings:
    """Codes as Exact shows them. An empty credit journal means: the same as the invoices'."""

    sales_journal: str = ""
    purchase_journal: str = ""
    sales_credit_journal: str = ""
    purchase_credit_journal: str = ""
    sales_gl_account: str = ""
    purchase_gl_account: str = ""
    book_from: date | None = None
    period_length: PeriodLength = PeriodLength.MONTH
    period_offset_months: int = 0
    closed_period: ClosedPeriod = ClosedPeriod.BLOCK
    purchase_period_date: PeriodDate = PeriodDate.INVOICE
    exact_assigns_numbers: bool = False
    use_cost_centers: bool = False
    use_gl_accounts: bool = True
    create_relations: CreateRelations = CreateRelations.ASK
    attach_documents: bool = True
    approval: Approval = Approval.WAIT
    holding_payment_condition: str = ""
    payment_status_back: bool = True


@dataclass(frozen=True, slots=True)
class VatSettings:
    """Robaws tariff id -> Exact VAT code, apart for sales and purchases (M4)."""

    sales: Mapping[str, str] = field(default_factory=dict)
    purchase: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MailSettings:
    host: str = ""
    port: int | None = None
    security: MailSecurity = MailSecurity.STARTTLS
    username: str = ""
    sender: str = ""
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """Field names are the keys of the settings file; its documentation is product.md section 4."""

    environment: str
    role: Role = Role.PRIMARY
    primary: str = ""
    active: bool = True
    robaws: RobawsSettings = field(default_factory=RobawsSettings)
    exact: ExactSettings = field(default_factory=ExactSettings)
    booking: BookingSettings = field(default_factory=BookingSettings)
    journals: Mapping[str, str] = field(default_factory=dict)
    payment_conditions: Mapping[str, str] = field(default_factory=dict)
    vat: VatSettings = field(default_factory=VatSettings)
    cost_centers: Mapping[str, str] = field(default_factory=dict)
    cost_units: Mapping[str, str] = field(default_factory=dict)
    mail: MailSettings = field(default_factory=MailSettings)


SECRETS = ("robaws.api_key", "robaws.api_secret", "exact.client_secret", "mail.password")
"""Keys that the settings file may carry in, and that only the key store keeps."""
