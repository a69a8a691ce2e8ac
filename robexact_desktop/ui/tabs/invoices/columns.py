"""What the list of invoices shows, and where its rows come from."""

from array import array
from collections.abc import Sequence

from robexact_desktop.domain.invoice import InvoiceType
from robexact_desktop.domain.listing import InvoiceView, ListedInvoice
from robexact_desktop.texts import formats
from robexact_desktop.ui.formats import amount
from robexact_desktop.ui.marks import invoice_mark
from robexact_desktop.ui.models.windowed import Align, Column
from robexact_desktop.ui.shell import Shell
from robexact_desktop.ui.words import language, words

HOME_CURRENCY = "EUR"


class InvoiceSource:
    """The list as the shell's reading sees it now: the reading is opened anew when something changed."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def ids(self, view: InvoiceView, limit: int | None = None) -> "array[int]":
        return self._shell.reading.work.stores.listed.ids(view, limit)

    def rows(self, ids: Sequence[int]) -> dict[int, ListedInvoice]:
        return self._shell.reading.work.stores.listed.rows(ids)


def invoice_columns() -> list[Column[ListedInvoice]]:
    """Widths in pixels at 100 % (look.md 5); amounts and numbers are never cut."""
    return [
        Column("number", words("column.number"), lambda row: row.number, 92, whole=True),
        Column("state", words("column.state"), lambda row: invoice_mark(row).word, 188),
        Column("journal", words("column.journal"), journal_text, 78, yields=1),
        Column("date", words("column.date"), lambda row: formats.day(row.date), 104, whole=True),
        Column("relation_name", words("column.relation"), lambda row: row.relation_name),
        Column("excl", words("column.excl"), lambda row: amount_text(row, "excl"), 98, Align.RIGHT),
        Column("vat", words("column.vat"), lambda row: amount_text(row, "vat"), 90, Align.RIGHT, yields=2),
        Column("incl", words("column.incl"), lambda row: amount_text(row, "incl"), 98, Align.RIGHT, strong=True),
    ]


def journal_text(row: ListedInvoice) -> str:
    return f"{row.journal} {words('credit_note_short')}" if row.type is InvoiceType.CREDIT_NOTE else row.journal


def amount_text(row: ListedInvoice, name: str) -> str:
    shown = amount(getattr(row, name), language())
    return shown if row.currency == HOME_CURRENCY else f"{row.currency} {shown}"
