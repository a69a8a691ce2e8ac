"""The snapshot that bookings are decided from."""

import datetime as dt
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from robexact_desktop.adapters.store.account import AccountRows
from robexact_desktop.adapters.store.books import BooksReader
from robexact_desktop.adapters.store.contested import ContestedRows
from robexact_desktop.adapters.store.database import Database
from robexact_desktop.adapters.store.feed import FeedRows
from robexact_desktop.adapters.store.history import HistoryRows
from robexact_desktop.adapters.store.invoice import InvoiceRows
from robexact_desktop.adapters.store.link import LinkRows
from robexact_desktop.adapters.store.master import MasterRows
from robexact_desktop.adapters.store.outbox import Outbox
from robexact_desktop.adapters.store.override import OverrideRows
from robexact_desktop.adapters.store.settings import SettingsRows
from robexact_desktop.domain.booking.books import ArticleAccounts, Books, Field, Override
from robexact_desktop.domain.errors import UnknownIdError
from robexact_desktop.domain.invoice import fingerprint
from robexact_desktop.domain.ledger import ClosedPeriod, CostCenter, Currency, Division, GLAccount, Journal, Period
from robexact_desktop.domain.names import AccountId, InvoiceId, RelationId
from robexact_desktop.domain.outbox import Event, Kind, Operation, State
from robexact_desktop.domain.relation import Link, LinkRule, Relation
from robexact_desktop.domain.settings import BookingSettings, ExactSettings, Settings
from robexact_desktop.services.ports import Article, BankAccount, OpenApproval

from .store_examples import HERE, LATER, NOW, THERE, WHO, account, feed_line, invoice, operation

CLIENT = RelationId("client/7")
SETTINGS = Settings(HERE, exact=ExactSettings(division=123), booking=BookingSettings(sales_journal="70"))


@pytest.fixture
def kept(database: Database) -> Database:
    SettingsRows(database).save(SETTINGS, WHO, NOW)
    return database


def read(database: Database) -> Books:
    return BooksReader(database, HERE).read()


def test_an_environment_without_settings_is_told(database: Database) -> None:
    with pytest.raises(UnknownIdError):
        read(database)


def test_the_ledger_is_that_of_the_environment(kept: Database) -> None:
    here, there = MasterRows(kept, HERE), MasterRows(kept, THERE)
    gl, journal = GLAccount("g", "700000", "Verkoop", 110), Journal("70", "Verkoop", 20)
    march = Period(2026, 3, dt.date(2026, 3, 1), dt.date(2026, 3, 31))
    here.replace(GLAccount, [gl])
    here.replace(Journal, [journal])
    here.replace(Period, [march])
    here.replace(ClosedPeriod, [ClosedPeriod("70", 2026, 2)])
    here.replace(CostCenter, [CostCenter("P1", "Werf")])
    here.replace(Currency, [Currency("USD")])
    here.replace(Division, [Division(99, "andere", "GBP"), Division(123, "Peeters", "CHF")])
    there.replace(Journal, [Journal("80", "van hen", 20)])
    ledger = read(kept).ledger
    assert ledger.gl_accounts == {"700000": gl}
    assert ledger.journals == {"70": journal}
    assert (ledger.periods, ledger.closed) == ((march,), {("70", 2026, 2)})
    assert (set(ledger.cost_centers), set(ledger.cost_units)) == ({"P1"}, set())
    assert (ledger.currencies, ledger.currency) == ({"USD"}, "CHF")


def test_the_currency_is_the_euro_until_the_division_is_known(kept: Database) -> None:
    MasterRows(kept, HERE).replace(Division, [Division(99, "andere", "GBP")])
    assert read(kept).ledger.currency == "EUR"


def test_relations_links_and_their_accounts(kept: Database) -> None:
    relation = Relation(CLIENT, "7", "Café 't Hoekske", iban="BE68539007547034")
    MasterRows(kept, HERE).replace(Relation, [relation])
    MasterRows(kept, HERE).replace(Article, [Article("3", "Dakpan", ArticleAccounts(sales="701000"))])
    MasterRows(kept, HERE).replace(BankAccount, [BankAccount("b1", AccountId("guid-1"), "BE68539007547034")])
    MasterRows(kept, HERE).replace(OpenApproval, [OpenApproval(InvoiceId("purchase/4"))])
    AccountRows(kept, HERE).put([account(), account("guid-2"), account("guid-3")])
    LinkRows(kept, HERE).put(Link(CLIENT, AccountId("guid-1"), LinkRule.NAME), WHO, NOW)
    LinkRows(kept, THERE).put(Link(CLIENT, AccountId("guid-2"), LinkRule.NAME), WHO, NOW)
    ContestedRows(kept, HERE).replace([RelationId("client/8")])
    books = read(kept)
    assert books.relations == {CLIENT: relation}
    assert books.links == {CLIENT: Link(CLIENT, AccountId("guid-1"), LinkRule.NAME)}
    assert books.accounts == {"guid-1": account().account}
    assert books.contested == {"client/8"}
    assert books.ibans == {"guid-1": {"BE68539007547034"}}
    assert books.articles == {"3": ArticleAccounts(sales="701000")}
    assert books.waiting_for_approval == {"purchase/4"}


def by_hand(made_for: str, field: Field = Field.GL) -> Override:
    return Override(InvoiceId("sales/12"), 0, field, "700100", "700000", WHO, NOW, made_for)


def test_values_by_hand_hold_until_their_invoice_changes(kept: Database) -> None:
    invoices, overrides = InvoiceRows(kept, HERE), OverrideRows(kept, HERE)
    invoices.put([invoice()])
    override = by_hand(fingerprint(invoice()))
    overrides.put(override)
    overrides.put(by_hand("of an older state", Field.VAT))
    assert read(kept).overrides == {"sales/12": (override,)}
    invoices.put([invoice(status="Verzonden", updated_at="2027-01-01T00:00:00Z")])
    assert read(kept).overrides == {"sales/12": (override,)}
    invoices.put([invoice(total_incl=Decimal("122.00"))])
    assert read(kept).overrides == {}
    invoices.remove(InvoiceId("sales/12"))
    assert read(kept).overrides == {}


def test_what_stands_in_exact_and_what_of_it_is_ours(kept: Database) -> None:
    FeedRows(kept, HERE).put([feed_line("0", 0, "121.00")])
    FeedRows(kept, THERE).put([feed_line("9", 0, "5.00", entry_number=9, your_ref="theirs")])
    outbox = Outbox(kept, HERE)
    for subject in ("sales/12", "sales/13"):
        outbox.record(outbox.add(operation(subject), NOW).id, Event.INTENT_WRITTEN, NOW)
    outbox.record(outbox.of("sales/12")[operation().kind].id, Event.ACCEPTED, NOW, remote_id="entry-1")
    books = read(kept)
    assert set(books.standing.by_number) == {("70", 2026, 20260012)}
    assert set(books.standing.by_reference) == {"f2026-0012"}
    assert books.ours == {"entry-1": "sales/12"}


def test_only_sales_that_wait_share_a_number(kept: Database) -> None:
    same = {f"sales/{n}": number for n, number in enumerate(["F-2026/12", "2026-12", "F202612", "202612", "V13"])}
    InvoiceRows(kept, HERE).put([invoice(id_, number=number) for id_, number in same.items()])
    InvoiceRows(kept, HERE).put([invoice("sales/9", number="20-26-12", sent_to_accountant=True)])
    InvoiceRows(kept, HERE).put([invoice("sales/8", number="zonder"), invoice("sales/7", number="cijfers")])
    InvoiceRows(kept, HERE).put([invoice("sales/6", number=None), invoice("purchase/1", number="202612")])
    outbox = Outbox(kept, HERE)
    row = outbox.add(operation("sales/3"), NOW)
    assert set(read(kept).shared_numbers) == {"sales/0", "sales/1", "sales/2", "sales/3"}
    outbox.record(row.id, Event.FOUND, LATER, remote_id="entry-1")
    shared = read(kept).shared_numbers
    assert set(shared) == {"sales/0", "sales/1", "sales/2"}
    assert set(shared[InvoiceId("sales/0")]) == {"2026-12", "F202612"}


WRITES = """
import pathlib, sys
sys.path.insert(0, sys.argv[2])
from store_examples import HERE, NOW, feed_line, operation
from robexact_desktop.adapters.store.database import Database
from robexact_desktop.adapters.store.feed import FeedRows
from robexact_desktop.adapters.store.outbox import Outbox
from robexact_desktop.domain.outbox import Event

with Database(pathlib.Path(sys.argv[1])) as database:
    outbox, feed = Outbox(database, HERE), FeedRows(database, HERE)
    print("at work", flush=True)
    for n in range(40):
        row = outbox.add(operation(f"sales/{n}"), NOW)
        outbox.record(row.id, Event.INTENT_WRITTEN, NOW)
        outbox.record(row.id, Event.ACCEPTED, NOW, remote_id=f"entry-{n}")
        feed.put([feed_line(f"{n}-{k}", k, "1", entry_id=f"entry-{n}", entry_number=n + 1) for k in (0, 1, 9999)])
"""


def rows_of(operations: dict[str, dict[Kind, Operation]]) -> list[tuple[str, list[Operation]]]:
    return [(subject, list(of_subject.values())) for subject, of_subject in operations.items()]


def test_every_snapshot_is_whole_while_another_process_writes(tmp_path: Path) -> None:
    with Database(tmp_path) as database:
        SettingsRows(database).save(SETTINGS, WHO, NOW)
    command = [sys.executable, "-c", WRITES, tmp_path, Path(__file__).parent]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer,
        Database.read_only(tmp_path) as database,
    ):
        assert writer.stdout is not None
        writer.stdout.readline()
        outbox, history = Outbox(database, HERE), HistoryRows(database, HERE)
        running, seen = True, 0
        while running:
            running = writer.poll() is None
            with database.reading() as connection:
                books, operations = read(database), outbox.all()
                for subject, (row,) in rows_of(operations):
                    steps = {State.QUEUED: 0, State.SENDING: 1, State.BOOKED: 2}[row.state]
                    assert len(history.attempts(subject)) == steps
                booked = {name for name, (row,) in rows_of(operations) if row.state is State.BOOKED}
                assert set(books.ours.values()) == booked
                (lines,) = connection.execute("SELECT count(*) FROM transaction_line").fetchone()
                assert lines == 3 * len(books.standing.by_number)
                assert len(booked) >= seen
                seen = len(booked)
        assert writer.returncode == 0
    assert seen == 40
