"""What the fresh reading found changed since the confirmation: was, now (design: look 5, picture 19)."""

from decimal import Decimal

from robexact_desktop.domain.invoice import Invoice, what_changed
from robexact_desktop.texts import field_names, formats
from robexact_desktop.ui.formats import amount
from robexact_desktop.ui.words import language, words


def changes_of(before: Invoice, now: Invoice) -> list[tuple[str, str, str]]:
    """Name, was, now, of each field that decides the booking and of the VAT; lines as how many there are."""
    found = []
    for name in what_changed(before, now):
        was, is_now = _shown(name, before), _shown(name, now)
        if was == is_now:  # the same number of lines, of which one reads otherwise
            is_now = words("differs")
        found.append((field_names((name,), language()), was, is_now))
    if before.vat_total != now.vat_total:
        found.append((words("column.vat"), amount(before.vat_total, language()), amount(now.vat_total, language())))
    return found


def _shown(name: str, invoice: Invoice) -> str:
    value = getattr(invoice, name)
    if name == "lines":
        return str(len(invoice.lines))
    if isinstance(value, Decimal):
        return amount(value, language())
    if value is None:
        return words("empty")
    return formats.day(value) if hasattr(value, "isoformat") else str(value)
