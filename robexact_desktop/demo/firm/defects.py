"""One honest mistake an invoice: what a clean one becomes, and the problem code that it has to bring."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from robexact_desktop.demo.firm import numbers, sites, vat
from robexact_desktop.demo.firm.booking import ENTRIES, entry_body
from robexact_desktop.demo.firm.chart import UNKNOWN_IN_EXACT
from robexact_desktop.demo.firm.drafts import with_totals
from robexact_desktop.demo.firm.ground import MAIN, Ground
from robexact_desktop.demo.firm.parties import Link, Party
from robexact_desktop.demo.firm.relations import DIFFERING_IBAN
from robexact_desktop.demo.rows import Row

Mend = Callable[[Ground, Row], Row]
Afterwards = Callable[[Ground, Row, Party], None]


def untouched(_: Ground, row: Row) -> Row:
    return row


def nothing(_ground: Ground, _row: Row, _party: Party) -> None:
    return


@dataclass(frozen=True)
class Defect:
    code: str
    kind: str
    spoil: Mend = untouched
    afterwards: Afterwards = nothing
    """What stands in Exact or Robaws beside the invoice."""
    link: Link = Link.VAT
    warns: bool = False
    gl_code: str = ""
    """The cost account that the supplier has to have."""


def draft(_: Ground, row: Row) -> Row:
    empty = {"logicId": None, "paymentInstruction": None, "totalExclVat": None, "totalInclVat": None}
    return {**row, **empty, "booked": False, "status": "opmaak"}


def tariff(key: str) -> Mend:
    return lambda _, row: with_totals(_each_line(row, vatTariffId=key))


def account(code: str) -> Mend:
    return lambda ground, row: _each_line(row, generalLedgerAccountId=ground.gl_ids[code], projectId=None)


def journal(key: str) -> Mend:
    return lambda _, row: {**row, "journalId": key}


def long_ago(ground: Ground, row: Row) -> Row:
    """Typed late: its month was closed long since."""
    return _dated(row, ground.today - timedelta(days=150))


def far_ahead(ground: Ground, row: Row) -> Row:
    """A slip of the finger in the year: no book year reaches there."""
    return _dated(row, date(ground.today.year + 10, ground.today.month, 1))


def number_doubled(_: Ground, row: Row) -> Row:
    return {**row, "logicId": row["logicId"][:4] + row["logicId"] + "1"}


def total_off(_: Ground, row: Row) -> Row:
    return {**row, "totalInclVat": row["totalInclVat"] + Decimal("10.00")}


def rounded_per_line(_: Ground, row: Row) -> Row:
    """Three times 100.02 at 21 %: 63.00 line by line, 63.01 on the rate."""
    plain = next(line for line in row["lineItems"] if line["type"] == "LINE")
    price = Decimal("100.02")
    facts = {"quantity": Decimal(1), "price": price, "discount": Decimal(0), "vatTariffId": vat.NORMAL}
    lines = [{**plain, **facts, "id": str(at), "totalExclVat": price} for at in (1, 2, 3)]
    return with_totals({**row, "lineItems": lines}, per_line=True)


def without_site(_: Ground, row: Row) -> Row:
    return _each_line(row, projectId=None)


def without_activity(_: Ground, row: Row) -> Row:
    return _each_line(row, activityId=None)


def site_on_goods(ground: Ground, row: Row) -> Row:
    """Trading goods bear no cost center."""
    facts = {"generalLedgerAccountId": ground.gl_ids["701000"], "projectId": next(iter(ground.projects))}
    return _each_line(row, **facts)


def site_with_long_number(ground: Ground, row: Row) -> Row:
    facts = {"generalLedgerAccountId": ground.gl_ids["700000"]}
    return _each_line(row, projectId=sites.project_id(ground, sites.LONG_PROJECT), **facts)


def in_crowns(_: Ground, row: Row) -> Row:
    return {**row, "currency": "SEK"}


def wrong_reference(_: Ground, row: Row) -> Row:
    right = row["paymentInstruction"] or numbers.ogm(1)
    return {**row, "paymentInstruction": right[:10] + f"{(int(right[10:]) + 1) % 97 or 97:02}"}


def forty_five_days(_: Ground, row: Row) -> Row:
    due = date.fromisoformat(row["date"]) + timedelta(days=45)
    return {**row, "paymentConditionId": "7", "expireDate": due.isoformat()}


def number_given_away(ground: Ground, row: Row, _: Party) -> None:
    """Somebody booked another invoice by hand under this number."""
    other = next(party for party in ground.customers if party.link is Link.NAME and party.country == "BE")
    body = entry_body(ground, "sales", row, other.account)
    line = {
        "AmountFC": Decimal("150.00"),
        "VATAmountFC": Decimal("31.50"),
        "VATCode": "1",
        "Description": "Met de hand",
    }
    line["GLAccount"] = ground.gl_guids["700400"]
    ground.exact.book(MAIN, ENTRIES["sales"], {**body, "YourRef": "HAND-1", "SalesEntryLines": [line]})


def booked_by_hand(ground: Ground, row: Row, party: Party) -> None:
    """The accountant typed it in himself; a purchase got Exact's own number."""
    kind = "sales" if "clientId" in row else "purchase"
    body = entry_body(ground, kind, row, party.account)
    if kind == "purchase":
        del body["EntryNumber"]
    ground.exact.book(MAIN, ENTRIES[kind], body)


def approval(status: str) -> Afterwards:
    def ask(ground: Ground, row: Row, party: Party) -> None:
        states = [{"userId": "2", "status": "ACCEPTED"}, {"userId": "3", "status": status}]
        put_approval(ground, row, party, states, closed_at=None)

    return ask


def put_approval(ground: Ground, row: Row, party: Party, states: list[dict[str, str]], closed_at: str | None) -> None:
    ground.robaws.put(
        "approval-requests",
        resourceUnderApprovalRef=f"/purchase-invoices/{row['id']}",
        invoiceNumber=row["invoiceNumber"],
        logicId=row["logicId"],
        date=row["date"],
        totalVatIncl=row["totalInclVat"],
        totalVatExcl=row["totalExclVat"],
        supplierId=party.id,
        userStates=states,
        closedAt=closed_at,
        updatedAt=row["updatedAt"],
    )


def party_for(ground: Ground, defect: Defect) -> Party:
    """A Belgian firm found by its VAT number, where the defect is not in the relation itself."""
    if defect.code == "iban_differs":
        return ground.suppliers[DIFFERING_IBAN]
    found = [
        party
        for at, party in enumerate(ground.customers if defect.kind == "sales" else ground.suppliers)
        if party.link is defect.link and party.country == "BE" and (defect.kind == "sales" or at != DIFFERING_IBAN)
    ]
    if defect.gl_code:
        found = [party for party in found if party.gl_code == defect.gl_code]
    return ground.dice.choice(found)


DEFECTS = (
    Defect("draft", "sales", draft),
    Defect("vat_unmapped", "sales", tariff(vat.UNMAPPED)),
    Defect("vat_blocked", "sales", tariff(vat.BLOCKED)),
    Defect("vat_direction", "sales", tariff(vat.WRONG_WAY)),
    Defect("vat_inclusive", "sales", tariff(vat.INCLUSIVE)),
    Defect("gl_missing", "sales", account(UNKNOWN_IN_EXACT)),
    Defect("gl_blocked", "sales", account("705000")),
    Defect("gl_type", "sales", account("400000")),
    Defect("journal_missing", "sales", journal("7")),
    Defect("journal_blocked", "sales", journal("8")),
    Defect("journal_type", "sales", journal("9")),
    Defect("relation_ambiguous", "sales", link=Link.AMBIGUOUS),
    Defect("relation_role", "sales", link=Link.PROSPECT),
    Defect("relation_blocked", "sales", link=Link.BLOCKED),
    Defect("period_closed", "sales", long_ago),
    Defect("period_missing", "sales", far_ahead),
    Defect("number_taken", "sales", journal("1"), number_given_away),
    Defect("number_not_integer", "sales", number_doubled),
    Defect("already_in_exact", "sales", journal("1"), booked_by_hand),
    Defect("already_in_exact", "purchase", untouched, booked_by_hand),
    Defect("totals_differ", "sales", total_off),
    Defect("totals_differ", "sales", rounded_per_line, warns=True),
    Defect("cost_center_required", "purchase", without_site, gl_code="602000"),
    Defect("cost_center_forbidden", "sales", site_on_goods, warns=True),
    Defect("cost_center_code", "sales", site_with_long_number),
    Defect("cost_unit_required", "purchase", without_activity, gl_code="603000"),
    Defect("currency_unknown", "sales", in_crowns),
    Defect("payment_reference_invalid", "sales", wrong_reference, warns=True),
    Defect("payment_condition_unmapped", "sales", forty_five_days, warns=True),
    Defect("document_missing", "purchase", warns=True),
    Defect("iban_differs", "purchase", warns=True),
    Defect("approval_open", "purchase", afterwards=approval("AWAITING_DECISION")),
    Defect("approval_open", "purchase", afterwards=approval("REJECTED")),
)


def _each_line(row: Row, **facts: object) -> Row:
    return {**row, "lineItems": [line if line["type"] == "TEXT" else {**line, **facts} for line in row["lineItems"]]}


def _dated(row: Row, on: date) -> Row:
    return {**row, "date": on.isoformat(), "expireDate": (on + timedelta(days=30)).isoformat()}
