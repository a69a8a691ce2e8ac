"""Rules 2: year and period."""

import datetime as dt
from typing import Any

import pytest
from builders import books, by_hand, ledger, purchase_invoice, sales_invoice, settings

from robexact_desktop.domain.booking.books import Books, Field
from robexact_desktop.domain.booking.period import YearPeriod, offset_period, reporting_period
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.ledger import Period


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def decided(invoice: Invoice, of: Books) -> tuple[str, str, list[str]]:
    found = reporting_period(invoice, "70", of)
    return str(found.value), found.rule, [problem.code.value for problem in found.problems]


@pytest.mark.parametrize(
    ("on", "period"),
    [("2026-09-01", "2026/9"), ("2026-10-31", "2026/10"), ("2026-11-03", "2026/11"), ("2026-12-31", "2026/12")],
)
def test_the_row_that_holds_the_date_decides_both_ends_included(on: str, period: str) -> None:
    assert decided(sales_invoice(date=day(on)), books()) == (period, "period.table", [])


@pytest.mark.parametrize("on", ["2026-08-31", "2027-01-01"])
def test_a_date_outside_the_table_blocks(on: str) -> None:
    assert decided(sales_invoice(date=day(on)), books()) == ("None", "period.table", ["period_missing"])


def test_a_long_first_year_and_quarters_come_from_the_table() -> None:
    odd = (
        Period(2027, 1, day("2026-07-01"), day("2026-12-31")),
        Period(2027, 2, day("2027-01-01"), day("2027-12-31")),
    )
    assert decided(sales_invoice(), books(ledger=ledger(periods=odd)))[0] == "2027/1"


CLOSED_NOVEMBER = frozenset({("70", 2026, 11)})
CLOSED_TO_YEAR_END = CLOSED_NOVEMBER | {("70", 2026, 12)}


@pytest.mark.parametrize(
    ("policy", "closed", "period", "rule", "problems"),
    [
        ("block", CLOSED_NOVEMBER, "2026/11", "period.table", ["period_closed"]),
        ("next_open", CLOSED_NOVEMBER, "2026/12", "period.next_open", []),
        ("next_open", CLOSED_TO_YEAR_END, "2026/11", "period.table", ["period_closed"]),
        ("next_open", frozenset({("60", 2026, 11)}), "2026/11", "period.table", []),
        ("block", frozenset({("70", 2025, 11), ("70", 2026, 10)}), "2026/11", "period.table", []),
    ],
)
def test_a_closed_period(policy: str, closed: frozenset[Any], period: str, rule: str, problems: list[str]) -> None:
    of = books(booking={"closed_period": policy}, ledger=ledger(closed=closed))
    assert decided(sales_invoice(), of) == (period, rule, problems)


def test_the_next_open_period_skips_closed_ones_and_names_the_one_it_left() -> None:
    closed = frozenset({("70", 2026, 9), ("70", 2026, 10), ("70", 2026, 11)})
    found = reporting_period(
        sales_invoice(date=day("2026-09-15")),
        "70",
        books(booking={"closed_period": "next_open"}, ledger=ledger(closed=closed)),
    )
    assert (str(found.value), found.source) == ("2026/12", "2026/9 closed, settings: booking.closed_period")


@pytest.mark.parametrize(
    ("on", "offset", "length", "period"),
    [
        ("2020-07-01", -6, "month", "2020/1"),  # Robaws' help: 01/2020 -> 07/2020 is -6
        ("2021-06-30", -6, "month", "2020/12"),
        ("2019-11-01", 2, "month", "2020/1"),  # began the November before: 2
        ("2020-10-31", 2, "month", "2020/12"),
        ("2026-11-03", 0, "month", "2026/11"),
        ("2026-11-03", 0, "quarter", "2026/4"),
        ("2026-03-31", 0, "quarter", "2026/1"),
        ("2020-07-01", -6, "quarter", "2020/1"),
        ("2019-11-01", 2, "quarter", "2020/1"),
    ],
)
def test_the_offset_rule(on: str, offset: int, length: str, period: str) -> None:
    booking = settings(period_offset_months=offset, period_length=length).booking
    assert str(offset_period(day(on), booking)) == period


def test_the_offset_serves_only_where_the_table_could_not_be_read() -> None:
    moved = {"period_offset_months": -6}
    assert decided(sales_invoice(), books(booking=moved))[:2] == ("2026/11", "period.table")
    unread = books(booking=moved, ledger=ledger(periods=()))
    assert decided(sales_invoice(), unread) == ("2026/5", "period.offset", [])


def test_a_closed_period_is_known_without_the_table_too() -> None:
    unread = books(ledger=ledger(periods=(), closed=CLOSED_NOVEMBER))
    assert decided(sales_invoice(), unread) == ("2026/11", "period.offset", ["period_closed"])


BOOKED_LATER = {"booking_date": day("2026-12-02")}


@pytest.mark.parametrize(
    ("setting", "invoice", "period", "source"),
    [
        ("invoice", purchase_invoice(**BOOKED_LATER), "2026/11", "date"),
        ("booking", purchase_invoice(**BOOKED_LATER), "2026/12", "bookingDate"),
        ("booking", purchase_invoice(), "2026/11", "date"),
        ("booking", sales_invoice(**BOOKED_LATER), "2026/11", "date"),
    ],
)
def test_the_period_of_a_purchase_may_follow_the_booking_date(
    setting: str, invoice: Invoice, period: str, source: str
) -> None:
    found = reporting_period(invoice, "60", books(booking={"purchase_period_date": setting}))
    assert (str(found.value), found.source) == (period, source)


@pytest.mark.parametrize(
    ("chosen", "closed", "problems"),
    [
        ("2026/12", frozenset(), []),
        ("2026/12", frozenset({("70", 2026, 12)}), ["period_closed"]),
        ("2025/3", frozenset(), ["period_missing"]),
    ],
)
def test_a_period_by_hand_goes_before_all_but_must_be_there_and_open(
    chosen: str, closed: frozenset[Any], problems: list[str]
) -> None:
    invoice = sales_invoice()
    hand = by_hand(invoice, Field.PERIOD, chosen)
    of = books(hand, booking={"closed_period": "next_open"}, ledger=ledger(closed=closed))
    assert decided(invoice, of) == (chosen, "period.hand", problems)


def test_a_period_is_written_as_on_the_command_line() -> None:
    assert YearPeriod.parse("2026/11") == YearPeriod(2026, 11)
    for wrong in ("2026", "november", "2026/"):
        with pytest.raises(ValueError, match="invalid literal"):
            YearPeriod.parse(wrong)
