"""Rules 9: what else stands in the way. A check is one small function in `CHECKS`; a new one touches no old one."""

from collections.abc import Callable, Iterator

from robexact_desktop.domain.booking.books import Books
from robexact_desktop.domain.booking.entry import Entry
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.ledger import StandingEntry
from robexact_desktop.domain.names import Kind
from robexact_desktop.domain.problems import Problem, ProblemCode, problem
from robexact_desktop.domain.settings import Approval

Check = Callable[[Invoice, Entry, Books], Iterator[Problem]]


def is_definitive(invoice: Invoice, entry: Entry, books: Books) -> Iterator[Problem]:
    """A draft has no number yet; Robaws may still change all of it."""
    if invoice.is_draft:
        yield problem(ProblemCode.DRAFT)


def approval_is_given(invoice: Invoice, entry: Entry, books: Books) -> Iterator[Problem]:
    """An open or rejected approval holds a purchase, unless the settings say otherwise (S12).

    It may be booked with the holding condition only: one that Exact does not know, or another one set by hand, would
    hold no payment.
    """
    booking = books.settings.booking
    if invoice.id not in books.waiting_for_approval or booking.approval is Approval.SEND:
        return
    is_held = bool(booking.holding_payment_condition) and (
        entry.payment_condition.value == booking.holding_payment_condition
    )
    if booking.approval is not Approval.HOLD or not is_held:
        yield problem(ProblemCode.APPROVAL_OPEN)


def currency_is_known(invoice: Invoice, entry: Entry, books: Books) -> Iterator[Problem]:
    """A currency that is not active in the division is refused, or silently emptied (facts: exact-online 4.5)."""
    ledger = books.ledger
    if invoice.currency and invoice.currency not in ledger.currencies | {ledger.currency}:
        yield problem(ProblemCode.CURRENCY_UNKNOWN, currency=invoice.currency)


def number_is_free(invoice: Invoice, entry: Entry, books: Books) -> Iterator[Problem]:
    """A number or reference that stands in Exact: the same relation and total is offered to be linked, else blocks."""
    for standing in _in_its_place(entry, books):
        found = {"number": standing.entry_number, "journal": standing.journal, "reference": standing.your_ref}
        facts: dict[str, object] = found | {"theirs": standing.amount, "ours": entry.total}
        same = _is_of(entry, standing) and standing.amount == entry.total
        yield problem(ProblemCode.ALREADY_IN_EXACT if same else ProblemCode.NUMBER_TAKEN, **facts)
        return


def _in_its_place(entry: Entry, books: Books) -> Iterator[StandingEntry]:
    period = entry.period.value
    if period is None:
        return
    number = (entry.journal.value or "", period.year, entry.entry_number.value or 0)
    if (standing := books.standing.by_number.get(number)) and not _is_settled(entry, standing, books):
        yield standing
    if not entry.your_ref.value:
        return
    for standing in books.standing.by_reference.get(entry.your_ref.value.casefold(), ()):
        same_side = standing.type in _types_of(entry.kind) and standing.year == period.year
        if _is_of(entry, standing) and same_side and not _is_settled(entry, standing, books):
            yield standing


def _is_settled(entry: Entry, standing: StandingEntry, books: Books) -> bool:
    """Booked by this program for this very invoice, or said by a person to be another's (or deleted since)."""
    return books.ours.get(standing.id) == entry.invoice or standing.id in books.others.get(entry.invoice, ())


def _is_of(entry: Entry, standing: StandingEntry) -> bool:
    """Whether both are of one relation; two unknown ones are not the same."""
    return standing.account is not None and standing.account == entry.account.value


def _types_of(kind: Kind) -> tuple[int, int]:
    """`Type` of invoices and credit notes (facts: exact-online 4.7, 4.8)."""
    return (20, 21) if kind is Kind.SALES else (30, 31)


def document_is_there(invoice: Invoice, entry: Entry, books: Books) -> Iterator[Problem]:
    """A purchase without its document is booked all the same, and told; Robaws makes the PDF of a sale itself."""
    if books.settings.booking.attach_documents and invoice.kind is Kind.PURCHASE and invoice.document is None:
        yield problem(ProblemCode.DOCUMENT_MISSING)


def iban_is_the_same(invoice: Invoice, entry: Entry, books: Books) -> Iterator[Problem]:
    """Bank accounts are not synchronised; one that differs is the classic payment fraud (bookkeeping 3.15)."""
    supplier = books.relations.get(invoice.relation) if invoice.relation else None
    if invoice.kind is not Kind.PURCHASE or supplier is None or entry.account.value is None:
        return
    known = books.ibans.get(entry.account.value, frozenset())
    if supplier.iban and known and _plain(supplier.iban) not in {_plain(iban) for iban in known}:
        yield problem(ProblemCode.IBAN_DIFFERS, ours=supplier.iban, theirs=", ".join(sorted(known)))


def _plain(iban: str) -> str:
    """As it is typed by some and not by others: `BE68 5390 0754 7034`."""
    return "".join(filter(str.isalnum, iban)).upper()


CHECKS: tuple[Check, ...] = (
    is_definitive,
    approval_is_given,
    currency_is_known,
    number_is_free,
    document_is_there,
    iban_is_the_same,
)
"""In the order of the screen."""
