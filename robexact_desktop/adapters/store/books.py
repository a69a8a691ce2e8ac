"""The frozen snapshot that bookings are decided from: every table read in one transaction over both databases."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from robexact_desktop.adapters.store.account import AccountRows
from robexact_desktop.adapters.store.contested import ContestedRows
from robexact_desktop.adapters.store.database import Database
from robexact_desktop.adapters.store.feed import FeedRows
from robexact_desktop.adapters.store.invoice import InvoiceRows
from robexact_desktop.adapters.store.link import LinkRows
from robexact_desktop.adapters.store.master import MasterRows
from robexact_desktop.adapters.store.override import OverrideRows
from robexact_desktop.adapters.store.settings import SettingsRows
from robexact_desktop.domain.booking.books import Books, Override
from robexact_desktop.domain.booking.number import digits, shared_numbers
from robexact_desktop.domain.invoice import Invoice, fingerprint
from robexact_desktop.domain.ledger import (
    ClosedPeriod,
    CostCenter,
    CostUnit,
    Currency,
    Division,
    GLAccount,
    Journal,
    Ledger,
    PaymentCondition,
    Period,
    VATCode,
)
from robexact_desktop.domain.names import AccountId, EntryId, InvoiceId
from robexact_desktop.domain.outbox import NOT_OURS
from robexact_desktop.domain.relation import Relation
from robexact_desktop.domain.settings import Settings
from robexact_desktop.services import ports
from robexact_desktop.services.ports import Article, BankAccount, OpenApproval

Row = TypeVar("Row")
Key = TypeVar("Key")

OURS = """
SELECT remote_id, subject FROM operation
WHERE environment = :environment AND kind = 'entry' AND state = 'booked' AND remote_id <> ''
"""

OTHERS = """
SELECT subject, json_extract(evidence, :not_ours) FROM operation
WHERE environment = :environment AND kind = 'entry' AND json_extract(evidence, :not_ours) IS NOT NULL
"""


class BooksReader(ports.BooksReader):
    def __init__(self, database: Database, environment: str) -> None:
        self._database = database
        self._environment = environment
        self._settings = SettingsRows(database)
        self._master = MasterRows(database, environment)
        self._accounts = AccountRows(database, environment)
        self._feed = FeedRows(database, environment)
        self._invoices = InvoiceRows(database, environment)
        self._links = LinkRows(database, environment)
        self._overrides = OverrideRows(database, environment)
        self._contested = ContestedRows(database, environment)

    def read(self) -> Books:
        """Raises UnknownIdError where the environment has no settings."""
        with self._database.reading():
            settings = self._settings.load(self._environment)
            books = Books(
                settings=settings,
                ledger=self._ledger(settings),
                relations=_by(lambda relation: relation.id, self._master.all(Relation)),
                links=self._links.all(),
                accounts=_by(lambda account: account.id, self._accounts.linked()),
                contested=self._contested.all(),
                ibans=self._ibans(),
                articles={article.id: article.accounts for article in self._master.all(Article)},
                overrides=self._overrides_that_hold(),
                standing=self._feed.standing(),
                waiting_for_approval=frozenset(row.invoice for row in self._master.all(OpenApproval)),
                ours=self._ours(),
                others=self._others(),
            )
            # by journal and year, which the rest of the books decides
            return replace(books, shared_numbers=shared_numbers(self._same_digits(), books))

    def _ledger(self, settings: Settings) -> Ledger:
        master = self._master
        divisions = {division.code: division for division in master.all(Division)}
        ours = divisions.get(settings.exact.division or 0)
        return Ledger(
            gl_accounts=_by(lambda row: row.code, master.all(GLAccount)),
            journals=_by(lambda row: row.code, master.all(Journal)),
            vat_codes=_by(lambda row: row.code, master.all(VATCode)),
            periods=master.all(Period),
            closed=frozenset((row.journal, row.year, row.period) for row in master.all(ClosedPeriod)),
            payment_conditions=_by(lambda row: row.code, master.all(PaymentCondition)),
            cost_centers=_by(lambda row: row.code, master.all(CostCenter)),
            cost_units=_by(lambda row: row.code, master.all(CostUnit)),
            currencies=frozenset(row.code for row in master.all(Currency)),
            currency=ours.currency if ours else "EUR",
            country=ours.country if ours else "",
        )

    def _ibans(self) -> Mapping[AccountId, frozenset[str]]:
        found: defaultdict[AccountId, set[str]] = defaultdict(set)
        for row in self._master.all(BankAccount):
            found[row.account].add(row.iban)
        return {account: frozenset(ibans) for account, ibans in found.items()}

    def _overrides_that_hold(self) -> Mapping[InvoiceId, tuple[Override, ...]]:
        """Those made for the invoice as it is now: once it changes they are asked again (M9)."""
        now = {invoice.id: fingerprint(invoice) for invoice in self._invoices.set_by_hand()}
        held = {
            invoice: tuple(override for override in overrides if override.made_for == now.get(invoice))
            for invoice, overrides in self._overrides.all().items()
        }
        return {invoice: overrides for invoice, overrides in held.items() if overrides}

    def _ours(self) -> Mapping[EntryId, InvoiceId]:
        with self._database.reading() as db:
            return dict(db.execute(OURS, {"environment": self._environment}).fetchall())

    def _others(self) -> Mapping[InvoiceId, frozenset[EntryId]]:
        which = {"environment": self._environment, "not_ours": f"$.{NOT_OURS}"}
        with self._database.reading() as db:
            found = db.execute(OTHERS, which).fetchall()
        return {subject: frozenset(EntryId(name) for name in names.split()) for subject, names in found}

    def _same_digits(self) -> list[Invoice]:
        """The few that may share an entry number: to read every waiting invoice whole would cost most of the time."""
        groups: defaultdict[int, list[InvoiceId]] = defaultdict(list)
        for invoice, number in self._invoices.waiting_sales().items():
            if (value := digits(number)) is not None:
                groups[value].append(invoice)
        several = [invoice for group in groups.values() if len(group) > 1 for invoice in group]
        return [found for invoice in several if (found := self._invoices.get(invoice)) is not None]


def _by(key: Callable[[Row], Key], rows: Iterable[Row]) -> dict[Key, Row]:
    return {key(row): row for row in rows}
