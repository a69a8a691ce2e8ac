"""A small set of books for the tests: one administration with what two invoices need."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from robexact_desktop.demo.exact import ExactState
from robexact_desktop.demo.rows import Row, Rows

DIVISION = 3801
OTHER_DIVISION = 3802
SALES = "salesentry/SalesEntries"
PURCHASES = "purchaseentry/PurchaseEntries"


class Clock:
    """Time that moves only when told."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_seconds(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


class Books:
    """The state with handles on what was put in."""

    def __init__(self, rows: Rows, clock: Clock) -> None:
        self.clock = clock
        self.state = ExactState(rows, clock)
        self.state.add_division(DIVISION, "Bouwwerken Peeters", DefaultPaymentCondition="30")
        self.state.add_division(OTHER_DIVISION, "Peeters Patrimonium")
        self.gl: dict[str, Row] = {}
        self._put_ledger()
        self._put_dimensions()
        self._put_relations()

    def put(self, resource: str, **properties: Any) -> Row:
        return self.state.put(DIVISION, resource, **properties)

    def _put_ledger(self) -> None:
        for code, kind in (
            ("400000", 20), ("440000", 22), ("451000", 24), ("411000", 24), ("550000", 12), ("570000", 10),
            ("700000", 110), ("604000", 111), ("613000", 121), ("400100", 20),
        ):  # fmt: skip
            self.gl[code] = self.put("financial/GLAccounts", Code=code, Description=f"Rekening {code}", Type=kind)
        self.gl["blocked"] = self.put(
            "financial/GLAccounts", Code="709999", Description="Oud", Type=110, IsBlocked=True
        )
        self.gl["center"] = self.put(
            "financial/GLAccounts", Code="701000", Description="Werven", Type=110, UseCostcenter=1
        )
        self.gl["unit"] = self.put("financial/GLAccounts", Code="702000", Description="Regie", Type=110, UseCostunit=1)
        self.gl["none"] = self.put(
            "financial/GLAccounts", Code="703000", Description="Diversen", Type=110, UseCostcenter=2
        )
        control = {"70": "400000", "71": "400000", "60": "440000"}
        for code, kind in (("70", 20), ("71", 20), ("60", 22), ("90", 90)):
            account = self.gl[control[code]]["ID"] if code in control else None
            self.put("financial/Journals", Code=code, Description=f"Dagboek {code}", Type=kind, GLAccount=account)
        self.put("financial/Journals", Code="79", Description="Oud", Type=20, IsBlocked=True)
        self._put_vat_codes()
        for condition, days, months, method in (("30", 30, 0, "B"), ("EM", 0, 1, "B"), ("AU", 0, 0, "K")):
            self.put(
                "cashflow/PaymentConditions", Code=condition, Description=condition, PaymentDays=days,
                PaymentEndOfMonths=months, PaymentMethod=method,
            )  # fmt: skip
        for month in range(1, 13):
            start = date(2026, month, 1)
            end = date(2026 + month // 12, month % 12 + 1, 1) - timedelta(days=1)
            self.put("financial/FinancialPeriods", FinYear=2026, FinPeriod=month, StartDate=start, EndDate=end)
        for code in ("EUR", "USD"):
            self.put("general/Currencies", Code=code, Description=code)

    def _put_vat_codes(self) -> None:
        due, claim = self.gl["451000"]["ID"], self.gl["411000"]["ID"]
        for code, percentage, kind, facts in (
            ("1", "0.06", "E", {}),
            ("2", "0.21", "E", {}),
            ("I", "0.21", "I", {}),
            ("N", "0", "N", {}),
            ("0", "0", "B", {}),
            ("P", "0.21", "E", {"VATTransactionType": "P"}),
            ("S", "0.21", "E", {"VATTransactionType": "S"}),
            ("X", "0.21", "E", {"IsBlocked": True}),
            ("M", "0.21", "E", {"Charged": True}),
        ):
            self.put(
                "vat/VATCodes", Code=code, Description=f"Code {code}", Percentage=percentage, Type=kind,
                GLToPay=due, GLToClaim=claim, **facts,
            )  # fmt: skip

    def _put_dimensions(self) -> None:
        self.put("hrm/Costcenters", Code="W001", Description="Werf 1")
        self.put("hrm/Costcenters", Code="W000", Description="Afgelopen", EndDate=date(2025, 12, 31))
        self.put("hrm/Costunits", Code="RUWBOUW", Description="Ruwbouw")
        self.put("documents/DocumentTypes", ID=10, Description="Verkoopfactuur")
        self.put("documents/DocumentTypes", ID=20, Description="Aankoopfactuur")
        self.put("documents/DocumentTypes", ID=110, Description="Systeem", DocumentIsCreatable=False)

    def _put_relations(self) -> None:
        self.customer = self.put("crm/Accounts", Code="1001", Name="Janssens BV", Status="C", Country="BE")
        self.supplier = self.put("crm/Accounts", Code="2001", Name="Bouwmaterialen NV", IsSupplier=True, Country="BE")
        self.prospect = self.put("crm/Accounts", Code="3001", Name="Misschien BV", Status="P")
        self.blocked = self.put("crm/Accounts", Code="3002", Name="Geblokt BV", Status="C", Blocked=True)
        other = self.gl["400100"]["ID"]
        self.other_control = self.put("crm/Accounts", Code="3003", Name="Andere BV", Status="C", GLAR=other)

    # bodies with sensible values

    def line(self, amount: Any = "100.00", gl: str = "700000", vat: str | None = "2", **values: Any) -> Row:
        body = {"AmountFC": amount, "GLAccount": self.gl[gl]["ID"], "VATCode": vat, **values}
        return {name: value for name, value in body.items() if value is not None}

    def sale(self, *lines: Row, **values: Any) -> Row:
        body = {
            "Customer": self.customer["ID"], "Journal": "70", "EntryDate": "2026-03-10", "YourRef": "2026-001",
            "SalesEntryLines": list(lines) or [self.line()], **values,
        }  # fmt: skip
        return {name: value for name, value in body.items() if value is not None}

    def purchase(self, *lines: Row, **values: Any) -> Row:
        body = {
            "Supplier": self.supplier["ID"], "Journal": "60", "EntryDate": "2026-03-10", "YourRef": "F-77",
            "PurchaseEntryLines": list(lines) or [self.line(gl="604000")], **values,
        }  # fmt: skip
        return {name: value for name, value in body.items() if value is not None}

    def book_sale(self, *lines: Row, **values: Any) -> Row:
        return self.state.book(DIVISION, SALES, self.sale(*lines, **values))

    def book_purchase(self, *lines: Row, **values: Any) -> Row:
        return self.state.book(DIVISION, PURCHASES, self.purchase(*lines, **values))

    def open_amounts(self, entry: Row) -> list[Decimal]:
        terms = self.state.find(DIVISION, "sync/Cashflow/PaymentTerms", "TransactionEntryID", entry["EntryID"])
        return [Decimal(term["AmountFC"]) for term in terms if term["Status"] == 20]
