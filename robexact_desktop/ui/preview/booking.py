"""The booking as rows of debit and credit, each with its why: put together from what `book()` decided."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from robexact_desktop.domain.booking import Books, Decided, Entry, EntryLine
from robexact_desktop.domain.booking.books import Field, Override
from robexact_desktop.domain.ledger import VATCode
from robexact_desktop.domain.money import ZERO, total
from robexact_desktop.domain.names import Kind
from robexact_desktop.domain.problems import ProblemCode
from robexact_desktop.services.prepare_entries import Prepared
from robexact_desktop.texts import problem_message, rule_sentence
from robexact_desktop.ui.formats import amount
from robexact_desktop.ui.words import language, words


class RowKind(StrEnum):
    COUNTER = "counter"  # the receivable or the payable
    LINE = "line"
    VAT = "vat"
    TOTAL = "total"


class Balance(StrEnum):
    EQUAL = "equal"
    DIFFERS = "differs"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class Why:
    text: str
    by_hand: bool = False
    warns: bool = False


@dataclass(frozen=True, slots=True)
class BookingRow:
    """`amount` is positive in debit and negative in credit; None where Exact computes it. `line` counts from 0."""

    kind: RowKind
    title: str
    amount: Decimal | None = None
    vat: str = ""
    whys: tuple[Why, ...] = ()
    line: int | None = None
    description: str = ""
    title_lacks: bool = False
    vat_lacks: bool = False
    totals: tuple[Decimal, Decimal] | None = None
    balance: Balance = Balance.EQUAL

    @property
    def debit(self) -> Decimal | None:
        if self.totals is not None:
            return self.totals[0]
        return self.amount if self.amount is not None and self.amount >= 0 else None

    @property
    def credit(self) -> Decimal | None:
        if self.totals is not None:
            return self.totals[1]
        return -self.amount if self.amount is not None and self.amount < 0 else None


def planned_rows(prepared: Prepared, books: Books, by_hand: Sequence[Override]) -> tuple[BookingRow, ...]:
    """The receivable or payable first, then each line, the VAT per code, and what both sides come to."""
    entry, invoice = prepared.entry, prepared.invoice
    side = -1 if entry.kind is Kind.SALES else 1  # a sale stands in credit, a purchase in debit
    stated = entry.total if invoice.total_incl is None else invoice.sign * invoice.total_incl
    rows = [counter_row(entry.kind, -side * stated, entry.journal.value or "", books)]
    for index, line in enumerate(entry.lines):
        rows.append(_line_row(index, line, side, [o for o in by_hand if o.line in (index, None)], entry))
    rows += _vat_rows(entry, side)
    return (*rows, _total(rows, prepared))


def counter_row(kind: Kind, signed: Decimal, journal: str, books: Books) -> BookingRow:
    """Exact itself fills in the collective account of the journal; it is named where only one can be meant."""
    wanted = 20 if kind is Kind.SALES else 22
    found = [account for account in books.ledger.gl_accounts.values() if account.type == wanted]
    named = f"{found[0].code} {found[0].description}" if len(found) == 1 else words(f"preview.counter.{kind}")
    return BookingRow(RowKind.COUNTER, named, signed, whys=(Why(words("preview.counter.why", journal=journal)),))


def _line_row(index: int, line: EntryLine, side: int, by_hand: Sequence[Override], entry: Entry) -> BookingRow:
    account, code = line.gl_account.value, line.vat_code.value
    return BookingRow(
        RowKind.LINE,
        f"{account.code} {account.description}" if account else words("preview.account_lacks"),
        side * line.net.value,
        vat_words(code) if code else words("preview.lacks"),
        tuple(_whys(line, {o.field: o for o in by_hand}, several=_centers_differ(entry))),
        index,
        line.description.value,
        title_lacks=account is None,
        vat_lacks=code is None,
    )


def _centers_differ(entry: Entry) -> bool:
    return len({(line.cost_center.value, line.cost_unit.value) for line in entry.lines}) > 1


def _whys(line: EntryLine, by_hand: Mapping[Field, Override], *, several: bool) -> Iterable[Why]:
    """The account's always; the others where a person set them, or where the lines differ."""
    yield _why(line.gl_account, by_hand.get(Field.GL), "")
    if line.vat_code.is_by_hand:
        yield _why(line.vat_code, by_hand.get(Field.VAT), "")
    for decided, field in ((line.cost_center, Field.COST_CENTER), (line.cost_unit, Field.COST_UNIT)):
        if decided.is_by_hand or (several and decided.value):
            yield _why(decided, by_hand.get(field), decided.value or "")


def _why(decided: Decided[Any], override: Override | None, value: str) -> Why:
    if decided.is_by_hand and override is not None:
        return Why(hand_words(override), by_hand=True)
    told = rule_sentence(decided.rule, decided.source, language())
    return Why(f"{value}: {told}" if value else told, warns=bool(decided.problems))


def hand_words(override: Override) -> str:
    """What was set by hand beside what the rule said, with who and when."""
    said = override.rule_value or words("preview.nothing")
    facts = {"value": override.value, "rule": said, "who": override.who, "when": override.when}
    return words(f"preview.hand.{override.field}", **facts)


def _vat_rows(entry: Entry, side: int) -> list[BookingRow]:
    """One for each code; what Exact books itself (reverse charge) is told, since it changes the return."""
    per_code: dict[VATCode | None, Decimal] = {}
    for line in entry.lines:
        per_code[line.vat_code.value] = per_code.get(line.vat_code.value, ZERO) + (line.vat_amount.value or ZERO)
    return [row for code, vat in per_code.items() if (row := vat_row(code, side * vat)) is not None]


def vat_row(code: VATCode | None, signed: Decimal) -> BookingRow | None:
    if code is not None and code.charged:
        why = Why(words("preview.vat.charged_why"))
        return BookingRow(RowKind.VAT, words("preview.vat.charged", code=code.code), None, vat_words(code), (why,))
    if not signed:
        return None
    if code is None:
        lacking = Why(words("preview.vat.lacks_why"), warns=True)
        return BookingRow(
            RowKind.VAT, words("preview.vat.lacks"), signed, words("preview.lacks"), (lacking,), vat_lacks=True
        )
    told = Why(words("preview.vat.why", code=code.code, name=code.description))
    return BookingRow(RowKind.VAT, words("preview.vat.title", code=code.code), signed, vat_words(code), (told,))


def vat_words(code: VATCode) -> str:
    return f"{code.code} · {percentage(code.percentage)} %"


def percentage(value: Decimal) -> str:
    """`21`, `5,5`."""
    return f"{value.normalize():f}".replace(".", ",")


def sides(rows: Iterable[BookingRow]) -> tuple[Decimal, Decimal]:
    signed = [row.amount for row in rows if row.amount is not None]
    return total(value for value in signed if value > 0), -total(value for value in signed if value < 0)


def _total(rows: Sequence[BookingRow], prepared: Prepared) -> BookingRow:
    entry, invoice = prepared.entry, prepared.invoice
    vat_is_equal = sum(entry.vat_per_code.values(), ZERO) == invoice.sign * invoice.vat_total
    first = next((problem for problem in prepared.problems if problem.blocks), None)
    debit, credit = sides(rows)
    if differing := next(
        (one for one in prepared.problems if one.blocks and one.code is ProblemCode.TOTALS_DIFFER), None
    ):
        return total_row(rows, "differs", problem_message(differing, language()))
    if debit == credit and first is None and not vat_is_equal:
        facts = {"ours": sum(entry.vat_per_code.values(), ZERO), "theirs": invoice.sign * invoice.vat_total}
        return total_row(rows, "differs", words("preview.balance.vat_difference", **facts))
    if debit != credit:
        return total_row(
            rows, "differs", words("preview.balance.difference", amount=amount(debit - credit, language()))
        )
    if first is not None:
        return total_row(rows, "not_yet", words("preview.balance.because", what=words(f"short.{first.code}")))
    return total_row(rows, "equal", words("preview.balance.vat"))


def total_row(rows: Iterable[BookingRow], balance: str, reason: str) -> BookingRow:
    title = words(f"preview.balance.{balance}")
    return BookingRow(RowKind.TOTAL, title, whys=(Why(reason),), totals=sides(rows), balance=Balance(balance))
