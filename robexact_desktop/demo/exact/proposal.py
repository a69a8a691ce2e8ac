"""An entry as asked for, with everything it refers to looked up; what is not there is None."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from robexact_desktop.demo.exact import periods
from robexact_desktop.demo.exact.sides import Side
from robexact_desktop.demo.exact.values import day
from robexact_desktop.demo.rows import Row

if TYPE_CHECKING:
    from robexact_desktop.demo.exact.state import ExactState


@dataclass(frozen=True)
class Proposal:
    state: "ExactState"
    division: int
    side: Side
    header: Row
    lines: tuple["LineProposal", ...]
    held: Row | None
    """The entry as it stands, where it is being changed."""

    @cached_property
    def account(self) -> Row | None:
        key = self.header.get(self.side.account_field)
        return self.state.get(self.division, "crm/Accounts", key) if key else None

    @cached_property
    def journal(self) -> Row | None:
        return self.by_code("financial/Journals", self.header.get("Journal"))

    @cached_property
    def entry_date(self) -> date:
        given = self.header.get("EntryDate")
        return day(given) if given else self.state.today()

    @cached_property
    def period(self) -> tuple[int, int] | None:
        """As sent, where the table has it; else the one that holds the entry date."""
        found = periods.period_of(self.state, self.division, self.entry_date)
        year = self.header.get("ReportingYear") or (found and found[0])
        period = self.header.get("ReportingPeriod") or (found and found[1])
        if year is None or period is None or not periods.exists(self.state, self.division, year, period):
            return None
        return year, period

    @cached_property
    def condition_code(self) -> str | None:
        account = self.account or {}
        default = self.state.division(self.division).get("DefaultPaymentCondition")
        return self.header.get("PaymentCondition") or account.get(self.side.condition_field) or default

    @cached_property
    def condition(self) -> Row | None:
        return self.by_code("cashflow/PaymentConditions", self.condition_code)

    @cached_property
    def own_currency(self) -> str:
        return str(self.state.division(self.division).get("Currency", "EUR"))

    @cached_property
    def currency(self) -> str:
        return str(self.header.get("Currency") or self.own_currency)

    @cached_property
    def rate(self) -> Decimal | None:
        """Own currency per unit of the entry's; the newest exchange rate where none is sent."""
        if self.header.get("Rate") is not None:
            return Decimal(self.header["Rate"])
        if self.currency == self.own_currency:
            return Decimal(1)
        known = self.state.find(self.division, "financial/ExchangeRates", "SourceCurrency", self.currency)
        newest = max(known, key=lambda row: str(row.get("StartDate")), default=None)
        return Decimal(newest["Rate"]) if newest else None

    def by_code(self, resource: str, code: Any) -> Row | None:
        return self.state.one(self.division, resource, "Code", str(code).strip()) if code else None


@dataclass(frozen=True)
class LineProposal:
    body: Row
    gl: Row | None
    vat_code: str | None
    vat: Row | None
    cost_center: str | None
    cost_unit: str | None


def propose(
    state: "ExactState", division: int, side: Side, header: Row, lines: list[Row], held: Row | None
) -> Proposal:
    found = tuple(_propose_line(state, division, body) for body in lines)
    return Proposal(state, division, side, header, found, held)


def _propose_line(state: "ExactState", division: int, body: Row) -> LineProposal:
    """Left out VAT code, cost center and cost unit are those of the G/L account (Exact's own description)."""
    key = body.get("GLAccount")
    gl = state.get(division, "financial/GLAccounts", key) if key else None
    defaults = gl or {}
    code = (body.get("VATCode") or defaults.get("VATCode") or "").strip() or None
    vat = state.one(division, "vat/VATCodes", "Code", code) if code else None
    return LineProposal(
        body=body,
        gl=gl,
        vat_code=code,
        vat=vat,
        cost_center=_dimension(body, defaults, "CostCenter", "Costcenter"),
        cost_unit=_dimension(body, defaults, "CostUnit", "Costunit"),
    )


def _dimension(body: Row, gl: Row, field: str, default: str) -> str | None:
    use = gl.get("UseCostcenter" if field == "CostCenter" else "UseCostunit")
    return body.get(field) or (gl.get(default) if use != 2 else None)
