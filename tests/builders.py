"""Invoices and books in the trade's notation, with defaults: a test names only what it is about.

    sales_invoice(line("100.00 @21"), total="121.00")
    purchase_invoice(line("50.00 @6", gl="604000"), credit=True)

The ledger is that of an imaginary Belgian builder; `LEDGER` below is all of it.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, get_type_hints

from robexact_desktop.domain.booking import Books
from robexact_desktop.domain.booking.books import Field, Override
from robexact_desktop.domain.invoice import Invoice, InvoiceLine, InvoiceType, Project, fingerprint
from robexact_desktop.domain.ledger import (
    FORBIDDEN,
    MANDATORY,
    Account,
    CostCenter,
    CostUnit,
    GLAccount,
    Journal,
    Ledger,
    PaymentCondition,
    Period,
    VATCode,
)
from robexact_desktop.domain.names import AccountId, Kind, RelationId, invoice_id
from robexact_desktop.domain.relation import Link, LinkRule, Relation
from robexact_desktop.domain.settings import BookingSettings, Settings, VatSettings

GL_ACCOUNTS = """
    700000  Verkopen werken           110
    701000  Verkopen onderhoud        110
    702000  Verkopen per werf         110  cost_center=mandatory
    703000  Verkopen standaardwerf    110  cost_center=mandatory  default=W900
    704000  Verkopen zonder werf      110  cost_center=forbidden  cost_unit=forbidden
    705000  Verkopen per activiteit   110  cost_unit=mandatory
    709000  Oude verkopen             110  blocked
    604000  Aankopen handelsgoederen  111
    605000  Onderaanneming            111
    610000  Huur                      121
    400000  Handelsdebiteuren         20
    440000  Leveranciers              22
    451000  Verschuldigde btw         24
    550000  Bank                      12
"""
JOURNALS = """
    70  Verkopen              20
    71  Creditnota's verkoop  20
    72  Oude verkopen         20  blocked
    60  Aankopen              22
    61  Creditnota's aankoop  22
    55  Bank                  12
"""
VAT_CODES = """
    4   Verkoop 21 %              21  E  S
    3   Verkoop 12 %              12  E  S
    2   Verkoop 6 %               6   E  S
    0M  Medecontractant           0   B  S
    0X  Uitvoer                   0   B  S
    4I  Verkoop 21 % inclusief    21  I  S
    N   Geen btw                  0   N  B
    OUD  Verkoop 21 % oud          21  E  S  blocked
    A4  Aankoop 21 %              21  E  P
    A2  Aankoop 6 %               6   E  P
    AM  Aankoop medecontractant   21  E  P  charged
"""
PERIODS = """
    2026/9   2026-09-01  2026-09-30
    2026/10  2026-10-01  2026-10-31
    2026/11  2026-11-01  2026-11-30
    2026/12  2026-12-01  2026-12-31
"""
ACCOUNTS = """
    G-DEBOER   25   Bouwwerken De Boer   C
    G-PROSP    26   Prospect Peeters     P
    G-TEGEL    801  Tegels Tack          -  supplier
    G-STOP     27   Stopgezet            C  blocked
"""
COST_CENTERS = """
    W100  Werf Aalst
    W200  Werf Brugge
    W900  Algemeen
    W050  Werf Oudenaarde  2026-06-30
"""
COST_UNITS = """
    A1  Ruwbouw
    A2  Afwerking
"""
CONDITIONS = """
    30  30 dagen
    AU  Wacht op goedkeuring  K
"""

SALES_TARIFFS = {"T21": "4", "T12": "3", "T6": "2", "T0": "0X", "TM": "0M", "TN": "N"}
PURCHASE_TARIFFS = {"T21": "A4", "T6": "A2", "TM": "AM"}
PERCENTAGES = {"T21": 21, "T12": 12, "T6": 6, "T0": 0, "TM": 0, "TN": 0}

CUSTOMER = RelationId("client/7")
SUPPLIER = RelationId("supplier/8")


def _rows(table: str) -> Iterable[list[str]]:
    for row in table.strip().splitlines():
        yield [cell for cell in (part.strip() for part in row.split("  ")) if cell]


def ledger(**changes: Any) -> Ledger:
    """The small ledger; `changes` replace its fields."""
    uses = {"mandatory": MANDATORY, "forbidden": FORBIDDEN}
    accounts = {}
    for code, name, type_, *rest in _rows(GL_ACCOUNTS):
        options = dict(option.split("=") for option in rest if "=" in option)
        accounts[code] = GLAccount(
            f"G{code}",
            code,
            name,
            int(type_),
            "blocked" in rest,
            uses.get(options.get("cost_center", ""), 0),
            uses.get(options.get("cost_unit", ""), 0),
            options.get("default"),
        )
    small = Ledger(
        gl_accounts=accounts,
        journals={
            code: Journal(code, name, int(type_), "blocked" in rest) for code, name, type_, *rest in _rows(JOURNALS)
        },
        vat_codes={
            code: VATCode(code, name, Decimal(rate), type_, direction, "blocked" in rest, "charged" in rest)
            for code, name, rate, type_, direction, *rest in _rows(VAT_CODES)
        },
        periods=tuple(
            Period(*map(int, name.split("/")), dt.date.fromisoformat(start), dt.date.fromisoformat(end))
            for name, start, end in _rows(PERIODS)
        ),
        closed=frozenset(),
        payment_conditions={code: PaymentCondition(code, name, *method) for code, name, *method in _rows(CONDITIONS)},
        cost_centers={
            code: CostCenter(code, name, dt.date.fromisoformat(end[0]) if end else None)
            for code, name, *end in _rows(COST_CENTERS)
        },
        cost_units={code: CostUnit(code, name) for code, name in _rows(COST_UNITS)},
        currencies=frozenset({"EUR", "USD"}),
    )
    return replace(small, **changes)


def settings(**booking: Any) -> Settings:
    """Settings of a bookkeeper who has set what must be set; `booking` changes that table, choices by their words."""
    standard: dict[str, Any] = {
        "sales_journal": "70",
        "purchase_journal": "60",
        "sales_gl_account": "700000",
        "purchase_gl_account": "604000",
    }
    kinds = get_type_hints(BookingSettings)
    chosen = {name: kinds[name](value) if isinstance(value, str) else value for name, value in booking.items()}
    return Settings(
        "Bouwwerken Peeters",
        booking=BookingSettings(**{**standard, **chosen}),
        vat=VatSettings(SALES_TARIFFS, PURCHASE_TARIFFS),
        payment_conditions={"5": "30"},
    )


def books(*by_hand: Override, booking: dict[str, Any] | None = None, **changes: Any) -> Books:
    """Books where the customer and the supplier of the builders are linked; `changes` replace fields of Books."""
    given: dict[str, Any] = {
        "settings": settings(**(booking or {})),
        "ledger": ledger(),
        "relations": {
            CUSTOMER: Relation(CUSTOMER, "K0007", "Bouwwerken De Boer"),
            SUPPLIER: Relation(SUPPLIER, "L0008", "Tegels Tack"),
        },
        "links": {
            CUSTOMER: Link(CUSTOMER, AccountId("G-DEBOER"), LinkRule.VAT_NUMBER),
            SUPPLIER: Link(SUPPLIER, AccountId("G-TEGEL"), LinkRule.NAME),
        },
        "accounts": {
            AccountId(id_): Account(
                AccountId(id_), code, name, status=status, is_supplier="supplier" in rest, is_blocked="blocked" in rest
            )
            for id_, code, name, status, *rest in _rows(ACCOUNTS)
        },
    }
    if by_hand:
        given["overrides"] = {by_hand[0].invoice: by_hand}
    return Books(**{**given, **changes})


def line(amount: str, *, project: str = "", activity: str = "", gl: str | None = None, **changes: Any) -> InvoiceLine:
    """`100.00 @21` is a line of 100.00 net on the tariff of 21 %; `@M`, `@0`, `@N` are kinds of 0 %, `@-` is none."""
    net, _, rate = amount.partition(" @")
    tariff = None if rate == "-" else f"T{rate or 21}"
    made = InvoiceLine(
        id="L",
        description="Werken",
        net=Decimal(net),
        vat_tariff=tariff,
        percentage=None if tariff is None else Decimal(PERCENTAGES[tariff]),
        gl_account=gl,
        project=Project(f"P{project}", project, f"Project {project}") if project else None,
        activity=Project(f"P{activity}", activity, f"Activiteit {activity}") if activity else None,
    )
    return replace(made, **changes)


def _totals(lines: Iterable[InvoiceLine]) -> tuple[Decimal, Decimal]:
    """As Robaws prints them since 2026: VAT per rate, once for the invoice."""
    per_rate: dict[Decimal, Decimal] = {}
    for one in lines:
        per_rate[one.percentage or Decimal(0)] = per_rate.get(one.percentage or Decimal(0), Decimal(0)) + one.net
    excl = _cents(sum(per_rate.values(), Decimal(0)))
    return excl, excl + sum((_cents(net * rate / 100) for rate, net in per_rate.items()), Decimal(0))


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def sales_invoice(
    *lines: InvoiceLine,
    total: str | None = None,
    excl: str | None = None,
    credit: bool = False,
    kind: Kind = Kind.SALES,
    **changes: Any,
) -> Invoice:
    """Invoice F2026-0173 of 03/11/2026 to De Boer. `total` and `excl` are the printed totals, else as the lines say."""
    lines = lines or (line("100.00 @21"),)
    computed_excl, computed_incl = _totals(lines)
    made = Invoice(
        id=invoice_id(kind, "12"),
        kind=kind,
        type=InvoiceType.CREDIT_NOTE if credit else InvoiceType.INVOICE,
        number="F2026-0173" if kind is Kind.SALES else "TT/2026/88",
        own_number="F2026-0173" if kind is Kind.SALES else "20260042",
        date=dt.date(2026, 11, 3),
        relation=CUSTOMER if kind is Kind.SALES else SUPPLIER,
        relation_name="Bouwwerken De Boer" if kind is Kind.SALES else "Tegels Tack",
        total_excl=computed_excl if excl is None else Decimal(excl),
        total_incl=computed_incl if total is None else Decimal(total),
        lines=lines,
        due_date=dt.date(2026, 12, 3),
        document="77",
        currency="EUR",
    )
    return replace(made, **changes)


def purchase_invoice(*lines: InvoiceLine, **changes: Any) -> Invoice:
    """Invoice TT/2026/88 of 03/11/2026 from Tegels Tack, Robaws' own number 20260042."""
    return sales_invoice(*lines, kind=Kind.PURCHASE, **changes)


def by_hand(invoice: Invoice, field: Field, value: str, line_number: int | None = None) -> Override:
    """What An set by hand, for the invoice as it is now."""
    when = dt.datetime(2026, 11, 4, 9, 0, tzinfo=dt.UTC)
    return Override(invoice.id, line_number, field, value, "", "An", when, fingerprint(invoice))
