"""What the window reads by itself: everything that was fetched, without the network and without the lane."""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace

from robexact_desktop.domain.booking import Books
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.names import InvoiceId
from robexact_desktop.domain.settings import Settings
from robexact_desktop.services.prepare_entries import Prepared, prepare
from robexact_desktop.services.workplace import Workplace

Opens = Callable[[], AbstractContextManager[Workplace]]


class Reading:
    """A read-only workplace, and the snapshot of the books as long as nothing changed. Used from one thread."""

    def __init__(self, opens: Opens, files: Callable[[], object] = lambda: None) -> None:
        """`files` is which files these are: a damaged cache is set aside, and another one stands in its place."""
        self._opens = opens
        self._files = files
        self._opened_on = files()
        self._opened = ExitStack()
        self._work = self._opened.enter_context(opens())
        self._books: Books | None = None

    @property
    def work(self) -> Workplace:
        return self._work

    @property
    def settings(self) -> Settings:
        return self._work.settings

    def books(self) -> Books:
        """One snapshot for all previews until something changes."""
        if self._books is None:
            self._books = self._work.stores.books.read()
        return self._books

    def prepared(self, invoice: InvoiceId) -> Prepared | None:
        """The booking of one invoice, as it would be or was sent."""
        found = self._work.stores.invoices.get(invoice)
        return None if found is None else self.prepare(found)

    def prepare(self, invoice: Invoice) -> Prepared:
        return prepare(invoice, self.books(), self._work.stores.outbox.of(invoice.id))

    def forget(self, books: Books | None = None) -> None:
        """Something changed: read again when asked, settings included. `books` where the lane has read them already.

        The connection stays, since each reading sees what is there then: to open another costs the window 10 ms.
        """
        self._books = books
        files = self._files()
        if files == self._opened_on:
            settings = self._work.stores.settings.load(self._work.settings.environment)
            self._work = replace(self._work, settings=settings)
            return
        self._opened.close()
        self._opened = ExitStack()
        self._work, self._opened_on = self._opened.enter_context(self._opens()), files

    def close(self) -> None:
        self._opened.close()
