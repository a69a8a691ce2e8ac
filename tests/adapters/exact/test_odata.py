"""The shapes and values that Exact's answers have, and those that they must not have."""

from datetime import date
from decimal import Decimal
from urllib.parse import parse_qs

import pytest

from robexact_desktop.adapters.exact import parse, parse_feed
from robexact_desktop.adapters.exact.odata import Row, guid, query, quoted, rows_of
from robexact_desktop.domain.errors import UnreadableError
from robexact_desktop.domain.ledger import VATCode

GUID = "71b961de-b9f3-49fe-883d-0f46c7e0e89b"


@pytest.mark.parametrize(
    ("told", "count", "following"),
    [
        ({"d": {"results": [{"ID": 1}], "__next": "http://x/?a"}}, 1, "http://x/?a"),
        ({"d": {"results": []}}, 0, None),
        ({"d": [{"ID": 1}, {"ID": 2}]}, 2, None),
        ({"d": [{"ID": 1}], "__next": "http://x/?b"}, 1, "http://x/?b"),
        ({"d": {"ID": 1}}, 1, None),
        ({"d": {"results": [], "__count": "0", "__next": None}}, 0, None),
    ],
)
def test_every_shape_of_d_is_read(told: object, count: int, following: str | None) -> None:
    page = rows_of("x", told)
    assert (len(page.rows), page.next) == (count, following)


@pytest.mark.parametrize("told", [{}, [], None, "x", {"d": None}, {"d": "x"}, {"d": {"results": {}}}, {"d": [1]}])
def test_another_shape_is_unreadable(told: object) -> None:
    with pytest.raises(UnreadableError):
        rows_of("x", told)


def row(**values: object) -> Row:
    return Row("x", values)


def test_padding_is_stripped() -> None:
    assert row(Code="                 8").text("Code") == "8"
    assert row(VATCode="2  ").text("VATCode") == "2"
    assert row(Country="NL ").text("Country") == "NL"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("/Date(1351209600000)/", date(2012, 10, 26)),
        ("/Date(-86400000)/", date(1969, 12, 31)),
        ("/Date(0)/", date(1970, 1, 1)),
        ("2026-03-16T00:00:00", date(2026, 3, 16)),
        (None, None),
    ],
)
def test_dates_are_utc_midnights(told: object, expected: date | None) -> None:
    assert row(Date=told).day("Date") == expected


def test_numbers_come_as_numbers_and_as_text() -> None:
    assert [row(N=told).number("N") for told in (1, "1", Decimal("1"), None)] == [1, 1, 1, None]
    assert [row(N=told).amount("N") for told in (1, "1.50", Decimal("1.5"), None)] == [
        1,
        Decimal("1.5"),
        Decimal("1.5"),
        None,
    ]
    assert row(N=Decimal("121.10000000000001")).money("N") == Decimal("121.10")
    assert [row(F=told).flag("F") for told in (True, 1, "1", False, 0, None)] == [True] * 3 + [False] * 3


@pytest.mark.parametrize("value", [True, [], {}, "x", Decimal("1.5"), "NaN"])
def test_what_is_no_number_is_unreadable(value: object) -> None:
    with pytest.raises(UnreadableError):
        row(N=value).number("N")


@pytest.mark.parametrize("value", ["x", "/Date(x)/", 5, True])
def test_what_is_no_date_is_unreadable(value: object) -> None:
    with pytest.raises(UnreadableError):
        row(Date=value).day("Date")


def test_a_missing_key_names_itself() -> None:
    with pytest.raises(UnreadableError) as caught:
        row(Description="x").key("Code")
    assert caught.value.facts["detail"] == "Code: None"


def test_a_name_never_says_more_than_itself() -> None:
    hostile = "O'Brien') or (1 eq 1"
    assert quoted(hostile) == "'O''Brien'') or (1 eq 1'"
    asked = parse_qs(query("ID", f"Name eq {quoted(hostile)}"))
    assert asked == {"$select": ["ID"], "$filter": ["Name eq 'O''Brien'') or (1 eq 1'"]}
    with pytest.raises(UnreadableError):
        guid("x') or (1 eq 1")


def test_a_vat_code_shows_its_percentage_as_people_say_it() -> None:
    told = row(
        Code="4  ", Description="21 %", Percentage=Decimal("0.21"), Type="E", VATTransactionType="S", Charged=None
    )
    assert parse.vat_code(told) == VATCode("4", "21 %", Decimal(21), "E", "S")
    assert str(parse.vat_code(row(Code="5", Percentage=Decimal("0.0600"))).percentage) == "6"


def test_a_due_amount_is_positive_on_both_sides() -> None:
    facts = {"Timestamp": "12", "ID": GUID, "TransactionEntryID": GUID.upper(), "IsFullyPaid": False, "Status": 20}
    receivable = parse_feed.synced_term(row(**facts, LineType=20, AmountFC=Decimal("-121")))
    payable = parse_feed.synced_term(row(**facts, LineType=22, AmountFC=Decimal("121")))
    assert (receivable.term.amount, payable.term.amount) == (Decimal("121.00"), Decimal("121.00"))
    assert (receivable.timestamp, receivable.term.entry, receivable.term.is_paid) == (12, GUID, False)
