"""Invoices as rows of Robaws, still without a place in Exact: `sales_row`, `purchase_row`, and their totals."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from robexact_desktop.demo.firm import numbers, vat, words
from robexact_desktop.demo.firm.amounts import line_total, net_of, vat_per_line, vat_per_rate
from robexact_desktop.demo.firm.books import due_date
from robexact_desktop.demo.firm.chart import DEFAULT_SALES, WITHOUT_CENTER
from robexact_desktop.demo.firm.ground import Ground
from robexact_desktop.demo.firm.parties import Party
from robexact_desktop.demo.rows import Row

EU = frozenset({"NL", "DE", "FR", "LU"})
LINE_COUNTS = (1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 5, 6, 9, 12)
COMPANY = "1"


def sales_row(ground: Ground, customer: Party, on: date, number: str, *, credit: bool) -> Row:
    dice = ground.dice
    count = dice.choice(LINE_COUNTS[:6] if credit else LINE_COUNTS)
    row = _head(customer, on, number, credit=credit) | {
        "clientId": customer.id,
        "journalId": "2" if credit else dice.choices("136", (90, 7, 3))[0],
        "clientReference": f"Bestelbon {dice.randint(100, 999)}" if dice.random() < 0.2 else None,
        "paymentInstruction": None if credit else numbers.ogm(int(number) * 100 + 41),
        "creditedTotal": Decimal(0),
        "lineItems": _sales_lines(ground, customer, count),
    }
    return with_totals(row)


def purchase_row(ground: Ground, supplier: Party, on: date, number: str, *, credit: bool) -> Row:
    dice = ground.dice
    row = _head(supplier, on, number, credit=credit) | {
        "supplierId": supplier.id,
        "journalId": "5" if credit else "4",
        "invoiceNumber": _suppliers_number(dice, on),
        "bookingDate": (on + timedelta(days=dice.randint(0, 4))).isoformat(),
        "paymentInstruction": numbers.ogm(dice.randint(10**8, 10**9)) if dice.random() < 0.6 and not credit else None,
        "confidential": False,
        "remark": None,
        "lineItems": _purchase_lines(ground, supplier, dice.choice(LINE_COUNTS[:12])),
    }
    return with_totals(row)


def with_totals(row: Row, *, per_line: bool = False) -> Row:
    """VAT rounded once per rate, as the law wants it since 2026; `per_line` as some still do."""
    net = net_of(row["lineItems"])
    tax = vat_per_line(row["lineItems"]) if per_line else vat_per_rate(row["lineItems"])
    return {**row, "totalExclVat": net, "totalInclVat": net + tax}


def booked_lines(row: Row) -> list[Row]:
    return [line for line in row["lineItems"] if line["type"] == "LINE"]


def _head(party: Party, on: date, number: str, *, credit: bool) -> Row:
    return {
        "type": "CREDIT_NOTE" if credit else "INVOICE",
        "logicId": number,
        "date": on.isoformat(),
        "expireDate": due_date(on, party.condition).isoformat(),
        "companyId": COMPANY,
        "booked": True,
        "currency": party.currency,
        "paymentConditionId": party.condition,
        "paidTotal": Decimal(0),
        "sentToAccountant": False,
        "documentId": None,
    }


def _sales_lines(ground: Ground, customer: Party, count: int) -> list[Row]:
    dice = ground.dice
    tariffs = _sales_tariffs(dice, customer)
    project = dice.choice(list(ground.projects)) if dice.random() < 0.6 else None
    lines = [_sales_line(ground, dice.choice(tariffs), project, at) for at in range(count)]
    if count > 3 and dice.random() < 0.3:
        lines.append(_deduction(lines, count))
    if dice.random() < 0.25:
        lines.insert(0, {"id": "0", "type": "TEXT", "description": dice.choice(words.REMARKS)})
    return lines


def _sales_tariffs(dice: Random, customer: Party) -> tuple[str, ...]:
    """What may stand together on one invoice: the same percentage never under two names."""
    if customer.country in EU:
        return dice.choice(((vat.EU_SERVICES,), (vat.EU_GOODS,)))
    if customer.country != "BE":
        return (vat.OUTSIDE_EU,)
    if customer.is_private:
        return dice.choice(((vat.RENOVATION,), (vat.RENOVATION, vat.NORMAL), (vat.NORMAL,), (vat.SIX, vat.NORMAL)))
    if customer.name.startswith(("Basisschool", "Woonzorg", "Sportclub")):
        return dice.choice(((vat.NORMAL,), (vat.TWELVE, vat.NORMAL), (vat.SIX,), (vat.EXEMPT,)))
    choices: tuple[tuple[str, ...], ...] = ((vat.NORMAL,), (vat.CO_CONTRACTOR,), (vat.NORMAL, vat.CO_CONTRACTOR))
    return dice.choices((*choices, (vat.NO_VAT,)), (45, 42, 10, 3))[0]


def _sales_line(ground: Ground, tariff: str, project: str | None, at: int) -> Row:
    dice = ground.dice
    gl_code = dice.choice(list(words.SALES_WORK))
    text, unit, lowest, highest = dice.choice(words.SALES_WORK[gl_code])
    if tariff in {vat.EU_SERVICES, vat.EU_GOODS, vat.OUTSIDE_EU}:
        gl_code = "704000"
    elif tariff == vat.CO_CONTRACTOR:
        gl_code = "700300"
    whole = Decimal(dice.randint(1, 2 if lowest > 40000 else 12))
    quantity = whole if unit in {"st", "fft"} else Decimal(dice.randint(4, 360)) / 4
    line = _line(dice, at, text, quantity, lowest, highest, tariff)
    return line | _account_source(ground, gl_code, text, DEFAULT_SALES) | _place(ground, gl_code, project)


def _purchase_lines(ground: Ground, supplier: Party, count: int) -> list[Row]:
    dice = ground.dice
    tariff = _purchase_tariff(dice, supplier)
    project = dice.choice(list(ground.projects)) if supplier.gl_code == "602000" or dice.random() < 0.4 else None
    _, goods = words.PURCHASE_WORK[supplier.gl_code]
    lines = []
    for at in range(count):
        text, lowest, highest = dice.choice(goods)
        most = 400 if lowest < 3000 else 30 if lowest < 60000 else 2
        line = _line(dice, at, text, Decimal(dice.randint(1, most)), lowest, highest, tariff)
        source = _account_source(ground, supplier.gl_code, text, supplier.gl_code)
        lines.append(line | source | _place(ground, supplier.gl_code, project))
    return lines


def _purchase_tariff(dice: Random, supplier: Party) -> str:
    if supplier.country != "BE":
        return vat.EU_GOODS
    if supplier.gl_code == "602000":
        return vat.CO_CONTRACTOR
    if supplier.gl_code in {"603000", "610100", "610200", "612100", "613200", "616100"}:
        return vat.SERVICES
    return dice.choices((vat.NORMAL, vat.SIX, vat.TWELVE, vat.INVESTMENT), (88, 5, 3, 4))[0]


def _line(dice: Random, at: int, text: str, quantity: Decimal, lowest: int, highest: int, tariff: str) -> Row:
    price = Decimal(dice.randint(lowest, highest)) / 100
    discount = Decimal(dice.choices((0, 5, 10, 12), (82, 8, 6, 4))[0])
    return {
        "id": str(at + 1),
        "type": "LINE",
        "description": text,
        "quantity": quantity,
        "price": price,
        "discount": discount,
        "totalExclVat": line_total(quantity, price, discount),
        "vatTariffId": tariff,
    }


def _deduction(lines: list[Row], at: int) -> Row:
    """An advance settled: a negative line on the tariff of the largest, a tenth of it."""
    largest = max(lines, key=lambda line: line["totalExclVat"])
    price = (largest["totalExclVat"] / 10).quantize(Decimal(1)) + Decimal("0.55")
    kept = {**largest, "id": str(at + 1), "description": "Verrekening voorschot", "discount": Decimal(0)}
    return kept | {"quantity": Decimal(-1), "price": price, "totalExclVat": -price}


def _account_source(ground: Ground, gl_code: str, text: str, default: str) -> Row:
    """Most lines bear their account, some leave it to the article, some to the default."""
    article = ground.articles_by_text[text]
    chance = ground.dice.random()
    if chance < 0.3 and gl_code in ground.articles[article]:
        return {"articleId": article, "generalLedgerAccountId": None}
    if chance > 0.8 and gl_code == default:
        return {"articleId": None, "generalLedgerAccountId": None}
    return {"articleId": article, "generalLedgerAccountId": ground.gl_ids[gl_code]}


def _place(ground: Ground, gl_code: str, project: str | None) -> Row:
    """Agency workers are booked by activity; what is not for a site bears no project."""
    needs_activity = gl_code == "603000"
    activity = ground.dice.choice(list(ground.activities)) if needs_activity or ground.dice.random() < 0.2 else None
    return {"projectId": None if gl_code in WITHOUT_CENTER else project, "activityId": activity}


def _suppliers_number(dice: Random, on: date) -> str:
    pattern = dice.choice(("F{y}-{n}", "{Y}/{n}", "VF{n}", "INV-{n}"))
    return pattern.format(y=on.year % 100, Y=on.year, n=dice.randint(10000, 99999))
