"""Reading tolerantly: aliases, what may be missing, and what may not."""

from decimal import Decimal
from typing import Any

import pytest

from robexact_desktop.adapters.robaws.parse import Reading
from robexact_desktop.adapters.robaws.values import Item
from robexact_desktop.domain.errors import UnreadableError
from robexact_desktop.domain.invoice import Invoice, InvoiceType, Project
from robexact_desktop.domain.names import Kind


class KnownLists:
    def gl_code(self, gl_account: str) -> str | None:
        return {"7": "700000"}.get(gl_account)

    def percentage(self, vat_tariff: str) -> Decimal | None:
        return {"1": Decimal(21)}.get(vat_tariff)

    def journal(self, journal: str) -> tuple[str, str]:
        return {"2": ("70", "Verkoop"), "3": ("", "Zonder code")}.get(journal, (f"#{journal}", ""))

    def project(self, resource: str, id_: str) -> Project:
        return Project(id_, resource, "")


READING = Reading(KnownLists())
LINE = {"id": 1, "totalExclVat": Decimal("10.005"), "vatTariffId": 1}


def read(kind: Kind = Kind.SALES, **values: Any) -> Invoice:
    known = {"id": 12, "type": "INVOICE", "date": "2026-03-16", "logicId": 2026041, "adjustedLineItems": [LINE]}
    return READING.invoice(kind, Item("sales-invoices/12", {**known, **values}))


def test_the_least_that_an_invoice_has() -> None:
    found = read()
    assert (found.id, found.number, found.relation, found.total_incl) == ("sales/12", "2026041", None, None)
    assert (found.definitive, found.sent_to_accountant, found.currency, found.journal_code) == (True, False, None, None)
    assert (found.lines[0].net, found.lines[0].vat_tariff, found.lines[0].percentage) == (
        Decimal("10.005"),
        "1",
        Decimal(21),
    )


@pytest.mark.parametrize("missing", ["id", "type", "date", "adjustedLineItems"])
def test_what_the_contract_promises_must_be_there(missing: str) -> None:
    with pytest.raises(UnreadableError):
        read(Kind.SALES, **{missing: None})


def test_a_draft_may_lack_lines_and_totals() -> None:
    found = read(logicId=None, adjustedLineItems=None, totalExclVat=None)
    assert found.is_draft
    assert read(booked=False).is_draft


@pytest.mark.parametrize("told", ["CREDIT_NOTE", "CREDITNOTE"])
def test_both_spellings_of_a_credit_note(told: str) -> None:
    assert read(type=told).type is InvoiceType.CREDIT_NOTE


@pytest.mark.parametrize(
    ("line", "net"),
    [
        ({"totalExclVat": "12.34", "quantity": 5, "price": 1}, "12.34"),
        ({"quantity": Decimal("2.5"), "price": Decimal("10.10")}, "25.250"),
        ({"quantity": 2, "price": 10, "discount": 10}, "20"),
        ({"price": 10}, "10"),
        ({"quantity": 2}, "0"),
    ],
)
def test_an_adjusted_line_is_net_already(line: dict[str, Any], net: str) -> None:
    assert read(adjustedLineItems=[line]).lines[0].net == Decimal(net)


def test_a_plain_line_still_carries_its_discount() -> None:
    line = {"quantity": 2, "price": 10, "discount": Decimal("12.5")}
    assert read(adjustedLineItems=None, lineItems=[line]).lines[0].net == Decimal("17.5")
    assert read(Kind.PURCHASE, adjustedLineItems=None, lineItems=[line]).lines[0].net == Decimal("17.5")


def test_texts_are_no_lines() -> None:
    lines = [{"type": "TEXT", "price": 5}, {"type": "CHAPTER"}, {"type": "OTHER", "price": 5}, {"price": 1}]
    assert [line.net for line in read(adjustedLineItems=lines).lines] == [5, 1]


@pytest.mark.parametrize(
    ("values", "account"),
    [
        ({"generalLedgerAccount": {"id": 7, "code": 700100}}, "700100"),
        ({"generalLedgerAccount": {"id": 7}}, "700000"),
        ({"generalLedgerAccountId": "7"}, "700000"),
        ({"generalLedgerAccountId": "8"}, "#8"),
        ({"generalLedgerAccount": None}, None),
    ],
)
def test_an_account_that_cannot_be_found_never_becomes_the_default(values: dict[str, Any], account: str | None) -> None:
    assert read(adjustedLineItems=[{**LINE, **values}]).lines[0].gl_account == account


def test_a_journal_comes_with_its_code_or_is_looked_up() -> None:
    assert read(journal={"id": 2, "name": "Verkoop"}).journal_code is None, "a journal without a code takes the default"
    assert read(journalId=2).journal_code == "70"
    assert read(journalId=3).journal_code is None
    assert read(journalId=9).journal_code == "#9", "and one that cannot be found does not"


def test_the_number_behind_an_included_name_is_taken_off() -> None:
    assert read(clientId="12345", client={"id": "12345", "name": "Bouw BV - 12345"}).relation_name == "Bouw BV"
    assert read(clientId="1", client={"id": "1", "name": "Bouw - 2000"}).relation_name == "Bouw - 2000"


def test_a_relation_under_its_other_names() -> None:
    told = {"id": "7", "name": "Bouw BV", "vat": "BE1", "bankAccountNumber": "be68 5390", "address": None}
    extra = {"extraFields": {"EXACT_ONLINE_CODE": {"type": "TEXT", "stringValue": "25"}}}
    found = READING.relation(Kind.SALES, Item("clients/7", {**told, **extra}))
    assert (found.vat_number, found.iban, found.exact_online_code) == ("BE1", "BE685390", "25")


@pytest.mark.parametrize(
    "values",
    [
        {"totalInclVat": True},
        {"totalInclVat": "x"},
        {"expireDate": "16/03/2026"},
        {"sentToAccountant": "ja"},
        {"adjustedLineItems": {}},
        {"adjustedLineItems": [1]},
        {"client": "x"},
        {"status": {}},
    ],
)
def test_what_is_no_value_of_its_kind_is_unreadable(values: dict[str, Any]) -> None:
    with pytest.raises(UnreadableError):
        read(**values)
