"""Rules 9: what else must hold."""

from dataclasses import replace
from typing import Any

import pytest
from builders import SUPPLIER, books, by_hand, line, purchase_invoice, sales_invoice

from robexact_desktop.domain.booking import Entry, Problems, book
from robexact_desktop.domain.booking.books import Books, Field
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.names import AccountId
from robexact_desktop.domain.problems import Problem
from robexact_desktop.domain.relation import Relation


def problems(invoice: Invoice, of: Books) -> tuple[Problem, ...]:
    result = book(invoice, of)
    return result.problems if isinstance(result, Problems) else result.warnings


def codes(invoice: Invoice, of: Books) -> list[str]:
    return [problem.code.value for problem in problems(invoice, of)]


@pytest.mark.parametrize(
    "changes", [{"definitive": False}, {"number": None}, {"total_incl": None}, {"total_excl": None}]
)
def test_a_draft_waits(changes: dict[str, Any]) -> None:
    draft = replace(sales_invoice(), **changes)
    assert codes(draft, books()) == ["draft"]
    assert isinstance(book(draft, books()), Problems)


WAITS = purchase_invoice(payment_condition="5")
WAITING = {"waiting_for_approval": frozenset({WAITS.id})}


@pytest.mark.parametrize(
    ("approval", "holding", "found"),
    [
        ("wait", "", ["approval_open"]),
        ("wait", "AU", ["approval_open"]),
        ("send", "", []),
        ("hold", "AU", []),
        ("hold", "", ["approval_open"]),
        ("hold", "XX", ["payment_condition_unmapped", "approval_open"]),  # would hold nothing
    ],
)
def test_an_open_approval(approval: str, holding: str, found: list[str]) -> None:
    of = books(booking={"approval": approval, "holding_payment_condition": holding}, **WAITING)
    assert codes(WAITS, of) == found
    assert isinstance(book(WAITS, of), Problems if "approval_open" in found else Entry)


def test_a_condition_by_hand_does_not_pay_what_is_not_approved() -> None:
    hold = {"approval": "hold", "holding_payment_condition": "AU"}
    assert codes(WAITS, books(by_hand(WAITS, Field.PAYMENT_CONDITION, "30"), booking=hold, **WAITING)) == [
        "approval_open"
    ]
    assert codes(WAITS, books(by_hand(WAITS, Field.PAYMENT_CONDITION, "AU"), booking=hold, **WAITING)) == []


def test_what_is_approved_is_not_held() -> None:
    assert codes(WAITS, books(booking={"approval": "wait"})) == []


@pytest.mark.parametrize(("currency", "found"), [("EUR", []), ("USD", []), (None, []), ("GBP", ["currency_unknown"])])
def test_the_currency_must_be_active(currency: str | None, found: list[str]) -> None:
    assert codes(sales_invoice(currency=currency), books()) == found


@pytest.mark.parametrize(
    ("invoice", "attach", "found"),
    [
        (purchase_invoice(document=None), True, ["document_missing"]),
        (purchase_invoice(document=None), False, []),
        (purchase_invoice(), True, []),
        (sales_invoice(document=None), True, []),
    ],
)
def test_a_purchase_without_its_document_is_told(invoice: Invoice, attach: bool, found: list[str]) -> None:
    of = books(booking={"attach_documents": attach})
    assert codes(invoice, of) == found
    assert isinstance(book(invoice, of), Entry)


OURS, OTHER = "BE68539007547034", "BE71096123456769"


@pytest.mark.parametrize(
    ("ours", "theirs", "found"),
    [
        (OURS, {OURS}, []),
        (OURS, {OTHER}, ["iban_differs"]),
        (OURS, {OTHER, OURS}, []),
        (OURS, set(), []),
        ("", {OTHER}, []),
        ("be68 5390 0754 7034", {OURS}, []),
        (OURS, {"BE68 5390 0754 7034"}, []),
    ],
)
def test_another_bank_account_is_told(ours: str, theirs: set[str], found: list[str]) -> None:
    of = books(
        relations={SUPPLIER: Relation(SUPPLIER, "L0008", "Tegels Tack", iban=ours)},
        ibans={AccountId("G-TEGEL"): frozenset(theirs)},
    )
    assert codes(purchase_invoice(), of) == found
    assert isinstance(book(purchase_invoice(), of), Entry)


def test_everything_that_stands_in_the_way_is_told_at_once_and_once() -> None:
    bad = line("10.00 @21", gl="709000")
    invoice = sales_invoice(bad, bad, currency="GBP", journal_code="99", total="30.00")
    assert codes(invoice, books(links={})) == [
        "relation_unlinked",
        "journal_missing",
        "gl_blocked",
        "totals_differ",
        "currency_unknown",
    ]


def test_a_clean_invoice_has_nothing_to_tell() -> None:
    for invoice in (sales_invoice(), purchase_invoice(), sales_invoice(credit=True), purchase_invoice(credit=True)):
        assert codes(invoice, books()) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("De Boer", "F2026-0173 De Boer"),
        ("  De\n Boer\t", "F2026-0173 De Boer"),
        ("Bouwwerken " * 9, "F2026-0173 Bouwwerken Bouwwerken Bouwwerken Bouwwe"),
    ],
)
def test_the_description_fits(name: str, told: str) -> None:
    entry = book(sales_invoice(relation_name=name), books())
    assert isinstance(entry, Entry)
    assert entry.description.value == told
    assert len(told) <= 50
