"""What nobody can give again: settings, links, values by hand, payments, and who did it."""

import datetime as dt
import sqlite3
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as bounded

from robexact_desktop.adapters.store.database import Database
from robexact_desktop.adapters.store.history import HistoryRows
from robexact_desktop.adapters.store.link import LinkRows
from robexact_desktop.adapters.store.override import OverrideRows
from robexact_desktop.adapters.store.payment import PaymentRows
from robexact_desktop.adapters.store.settings import SettingsRows
from robexact_desktop.domain.booking.books import Field, Override
from robexact_desktop.domain.errors import UnknownIdError
from robexact_desktop.domain.names import AccountId, InvoiceId, RelationId
from robexact_desktop.domain.payment import PaymentStatus
from robexact_desktop.domain.relation import Link, LinkRule
from robexact_desktop.domain.settings import Settings
from robexact_desktop.services.ports import PaymentRow

from .settings_examples import every_settings
from .store_examples import HERE, LATER, NOW, THERE, WHO

CLIENT = RelationId("client/7")
SALE = InvoiceId("sales/12")


def test_settings_are_kept_for_each_environment(database: Database) -> None:
    rows = SettingsRows(database)
    assert rows.environments() == ()
    rows.save(Settings(THERE, journals={"a.b": "70"}), WHO, NOW)
    rows.save(Settings(HERE), WHO, NOW)
    assert rows.environments() == (HERE, THERE)
    assert rows.load(THERE) == Settings(THERE, journals={"a.b": "70"})
    with pytest.raises(UnknownIdError) as told:
        rows.load("Nergens")
    assert told.value.facts == {"what": "environment", "id": "Nergens"}


def test_only_what_changed_gets_a_new_who_and_when(database: Database) -> None:
    rows = SettingsRows(database)
    rows.save(Settings(HERE, journals={"V": "70"}, cost_units={"1": "A"}), "an", NOW)
    rows.save(Settings(HERE, journals={"V": "71"}, active=False), "bert", LATER)
    assert rows.load(HERE) == Settings(HERE, journals={"V": "71"}, active=False)
    with database.reading() as db:
        by_bert = db.execute("SELECT path FROM setting WHERE who = 'bert' ORDER BY path").fetchall()
    assert by_bert == [('["journals", "V"]',), ("active",)]
    (told,) = HistoryRows(database, HERE).of("active")[1:]
    assert (told.who, told.when, told.detail) == ("bert", LATER, {"before": True, "after": False})
    assert HistoryRows(database, HERE).of('["cost_units", "1"]')[-1].detail == {"before": "A", "after": None}


@bounded(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(every_settings)
def test_any_settings_are_read_back_as_they_were(database: Database, there: Settings) -> None:
    rows = SettingsRows(database)
    rows.save(there, WHO, NOW)
    assert rows.load(there.environment) == there


def test_a_link_is_replaced_and_taken_apart(database: Database) -> None:
    rows = LinkRows(database, HERE)
    rows.put(Link(CLIENT, AccountId("a"), LinkRule.NAME), WHO, NOW)
    rows.put(Link(CLIENT, AccountId("b"), LinkRule.HAND), WHO, LATER)
    assert rows.all() == {CLIENT: Link(CLIENT, AccountId("b"), LinkRule.HAND)}
    assert LinkRows(database, THERE).all() == {}
    rows.remove(CLIENT, "bert", LATER)
    assert rows.all() == {}
    assert rows.refused() == {(CLIENT, AccountId("b"))}
    assert [(row.what, row.who) for row in HistoryRows(database, HERE).of(CLIENT)] == [
        ("linked", WHO),
        ("linked", WHO),
        ("unlinked", "bert"),
    ]


def test_many_links_are_put_at_once_or_none(database: Database) -> None:
    rows = LinkRows(database, HERE)
    links = [Link(RelationId(f"client/{n}"), AccountId(str(n)), LinkRule.NAME) for n in range(3)]
    rows.put_all(links, WHO, NOW)
    rows.put_all(links, "bert", LATER)
    assert list(rows.all().values()) == links
    assert [row.who for row in HistoryRows(database, HERE).of("client/1")] == [WHO]
    with pytest.raises(AttributeError):
        rows.put_all([Link(CLIENT, AccountId("x"), LinkRule.NAME), None], WHO, LATER)
    assert CLIENT not in rows.all()


def test_taken_back_is_as_if_it_had_never_been_made(database: Database) -> None:
    rows = LinkRows(database, HERE)
    links = [Link(RelationId(f"client/{n}"), AccountId(str(n)), LinkRule.NAME) for n in range(3)]
    rows.put_all(links, WHO, NOW)
    by_hand = Link(RelationId("client/1"), AccountId("x"), LinkRule.HAND)
    rows.put(by_hand, "bert", LATER)
    rows.take_back(links, WHO, LATER)
    assert rows.all() == {by_hand.relation: by_hand}
    assert rows.refused() == frozenset()


def test_unlinking_what_is_not_linked_is_nothing(database: Database) -> None:
    rows = LinkRows(database, HERE)
    rows.remove(CLIENT, WHO, NOW)
    assert rows.refused() == frozenset()
    assert HistoryRows(database, HERE).of(CLIENT) == ()


def test_a_pair_that_is_linked_anew_is_no_longer_refused(database: Database) -> None:
    rows = LinkRows(database, HERE)
    for account in ("a", "b"):
        rows.put(Link(CLIENT, AccountId(account), LinkRule.NAME), WHO, NOW)
        rows.remove(CLIENT, WHO, NOW)
    assert len(rows.refused()) == 2
    rows.put(Link(CLIENT, AccountId("a"), LinkRule.HAND), WHO, LATER)
    assert rows.refused() == {(CLIENT, AccountId("b"))}


def by_hand(line: int | None, field: Field, value: str) -> Override:
    return Override(SALE, line, field, value, "700000", WHO, NOW, "fingerprint")


def test_values_by_hand_are_kept_for_each_line_and_field(database: Database) -> None:
    rows = OverrideRows(database, HERE)
    period, gl = by_hand(None, Field.PERIOD, "2026/4"), by_hand(0, Field.GL, "700100")
    rows.put(gl)
    rows.put(period)
    rows.put(replace(gl, line=1))
    rows.put(replace(gl, value="700200", who="bert", when=LATER))
    assert rows.of(SALE) == (period, replace(gl, value="700200", who="bert", when=LATER), replace(gl, line=1))
    assert rows.all() == {SALE: rows.of(SALE)}
    assert OverrideRows(database, THERE).of(SALE) == ()


def test_one_line_or_all_of_an_invoice_is_cleared_and_remembered(database: Database) -> None:
    rows = OverrideRows(database, HERE)
    for line, field in ((None, Field.PERIOD), (0, Field.GL), (0, Field.VAT), (1, Field.GL)):
        rows.put(by_hand(line, field, "x"))
    rows.clear(SALE, 0, "bert", LATER)
    assert [(row.line, row.field) for row in rows.of(SALE)] == [(None, Field.PERIOD), (1, Field.GL)]
    rows.clear(SALE, None, "bert", LATER)
    assert rows.of(SALE) == ()
    cleared = [row for row in HistoryRows(database, HERE).of(SALE) if row.what == "cleared_by_hand"]
    assert len(cleared) == 4
    assert {(row.who, row.when) for row in cleared} == {("bert", LATER)}
    assert {"line": 0, "field": "gl", "value": "x"} in [row.detail for row in cleared]


def test_the_latest_payment_counts_and_none_is_lost(database: Database) -> None:
    rows = PaymentRows(database, HERE)
    paid = PaymentRow(SALE, PaymentStatus.PAID, "0.00", False)
    for row in (PaymentRow(SALE, PaymentStatus.OPEN, "121.00", False), paid, paid, replace(paid, written_back=True)):
        rows.put(row, NOW)
    rows.put(PaymentRow(InvoiceId("sales/13"), PaymentStatus.PARTIAL, "10.00", False), LATER)
    assert rows.all()[SALE] == replace(paid, written_back=True)
    assert len(rows.all()) == 2
    assert PaymentRows(database, THERE).all() == {}
    with database.reading() as db:
        assert db.execute("SELECT count(*) FROM payment WHERE invoice = :id", {"id": SALE}).fetchone() == (3,)


@pytest.mark.parametrize("table", ["history", "payment"])
def test_what_was_told_is_never_rewritten(database: Database, table: str) -> None:
    LinkRows(database, HERE).put(Link(CLIENT, AccountId("a"), LinkRule.NAME), WHO, NOW)
    PaymentRows(database, HERE).put(PaymentRow(SALE, PaymentStatus.OPEN, "121.00", False), NOW)
    for statement in (f"UPDATE {table} SET at = ''", f"DELETE FROM {table}"):
        with pytest.raises(sqlite3.IntegrityError), database.writing_books() as books:
            books.execute(statement)


def test_times_are_kept_to_the_microsecond_in_utc(database: Database) -> None:
    LinkRows(database, HERE).put(Link(CLIENT, AccountId("a"), LinkRule.NAME), WHO, NOW)
    (row,) = HistoryRows(database, HERE).of(CLIENT)
    assert row.when == NOW
    assert row.when.tzinfo == dt.UTC
