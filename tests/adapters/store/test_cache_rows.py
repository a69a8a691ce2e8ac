"""The tables that Robaws and Exact fill."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from robexact_desktop.adapters.store.account import AccountRows
from robexact_desktop.adapters.store.contested import ContestedRows
from robexact_desktop.adapters.store.database import Database
from robexact_desktop.adapters.store.feed import FeedRows
from robexact_desktop.adapters.store.invoice import InvoiceRows
from robexact_desktop.adapters.store.master import MasterRows
from robexact_desktop.adapters.store.term import TermRows
from robexact_desktop.domain.ledger import CostCenter, CostUnit, Journal, Period, StandingEntry, TransactionLine
from robexact_desktop.domain.names import AccountId, EntryId, InvoiceId, Kind, RelationId
from robexact_desktop.domain.payment import PaymentTerm
from robexact_desktop.services.ports import SyncedTerm

from .store_examples import HERE, THERE, account, feed_line, invoice


def test_a_list_is_replaced_whole_in_its_order(database: Database) -> None:
    here, there = MasterRows(database, HERE), MasterRows(database, THERE)
    here.replace(Journal, [Journal("80", "b", 22), Journal("70", "a", 20)])
    there.replace(Journal, [Journal("1", "theirs", 20)])
    here.replace(Period, [Period(2026, 3, dt.date(2026, 3, 1), dt.date(2026, 3, 31))])
    here.replace(Journal, [Journal("90", "c", 20), Journal("70", "a", 20)])
    assert [row.code for row in here.all(Journal)] == ["90", "70"]
    assert (here.count(Journal), here.count(Period), there.count(Journal)) == (2, 1, 1)


def test_lists_of_classes_that_inherit_are_apart(database: Database) -> None:
    master = MasterRows(database, HERE)
    master.replace(CostCenter, [CostCenter("P1", "werf")])
    assert master.all(CostUnit) == ()


def test_a_list_that_fails_halfway_keeps_the_old_rows(database: Database) -> None:
    master = MasterRows(database, HERE)
    master.replace(Journal, [Journal("70", "a", 20)])
    with pytest.raises(TypeError):
        master.replace(Journal, [Journal("80", "b", 22), object()])  # type: ignore[list-item]
    assert [row.code for row in master.all(Journal)] == ["70"]


def test_how_an_account_is_reached_is_kept(database: Database) -> None:
    rows = AccountRows(database, HERE)
    reached = account("a", address_line1="Rue de l'Église 7", email="info@firma.example", phone="+32 11 00 00 00")
    rows.put([reached])
    assert rows.get(AccountId("a")) == reached.account


def test_accounts_are_replaced_by_id_and_give_the_cursor(database: Database) -> None:
    rows = AccountRows(database, HERE)
    assert rows.cursor() == 0
    rows.put([account("a", 5), account("b", 9, is_supplier=True, is_blocked=True, status="C")])
    rows.put([account("a", 12, name="Nieuw")])
    assert rows.cursor() == 12
    assert rows.count() == 2
    assert rows.get(AccountId("a")) == account("a", name="Nieuw").account
    assert rows.all() == (
        account("a", name="Nieuw").account,
        account("b", is_supplier=True, is_blocked=True, status="C").account,
    )
    assert AccountRows(database, THERE).all() == ()
    assert rows.get(AccountId("c")) is None


def test_a_name_that_is_no_unicode_is_stored_readably(database: Database) -> None:
    rows = AccountRows(database, HERE)
    rows.put([account(name="A\ud83dB\x00C")])
    assert rows.get(AccountId("guid-1")) == account(name="A?B\x00C").account


SALE = (
    feed_line("0", 0, "121.00"),
    feed_line("1", 1, "-100.00", vat_code="4", vat_amount=Decimal("-21.00"), gl_account="700000"),
    feed_line("v", 9999, "-21.00", vat_code="4"),
)


def standing(database: Database, *lines: TransactionLine) -> StandingEntry:
    FeedRows(database, HERE).put(lines)
    found = FeedRows(database, HERE).entry(EntryId("entry-1"))
    assert found is not None
    return found


def test_an_entry_is_put_together_from_its_lines(database: Database) -> None:
    rows = FeedRows(database, HERE)
    rows.put(SALE)
    found = rows.entry(EntryId("entry-1"))
    assert found is not None
    assert (found.amount, found.vat) == (Decimal("121.00"), {"4": Decimal("21.00")})
    assert (found.journal, found.year, found.period, found.entry_number) == ("70", 2026, 3, 20260012)
    assert (found.your_ref, found.account, found.type) == ("F2026-0012", "guid-1", 20)
    assert found.entry_date == dt.date(2026, 3, 31)
    assert rows.cursor() == 7
    assert rows.entry(EntryId("other")) is None
    assert FeedRows(database, THERE).entry(EntryId("entry-1")) is None


@pytest.mark.parametrize("type_", [20, 21, 30, 31])
@pytest.mark.parametrize("debit", [1, -1])
def test_the_sign_is_the_types_whatever_the_feed_calls_debit(database: Database, type_: int, debit: int) -> None:
    turned = [
        replace(line, type=type_, amount=debit * line.amount, vat_amount=debit * line.vat_amount) for line in SALE
    ]
    found = standing(database, *turned)
    sign = -1 if type_ in (21, 31) else 1
    assert found.amount == sign * Decimal("121.00")
    assert found.vat == {"4": sign * Decimal("21.00")}


def test_a_discount_at_another_code_keeps_its_own_sign(database: Database) -> None:
    less = feed_line("2", 2, "10.00", vat_code="3", vat_amount=Decimal("0.60"))
    assert standing(database, *SALE, less).vat == {"4": Decimal("21.00"), "3": Decimal("-0.60")}


def test_without_a_header_the_lines_and_their_vat_are_the_total(database: Database) -> None:
    assert standing(database, *SALE[1:]).amount == Decimal("121.00")
    zero = replace(SALE[0], amount=Decimal("0.00"))
    assert standing(database, zero).amount == Decimal("121.00")


def test_the_summary_tells_the_vat_where_no_line_does(database: Database) -> None:
    silent = replace(SALE[1], vat_amount=Decimal(0))
    exempt = feed_line("2", 2, "-50.00", vat_code="0")
    found = standing(database, SALE[0], silent, exempt, SALE[2])
    assert found.vat == {"4": Decimal("21.00"), "0": Decimal("0.00")}


def test_header_and_lines_may_come_in_any_page(database: Database) -> None:
    standing(database, SALE[1])
    standing(database, SALE[2])
    assert standing(database, SALE[0]).amount == Decimal("121.00")


def test_a_line_that_is_read_again_takes_the_place_of_the_old_one(database: Database) -> None:
    standing(database, *SALE)
    corrected = standing(database, replace(SALE[0], amount=Decimal("60.50"), timestamp=20, your_ref="F-13"))
    assert corrected.amount == Decimal("60.50")
    assert set(FeedRows(database, HERE).standing().by_reference) == {"f-13"}
    assert FeedRows(database, HERE).cursor() == 20


def test_an_entry_whose_lines_have_all_moved_stands_no_more(database: Database) -> None:
    rows = FeedRows(database, HERE)
    rows.put(SALE)
    rows.put([replace(line, entry_id=EntryId("entry-2")) for line in SALE])
    assert rows.entry(EntryId("entry-1")) is None
    assert rows.entry(EntryId("entry-2")) is not None


def test_standing_entries_are_found_by_number_and_by_reference_in_any_case(database: Database) -> None:
    rows = FeedRows(database, HERE)
    rows.put(SALE)
    rows.put([feed_line("o", 0, "5", entry_id=EntryId("e2"), entry_number=0, your_ref="f2026-0012")])
    rows.put([feed_line("p", 0, "5", entry_id=EntryId("e3"), entry_number=8, your_ref="")])
    found = rows.standing()
    assert set(found.by_number) == {("70", 2026, 20260012), ("70", 2026, 8)}
    assert {reference: len(entries) for reference, entries in found.by_reference.items()} == {"f2026-0012": 2}


def test_terms_are_found_by_their_entry(database: Database) -> None:
    rows = TermRows(database, HERE)
    one = PaymentTerm("t1", EntryId("e1"), Decimal("60.50"), False)
    other = PaymentTerm("t2", EntryId("e1"), Decimal("60.50"), True)
    rows.put([SyncedTerm(3, one), SyncedTerm(8, other), SyncedTerm(4, replace(one, id="t3", entry=EntryId("e2")))])
    assert rows.of(EntryId("e1")) == (one, other)
    rows.put([SyncedTerm(9, replace(one, is_paid=True))])
    assert rows.of(EntryId("e1")) == (replace(one, is_paid=True), other)
    assert rows.cursor() == 9
    assert TermRows(database, THERE).cursor() == 0


def test_invoices_come_back_whole_by_kind_and_id(database: Database) -> None:
    rows = InvoiceRows(database, HERE)
    sale, purchase = invoice(), invoice("purchase/12", number=None, total_incl=None, due_date=dt.date(2026, 4, 30))
    rows.put([sale, purchase])
    assert rows.get(sale.id) == sale
    assert rows.all() == (purchase, sale)
    assert rows.all(Kind.PURCHASE) == (purchase,)
    assert (rows.count(Kind.SALES), rows.count(Kind.PURCHASE)) == (1, 1)
    assert InvoiceRows(database, THERE).all() == ()
    rows.remove(sale.id)
    assert rows.get(sale.id) is None


def test_an_invoice_that_is_read_again_keeps_its_row_number(database: Database) -> None:
    rows = InvoiceRows(database, HERE)
    rows.put([invoice("sales/1"), invoice("sales/2")])
    rows.put([invoice("sales/1", status="Betaald", total_incl=Decimal("-0.005"))])
    with database.reading() as db:
        found = db.execute("SELECT number, id, status, total_incl_cents FROM invoice ORDER BY number").fetchall()
    assert found == [(1, "sales/1", "Betaald", -1), (2, "sales/2", "", 12100)]
    assert rows.get(InvoiceId("sales/1")) == invoice("sales/1", status="Betaald", total_incl=Decimal("-0.005"))


def test_an_amount_that_nobody_owes_does_not_stop_the_import(database: Database) -> None:
    rows = InvoiceRows(database, HERE)
    absurd = invoice(total_incl=Decimal("9E+40"), total_excl=Decimal("-1E+30"))
    rows.put([absurd, invoice("sales/13", total_incl=Decimal("-999999999999999.99"))])
    assert rows.get(absurd.id) == absurd


def test_the_newest_update_is_the_latest_moment_not_the_largest_text(database: Database) -> None:
    rows = InvoiceRows(database, HERE)
    assert rows.newest(Kind.SALES) is None
    rows.put(
        [
            invoice("sales/1", updated_at="2026-03-31T23:30:00+02:00"),
            invoice("sales/2", updated_at="2026-03-31T22:00:00Z"),
            invoice("sales/3", updated_at="geen tijd"),
            invoice("purchase/4", updated_at="2027-01-01T00:00:00Z"),
        ]
    )
    assert rows.newest(Kind.SALES) == dt.datetime(2026, 3, 31, 22, 0, tzinfo=dt.UTC)


def test_a_list_of_500_000_is_sorted_by_its_index(database: Database) -> None:
    with database.reading() as db:
        for column in ("date", "invoice_number", "relation_name", "total_incl_cents"):
            query = f"SELECT number FROM invoice WHERE environment = 'a' AND kind = 'sales' ORDER BY {column}"
            (plan,) = db.execute(f"EXPLAIN QUERY PLAN {query}").fetchall()
            assert "COVERING INDEX" in plan[3]


def test_contested_relations_are_replaced_whole(database: Database) -> None:
    rows = ContestedRows(database, HERE)
    rows.replace([RelationId("client/1"), RelationId("client/1"), RelationId("supplier/1")])
    rows.replace([RelationId("client/2")])
    assert rows.all() == {RelationId("client/2")}
    assert ContestedRows(database, THERE).all() == frozenset()
