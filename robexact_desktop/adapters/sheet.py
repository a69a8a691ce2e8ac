"""Rows as an .xlsx that Excel opens as they stand: strings only, so that no name turns into a formula."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, TYPE_STRING
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

AMOUNT = "#,##0.00"
"""Excel shows the signs of its own language for it."""


def write_sheet(path: Path, titles: Sequence[str], rows: Iterable[Sequence[str | Decimal]]) -> str:
    """Empty where it was written, else what the system said (the file is open in Excel, the disk is full)."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"
    sheet.append([_cell(sheet, title, bold=True) for title in titles])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    whole = BytesIO()  # first whole: a file that cannot be opened leaves no half-written rows behind
    book.save(whole)
    try:
        path.write_bytes(whole.getvalue())
    except OSError as error:
        return error.strerror or str(error)
    return ""


def _cell(sheet: WriteOnlyWorksheet, value: str | Decimal, *, bold: bool = False) -> Cell:
    """Amounts are figures that Excel can add up; a text that begins with = stays a text."""
    cell: Cell = WriteOnlyCell(sheet)
    if isinstance(value, Decimal):
        cell.value = value
        cell.number_format = AMOUNT
    else:
        cell.value = ILLEGAL_CHARACTERS_RE.sub(" ", value)
        cell.data_type = TYPE_STRING
    if bold:
        cell.font = Font(bold=True)
    return cell
