"""The accounts of Exact that Robaws lacks, as a sheet."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from robexact_desktop.domain.ledger import GLAccount
from robexact_desktop.services.sheet_for_robaws import accounts_lacking, sheet_for_robaws
from robexact_desktop.services.workplace import Workplace

TITLES = ("Code", "Naam")


def rows(path: Path) -> list[tuple[Any, ...]]:
    return [tuple(cell.value for cell in row) for row in load_workbook(path).worksheets[0].iter_rows()]


def test_it_holds_what_robaws_lacks_and_a_line_may_name(work: Workplace, tmp_path: Path) -> None:
    held = work.robaws.gl_codes()
    assert held
    accounts = work.stores.master.all(GLAccount)
    made = sheet_for_robaws(work, tmp_path / "blad.xlsx", TITLES)
    head, *lines = rows(made.path)
    assert head == TITLES
    assert [code for code, _ in lines] == [row.code for row in accounts_lacking(accounts, held)]
    assert made.rows == len(lines) > 0
    assert not held & {code for code, _ in lines}
    assert "440000" not in {code for code, _ in lines}, "creditors: Exact refuses it on a line"


def test_nothing_is_written_where_robaws_has_them_all(work: Workplace, tmp_path: Path) -> None:
    held = work.robaws.gl_codes()
    accounts = [row for row in work.stores.master.all(GLAccount) if row.code in held]
    work.stores.master.replace(GLAccount, accounts)
    made = sheet_for_robaws(work, tmp_path / "blad.xlsx", TITLES)
    assert (made.rows, made.path.exists()) == (0, False)


def test_a_file_that_cannot_be_written_is_told(work: Workplace, tmp_path: Path) -> None:
    made = sheet_for_robaws(work, tmp_path / "no such folder" / "blad.xlsx", TITLES)
    assert made.failed


def test_where_robaws_gives_no_list_the_sheet_holds_all_and_says_so(
    work_without: Callable[[str], Workplace], tmp_path: Path
) -> None:
    work = work_without("general-ledger-accounts")
    made = sheet_for_robaws(work, tmp_path / "blad.xlsx", TITLES)
    assert not made.compared
    assert made.rows == len(accounts_lacking(work.stores.master.all(GLAccount), frozenset()))
