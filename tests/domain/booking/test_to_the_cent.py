"""Rules 7: to the cent. Every figure is worked out by hand."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from builders import books, line, purchase_invoice, sales_invoice

from robexact_desktop.domain.booking import Entry, Problems, book
from robexact_desktop.domain.invoice import Invoice


def told(invoice: Invoice, **changes: Any) -> tuple[Entry, list[tuple[str, dict[str, str]]]]:
    """The entry, and the remarks on its totals with their figures."""
    result = book(invoice, books(**changes))
    entry = result.draft if isinstance(result, Problems) else result
    problems = result.problems if isinstance(result, Problems) else result.warnings
    return entry, [
        (problem.variant, dict(problem.facts)) for problem in problems if problem.code.value == "totals_differ"
    ]


def figures(entry: Entry) -> list[tuple[str, str | None]]:
    return [
        (str(one.net.value), None if one.vat_amount.value is None else str(one.vat_amount.value)) for one in entry.lines
    ]


THREE = [line("10.02 @21")] * 3
ADDS_UP = [
    # lines, excl, incl, (net, VAT) of each line
    ([line("100.00 @21")], "100.00", "121.00", [("100.00", "21.00")]),
    # 30.06 x 21 % = 6.3126 -> 6.31 per rate; each line alone gives 2.10, the missing cent goes to the first largest
    (THREE, "30.06", "36.37", [("10.02", "2.11"), ("10.02", "2.10"), ("10.02", "2.10")]),
    # 21 % on 50.00 = 10.50; 6 % on 33.33 = 2.00; 0 %
    (
        [line("50.00 @21"), line("33.33 @6"), line("20.00 @0")],
        "103.33",
        "115.83",
        [("50.00", "10.50"), ("33.33", "2.00"), ("20.00", "0.00")],
    ),
    # a discount line: 100.00 - 10.00 = 90.00, 21 % = 18.90
    ([line("100.00 @21"), line("-10.00 @21")], "90.00", "108.90", [("100.00", "21.00"), ("-10.00", "-2.10")]),
    # a line of nothing
    ([line("100.00 @21"), line("0.00 @21")], "100.00", "121.00", [("100.00", "21.00"), ("0.00", "0.00")]),
    # an invoice that is negative in all
    ([line("-100.00 @21")], "-100.00", "-121.00", [("-100.00", "-21.00")]),
    # unrounded lines: 3 x 3.335 = 10.005 -> 10.01; each line rounds to 3.34 (10.02), so one gives a cent back.
    # VAT 21 % of 10.005 = 2.10105 -> 2.10; per line 0.70
    ([line("3.335 @21")] * 3, "10.01", "12.11", [("3.33", "0.70"), ("3.34", "0.70"), ("3.34", "0.70")]),
    # halves away from zero: 0.50 x 21 % = 0.105 -> 0.11
    ([line("0.50 @21")], "0.50", "0.61", [("0.50", "0.11")]),
    ([line("100.00 @M")], "100.00", "100.00", [("100.00", "0.00")]),
    ([line("100.00 @N")], "100.00", "100.00", [("100.00", None)]),
    ([line("100.00 @N"), line("10.00 @21")], "110.00", "112.10", [("100.00", None), ("10.00", "2.10")]),
    # totals with more decimals than the printed ones
    ([line("30.0575 @21")], "30.0575", "36.369575", [("30.06", "6.31")]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "excl", "incl", "expected"), ADDS_UP)
def test_lines_that_add_up(lines: list[Any], excl: str, incl: str, expected: list[tuple[str, str | None]]) -> None:
    entry, remarks = told(sales_invoice(*lines, excl=excl, total=incl))
    assert figures(entry) == expected
    assert remarks == []


@pytest.mark.parametrize(("lines", "excl", "incl", "expected"), ADDS_UP)
def test_a_credit_note_is_the_same_with_the_other_sign(
    lines: list[Any], excl: str, incl: str, expected: list[tuple[str, str | None]]
) -> None:
    entry, remarks = told(sales_invoice(*lines, excl=excl, total=incl, credit=True))
    turned = [(-Decimal(net), None if vat is None else -Decimal(vat)) for net, vat in expected]
    assert [(one.net.value, one.vat_amount.value) for one in entry.lines] == turned
    assert remarks == []


def test_an_invoice_rounded_per_line_is_told_and_the_cent_taken_from_the_largest_line() -> None:
    entry, remarks = told(sales_invoice(*THREE, excl="30.06", total="36.36"))
    assert figures(entry) == [("10.02", "2.10")] * 3
    assert remarks == [("vat_cents", {"stated": "6.30", "computed": "6.31", "difference": "-0.01"})]
    assert isinstance(book(sales_invoice(*THREE, excl="30.06", total="36.36"), books()), Entry)


def test_of_two_rates_the_one_that_was_rounded_per_line_takes_the_cent() -> None:
    # 6 %: 1000.00 -> 60.00 either way; 21 %: per rate 6.31, per line 6.30. Stated 66.30
    lines = (line("1000.00 @6"), *THREE)
    entry, remarks = told(sales_invoice(*lines, excl="1030.06", total="1096.36"))
    assert figures(entry) == [("1000.00", "60.00"), ("10.02", "2.10"), ("10.02", "2.10"), ("10.02", "2.10")]
    assert remarks == [("vat_cents", {"stated": "66.30", "computed": "66.31", "difference": "-0.01"})]


def test_a_cent_that_no_rate_explains_goes_to_the_largest_base() -> None:
    entry, remarks = told(sales_invoice(line("10.00 @21"), line("100.00 @6"), excl="110.00", total="118.11"))
    assert figures(entry) == [("10.00", "2.10"), ("100.00", "6.01")]
    assert [variant for variant, _ in remarks] == ["vat_cents"]


TEN = [line("10.00 @21")] * 10  # 100.00, VAT 21.00


@pytest.mark.parametrize(
    ("lines", "incl", "variant"),
    [
        (TEN, "121.05", "vat_cents"),  # five cents in all
        (TEN, "120.95", "vat_cents"),
        (TEN, "121.06", "vat"),
        (TEN, "120.94", "vat"),
        (TEN[:2], "24.22", "vat_cents"),  # a cent a line
        (TEN[:2], "24.23", "vat"),
        ([*TEN[:2], line("10.00 @0")], "34.23", "vat"),  # a line without VAT was not rounded
        ([line("100.00 @0")], "100.01", "vat"),
        ([line("100.00 @M")], "121.00", "vat"),
    ],
)
def test_more_than_a_cent_a_line_and_five_in_all_blocks(lines: list[Any], incl: str, variant: str) -> None:
    invoice = sales_invoice(*lines, total=incl)
    _, remarks = told(invoice)
    assert [found for found, _ in remarks] == [variant]
    assert isinstance(book(invoice, books()), Problems if variant == "vat" else Entry)


def test_what_blocks_names_both_figures() -> None:
    _, remarks = told(sales_invoice(line("100.00 @21"), total="122.00"))
    assert remarks == [("vat", {"stated": "22.00", "computed": "21.00", "difference": "1.00"})]


@pytest.mark.parametrize(("excl", "incl", "variant"), [("20.01", "24.21", "net_cents"), ("20.05", "24.25", "net")])
def test_the_total_without_vat_is_held_as_strictly(excl: str, incl: str, variant: str) -> None:
    # two lines of 10.00: 20.00; VAT 4.20 stated
    entry, remarks = told(sales_invoice(*TEN[:2], excl=excl, total=incl))
    assert [found for found, _ in remarks] == [variant]
    assert entry.total == Decimal(incl)


def test_the_cent_on_the_net_goes_to_the_largest_line() -> None:
    entry, _ = told(
        sales_invoice(line("5.00 @21"), line("-50.00 @21"), line("20.00 @21"), excl="-24.99", total="-30.24")
    )
    assert [net for net, _ in figures(entry)] == ["5.00", "-49.99", "20.00"]


def test_a_total_without_lines_blocks() -> None:
    nothing = sales_invoice(total="121.00", excl="100.00")
    _, remarks = told(replace(nothing, lines=()))
    assert remarks == [("net", {"stated": "121.00", "computed": "0.00", "difference": "121.00"})]


def test_reverse_charge_posts_no_vat_and_its_total_is_the_net() -> None:
    entry, remarks = told(purchase_invoice(line("1000.00 @M")))
    assert figures(entry) == [("1000.00", "0.00")]
    assert (entry.total, remarks) == (Decimal("1000.00"), [])


def test_reverse_charge_on_a_tariff_with_a_percentage_computes_none() -> None:
    at_21 = line("1000.00 @M", percentage=Decimal(21))
    entry, remarks = told(purchase_invoice(at_21, excl="1000.00", total="1000.00"))
    assert (entry.total, remarks) == (Decimal("1000.00"), [])


def test_the_vat_per_code_is_what_exact_must_show() -> None:
    invoice = sales_invoice(line("50.00 @21"), line("10.00 @21"), line("33.33 @6"), line("5.00 @0"), credit=True)
    entry, _ = told(invoice)
    expected = {"4": Decimal("-12.60"), "2": Decimal("-2.00"), "0X": Decimal(0)}
    assert entry.vat_per_code == expected
