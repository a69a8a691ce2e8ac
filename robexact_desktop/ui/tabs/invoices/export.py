"""The list as an Excel file: the selected rows, or all that are shown."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from robexact_desktop.domain.listing import ListedInvoice
from robexact_desktop.texts import formats
from robexact_desktop.ui.marks import invoice_mark
from robexact_desktop.ui.tabs.invoices.columns import journal_text
from robexact_desktop.ui.words import words

TITLES = ("number", "state", "kind", "journal", "date", "relation", "currency", "excl", "vat", "incl", "entry_number")


def titles() -> list[str]:
    return [words(f"column.{name}") for name in TITLES]


def sheet_rows(rows: Sequence[ListedInvoice]) -> list[tuple[str | Decimal, ...]]:
    """Amounts as figures, so that Excel adds them up; all else as text, so that nothing is read as a formula."""
    return [
        (
            row.number,
            invoice_mark(row).word,
            words(f"kind.{row.kind}"),
            journal_text(row),
            formats.day(row.date),
            row.relation_name,
            row.currency,
            row.excl,
            row.vat,
            row.incl,
            str(row.entry_number or ""),
        )
        for row in rows
    ]


def with_ending(name: str) -> Path:
    path = Path(name)
    return path if path.suffix.casefold() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
