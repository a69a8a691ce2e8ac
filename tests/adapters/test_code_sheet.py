"""Sheets as Excel, Robaws and people write them."""

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from openpyxl import Workbook

from robexact_desktop.adapters.code_sheet import read_codes
from robexact_desktop.domain.errors import SettingsError


def workbook(path: Path, rows: Iterable[Iterable[object]]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    book.create_sheet("Andere").append(["EXACT_ONLINE_CODE", "ID"])
    book.save(path)
    book.close()
    return path


def text(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def codes(path: Path) -> list[tuple[str, str]]:
    """Key and code of each row: "NR K100", "25"."""
    return [(" ".join(row.key), row.code) for row in read_codes(path).rows]


def test_an_excel_sheet_with_numbers_as_excel_keeps_them(tmp_path: Path) -> None:
    rows = [
        ["NR", "NAME", "EXACT_ONLINE_CODE"],
        ["K100", "Janssens", 25.0],
        [101, "Peeters", 26],
        ["K102", "Maes", "0027"],
    ]
    assert codes(workbook(tmp_path / "klanten.xlsx", rows)) == [
        ("NR K100", "25"),
        ("NR 101", "26"),
        ("NR K102", "0027"),
    ]


def test_the_header_may_stand_lower_in_any_case_with_spaces(tmp_path: Path) -> None:
    rows = [[None, None], [], [None, " exact online code ", "Nr"], [], ["x", 25, "K100"]]
    path = workbook(tmp_path / "klanten.XLSX", rows)
    assert codes(path) == [("NR K100", "25")]
    assert read_codes(path).rows[0].number == 5, "counted as Excel counts"


def test_a_short_row_has_empty_cells(tmp_path: Path) -> None:
    path = text(tmp_path / "k.csv", b"NR;VAT;EXACT_ONLINE_CODE\nK100\n;BE0123456789;25\n")
    assert codes(path) == [("NR K100", ""), ("VAT BE0123456789", "25")]


def test_a_long_row_keeps_its_columns(tmp_path: Path) -> None:
    path = text(tmp_path / "k.csv", b"NR;EXACT_ONLINE_CODE\nK100;25;a remark;another\n")
    assert codes(path) == [("NR K100", "25")]


def test_the_hint_for_excel_is_no_header(tmp_path: Path) -> None:
    path = text(tmp_path / "k.csv", b"sep=;\r\nNR;EXACT_ONLINE_CODE\r\nK100;25\r\n")
    assert codes(path) == [("NR K100", "25")]
    assert read_codes(path).rows[0].number == 3


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_each_delimiter(tmp_path: Path, delimiter: str) -> None:
    lines = f"ID{delimiter}NAME{delimiter}EXACT_ONLINE_CODE\r\n12{delimiter}Janssens{delimiter}25\r\n"
    assert codes(text(tmp_path / "k.csv", lines.encode())) == [("ID 12", "25")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_each_encoding(tmp_path: Path, encoding: str) -> None:
    content = "NAME;EXACT_ONLINE_CODE\nCafé België;25\n".encode(encoding)
    assert codes(text(tmp_path / "k.csv", content)) == [("NAME Café België", "25")]


def test_quoted_cells_may_hold_the_delimiter_and_a_line_end(tmp_path: Path) -> None:
    path = text(tmp_path / "k.csv", b'NAME,EXACT_ONLINE_CODE\n"Janssens, Jan",25\n"Maes\nNV",26\n')
    assert codes(path) == [("NAME Janssens, Jan", "25"), ("NAME Maes\nNV", "26")]


def test_the_first_of_two_columns_of_one_name_counts(tmp_path: Path) -> None:
    path = text(tmp_path / "k.csv", b"NR;NR;EXACT_ONLINE_CODE\nK100;K200;25\n")
    assert codes(path) == [("NR K100", "25")]


@pytest.mark.parametrize(
    ("content", "columns"),
    [
        (b"NR;CODE\nK100;25\n", "EXACT_ONLINE_CODE"),
        (b"EXACT_ONLINE_CODE;Adres\n25;Gent\n", "ID | NR | VAT | NAME"),
        (b"", "EXACT_ONLINE_CODE, ID | NR | VAT | NAME"),
    ],
)
def test_missing_columns_are_named(tmp_path: Path, content: bytes, columns: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_codes(text(tmp_path / "k.csv", content))
    facts = caught.value.facts
    assert (facts["key"], facts["reason"], facts["columns"]) == ("codes", "columns_missing", columns)


def test_the_columns_that_were_found_are_named_too(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        read_codes(workbook(tmp_path / "k.xlsx", [["Klant", None, "Code"], ["x", None, 1]]))
    assert caught.value.facts["found"] == "KLANT, CODE"


@pytest.mark.parametrize("name", ["none.csv", "none.xlsx"])
def test_a_file_that_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_codes(tmp_path / name)
    assert caught.value.facts["reason"] == "unreadable"


def zipped(names: dict[str, str]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, body in names.items():
            archive.writestr(name, body)
    return content.getvalue()


@pytest.mark.parametrize("content", [b"not a workbook", b"", zipped({"a": "b"}), zipped({"[Content_Types].xml": "<a"})])
def test_a_file_that_is_no_workbook(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(SettingsError) as caught:
        read_codes(text(tmp_path / "k.xlsx", content))
    assert (caught.value.facts["reason"], caught.value.facts["file"]) == ("unreadable", "k.xlsx")
