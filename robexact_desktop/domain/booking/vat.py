"""Rules 6: the VAT code of a line (product.md M4): by hand or by mapping, never by percentage."""

from collections.abc import Mapping

from robexact_desktop.domain.booking.books import Books, Field
from robexact_desktop.domain.booking.decided import Decided
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.ledger import VATCode
from robexact_desktop.domain.names import Kind
from robexact_desktop.domain.problems import Problem, ProblemCode, problem


def vat_code(invoice: Invoice, index: int, books: Books) -> Decided[VATCode | None]:
    """The code set by hand, else the one that the tariff is mapped to for this side of the books.

    Six codes share 0 % in Belgium and mean different boxes of the return, so a percentage decides nothing.
    """
    if override := books.by_hand(invoice.id, Field.VAT, index):
        return _checked(invoice, override.value, "vat_code.hand", f"by hand: {override.who}", books)
    tariff = invoice.lines[index].vat_tariff
    mapping = books.settings.vat.sales if invoice.kind is Kind.SALES else books.settings.vat.purchase
    source = f"settings: vat.{invoice.kind.value}.{tariff}"
    if tariff is None:
        unmapped = problem(ProblemCode.VAT_UNMAPPED, "no_tariff", line=index + 1)
        return Decided(None, "vat_code.mapping", f"lines[{index}].vatTariff", (unmapped,))
    if not (code := mapping.get(tariff)):
        unmapped = problem(ProblemCode.VAT_UNMAPPED, tariff=tariff, side=invoice.kind.value)
        return Decided(None, "vat_code.mapping", source, (unmapped,))
    return _checked(invoice, code, "vat_code.mapping", source, books, tariff)


def _checked(
    invoice: Invoice, code: str, rule: str, source: str, books: Books, tariff: str = ""
) -> Decided[VATCode | None]:
    """`tariff` is where the code comes from, so that a problem leads to the one of several that is mapped wrongly."""
    where = {"tariff": tariff} if tariff else {}
    found = books.ledger.vat_codes.get(code)
    if found is None:
        return Decided(None, rule, source, (problem(ProblemCode.VAT_UNMAPPED, "unknown", code=code, **where),))
    return Decided(found, rule, source, tuple(_objections(invoice, found, where)))


def _objections(invoice: Invoice, code: VATCode, where: Mapping[str, str]) -> list[Problem]:
    facts = {"code": code.code, "name": code.description, **where}
    found = []
    if code.is_blocked:
        found.append(problem(ProblemCode.VAT_BLOCKED, **facts))
    if not code.serves(invoice.kind):
        found.append(problem(ProblemCode.VAT_DIRECTION, invoice.kind.value, **facts))
    if code.type == "I":
        found.append(problem(ProblemCode.VAT_INCLUSIVE, **facts))
    return found
