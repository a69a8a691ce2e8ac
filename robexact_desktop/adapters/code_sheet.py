"""A sheet with the column EXACT_ONLINE_CODE, from Excel or as text; what its rows mean is `domain.matching.resolve`."""

import csv
import io
import re
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from robexact_desktop.domain.errors import SettingsError
from robexact_desktop.domain.matching.sheet import CODE, KEYS, Sheet, SheetRow

DELIMITERS = ";,\t"
"""In order of preference: a Belgian Excel writes semicolons, because the comma is its decimal sign."""


_EXCEL_HINT = re.compile(r"\Asep=.\r?\n")
"""A first line that tells Excel the delimiter; the header itself tells it to us."""

READING_FAILS = (OSError, InvalidFileException, BadZipFile, ParseError, csv.Error, KeyError, IndexError, ValueError)
"""What openpyxl and csv raise on a file that is damaged, locked, or something else under this name."""


def read_codes(path: Path) -> Sheet:
    """The first sheet of an .xlsx, or a .csv. The first row that is not empty names the columns, in any case."""
    try:
        rows = _excel(path) if path.suffix.casefold() in (".xlsx", ".xlsm") else _text(path)
    except READING_FAILS as error:
        raise SettingsError(key="codes", reason="unreadable", file=path.name, message=error) from error
    return _sheet(rows, path)


def _excel(path: Path) -> list[list[str]]:
    with warnings.catch_warnings(), path.open("rb") as file:
        warnings.simplefilter("ignore")  # openpyxl remarks on styles and extensions that a sheet of codes does not need
        book = load_workbook(file, read_only=True, data_only=True)
        try:
            sheet = book.worksheets[0]
            sheet.reset_dimensions()  # some exports state a wrong size; openpyxl would then leave rows out
            return [[_cell(value) for value in row] for row in sheet.iter_rows(values_only=True)]
        finally:
            book.close()


def _cell(value: object) -> str:
    """Excel keeps every number as a float: the code 25 comes as 25.0."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()


def _text(path: Path) -> list[list[str]]:
    text = _EXCEL_HINT.sub("\n", _decoded(path.read_bytes()))
    header = next((line for line in text.splitlines() if line.strip(DELIMITERS + ' "')), "")
    delimiter = max(DELIMITERS, key=header.count)
    return [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]


def _decoded(raw: bytes) -> str:
    """UTF-8 with or without mark; "Unicode text" of Excel is UTF-16; its plain CSV is in the code page of Windows."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _sheet(rows: Iterable[list[str]], path: Path) -> Sheet:
    filled = ((number, row) for number, row in enumerate(rows, start=1) if any(row))
    columns = [_column(cell) for cell in next(filled, (0, []))[1]]
    missing = [CODE] if CODE not in columns else []
    if not set(KEYS) & set(columns):
        missing.append(" | ".join(KEYS))
    if missing:
        raise SettingsError(
            key="codes",
            reason="columns_missing",
            file=path.name,
            columns=", ".join(missing),
            found=", ".join(filter(None, columns)),
        )
    return Sheet(tuple(_rows(filled, columns)))


def _rows(filled: Iterator[tuple[int, list[str]]], columns: list[str]) -> Iterator[SheetRow]:
    """Of two columns with one name the first counts; cells beside the header's last column have no name."""
    for number, row in filled:
        cells: dict[str, str] = {}
        for column, text in zip(columns, row + [""] * len(columns), strict=False):
            cells.setdefault(column, text)
        yield SheetRow(number, cells)


def _column(text: str) -> str:
    """ " exact online code " is EXACT_ONLINE_CODE."""
    return "_".join(text.upper().split())
