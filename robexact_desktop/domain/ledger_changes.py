"""What changed in Exact's lists since a person last looked: new, renamed, blocked, gone (M1), and whom it hurts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from robexact_desktop.domain.ledger import TYPES_NOT_ON_A_LINE, CostCenter, Ledger
from robexact_desktop.domain.settings import Settings


class LedgerList(StrEnum):
    """Exact's lists that a bookkeeper knows, in the order of the screen."""

    GL_ACCOUNTS = "gl_accounts"
    JOURNALS = "journals"
    VAT_CODES = "vat_codes"
    PERIODS = "periods"
    PAYMENT_CONDITIONS = "payment_conditions"
    COST_CENTERS = "cost_centers"
    COST_UNITS = "cost_units"


class Change(StrEnum):
    """The gravest first."""

    BLOCKED = "blocked"
    GONE = "gone"
    RENAMED = "renamed"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class SeenRow:
    """A row as it looked. `type` is Exact's, so that a row that is gone still says what it was."""

    list: LedgerList
    code: str
    description: str = ""
    is_blocked: bool = False
    type: str = ""


@dataclass(frozen=True, slots=True)
class SeenList:
    """The picture of one list of one division that changes are told against.

    `first`: made by its first reading, since when nobody looked.
    """

    when: datetime
    division: int
    list: LedgerList
    rows: tuple[SeenRow, ...]
    first: bool = False


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """`row` as it is now; a row that is gone as it was. `was` is the old name of a renamed one."""

    row: SeenRow
    change: Change
    was: str = ""


Changes = Mapping[tuple[LedgerList, str], ChangedRow]


def picture(ledger: Ledger, on: date) -> tuple[SeenRow, ...]:
    """Every list as it is. A cost center that has ended takes nothing any more, as a blocked account does."""
    return tuple(_pictured(ledger, on))


def _pictured(ledger: Ledger, on: date) -> Iterator[SeenRow]:
    for account in ledger.gl_accounts.values():
        yield SeenRow(LedgerList.GL_ACCOUNTS, account.code, account.description, account.is_blocked, f"{account.type}")
    for journal in ledger.journals.values():
        yield SeenRow(LedgerList.JOURNALS, journal.code, journal.description, journal.is_blocked, f"{journal.type}")
    for vat in ledger.vat_codes.values():
        yield SeenRow(LedgerList.VAT_CODES, vat.code, vat.description, vat.is_blocked, vat.type)
    for period in ledger.periods:
        yield SeenRow(LedgerList.PERIODS, f"{period.year}/{period.period}")
    for condition in ledger.payment_conditions.values():
        yield SeenRow(LedgerList.PAYMENT_CONDITIONS, condition.code, condition.description, type=condition.method)
    for name, costs in (
        (LedgerList.COST_CENTERS, ledger.cost_centers.values()),
        (LedgerList.COST_UNITS, ledger.cost_units.values()),
    ):
        for cost in costs:
            yield SeenRow(name, cost.code, cost.description, has_ended(cost, on))


def has_ended(cost: CostCenter, on: date) -> bool:
    return cost.end_date is not None and cost.end_date < on


def compare(seen: Iterable[SeenRow], present: Iterable[SeenRow]) -> Changes:
    """By list and code: one change a row, the gravest. A list that was empty then was not read yet: no news there."""
    before = {(row.list, row.code): row for row in seen}
    after = {(row.list, row.code): row for row in present}
    lists = {row_list for row_list, _ in before}
    found = {}
    for key, row in after.items():
        if row.list not in lists:
            continue
        changed = _changed(before.get(key), row)
        if changed is not None:
            found[key] = changed
    for key, row in before.items():
        if key not in after:
            found[key] = ChangedRow(row, Change.GONE)
    return found


def _changed(before: SeenRow | None, after: SeenRow) -> ChangedRow | None:
    if before is None:
        return ChangedRow(after, Change.NEW)
    was = before.description if before.description != after.description else ""
    if after.is_blocked and not before.is_blocked:
        return ChangedRow(after, Change.BLOCKED, was)
    return ChangedRow(after, Change.RENAMED, was) if was else None


class Use(StrEnum):
    """Where the settings name a code of Exact: what stops when that code does."""

    SALES_GL_ACCOUNT = "sales_gl_account"
    PURCHASE_GL_ACCOUNT = "purchase_gl_account"
    SALES_JOURNAL = "sales_journal"
    PURCHASE_JOURNAL = "purchase_journal"
    SALES_CREDIT_JOURNAL = "sales_credit_journal"
    PURCHASE_CREDIT_JOURNAL = "purchase_credit_journal"
    JOURNAL_MAPPED = "journal_mapped"
    VAT_SALES = "vat_sales"
    VAT_PURCHASE = "vat_purchase"
    HOLDING_PAYMENT_CONDITION = "holding_payment_condition"
    PAYMENT_CONDITION_MAPPED = "payment_condition_mapped"
    COST_CENTER_MAPPED = "cost_center_mapped"
    COST_UNIT_MAPPED = "cost_unit_mapped"


class Why(StrEnum):
    BLOCKED = "blocked"
    GONE = "gone"
    WRONG_TYPE = "wrong_type"


@dataclass(frozen=True, slots=True)
class Hurt:
    """A code that the settings name and that takes no booking. `key` is what is mapped to it: a tariff, a project."""

    list: LedgerList
    code: str
    use: Use
    why: Why
    key: str = ""


def uses(settings: Settings) -> Iterator[tuple[LedgerList, str, Use, str]]:
    """Each code that the settings name: its list, the code, where, and the key of a mapping."""
    booking = settings.booking
    one = (
        (LedgerList.GL_ACCOUNTS, booking.sales_gl_account, Use.SALES_GL_ACCOUNT),
        (LedgerList.GL_ACCOUNTS, booking.purchase_gl_account, Use.PURCHASE_GL_ACCOUNT),
        (LedgerList.JOURNALS, booking.sales_journal, Use.SALES_JOURNAL),
        (LedgerList.JOURNALS, booking.purchase_journal, Use.PURCHASE_JOURNAL),
        (LedgerList.JOURNALS, booking.sales_credit_journal, Use.SALES_CREDIT_JOURNAL),
        (LedgerList.JOURNALS, booking.purchase_credit_journal, Use.PURCHASE_CREDIT_JOURNAL),
        (LedgerList.PAYMENT_CONDITIONS, booking.holding_payment_condition, Use.HOLDING_PAYMENT_CONDITION),
    )
    yield from ((name, code, use, "") for name, code, use in one if code)
    many = (
        (LedgerList.VAT_CODES, settings.vat.sales, Use.VAT_SALES),
        (LedgerList.VAT_CODES, settings.vat.purchase, Use.VAT_PURCHASE),
        (LedgerList.JOURNALS, settings.journals, Use.JOURNAL_MAPPED),
        (LedgerList.PAYMENT_CONDITIONS, settings.payment_conditions, Use.PAYMENT_CONDITION_MAPPED),
        (LedgerList.COST_CENTERS, settings.cost_centers, Use.COST_CENTER_MAPPED),
        (LedgerList.COST_UNITS, settings.cost_units, Use.COST_UNIT_MAPPED),
    )
    for name, mapping, use in many:
        yield from ((name, code, use, key) for key, code in mapping.items() if code)


def hurts(settings: Settings, ledger: Ledger, on: date) -> tuple[Hurt, ...]:
    """What the settings name and Exact no longer takes. A list that was never read accuses nothing."""
    rows = {(row.list, row.code): row for row in picture(ledger, on)}
    read = {name for name, _ in rows}
    found = []
    for name, code, use, key in uses(settings):
        if name in read and (why := _why(rows.get((name, code)))) is not None:
            found.append(Hurt(name, code, use, why, key))
    return tuple(found)


def _why(row: SeenRow | None) -> Why | None:
    if row is None:
        return Why.GONE
    if row.is_blocked:
        return Why.BLOCKED
    if row.list is LedgerList.GL_ACCOUNTS and int(row.type) in TYPES_NOT_ON_A_LINE:
        return Why.WRONG_TYPE
    return None
