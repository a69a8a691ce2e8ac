"""The program's own store and services in a simulated world: a data folder that a crash leaves as it stands."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from builders import CUSTOMER, SUPPLIER, books, line, purchase_invoice, sales_invoice

from robexact_desktop.adapters.exact import payload
from robexact_desktop.adapters.store.database import Database
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.ledger import (
    Account,
    CostCenter,
    CostUnit,
    Currency,
    Division,
    DocumentType,
    GLAccount,
    Journal,
    PaymentCondition,
    Period,
    VATCode,
)
from robexact_desktop.domain.names import Kind, RelationId, invoice_id
from robexact_desktop.domain.relation import Relation
from robexact_desktop.domain.settings import CreateRelations, ExactSettings, Settings
from robexact_desktop.services.ports import SyncedAccount
from robexact_desktop.services.workplace import Workplace
from robexact_desktop.tables import stores_of
from simulation.services import Fate, SimExact, SimRobaws, Time

START = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
DIVISION = 204
SETTLE = 120
NEWCOMER = RelationId("client/9")
"""Nobody in Exact: created with the first of its invoices."""


def settings(*, assigned: bool) -> Settings:
    chosen = books().settings
    booking = replace(chosen.booking, create_relations=CreateRelations("always"), exact_assigns_numbers=assigned)
    return replace(chosen, booking=booking, exact=ExactSettings(division=DIVISION, settle_seconds=SETTLE))


def invoices() -> list[Invoice]:
    """Six: sales, a credit note, purchases, and two of a relation that is to be created."""

    def sale(number: int, amount: str, **changes: Any) -> Invoice:
        printed = f"2026{number:04}"
        return sales_invoice(line(amount), id=invoice_id(Kind.SALES, str(number)), number=printed, **changes)

    def purchase(number: int, amount: str) -> Invoice:
        printed = {"number": f"TT/{number}", "own_number": f"2026{number:04}"}
        return purchase_invoice(line(amount), id=invoice_id(Kind.PURCHASE, str(number)), **printed)

    new = {"relation": NEWCOMER, "relation_name": "Nieuwe Klant"}
    return [
        sale(1, "100.00 @21"),
        sale(2, "250.50 @6"),
        sale(3, "-80.00 @21", credit=True),
        sale(4, "410.00 @21", **new),
        sale(5, "12.34 @21", **new),
        purchase(6, "99.99 @21"),
    ]


def furnish(folder: Path, *, assigned: bool) -> None:
    """A data folder with everything imported; simulations start from copies of it."""
    folder.mkdir(parents=True)
    known = books()
    ledger = known.ledger
    with Database(folder) as database:
        stores = stores_of(database, known.settings.environment)
        stores.settings.save(settings(assigned=assigned), "An", START)
        lists: dict[type[Any], Any] = {
            GLAccount: ledger.gl_accounts.values(),
            Journal: ledger.journals.values(),
            VATCode: ledger.vat_codes.values(),
            Period: ledger.periods,
            PaymentCondition: ledger.payment_conditions.values(),
            CostCenter: ledger.cost_centers.values(),
            CostUnit: ledger.cost_units.values(),
            Currency: [Currency(code) for code in sorted(ledger.currencies)],
            Division: [Division(DIVISION, "Bouwwerken Peeters", "EUR")],
            DocumentType: [DocumentType(10, "Verkoopfactuur"), DocumentType(20, "Inkoopfactuur")],
            Relation: [
                *known.relations.values(),
                Relation(NEWCOMER, "K0009", "Nieuwe Klant", vat_number="BE0999000129", country="BE"),
            ],
        }
        for what, rows in lists.items():
            stores.master.replace(what, tuple(rows))
        for relation in (CUSTOMER, SUPPLIER):
            stores.links.put(known.links[relation], "An", START)
        stores.accounts.put(_synced().values())
        stores.invoices.put(invoices())


def _synced() -> dict[str, SyncedAccount]:
    accounts: list[Account] = list(books().accounts.values())
    return {account.id: SyncedAccount(at, account) for at, account in enumerate(accounts, start=1)}


class SimDatabase(Database):
    """The real one; between what is written and what is on disk a crash may come.

    `forgets` is a disk that does not keep what was committed: after a crash some commits are gone.
    """

    fate: Fate
    forgets: list[bytes] | None = None

    @contextmanager
    def writing_books(self) -> Iterator[sqlite3.Connection]:
        with super().writing_books() as connection:
            yield connection
            self.fate.may_crash("before a commit")
        if self.forgets is not None:
            self.forgets.append(connection.serialize())
        self.fate.may_crash("after a commit")


class SimOffice:
    """A data folder and both services; each run opens the folder anew, as a process does."""

    def __init__(self, folder: Path, template: Path, fate: Fate, *, forgets: bool = False) -> None:
        shutil.copytree(template, folder)
        self.folder = folder
        self.fate = fate
        self.time = Time(START)
        synced = _synced()
        self.exact = SimExact(self.time, fate, synced, stamps=len(synced))
        self.robaws = SimRobaws(self.time, fate, {invoice.id: invoice for invoice in invoices()})
        self._commits: list[bytes] | None = [] if forgets else None

    @contextmanager
    def work(self) -> Iterator[Workplace]:
        with SimDatabase(self.folder) as database:
            database.fate, database.forgets = self.fate, self._commits
            environment = books().settings.environment
            stores = stores_of(database, environment)
            yield Workplace(
                settings=stores.settings.load(environment),
                stores=stores,
                robaws=self.robaws,  # type: ignore[arg-type]
                exact=self.exact,  # type: ignore[arg-type]
                payloads=payload,
                clock=self.time,
                who="An",
                sheets=lambda *_: None,  # type: ignore[arg-type]
            )

    def lose_power(self) -> None:
        """What a disk without FULL does: the last commits are gone."""
        if not self._commits or len(self._commits) < 2:
            return
        lost = self.fate.rng.randint(1, min(3, len(self._commits) - 1))
        before = bytearray(self._commits[-1 - lost])
        before[18:20] = b"\1\1"  # no WAL in memory (sqlite.org/fileformat2.html 1.3.3)
        with (
            closing(sqlite3.connect(self.folder / "books.db")) as connection,
            closing(sqlite3.connect(":memory:")) as old,
        ):
            old.deserialize(bytes(before))
            old.backup(connection)
        self._commits.clear()

    def unwrite_intents(self) -> None:
        """As if the intent had not been written before the request left."""
        with closing(sqlite3.connect(self.folder / "books.db")) as connection, connection:
            connection.execute("UPDATE operation SET state = 'queued', attempt = attempt - 1 WHERE state = 'sending'")

    def forget_to_wait(self) -> None:
        """As if what was not answered might go again at once, after one look."""
        with closing(sqlite3.connect(self.folder / "books.db")) as connection, connection:
            connection.execute("UPDATE operation SET state = 'queued' WHERE state = 'unknown'")
