"""`book(invoice, books)`: from an invoice to the entry that Exact is to hold, each value with its reason.

The numbered rules stand in docs/booking_rules.md; each names the function here that holds it.
"""

from robexact_desktop.domain.booking.book import book
from robexact_desktop.domain.booking.books import Books
from robexact_desktop.domain.booking.decided import Decided
from robexact_desktop.domain.booking.entry import Entry, EntryLine, Problems

__all__ = ["Books", "Decided", "Entry", "EntryLine", "Problems", "book"]
