"""Rules 2: year and period (product.md S7), from Exact's own table by date; never another period unasked."""

from dataclasses import dataclass
from datetime import date

from robexact_desktop.domain.booking.books import Books, Field
from robexact_desktop.domain.booking.decided import Decided
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.ledger import Ledger, Period
from robexact_desktop.domain.names import Kind
from robexact_desktop.domain.problems import ProblemCode, problem
from robexact_desktop.domain.settings import BookingSettings, ClosedPeriod, PeriodDate, PeriodLength


@dataclass(frozen=True, slots=True, order=True)
class YearPeriod:
    """A reporting year and period, written `2026/11` on the command line."""

    year: int
    period: int

    def __str__(self) -> str:
        return f"{self.year}/{self.period}"

    @classmethod
    def parse(cls, text: str) -> "YearPeriod":
        """From `2026/11`. Raises ValueError where it is not that."""
        year, _, period = text.partition("/")
        return cls(int(year), int(period))


def reporting_period(invoice: Invoice, journal: str | None, books: Books) -> Decided[YearPeriod | None]:
    """By hand > Exact's table by date > (table unreadable) the offset rule; then the policy for a closed one."""
    if override := books.by_hand(invoice.id, Field.PERIOD):
        chosen = YearPeriod.parse(override.value)
        return _judged(chosen, journal, books, "period.hand", f"by hand: {override.who}")
    day, source = period_date(invoice, books.settings.booking)
    if not books.ledger.periods:
        by_offset = offset_period(day, books.settings.booking)
        return _judged(by_offset, journal, books, "period.offset", f"{source}, settings: booking.period_offset_months")
    row = in_table(day, books.ledger)
    if row is None:
        return Decided(None, "period.table", source, (problem(ProblemCode.PERIOD_MISSING, date=day.isoformat()),))
    return _open_or_next(row, journal, books, source)


def period_date(invoice: Invoice, booking: BookingSettings) -> tuple[date, str]:
    """The date that decides, and its name: purchases may follow the booking date (setting)."""
    if invoice.kind is Kind.PURCHASE and booking.purchase_period_date is PeriodDate.BOOKING and invoice.booking_date:
        return invoice.booking_date, "bookingDate"
    return invoice.date, "date"


def in_table(day: date, ledger: Ledger) -> Period | None:
    return next((row for row in ledger.periods if row.start <= day <= row.end), None)


def offset_period(day: date, booking: BookingSettings) -> YearPeriod:
    """The date moved by the offset gives year and month; a quarter is three months.

    Source: Robaws' help page: 01/2020 -> 07/2020 is -6, a year that began the November before is 2.
    """
    months = day.year * 12 + (day.month - 1) + booking.period_offset_months
    year, month = divmod(months, 12)
    return YearPeriod(year, month // 3 + 1 if booking.period_length is PeriodLength.QUARTER else month + 1)


def _open_or_next(row: Period, journal: str | None, books: Books, source: str) -> Decided[YearPeriod | None]:
    wanted = YearPeriod(row.year, row.period)
    policy = books.settings.booking.closed_period
    if policy is ClosedPeriod.BLOCK or not _closed(wanted, journal, books.ledger):
        return _judged(wanted, journal, books, "period.table", source)
    for later in sorted(books.ledger.periods, key=lambda period: period.start):
        candidate = YearPeriod(later.year, later.period)
        if later.start > row.end and not _closed(candidate, journal, books.ledger):
            return Decided(candidate, "period.next_open", f"{wanted} closed, settings: booking.closed_period")
    return _judged(wanted, journal, books, "period.table", source)


def _judged(
    chosen: YearPeriod, journal: str | None, books: Books, rule: str, source: str
) -> Decided[YearPeriod | None]:
    ledger = books.ledger
    if ledger.periods and not any((row.year, row.period) == (chosen.year, chosen.period) for row in ledger.periods):
        return Decided(chosen, rule, source, (problem(ProblemCode.PERIOD_MISSING, "hand", period=chosen),))
    if _closed(chosen, journal, ledger):
        closed = problem(ProblemCode.PERIOD_CLOSED, period=chosen, journal=journal or "")
        return Decided(chosen, rule, source, (closed,))
    return Decided(chosen, rule, source)


def _closed(chosen: YearPeriod, journal: str | None, ledger: Ledger) -> bool:
    return journal is not None and (journal, chosen.year, chosen.period) in ledger.closed
