"""Rules 1: the journal."""

from dataclasses import replace
from typing import Any

import pytest
from builders import books, purchase_invoice, sales_invoice, settings

from robexact_desktop.domain.booking.journal import journal
from robexact_desktop.domain.invoice import Invoice

OWN_CREDIT = {"sales_credit_journal": "71", "purchase_credit_journal": "61"}
SALE, PURCHASE = sales_invoice(), purchase_invoice()
CREDIT, PURCHASE_CREDIT = sales_invoice(credit=True), purchase_invoice(credit=True)


def of(invoice: Invoice, code: str) -> Invoice:
    return replace(invoice, journal_code=code)


DECIDED = [
    # invoice, settings, mapping, code, rule, source
    (SALE, {}, {}, "70", "journal.default", "settings: booking.sales_journal"),
    (PURCHASE, {}, {}, "60", "journal.default", "settings: booking.purchase_journal"),
    (CREDIT, {}, {}, "70", "journal.default", "settings: booking.sales_journal"),
    (PURCHASE_CREDIT, {}, {}, "60", "journal.default", "settings: booking.purchase_journal"),
    (CREDIT, OWN_CREDIT, {}, "71", "journal.credit_default", "settings: booking.sales_credit_journal"),
    (PURCHASE_CREDIT, OWN_CREDIT, {}, "61", "journal.credit_default", "settings: booking.purchase_credit_journal"),
    (SALE, OWN_CREDIT, {}, "70", "journal.default", "settings: booking.sales_journal"),
    (of(SALE, "71"), {}, {}, "71", "journal.robaws", "journal.code"),
    (of(SALE, "VK"), {}, {"VK": "71"}, "71", "journal.mapping", "settings: journals.VK"),
    (of(SALE, "70"), {}, {"70": "71"}, "71", "journal.mapping", "settings: journals.70"),
    (of(CREDIT, "70"), OWN_CREDIT, {}, "70", "journal.robaws", "journal.code"),
    (of(SALE, ""), {}, {}, "70", "journal.default", "settings: booking.sales_journal"),
]


@pytest.mark.parametrize(("invoice", "booking", "mapping", "code", "rule", "source"), DECIDED)
def test_the_journal_is_decided_by(
    invoice: Invoice, booking: dict[str, Any], mapping: dict[str, str], code: str, rule: str, source: str
) -> None:
    decided = journal(invoice, books(settings=replace(settings(**booking), journals=mapping)))
    assert (decided.value, decided.rule, decided.source, decided.problems) == (code, rule, source, ())


BLOCKED = [
    (of(SALE, "VK9"), {}, "journal_missing", "unknown"),
    (SALE, {"sales_journal": ""}, "journal_missing", "none"),
    (SALE, {"sales_journal": "99"}, "journal_missing", "unknown"),
    (of(SALE, "60"), {}, "journal_type", "sales"),
    (of(PURCHASE, "70"), {}, "journal_type", "purchase"),
    (of(SALE, "55"), {}, "journal_type", "sales"),
    (of(SALE, "72"), {}, "journal_blocked", ""),
    (CREDIT, {"sales_credit_journal": "61"}, "journal_type", "sales"),
]


@pytest.mark.parametrize(("invoice", "booking", "code", "variant"), BLOCKED)
def test_a_journal_that_does_not_fit_blocks_and_never_falls_to_the_default(
    invoice: Invoice, booking: dict[str, Any], code: str, variant: str
) -> None:
    decided = journal(invoice, books(booking=booking))
    assert [(problem.code, problem.variant) for problem in decided.problems] == [(code, variant)]
    assert decided.problems[0].blocks
    assert decided.rule != "journal.default" or not invoice.journal_code
