"""Exact's feeds, read from the last rowversion on. One of them serves the duplicate check and the read-back alike."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from robexact_desktop.services.ports import Page
from robexact_desktop.services.workplace import Workplace, never_stop

Row = TypeVar("Row")


def read_accounts(work: Workplace, stop: Callable[[], bool] = never_stop) -> None:
    """New and changed relations of Exact. What is decided from them needs them whole: only an import may `stop`."""
    accounts = work.stores.accounts
    _read(work, "accounts", accounts.cursor, work.exact.accounts, accounts.put, stop)


def read_entries(work: Workplace, stop: Callable[[], bool] = never_stop) -> None:
    """New and changed transaction lines of sales and purchase entries."""
    feed = work.stores.feed
    _read(work, "entries", feed.cursor, work.exact.transaction_lines, feed.put, stop)


def read_terms(work: Workplace) -> None:
    """New and changed payment terms."""
    terms = work.stores.terms
    _read(work, "payment_terms", terms.cursor, work.exact.payment_terms, terms.put)


def _read(
    work: Workplace,
    name: str,
    cursor: Callable[[], int],
    pages_after: Callable[[int], Iterator[Page[Row]]],
    put: Callable[[Iterable[Any]], None],
    stop: Callable[[], bool] = never_stop,
) -> None:
    """Page by page: the cursor is the highest row stored, so a reading that breaks off goes on where it stopped."""
    done = 0
    for page in pages_after(cursor()):
        put(page.rows)
        done += len(page.rows)
        work.progress(name, done, page.total)
        if stop():
            return
