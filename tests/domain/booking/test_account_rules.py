"""Rules 4 and 5: GL account, cost center and cost unit."""

from dataclasses import replace
from typing import Any

import pytest
from builders import CUSTOMER, SUPPLIER, books, by_hand, ledger, line, purchase_invoice, sales_invoice, settings

from robexact_desktop.domain.booking.books import ArticleAccounts, Books, Field
from robexact_desktop.domain.booking.cost import cost_center, cost_unit
from robexact_desktop.domain.booking.gl_account import gl_account
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.ledger import CostCenter
from robexact_desktop.domain.relation import Relation

ARTICLES = {"A": ArticleAccounts(sales="701000", purchase="605000")}
OF_SUPPLIER = {SUPPLIER: Relation(SUPPLIER, "L0008", "Tegels Tack", gl_account="610000")}


def with_sources(*by_hand_: Any, **booking: Any) -> Books:
    return books(*by_hand_, booking=booking, articles=ARTICLES, relations=OF_SUPPLIER)


@pytest.mark.parametrize(
    ("invoice", "account", "rule", "source"),
    [
        (sales_invoice(line("1")), "700000", "gl_account.default", "settings: booking.sales_gl_account"),
        (
            purchase_invoice(line("1"), relation=None),
            "604000",
            "gl_account.default",
            "settings: booking.purchase_gl_account",
        ),
        (purchase_invoice(line("1")), "610000", "gl_account.supplier", "suppliers/L0008"),
        (sales_invoice(line("1", article="A")), "701000", "gl_account.article", "articles/A"),
        (purchase_invoice(line("1", article="A")), "605000", "gl_account.article", "articles/A"),
        (purchase_invoice(line("1", article="B")), "610000", "gl_account.supplier", "suppliers/L0008"),
        (
            sales_invoice(line("1", article="A", gl="702000")),
            "702000",
            "gl_account.line",
            "lines[0].generalLedgerAccount",
        ),
        (
            purchase_invoice(line("1", article="A", gl="604000")),
            "604000",
            "gl_account.line",
            "lines[0].generalLedgerAccount",
        ),
    ],
)
def test_the_most_particular_account_decides(invoice: Invoice, account: str, rule: str, source: str) -> None:
    decided = gl_account(invoice, 0, with_sources())
    assert decided.value is not None
    assert (decided.value.code, decided.rule, decided.source, decided.problems) == (account, rule, source, ())


def test_an_account_at_a_customer_decides_no_sale() -> None:
    customer = {CUSTOMER: Relation(CUSTOMER, "K0007", "Bouwwerken De Boer", gl_account="701000")}
    assert gl_account(sales_invoice(line("1")), 0, books(relations=customer)).rule == "gl_account.default"


def test_by_hand_goes_before_all_for_one_line_or_for_all() -> None:
    invoice = sales_invoice(line("1", gl="702000"), line("2"))
    of_all, of_one = by_hand(invoice, Field.GL, "701000"), by_hand(invoice, Field.GL, "703000", 1)
    both = books(of_all, of_one)
    assert [gl_account(invoice, index, both).value.code for index in (0, 1)] == ["701000", "703000"]  # type: ignore[union-attr]
    assert gl_account(invoice, 1, both).is_by_hand
    assert gl_account(invoice, 1, both).source == "by hand: An"
    assert gl_account(invoice, 0, books(of_one)).rule == "gl_account.line"


@pytest.mark.parametrize("changes", [{}, {"gl": "702000"}, {"article": "A"}])
def test_with_gl_accounts_off_only_by_hand_and_default_count(changes: dict[str, Any]) -> None:
    invoice = purchase_invoice(line("1", **changes))
    assert gl_account(invoice, 0, with_sources(use_gl_accounts=False)).rule == "gl_account.default"
    hand = by_hand(invoice, Field.GL, "610000")
    assert gl_account(invoice, 0, with_sources(hand, use_gl_accounts=False)).rule == "gl_account.hand"


@pytest.mark.parametrize(
    ("gl", "booking", "code", "variant"),
    [
        (None, {"sales_gl_account": ""}, "gl_missing", "none"),
        (None, {"sales_gl_account": "799999"}, "gl_missing", "unknown"),
        ("799999", {}, "gl_missing", "unknown"),
        ("709000", {}, "gl_blocked", ""),
        ("400000", {}, "gl_type", ""),
        ("440000", {}, "gl_type", ""),
        ("451000", {}, "gl_type", ""),
        ("550000", {}, "gl_type", ""),
    ],
)
def test_an_account_that_may_not_be_used_blocks(
    gl: str | None, booking: dict[str, Any], code: str, variant: str
) -> None:
    decided = gl_account(sales_invoice(line("1", gl=gl)), 0, books(booking=booking))
    assert [(problem.code, problem.variant, problem.blocks) for problem in decided.problems] == [(code, variant, True)]


ON = {"use_cost_centers": True}


@pytest.mark.parametrize(
    ("gl", "project", "booking", "mapping", "value", "rule"),
    [
        ("700000", "W100", ON, {}, "W100", "cost_center.code"),
        ("700000", "W100", ON, {"PW100": "W200"}, "W200", "cost_center.mapping"),
        ("700000", "", ON, {}, None, "cost_center.none"),
        ("700000", "W100", {}, {}, None, "cost_center.unused"),
        ("703000", "", ON, {}, "W900", "cost_center.account_default"),
        ("703000", "", {}, {}, "W900", "cost_center.account_default"),
        ("703000", "W100", ON, {}, "W100", "cost_center.code"),
        ("704000", "", ON, {}, None, "cost_center.none"),
    ],
)
def test_the_cost_center(
    gl: str, project: str, booking: dict[str, Any], mapping: dict[str, str], value: str | None, rule: str
) -> None:
    of = books(settings=replace(settings(**booking), cost_centers=mapping))
    decided = cost_center(sales_invoice(line("1", project=project)), 0, of.ledger.gl_accounts[gl], of)
    assert (decided.value, decided.rule, decided.problems) == (value, rule, ())


@pytest.mark.parametrize(
    ("gl", "project", "booking", "code", "variant", "blocks"),
    [
        ("702000", "", ON, "cost_center_required", "", True),
        ("702000", "W100", {}, "cost_center_required", "", True),
        ("702000", "W999", ON, "cost_center_code", "cost_center", True),
        ("700000", "W999", ON, "cost_center_code", "cost_center", True),
        ("700000", "W050", ON, "cost_center_code", "ended", True),
        ("704000", "W100", ON, "cost_center_forbidden", "cost_center", False),
        ("704000", "W999", ON, "cost_center_forbidden", "cost_center", False),
    ],
)
def test_a_cost_center_that_does_not_fit(
    gl: str, project: str, booking: dict[str, Any], code: str, variant: str, blocks: bool
) -> None:
    of = books(booking=booking)
    decided = cost_center(sales_invoice(line("1", project=project)), 0, of.ledger.gl_accounts[gl], of)
    assert [(problem.code, problem.variant, problem.blocks) for problem in decided.problems] == [
        (code, variant, blocks)
    ]


@pytest.mark.parametrize("project", ["W100", "W999"])
def test_a_forbidden_cost_center_is_left_out_and_named(project: str) -> None:
    of = books(booking=ON)
    decided = cost_center(sales_invoice(line("1", project=project)), 0, of.ledger.gl_accounts["704000"], of)
    assert (decided.value, decided.rule) == (None, "cost_center.forbidden")
    assert decided.problems[0].facts == {"account": "704000", "code": project}


def test_a_cost_center_by_hand_counts_also_where_they_are_not_used() -> None:
    invoice = sales_invoice(line("1", project="W100"))
    decided = cost_center(invoice, 0, None, books(by_hand(invoice, Field.COST_CENTER, "W200")))
    assert (decided.value, decided.rule) == ("W200", "cost_center.hand")


def test_a_cost_center_lives_through_its_last_day() -> None:
    invoice = sales_invoice(line("1", project="W1"))
    last = {"W1": CostCenter("W1", "Laatste dag", invoice.date)}
    assert cost_center(invoice, 0, None, books(booking=ON, ledger=ledger(cost_centers=last))).problems == ()


@pytest.mark.parametrize(
    ("gl", "activity", "value", "rule", "codes"),
    [
        ("700000", "A1", "A1", "cost_unit.code", []),
        ("700000", "", None, "cost_unit.none", []),
        ("705000", "", None, "cost_unit.none", ["cost_unit_required"]),
        ("704000", "A1", None, "cost_unit.forbidden", ["cost_center_forbidden"]),
        ("700000", "A9", None, "cost_unit.code", ["cost_center_code"]),
    ],
)
def test_activities_become_cost_units_by_the_same_rules(
    gl: str, activity: str, value: str | None, rule: str, codes: list[str]
) -> None:
    of = books(booking=ON)
    decided = cost_unit(sales_invoice(line("1", activity=activity)), 0, of.ledger.gl_accounts[gl], of)
    assert (decided.value, decided.rule) == (value, rule)
    assert [problem.code for problem in decided.problems] == codes
