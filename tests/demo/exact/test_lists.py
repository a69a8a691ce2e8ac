"""Lists and entities: paging, selection, order, shapes, padding."""

from decimal import Decimal
from typing import Any

import pytest

from .books import DIVISION, PURCHASES, SALES, Books
from .client import Client


def pages(client: Client, resource: str, query: str) -> list[list[dict[str, Any]]]:
    found = []
    answer = client.get(resource, query).json()["d"]
    while True:
        found.append(answer["results"])
        if "__next" not in answer:
            return found
        headers = {"Accept": "application/json", "Authorization": f"Bearer {client.tokens['access_token']}"}
        answer = client.http.get(answer["__next"], headers=headers).json()["d"]


def put_cost_units(books: Books, count: int) -> None:
    for number in range(count - len(books.state.rows(DIVISION, "hrm/Costunits"))):
        books.put("hrm/Costunits", Code=f"U{number:03}", Description="x")


@pytest.mark.parametrize(("count", "sizes"), [(59, [59]), (60, [60, 0]), (61, [60, 1]), (120, [60, 60, 0])])
def test_a_full_last_page_is_followed_by_an_empty_one(
    client: Client, books: Books, count: int, sizes: list[int]
) -> None:
    put_cost_units(books, count)
    found = pages(client, "hrm/Costunits", "$select=Code")
    assert [len(page) for page in found] == sizes
    assert len({row["Code"] for page in found for row in page}) == count


def test_sync_has_a_thousand_rows_a_page_in_the_order_of_their_timestamps(client: Client, books: Books) -> None:
    for number in range(1200):
        books.put("crm/Accounts", Code=str(10_000 + number), Name="x")
    found = pages(client, "sync/CRM/Accounts", "$select=ID,Timestamp&$filter=Timestamp gt 1L")
    assert [len(page) for page in found] == [1000, 205]
    stamps = [int(row["Timestamp"]) for page in found for row in page]
    assert stamps == sorted(stamps)
    assert all(isinstance(row["Timestamp"], str) for row in found[0])


def test_sync_shows_only_what_changed_since(client: Client, books: Books) -> None:
    before = client.results("sync/CRM/Accounts", "$select=ID,Timestamp&$filter=Timestamp gt 1L")
    last = max(int(row["Timestamp"]) for row in before)
    assert client.results("sync/CRM/Accounts", f"$select=ID&$filter=Timestamp gt {last}L") == []
    books.put("crm/Accounts", ID=books.customer["ID"], City="Gent")
    (changed,) = client.results("sync/CRM/Accounts", f"$select=ID,City&$filter=Timestamp gt {last}L")
    assert (changed["ID"], changed["City"]) == (books.customer["ID"], "Gent")
    after = client.results("sync/CRM/Accounts", "$select=ID&$filter=Timestamp gt 1L")
    assert len(after) == len(before), "the old version is gone"


def test_the_status_list_pages_by_its_three_keys(client: Client) -> None:
    found = pages(client, "read/financial/JournalStatusList", "$select=Journal,Year,Period,Status")
    assert [len(page) for page in found] == [60, 0], "5 journals x 12 periods"
    assert len({(row["Journal"], row["Period"]) for row in found[0]}) == 60


def test_a_closed_period_shows_in_the_status_list(client: Client, books: Books) -> None:
    books.state.close_period(DIVISION, "70", 2026, 2)
    rows = client.results("read/financial/JournalStatusList", "$select=Journal,Period,Status,JournalType")
    closed = [(row["Journal"], row["Period"], row["JournalType"]) for row in rows if row["Status"] == 1]
    assert closed == [("70", 2, 20)]


def test_top_gives_a_bare_list(client: Client) -> None:
    assert len(client.get("vat/VATCodes", "$top=1").json()["d"]) == 1
    rows = client.get("vat/VATCodes", "$select=Code&$orderby=Code desc&$top=2").json()["d"]
    assert [row["Code"] for row in rows] == ["X  ", "S  "]


def test_skip_order_and_count(client: Client) -> None:
    answer = client.get("vat/VATCodes", "$select=Code&$orderby=Code&$skip=7&$inlinecount=allpages").json()["d"]
    assert ([row["Code"] for row in answer["results"]], answer["__count"]) == (["S  ", "X  "], "9")


def test_only_the_selected_fields_and_metadata(client: Client, books: Books) -> None:
    (row,) = client.results("crm/Accounts", "$select=Code,Country,Status&$filter=Name eq 'Janssens BV'")
    assert row.pop("__metadata") == {
        "uri": f"http://exact.test/api/v1/{DIVISION}/crm/Accounts(guid'{books.customer['ID']}')",
        "type": "Exact.Web.Api.Models.Account",
    }
    assert row == {"Code": "              1001", "Country": "BE ", "Status": "C"}


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("Code eq '              1001'", 1),
        ("Code eq '1001'", 0),
        ("trim(Code) eq '1001'", 1),
        ("Code eq '1001' or Code eq '              1001'", 1),
        ("substringof('bouw', Name)", 1),
        ("startswith(Name, 'Bouw') eq true", 1),
        ("IsSupplier eq true", 1),
        ("Status eq 'C' and (Name eq 'Janssens BV' or Name eq 'Andere BV')", 2),
        ("Name eq 'L''Atelier'", 0),
        ("Modified ge datetime'2026-03-16'", 5),
        ("Modified gt datetime'2026-03-16T23:00:00'", 0),
        ("ID gt guid'00000000-0000-0000-0000-000000000000'", 5),
        ("VATNumber eq null and Status ne 'C'", 2),
    ],
)
def test_filters(client: Client, text: str, hits: int) -> None:
    assert len(client.results("crm/Accounts", f"$select=ID&$filter={text}")) == hits


def test_numbers_filter_by_value(client: Client, books: Books) -> None:
    entry = books.book_sale(EntryNumber=2026041)
    for text in ("EntryNumber eq 2026041", "AmountDC eq 121", "AmountDC gt 120.99M", "Type eq 20 and Status eq 20"):
        (row,) = client.results(SALES, f"$select=EntryID&$filter={text}")
        assert row["EntryID"] == entry["EntryID"]


def test_a_quote_in_a_reference_is_doubled(client: Client, books: Books) -> None:
    books.book_sale(YourRef="D'Hondt & zn + 5%")
    params = {"$select": "YourRef", "$filter": "YourRef eq 'D''Hondt & zn + 5%'"}
    headers = {"Accept": "application/json", "Authorization": f"Bearer {client.tokens['access_token']}"}
    answer = client.http.get(f"/api/v1/{DIVISION}/{SALES}", params=params, headers=headers)
    assert [row["YourRef"] for row in answer.json()["d"]["results"]] == ["D'Hondt & zn + 5%"]


def test_an_entry_by_key_defers_its_lines(client: Client, books: Books) -> None:
    entry = books.book_sale(books.line("10.02"))
    shown = client.get(f"{SALES}(guid'{entry['EntryID']}')").json()["d"]
    assert shown["SalesEntryLines"]["__deferred"]["uri"].endswith("/SalesEntryLines")
    assert (shown["AmountFC"], shown["VATAmountFC"]) == (12.12, 2.1), "numbers, no text"
    assert shown["EntryDate"] == "/Date(1773100800000)/", "midnight UTC"
    (line,) = client.results(f"{SALES}(guid'{entry['EntryID']}')/SalesEntryLines", "$select=AmountFC,VATCode")
    assert (line["AmountFC"], line["VATCode"]) == (10.02, "2  ")


def test_lines_are_expanded_when_asked(client: Client, books: Books) -> None:
    books.book_purchase(books.line("1", gl="604000"), books.line("2", gl="613000"))
    query = "$select=EntryID,PurchaseEntryLines/AmountFC,PurchaseEntryLines/VATPercentage&$expand=PurchaseEntryLines"
    (entry,) = client.results(PURCHASES, query)
    lines = entry["PurchaseEntryLines"]["results"]
    assert [(line["AmountFC"], line["VATPercentage"]) for line in lines] == [(1, 0.21), (2, 0.21)]


def test_receivables_and_open_items_of_an_entry(client: Client, books: Books) -> None:
    entry = books.book_sale()
    books.book_purchase()
    books.state.pay(DIVISION, entry["EntryID"], Decimal("21"), books.state.today())
    select = "$select=AmountDC,TransactionAmountDC,IsFullyPaid,Status,LastPaymentDate"
    rows = client.results("cashflow/Receivables", f"{select}&$filter=TransactionEntryID eq guid'{entry['EntryID']}'")
    assert sorted((row["AmountDC"], row["TransactionAmountDC"], row["IsFullyPaid"]) for row in rows) == [
        (-100, 121, False),
        (-21, 121, True),
    ]
    (open_item,) = client.results("read/financial/ReceivablesList", "$select=Amount,HID,AccountCode")
    assert (open_item["Amount"], open_item["AccountCode"]) == (100, "              1001")
    assert isinstance(open_item["HID"], str)
    assert len(client.results("read/financial/PayablesList", "$select=Amount")) == 1
    terms = client.results("sync/Cashflow/PaymentTerms", "$select=LineType&$filter=Timestamp gt 1L")
    assert sorted(row["LineType"] for row in terms) == [20, 20, 22]


def test_divisions_are_those_of_the_grant(client: Client) -> None:
    assert len(client.results("system/Divisions", "$select=Code,Description")) == 2
    client.sign_in([DIVISION])
    for resource in ("system/Divisions", "hrm/Divisions"):
        (row,) = client.results(resource, "$select=Code,Description,Country")
        assert (row["Code"], row["Country"]) == (DIVISION, "BE")


def test_me(client: Client) -> None:
    (me,) = client.results("Me", "$select=FullName,Legislation,ServerTime,ServerUtcOffset", division="current")
    assert (me["FullName"], me["Legislation"], me["ServerUtcOffset"]) == ("An Peeters", "2", 3600)
    assert me["ServerTime"].startswith("2026-03-16T10:00:00")
    assert "current/Me" in me["__metadata"]["uri"]
