"""What a selection is, and what sending it would do: the figures of the selection bar and of the confirmation."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from robexact_desktop.domain.answers import Budget
from robexact_desktop.domain.booking import Entry
from robexact_desktop.domain.booking.period import YearPeriod
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.money import ZERO
from robexact_desktop.domain.names import InvoiceId, Kind
from robexact_desktop.domain.problems import Problem
from robexact_desktop.domain.settings import Settings
from robexact_desktop.domain.status import InvoiceState
from robexact_desktop.services.prepare_entries import Prepared, prepare_entries
from robexact_desktop.services.workplace import Workplace

CALLS_OF_A_DOCUMENT = 2
"""The document, then its file; the entry itself is the third call of an invoice with a pdf."""
CALLS_OF_A_RELATION = 2
"""Looked for once more, then made."""
CALLS_AROUND = 2
"""The feed before the first and after the last booking."""
CALLS_A_MINUTE = 60
"""Exact's limit until its answers tell another (product.md section 4)."""

GOING = (InvoiceState.READY, InvoiceState.QUEUED, InvoiceState.REFUSED)
SETTLED = (InvoiceState.BOOKED, InvoiceState.DONE)


@dataclass(frozen=True, slots=True)
class Selected:
    """How many of each; they add up to all that is selected. `warned` is part of `ready`."""

    ready: int = 0
    warned: int = 0
    again: int = 0
    blocked: int = 0
    unsure: int = 0
    to_decide: int = 0
    booked: int = 0

    @property
    def total(self) -> int:
        return self.ready + self.again + self.blocked + self.unsure + self.to_decide + self.booked

    @property
    def going(self) -> int:
        """What one press of the button would send."""
        return self.ready + self.again


_UNSURE = (InvoiceState.UNKNOWN, InvoiceState.SENDING)


def selected(states: Mapping[tuple[InvoiceState, bool, bool], int]) -> Selected:
    """From what the list counts: (state, blocked by its problem, has a problem) -> how many."""
    found = Selected()
    for (state, blocks, has_problem), count in states.items():
        if state in SETTLED:
            found = replace(found, booked=found.booked + count)
        elif state in _UNSURE:
            found = replace(found, unsure=found.unsure + count)
        elif state is InvoiceState.CONFLICT:
            found = replace(found, to_decide=found.to_decide + count)
        elif state is InvoiceState.BLOCKED or blocks:
            found = replace(found, blocked=found.blocked + count)
        elif state is InvoiceState.REFUSED:
            found = replace(found, again=found.again + count)
        else:
            warned = count if has_problem else 0
            found = replace(found, ready=found.ready + count, warned=found.warned + warned)
    return found


@dataclass(frozen=True, slots=True)
class Booked:
    """A line of what will be booked: a journal, or a VAT code. Sales and purchases, currencies, credits apart."""

    kind: Kind
    code: str
    name: str
    credit: bool
    currency: str
    count: int
    excl: Decimal
    vat: Decimal

    @property
    def incl(self) -> Decimal:
        return self.excl + self.vat


@dataclass(frozen=True, slots=True)
class Remark:
    """A problem of one invoice: a warning that does not hold it back, or the reason why it stays."""

    invoice: InvoiceId
    number: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Stays:
    """An invoice that is selected and not sent. `problem` is None where its state says why."""

    invoice: InvoiceId
    number: str
    state: InvoiceState
    problem: Problem | None
    incl: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class SendSummary:
    going: tuple[InvoiceId, ...]
    staying: tuple[Stays, ...]
    periods: tuple[YearPeriod, ...]
    journals: tuple[Booked, ...]
    vat: tuple[Booked, ...]
    documents: int
    new_relations: tuple[str, ...]
    remarks: tuple[Remark, ...]
    statuses: Mapping[Kind, str]
    calls: int
    remaining: int | None = None
    limit: int | None = None

    @property
    def minutes(self) -> int:
        """Rounded up: who waits less does not complain."""
        return max(1, -(-self.calls // CALLS_A_MINUTE))


def summarise(work: Workplace, chosen: Sequence[InvoiceId]) -> SendSummary:
    """The dry run of these invoices, added up. No network."""
    invoices = [found for name in chosen if (found := work.stores.invoices.get(name)) is not None]
    names = {journal.code: journal.description for journal in work.stores.books.read().ledger.journals.values()}
    return summary_of(prepare_entries(work, invoices), work.settings, names, work.exact.budget())


def summary_of(
    prepared: Sequence[Prepared], settings: Settings, journals: Mapping[str, str], budget: Budget
) -> SendSummary:
    """Pure: the same rows, the same figures."""
    going = [row for row in prepared if row.state in GOING and isinstance(row.planned, Entry)]
    kinds = sorted({row.invoice.kind for row in going}, reverse=True)
    documents = sum(_has_document(row.invoice, settings) for row in going)
    new = _new_relations(going)
    return SendSummary(
        going=tuple(row.invoice.id for row in going),
        staying=tuple(_stays(row) for row in prepared if row.state not in GOING or not isinstance(row.planned, Entry)),
        periods=tuple(sorted({period for row in going if (period := row.entry.period.value) is not None})),
        journals=tuple(_added(_in_journal(row, journals) for row in going)),
        vat=tuple(_added(line for row in going for line in _per_code(row))),
        documents=documents,
        new_relations=new,
        remarks=tuple(_remark(row, problem) for row in going for problem in row.problems),
        statuses={kind: _status(kind, settings) for kind in kinds},
        calls=len(going) + documents * CALLS_OF_A_DOCUMENT + len(new) * CALLS_OF_A_RELATION + CALLS_AROUND,
        remaining=budget.remaining_today,
        limit=budget.limit_today,
    )


def _has_document(invoice: Invoice, settings: Settings) -> bool:
    """Robaws makes the pdf of a sale; a purchase has the one that was put there."""
    return settings.booking.attach_documents and (invoice.kind is Kind.SALES or invoice.document is not None)


def _new_relations(going: Sequence[Prepared]) -> tuple[str, ...]:
    """Each once, by name, in the order in which they are made."""
    found = {row.invoice.relation: row.invoice.relation_name for row in going if row.entry.creates_account}
    return tuple(found.values())


def _stays(row: Prepared) -> Stays:
    invoice = row.invoice
    blocking = next((problem for problem in row.problems if problem.blocks), None)
    waits = row.state in (InvoiceState.BLOCKED, *GOING)
    incl = invoice.sign * (invoice.total_incl or ZERO)
    currency = invoice.currency or "EUR"
    return Stays(invoice.id, invoice.number or "", row.state, blocking if waits else None, incl, currency)


def _remark(row: Prepared, problem: Problem) -> Remark:
    return Remark(row.invoice.id, row.invoice.number or "", problem)


def _status(kind: Kind, settings: Settings) -> str:
    return settings.robaws.sent_status_sales if kind is Kind.SALES else settings.robaws.sent_status_purchase


def _in_journal(row: Prepared, names: Mapping[str, str]) -> Booked:
    entry, code = row.entry, row.entry.journal.value or ""
    excl = sum((line.net.value for line in entry.lines), ZERO)
    currency = entry.currency.value or "EUR"
    return Booked(entry.kind, code, names.get(code, ""), row.invoice.sign < 0, currency, 1, excl, entry.total - excl)


def _per_code(row: Prepared) -> Iterable[Booked]:
    """A line of the entry each; reverse charge books no VAT amount here (product.md: Charged)."""
    entry, currency = row.entry, row.entry.currency.value or "EUR"
    for line in entry.lines:
        code = line.vat_code.value
        vat = line.vat_amount.value or ZERO
        name = code.description if code else ""
        key = code.code if code else ""
        yield Booked(entry.kind, key, name, row.invoice.sign < 0, currency, 1, line.net.value, vat)


def _added(rows: Iterable[Booked]) -> list[Booked]:
    """Sales first, then by currency and code, invoices before credit notes."""
    found: dict[tuple[str, str, str, bool], Booked] = {}
    for row in rows:
        key = (row.kind.value, row.currency, row.code, row.credit)
        before = found.get(key)
        found[key] = row if before is None else _plus(before, row)
    return [found[key] for key in sorted(found, key=_order)]


def _order(key: tuple[str, str, str, bool]) -> tuple[bool, bool, str, int, str, bool]:
    """Codes of digits by their value: 4 stands before 14, as in Exact's own list."""
    kind, currency, code, credit = key
    return kind != "sales", currency != "EUR", currency, int(code) if code.isdecimal() else 0, code, credit


def _plus(one: Booked, other: Booked) -> Booked:
    return replace(one, count=one.count + other.count, excl=one.excl + other.excl, vat=one.vat + other.vat)
