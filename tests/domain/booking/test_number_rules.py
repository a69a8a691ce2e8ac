"""Rules 3: entry number and reference."""

from dataclasses import replace
from decimal import Decimal

import pytest
from builders import books, purchase_invoice, sales_invoice

from robexact_desktop.domain.booking import Entry, Problems, book
from robexact_desktop.domain.booking.books import Standing
from robexact_desktop.domain.booking.number import digits, entry_number, shared_numbers, your_ref
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.ledger import StandingEntry
from robexact_desktop.domain.names import AccountId, EntryId, InvoiceId


@pytest.mark.parametrize(
    ("number", "value"),
    [("F2026-0173", 20260173), ("2026/41", 202641), ("0041", 41), ("VK", None), ("", None), ("\u0664\u0662", None)],
)
def test_the_digits_of_a_number(number: str, value: int | None) -> None:
    assert digits(number) == value


@pytest.mark.parametrize(
    ("number", "value", "variant"),
    [
        ("F2026-0173", 20260173, None),
        ("2147483647", 2147483647, None),
        ("2147483648", None, "too_large"),
        ("F-2026-000173", 2026000173, None),
        ("CONCEPT", None, "no_digits"),
        ("F000", None, "no_digits"),
    ],
)
def test_the_entry_number_of_a_sale(number: str, value: int | None, variant: str | None) -> None:
    decided = entry_number(sales_invoice(number=number), books())
    assert (decided.value, decided.rule) == (value, "entry_number.digits")
    assert [problem.variant for problem in decided.problems] == ([variant] if variant else [])


@pytest.mark.parametrize(
    ("own", "value", "rule"),
    [
        ("20260042", 20260042, "entry_number.own"),
        ("A-42", None, "entry_number.no_own_number"),
        ("", None, "entry_number.no_own_number"),
        (None, None, "entry_number.no_own_number"),
        ("0", None, "entry_number.no_own_number"),
        ("2147483648", None, "entry_number.no_own_number"),
        ("4\u00b2", None, "entry_number.no_own_number"),
    ],
)
def test_the_entry_number_of_a_purchase_is_robaws_own_never_the_suppliers(
    own: str | None, value: int | None, rule: str
) -> None:
    decided = entry_number(purchase_invoice(own_number=own, number="2026001"), books())
    assert (decided.value, decided.rule, decided.problems) == (value, rule, ())


@pytest.mark.parametrize("invoice", [sales_invoice(number="CONCEPT"), purchase_invoice()])
def test_exact_may_assign_all_numbers(invoice: Invoice) -> None:
    decided = entry_number(invoice, books(booking={"exact_assigns_numbers": True}))
    assert (decided.value, decided.rule, decided.problems) == (None, "entry_number.exact", ())


def test_the_reference_is_the_number_as_printed() -> None:
    assert your_ref(sales_invoice()).value == "F2026-0173"
    assert your_ref(purchase_invoice()).value == "TT/2026/88"


def named(number: str, robaws_id: str, **changes: object) -> Invoice:
    return replace(sales_invoice(), id=InvoiceId(f"sales/{robaws_id}"), number=number, **changes)


def test_two_sales_with_the_same_digits_both_wait() -> None:
    one, two, other = named("F2026-01", "1"), named("G2026-01", "2"), named("F2026-02", "3")
    shared = shared_numbers([one, two, other], books())
    assert shared == {one.id: ("G2026-01",), two.id: ("F2026-01",)}
    with_shared = books(shared_numbers=shared)
    assert [problem.variant for problem in entry_number(one, with_shared).problems] == ["shared"]
    assert entry_number(other, with_shared).problems == ()


def test_the_same_digits_in_another_journal_or_year_are_no_quarrel() -> None:
    one, credit = named("F1", "1"), named("C1", "2", journal_code="71")
    assert shared_numbers([one, credit], books()) == {}
    assert shared_numbers([one, named("G1", "3")], books(booking={"exact_assigns_numbers": True})) == {}


OURS = AccountId("G-DEBOER")


def standing(**changes: object) -> StandingEntry:
    base = StandingEntry(EntryId("E1"), "70", 2026, 11, 20260173, "F2026-0173", OURS, Decimal("121.00"), type=20)
    return replace(base, **changes)


def found(entry: StandingEntry, invoice: Invoice | None = None, **changes: object) -> list[str]:
    result = book(invoice or sales_invoice(), books(standing=Standing().plus(entry), **changes))
    problems = result.problems if isinstance(result, Problems) else result.warnings
    return [problem.code.value for problem in problems]


def test_the_same_invoice_in_exact_is_offered_to_be_linked_and_never_sent() -> None:
    assert found(standing()) == ["already_in_exact"]
    result = book(sales_invoice(), books(standing=Standing().plus(standing())))
    assert isinstance(result, Problems)


@pytest.mark.parametrize(
    ("entry", "codes"),
    [
        ("another total", ["number_taken"]),
        ("another relation", ["number_taken"]),
        ("no relation", ["number_taken"]),
        ("another journal, same reference", ["already_in_exact"]),
        ("another number, same reference, other total", ["number_taken"]),
        ("same reference of another relation", []),
        ("same reference last year", []),
        ("same reference on the other side", []),
        ("same reference in other letters", ["already_in_exact"]),
    ],
)
def test_what_stands_in_the_place(entry: str, codes: list[str]) -> None:
    entries = {
        "another total": standing(amount=Decimal("121.01")),
        "another relation": standing(account=AccountId("G-TEGEL")),
        "no relation": standing(account=None),
        "another journal, same reference": standing(journal="71"),
        "another number, same reference, other total": standing(entry_number=7, amount=Decimal("1.00")),
        "same reference of another relation": standing(entry_number=7, account=AccountId("G-TEGEL")),
        "same reference last year": standing(entry_number=7, year=2025),
        "same reference on the other side": standing(entry_number=7, type=30),
        "same reference in other letters": standing(entry_number=7, your_ref="f2026-0173"),
    }
    assert found(entries[entry]) == codes


def test_what_this_program_booked_for_this_invoice_does_not_count() -> None:
    mine = sales_invoice()
    assert found(standing(), ours={EntryId("E1"): mine.id}) == []
    assert found(standing(), ours={EntryId("E1"): InvoiceId("sales/99")}) == ["already_in_exact"]


def test_a_number_given_to_another_invoice_of_ours_is_taken() -> None:
    entry = standing(account=AccountId("G-TEGEL"), your_ref="F2025-0173")
    assert found(entry, ours={EntryId("E1"): InvoiceId("sales/99")}) == ["number_taken"]


def test_two_unknown_relations_are_not_the_same() -> None:
    codes = found(standing(account=None), links={}, booking={"create_relations": "ask"})
    assert codes == ["relation_unlinked", "number_taken"]


def test_a_draft_has_no_reference_that_could_be_taken() -> None:
    draft = sales_invoice(number=None)
    assert found(standing(your_ref="", entry_number=7), draft) == ["draft"]


def test_a_credit_note_has_the_number_and_the_sign_of_its_own() -> None:
    credit = sales_invoice(credit=True)
    assert found(standing(amount=Decimal("-121.00"), type=21), credit) == ["already_in_exact"]
    assert found(standing(), credit) == ["number_taken"]


def test_a_ready_invoice_has_its_number() -> None:
    entry = book(sales_invoice(), books())
    assert isinstance(entry, Entry)
    assert (entry.entry_number.value, entry.your_ref.value) == (20260173, "F2026-0173")
