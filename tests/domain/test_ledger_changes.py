"""What changed in Exact's lists since somebody looked, and which settings that stops."""

import datetime as dt
from dataclasses import replace

import pytest
from builders import ledger, settings

from robexact_desktop.domain.ledger import Ledger
from robexact_desktop.domain.ledger_changes import Change, LedgerList, Use, Why, compare, hurts, picture

TODAY = dt.date(2026, 11, 24)
GL = LedgerList.GL_ACCOUNTS


def with_account(code: str, **changes: object) -> Ledger:
    rows = ledger().gl_accounts
    known = rows.get(code) or replace(rows["700000"], code=code)
    return ledger(gl_accounts={**rows, code: replace(known, **changes)})  # type: ignore[arg-type]


def without_account(code: str) -> Ledger:
    return ledger(gl_accounts={key: row for key, row in ledger().gl_accounts.items() if key != code})


def changes(present: Ledger, seen: Ledger | None = None) -> dict[tuple[LedgerList, str], tuple[Change, str]]:
    found = compare(picture(seen or ledger(), TODAY), picture(present, TODAY))
    return {key: (row.change, row.was) for key, row in found.items()}


def test_the_same_lists_tell_nothing() -> None:
    assert changes(ledger()) == {}


@pytest.mark.parametrize(
    ("present", "told"),
    [
        (with_account("706000"), (Change.NEW, "")),
        (without_account("701000"), (Change.GONE, "")),
        (with_account("701000", description="Service"), (Change.RENAMED, "Verkopen onderhoud")),
        (with_account("701000", is_blocked=True), (Change.BLOCKED, "")),
        (with_account("701000", is_blocked=True, description="Oud"), (Change.BLOCKED, "Verkopen onderhoud")),
    ],
)
def test_one_change_a_row_the_gravest(present: Ledger, told: tuple[Change, str]) -> None:
    assert list(changes(present).values()) == [told]


def test_a_row_that_is_freed_again_is_no_news() -> None:
    assert changes(ledger(), with_account("701000", is_blocked=True)) == {}


def test_a_list_that_was_empty_was_not_read_and_one_that_is_empty_now_is_gone() -> None:
    empty = ledger(journals={})
    assert changes(ledger(), empty) == {}
    assert {change for change, _ in changes(empty).values()} == {Change.GONE}


def test_a_cost_center_is_blocked_on_the_day_after_its_end() -> None:
    ended = ledger().cost_centers["W050"].end_date
    assert ended is not None
    seen = picture(ledger(), ended)
    assert compare(seen, picture(ledger(), ended)) == {}
    (row,) = compare(seen, picture(ledger(), ended + dt.timedelta(days=1))).values()
    assert (row.row.code, row.change) == ("W050", Change.BLOCKED)


def test_settings_that_are_in_order_hurt_nobody() -> None:
    assert hurts(settings(), ledger(), TODAY) == ()


@pytest.mark.parametrize(
    ("present", "why"),
    [
        (without_account("700000"), Why.GONE),
        (with_account("700000", is_blocked=True), Why.BLOCKED),
        (with_account("700000", type=20), Why.WRONG_TYPE),
    ],
)
def test_a_default_account_that_takes_nothing_is_named(present: Ledger, why: Why) -> None:
    (hurt,) = hurts(settings(), present, TODAY)
    assert (hurt.list, hurt.code, hurt.use, hurt.why) == (GL, "700000", Use.SALES_GL_ACCOUNT, why)


def test_a_mapped_code_names_the_tariff() -> None:
    rows = ledger().vat_codes
    blocked = ledger(vat_codes={**rows, "4": replace(rows["4"], is_blocked=True)})
    (hurt,) = hurts(settings(), blocked, TODAY)
    assert (hurt.use, hurt.key, hurt.why) == (Use.VAT_SALES, "T21", Why.BLOCKED)


def test_a_list_that_was_never_read_accuses_nothing() -> None:
    assert hurts(settings(), ledger(vat_codes={}, gl_accounts={}), TODAY) == ()
