"""Rules 1: the journal (product.md M2)."""

from robexact_desktop.domain.booking.books import Books
from robexact_desktop.domain.booking.decided import Decided
from robexact_desktop.domain.invoice import Invoice, InvoiceType
from robexact_desktop.domain.ledger import journal_type
from robexact_desktop.domain.names import Kind
from robexact_desktop.domain.problems import ProblemCode, problem


def journal(invoice: Invoice, books: Books) -> Decided[str | None]:
    """The mapping of the Robaws journal > its code > (no code at all) the default.

    A code that fits nothing blocks and never falls to the default: the books of another journal would hold it.
    """
    if invoice.journal_code:
        return _of_robaws_journal(invoice, invoice.journal_code, books)
    return _default(invoice, books)


def _of_robaws_journal(invoice: Invoice, code: str, books: Books) -> Decided[str | None]:
    if mapped := books.settings.journals.get(code):
        return _checked(invoice, mapped, books, "journal.mapping", f"settings: journals.{code}")
    return _checked(invoice, code, books, "journal.robaws", "journal.code")


def _default(invoice: Invoice, books: Books) -> Decided[str | None]:
    booking = books.settings.booking
    setting = "sales_journal" if invoice.kind is Kind.SALES else "purchase_journal"
    code = booking.sales_journal if invoice.kind is Kind.SALES else booking.purchase_journal
    if invoice.type is InvoiceType.CREDIT_NOTE:
        credit = booking.sales_credit_journal if invoice.kind is Kind.SALES else booking.purchase_credit_journal
        if credit:
            rule, setting = "journal.credit_default", setting.replace("journal", "credit_journal")
            return _checked(invoice, credit, books, rule, f"settings: booking.{setting}")
    return _checked(invoice, code, books, "journal.default", f"settings: booking.{setting}")


def _checked(invoice: Invoice, code: str, books: Books, rule: str, source: str) -> Decided[str | None]:
    found = books.ledger.journals.get(code)
    if found is None:
        variant = "unknown" if code else "none"
        return Decided(None, rule, source, (problem(ProblemCode.JOURNAL_MISSING, variant, journal=code),))
    if found.type != journal_type(invoice.kind):
        facts = {"journal": code, "name": found.description, "type": found.type}
        return Decided(code, rule, source, (problem(ProblemCode.JOURNAL_TYPE, invoice.kind.value, **facts),))
    if found.is_blocked:
        blocked = problem(ProblemCode.JOURNAL_BLOCKED, journal=code, name=found.description)
        return Decided(code, rule, source, (blocked,))
    return Decided(code, rule, source)
