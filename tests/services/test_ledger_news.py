"""What changed in Exact's lists since somebody looked: a picture for each list of each division."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

import pytest

from robexact_desktop.domain.ledger import CostCenter, GLAccount, Journal
from robexact_desktop.domain.ledger_changes import Change, LedgerList
from robexact_desktop.services.ledger_changes import LedgerNews, lengths, news, note_ledger_read, see_ledger
from robexact_desktop.services.workplace import Workplace

Row = TypeVar("Row")
ACCOUNTS, JOURNALS = LedgerList.GL_ACCOUNTS, LedgerList.JOURNALS


def told(work: Workplace) -> LedgerNews:
    return news(work, work.stores.books.read())


def change(work: Workplace, kind: type[Row], how: Callable[[list[Row]], list[Row]]) -> None:
    work.stores.master.replace(kind, how(list(work.stores.master.all(kind))))


def rename(work: Workplace, code: str) -> None:
    def how(rows: list[GLAccount]) -> list[GLAccount]:
        return [replace(row, description="Anders") if row.code == code else row for row in rows]

    change(work, GLAccount, how)


def later(work: Workplace) -> Workplace:
    now = work.clock() + timedelta(hours=1)
    return replace(work, clock=lambda: now)


def of_division(work: Workplace, division: int) -> Workplace:
    return replace(work, settings=replace(work.settings, exact=replace(work.settings.exact, division=division)))


def test_the_first_reading_is_told_as_one_and_has_no_changes(work: Workplace) -> None:
    found = told(work)
    assert found.first == set(LedgerList)
    assert not found.changes


def test_after_the_second_reading_nothing_changed_is_true(work: Workplace) -> None:
    note_ledger_read(later(work))
    assert told(work).first == set()


def test_a_list_that_failed_keeps_its_older_time(work: Workplace) -> None:
    before = told(work).read
    note_ledger_read(later(work), {"gl_accounts", "closed_periods"})
    after = told(work).read
    assert after[ACCOUNTS] == before[ACCOUNTS]
    assert after[LedgerList.PERIODS] == before[LedgerList.PERIODS]
    assert after[JOURNALS] > before[JOURNALS]


def test_seen_is_said_of_one_list(work: Workplace) -> None:
    rename(work, "700000")
    change(work, Journal, lambda rows: rows[1:])
    found = {key: row.change for key, row in told(work).changes.items()}
    assert found[ACCOUNTS, "700000"] is Change.RENAMED
    assert Change.GONE in found.values()
    see_ledger(work, ACCOUNTS)
    assert {of_list for of_list, _ in told(work).changes} == {JOURNALS}


def test_another_division_keeps_its_own_picture(work: Workplace) -> None:
    other = of_division(work, 999)
    rename(work, "700000")
    assert not told(other).changes, "the lists held are not its own"
    note_ledger_read(other)
    assert not told(other).changes, "its first reading"
    assert told(work).changes == {}, "the lists held are those of the other one"
    note_ledger_read(work)
    assert (ACCOUNTS, "700000") in told(work).changes, "still told against what was seen before"


def test_a_list_that_is_read_for_the_first_time_later_gets_its_picture_then(work: Workplace) -> None:
    codes = work.stores.master.all(CostCenter)
    other = of_division(work, 999)
    work.stores.master.replace(CostCenter, [])
    note_ledger_read(other)
    work.stores.master.replace(CostCenter, codes)
    note_ledger_read(other)
    assert not told(other).changes
    work.stores.master.replace(CostCenter, codes[1:])
    assert [row.change for row in told(other).changes.values()] == [Change.GONE]


@pytest.mark.parametrize("name", list(LedgerList))
def test_the_counts_are_those_of_the_lists(work: Workplace, name: LedgerList) -> None:
    ledger = work.stores.books.read().ledger
    assert lengths(ledger)[name] == len(getattr(ledger, name)) > 0
