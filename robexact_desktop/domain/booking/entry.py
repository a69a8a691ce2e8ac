"""What Exact is to hold for one invoice, each value with its reason."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from robexact_desktop.domain.booking.decided import Decided
from robexact_desktop.domain.booking.parties import TO_BE_CREATED
from robexact_desktop.domain.booking.period import YearPeriod
from robexact_desktop.domain.ledger import GLAccount, VATCode
from robexact_desktop.domain.money import ZERO, total
from robexact_desktop.domain.names import AccountId, InvoiceId, Kind
from robexact_desktop.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One line as Exact is to hold it: net and VAT carry the sign of the entry."""

    net: Decided[Decimal]
    gl_account: Decided[GLAccount | None]
    vat_code: Decided[VATCode | None]
    vat_amount: Decided[Decimal | None]
    cost_center: Decided[str | None]
    cost_unit: Decided[str | None]
    description: Decided[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """The entry that Exact is to hold, with what is worth telling. Values may be None only on a draft of one."""

    invoice: InvoiceId
    kind: Kind
    account: Decided[AccountId | None]
    journal: Decided[str | None]
    entry_date: Decided[date]
    due_date: Decided[date | None]
    entry_number: Decided[int | None]
    your_ref: Decided[str | None]
    description: Decided[str]
    currency: Decided[str | None]
    payment_condition: Decided[str | None]
    payment_reference: Decided[str | None]
    period: Decided[YearPeriod | None]
    lines: tuple[EntryLine, ...]
    warnings: tuple[Problem, ...] = ()

    @property
    def total(self) -> Decimal:
        """Including VAT; negative for a credit note."""
        return total(line.net.value + (line.vat_amount.value or ZERO) for line in self.lines)

    @property
    def vat_per_code(self) -> dict[str, Decimal]:
        """What Exact must show per VAT code, with the sign of the entry."""
        found: dict[str, Decimal] = {}
        for line in self.lines:
            if line.vat_code.value is not None:
                code = line.vat_code.value.code
                found[code] = found.get(code, ZERO) + (line.vat_amount.value or ZERO)
        return found

    @property
    def creates_account(self) -> bool:
        return self.account.rule == TO_BE_CREATED


@dataclass(frozen=True, slots=True)
class Problems:
    """Everything that stands in the way, and the entry as far as it is known."""

    problems: tuple[Problem, ...]
    draft: Entry
