"""The rows that Exact holds now, a function a list, with what their page shows beside code and description."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

from robexact_desktop.domain.booking import Books
from robexact_desktop.domain.ledger_changes import Change, ChangedRow, LedgerList
from robexact_desktop.services.ledger_changes import closed_journals
from robexact_desktop.services.map_costs import MappedProject
from robexact_desktop.ui.words import words


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """`facts` holds the other columns by key. `hurts`: it is used and takes no booking any more."""

    key: str
    code: str
    description: str = ""
    changed: ChangedRow | None = None
    is_blocked: bool = False
    used: str = ""
    hurts: bool = False
    facts: Mapping[str, str] = field(default_factory=dict)
    mapped: MappedProject | None = None

    @property
    def change(self) -> Change | None:
        return self.changed.change if self.changed else None

    @property
    def was(self) -> str:
        return self.changed.was if self.changed else ""

    @property
    def is_gone(self) -> bool:
        return self.change is Change.GONE


FAMILIES = {
    LedgerList.GL_ACCOUNTS: "gl_type",
    LedgerList.JOURNALS: "journal_type",
    LedgerList.VAT_CODES: "vat_type",
    LedgerList.PAYMENT_CONDITIONS: "condition_method",
}
KNOWN_TYPES = {
    "gl_type": "10 12 14 16 20 21 22 24 25 26 27 29 30 32 35 40 50 52 55 60 90 100 110 111 "
    "120 121 122 123 125 126 130 140 150 160",
    "journal_type": "10 12 16 20 21 22 23 90",
    "vat_type": "B E I N",
    "condition_method": "B I K Q",
}


def type_in_words(name: LedgerList, kind: str) -> str:
    """A type that Exact adds one day is shown as it is."""
    family = FAMILIES.get(name, "")
    return words(f"{family}.{kind}") if kind and kind in KNOWN_TYPES.get(family, "").split() else kind


def _accounts(books: Books) -> Iterator[LedgerRow]:
    for row in books.ledger.gl_accounts.values():
        facts = {"type": type_in_words(LedgerList.GL_ACCOUNTS, str(row.type))}
        yield LedgerRow(row.code, row.code, row.description, is_blocked=row.is_blocked, facts=facts)


def _journals(books: Books) -> Iterator[LedgerRow]:
    for row in books.ledger.journals.values():
        facts = {"type": type_in_words(LedgerList.JOURNALS, str(row.type))}
        yield LedgerRow(row.code, row.code, row.description, is_blocked=row.is_blocked, facts=facts)


def _vat_codes(books: Books) -> Iterator[LedgerRow]:
    for row in books.ledger.vat_codes.values():
        known = row.direction in ("B", "S", "P")
        facts = {
            "percentage": f"{row.percentage} %".replace(".", ","),
            "type": type_in_words(LedgerList.VAT_CODES, row.type),
            "direction": words(f"vat_side.{row.direction}") if known else row.direction,
            "charged": _yes(row.charged),
        }
        yield LedgerRow(row.code, row.code, row.description, is_blocked=row.is_blocked, facts=facts)


def _periods(books: Books) -> Iterator[LedgerRow]:
    closed = closed_journals(books.ledger)
    for period in books.ledger.periods:
        code = f"{period.year}/{period.period}"
        facts = {
            "year": str(period.year),
            "period": str(period.period),
            "start": period.start.isoformat(),
            "end": period.end.isoformat(),
            "closed": _closed(closed.get((period.year, period.period), ()), books),
        }
        yield LedgerRow(code, code, facts=facts)


def _closed(journals: Collection[str], books: Books) -> str:
    if journals and books.ledger.journals.keys() <= set(journals):
        return words("ledger.all_journals")
    return ", ".join(journals)


def _conditions(books: Books) -> Iterator[LedgerRow]:
    for row in books.ledger.payment_conditions.values():
        facts = {"type": type_in_words(LedgerList.PAYMENT_CONDITIONS, row.method)}
        yield LedgerRow(row.code, row.code, row.description, facts=facts)


def _yes(value: bool) -> str:
    """Empty stays empty: only a yes is worth reading."""
    return words("ledger.yes") if value else ""


STANDING: Mapping[LedgerList, Callable[[Books], Iterator[LedgerRow]]] = {
    LedgerList.GL_ACCOUNTS: _accounts,
    LedgerList.JOURNALS: _journals,
    LedgerList.VAT_CODES: _vat_codes,
    LedgerList.PERIODS: _periods,
    LedgerList.PAYMENT_CONDITIONS: _conditions,
}
"""Cost centers and units stand beside Robaws' projects: `rows.py`."""
