"""Rules 4: the GL account of a line (product.md M3) and its cost center and unit (M7)."""

from collections.abc import Iterator

from robexact_desktop.domain.booking.books import ArticleAccounts, Books, Field
from robexact_desktop.domain.booking.decided import Decided
from robexact_desktop.domain.invoice import Invoice, InvoiceLine
from robexact_desktop.domain.ledger import TYPES_NOT_ON_A_LINE, GLAccount
from robexact_desktop.domain.names import Kind
from robexact_desktop.domain.problems import ProblemCode, problem


def gl_account(invoice: Invoice, index: int, books: Books) -> Decided[GLAccount | None]:
    """By hand > line > article > (purchases) supplier > default; the first that names one decides."""
    for code, rule, source in _sources(invoice, index, books):
        if code:
            return _checked(code, rule, source, books)
    missing = problem(ProblemCode.GL_MISSING, "none", line=index + 1)
    return Decided(None, "gl_account.default", _default_setting(invoice), (missing,))


def _sources(invoice: Invoice, index: int, books: Books) -> Iterator[tuple[str | None, str, str]]:
    line = invoice.lines[index]
    if override := books.by_hand(invoice.id, Field.GL, index):
        yield override.value, "gl_account.hand", f"by hand: {override.who}"
    if books.settings.booking.use_gl_accounts:
        yield line.gl_account, "gl_account.line", f"lines[{index}].generalLedgerAccount"
        yield _of_article(invoice, line, books), "gl_account.article", f"articles/{line.article}"
        if invoice.kind is Kind.PURCHASE and invoice.relation and invoice.relation in books.relations:
            supplier = books.relations[invoice.relation]
            yield supplier.gl_account, "gl_account.supplier", f"suppliers/{supplier.number}"
    booking = books.settings.booking
    default = booking.sales_gl_account if invoice.kind is Kind.SALES else booking.purchase_gl_account
    yield default, "gl_account.default", _default_setting(invoice)


def _of_article(invoice: Invoice, line: InvoiceLine, books: Books) -> str | None:
    accounts = books.articles.get(line.article or "", ArticleAccounts())
    return accounts.sales if invoice.kind is Kind.SALES else accounts.purchase


def _default_setting(invoice: Invoice) -> str:
    return f"settings: booking.{invoice.kind.value}_gl_account"


def _checked(code: str, rule: str, source: str, books: Books) -> Decided[GLAccount | None]:
    account = books.ledger.gl_accounts.get(code)
    if account is None:
        return Decided(None, rule, source, (problem(ProblemCode.GL_MISSING, "unknown", account=code),))
    facts = {"account": account.code, "name": account.description}
    if account.is_blocked:
        return Decided(account, rule, source, (problem(ProblemCode.GL_BLOCKED, **facts),))
    if account.type in TYPES_NOT_ON_A_LINE:
        return Decided(account, rule, source, (problem(ProblemCode.GL_TYPE, **facts),))
    return Decided(account, rule, source)
