"""What holds for every invoice, whatever its lines and totals."""

from collections.abc import Mapping
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

import pytest
from builders import CUSTOMER, books, by_hand, ledger, line, purchase_invoice, sales_invoice, settings
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from robexact_desktop.domain.booking import Books, Decided, Entry, Problems, book
from robexact_desktop.domain.booking.books import ArticleAccounts, Field
from robexact_desktop.domain.invoice import Invoice, InvoiceLine, InvoiceType
from robexact_desktop.domain.names import AccountId
from robexact_desktop.domain.relation import Link, LinkRule
from robexact_desktop.texts import Language, problem_fix, problem_message, rule_sentence, source_words

hypothesis_settings.register_profile("shared_cores", deadline=None)
hypothesis_settings.load_profile("shared_cores")

BOOKS = books()


def entry_of(result: Entry | Problems) -> Entry:
    return result.draft if isinstance(result, Problems) else result


amounts = st.decimals("-9999.9999", "9999.9999", places=4, allow_nan=False)
a_line = st.builds(lambda net, rate: line(f"{net} @{rate}"), amounts, st.sampled_from(["21", "12", "6", "0", "M"]))
cents_off = st.integers(-9, 9).map(lambda cents: Decimal(cents) / 100)


@st.composite
def invoices(draw: st.DrawFn, rest: st.SearchStrategy[Decimal] = cents_off) -> Invoice:
    """Lines of any sign, and printed totals that may be some cents beside them."""
    made = sales_invoice(*draw(st.lists(a_line, min_size=1, max_size=12)), credit=draw(st.booleans()))
    assert made.total_excl is not None
    assert made.total_incl is not None
    return replace(made, total_excl=made.total_excl + draw(rest), total_incl=made.total_incl + draw(rest))


TAXED = st.lists(a_line.filter(lambda one: bool(one.percentage)), min_size=1, max_size=12)


@given(invoices())
def test_a_booking_adds_up_to_the_invoice_or_does_not_leave(invoice: Invoice) -> None:
    result = book(invoice, BOOKS)
    if isinstance(result, Entry):
        assert result.total == invoice.sign * (invoice.total_incl or 0)
        assert sum(one.net.value for one in result.lines) == invoice.sign * (invoice.total_excl or 0)


@given(TAXED, cents_off, cents_off)
def test_the_entry_adds_up_even_where_it_is_only_shown(lines: list[InvoiceLine], net: Decimal, vat: Decimal) -> None:
    made = sales_invoice(*lines)
    assert made.total_excl is not None
    assert made.total_incl is not None
    invoice = replace(made, total_excl=made.total_excl + net, total_incl=made.total_incl + net + vat)
    assert entry_of(book(invoice, BOOKS)).total == invoice.total_incl


@given(invoices())
def test_every_amount_that_leaves_is_in_whole_cents(invoice: Invoice) -> None:
    for one in entry_of(book(invoice, BOOKS)).lines:
        for value in (one.net.value, one.vat_amount.value):
            assert value is None or value == value.quantize(Decimal("0.01"))


@given(invoices())
def test_a_credit_note_is_the_exact_negation_of_the_same_invoice(invoice: Invoice) -> None:
    plain = entry_of(book(replace(invoice, type=InvoiceType.INVOICE), BOOKS))
    credit = entry_of(book(replace(invoice, type=InvoiceType.CREDIT_NOTE), BOOKS))
    assert credit.total == -plain.total
    assert credit.vat_per_code == {code: -vat for code, vat in plain.vat_per_code.items()}
    for ours, theirs in zip(credit.lines, plain.lines, strict=True):
        assert ours.net.value == -theirs.net.value
        assert ours.vat_amount.value == -(theirs.vat_amount.value or 0)


@given(invoices(st.just(Decimal(0))))
def test_what_adds_up_is_not_remarked_upon_more_than_the_lines_themselves_do(invoice: Invoice) -> None:
    result = book(invoice, BOOKS)
    assert isinstance(result, Entry)
    assert result.warnings == ()


@given(invoices())
def test_the_same_facts_give_the_same_answer(invoice: Invoice) -> None:
    assert book(invoice, BOOKS) == book(invoice, BOOKS)


@given(invoices(), st.randoms())
def test_the_order_of_the_lines_changes_no_total(invoice: Invoice, chance: Any) -> None:
    mixed = list(invoice.lines)
    chance.shuffle(mixed)
    there, here = book(invoice, BOOKS), book(replace(invoice, lines=tuple(mixed)), BOOKS)
    assert entry_of(there).total == entry_of(here).total
    assert type(there) is type(here)


INVOICE = sales_invoice(line("100.00 @21", article="A"), payment_condition="5")
PURCHASE = purchase_invoice(line("100.00 @21"))
WITH_ARTICLE = {"articles": {"A": ArticleAccounts(sales="701000")}}

CHANGES: list[tuple[str, Invoice, Books, Invoice, Books]] = [
    # which value's why changes, and the one deciding source that was changed
    ("journal", INVOICE, BOOKS, replace(INVOICE, journal_code="71"), BOOKS),
    ("period", INVOICE, BOOKS, INVOICE, books(by_hand(INVOICE, Field.PERIOD, "2026/12"))),
    ("period", INVOICE, BOOKS, INVOICE, books(ledger=ledger(periods=()))),
    ("entry_number", INVOICE, BOOKS, INVOICE, books(booking={"exact_assigns_numbers": True})),
    ("entry_number", PURCHASE, BOOKS, replace(PURCHASE, own_number="A-1"), BOOKS),
    (
        "account",
        INVOICE,
        BOOKS,
        INVOICE,
        books(links={CUSTOMER: Link(CUSTOMER, AccountId("G-DEBOER"), LinkRule.HAND)}),
    ),
    ("payment_condition", INVOICE, BOOKS, replace(INVOICE, payment_condition=None), BOOKS),
    ("payment_condition", INVOICE, BOOKS, INVOICE, books(by_hand(INVOICE, Field.PAYMENT_CONDITION, "AU"))),
    ("lines[0].gl_account", INVOICE, BOOKS, INVOICE, books(**WITH_ARTICLE)),
    ("lines[0].gl_account", INVOICE, BOOKS, INVOICE, books(by_hand(INVOICE, Field.GL, "701000", 0))),
    ("lines[0].gl_account", INVOICE, books(**WITH_ARTICLE), INVOICE, books(booking={"use_gl_accounts": False})),
    ("lines[0].vat_code", INVOICE, BOOKS, INVOICE, books(by_hand(INVOICE, Field.VAT, "3"))),
    ("lines[0].cost_center", INVOICE, BOOKS, INVOICE, books(by_hand(INVOICE, Field.COST_CENTER, "W100"))),
    ("lines[0].cost_unit", INVOICE, BOOKS, INVOICE, books(by_hand(INVOICE, Field.COST_UNIT, "A1"))),
]


def whys(result: Entry | Problems) -> Mapping[str, tuple[str, str]]:
    entry = entry_of(result)
    parts = {"": entry} | {f"lines[{index}].": one for index, one in enumerate(entry.lines)}
    return {
        f"{prefix}{field.name}": (value.rule, value.source)
        for prefix, part in parts.items()
        for field in fields(part)
        if isinstance(value := getattr(part, field.name), Decided)
    }


@pytest.mark.parametrize(("changed", "invoice", "before", "after_invoice", "after"), CHANGES)
def test_one_changed_source_changes_just_that_values_why(
    changed: str, invoice: Invoice, before: Books, after_invoice: Invoice, after: Books
) -> None:
    there, here = whys(book(invoice, before)), whys(book(after_invoice, after))
    assert {name for name in there if there[name] != here[name]} == {changed}


def everything_that_was_told() -> list[Entry | Problems]:
    """Results that together use most rules and sources."""
    results = [
        book(invoice, of) for _, one, before, two, after in CHANGES for invoice, of in ((one, before), (two, after))
    ]
    cost = books(settings=replace(settings(use_cost_centers=True), cost_centers={"PX": "W100"}))
    projects = [
        line("1", project=name, activity="A1", gl=gl) for name in ("X", "W100", "W9") for gl in ("703000", "704000")
    ]
    closed = books(booking={"closed_period": "next_open"}, ledger=ledger(closed=frozenset({("70", 2026, 11)})))
    return [
        *results,
        book(sales_invoice(*projects), cost),
        book(sales_invoice(line("1", gl="703000")), cost),
        book(sales_invoice(line("1 @-"), relation=None), books()),
        book(sales_invoice(), closed),
        book(sales_invoice(credit=True), books(booking={"sales_credit_journal": "71"})),
        book(replace(INVOICE, journal_code="VK"), books(settings=replace(settings(), journals={"VK": "71"}))),
    ]


@pytest.mark.parametrize("language", list(Language))
def test_every_why_and_every_problem_can_be_told(language: Language) -> None:
    for result in everything_that_was_told():
        for rule, source in whys(result).values():
            assert source_words(source, language) != source, f"{source} is told in the program's own words"
            assert "<" not in rule_sentence(rule, source, language)
        for problem in result.problems if isinstance(result, Problems) else result.warnings:
            assert "<" not in problem_message(problem, language) + problem_fix(problem, language)
