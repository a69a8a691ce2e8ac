"""POST, PUT and DELETE over HTTP: what is answered and what changes."""

import base64
import hashlib
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from .books import DIVISION, PURCHASES, SALES, Books
from .client import Client, server_of


def put(client: Client, resource: str, key: str, body: dict[str, Any]) -> int:
    answer = client.call("PUT", f"{resource}(guid'{key}')", body=body)
    assert answer.status_code != 204 or answer.content == b""
    return answer.status_code


def test_a_post_answers_the_whole_entry(client: Client, books: Books) -> None:
    answer = client.post(SALES, books.sale(EntryNumber=2026041))
    assert answer.status_code == 201
    entry = answer.json()["d"]
    assert (entry["EntryNumber"], entry["AmountFC"], entry["Type"], entry["Status"]) == (2026041, 121, 20, 20)
    assert entry["CustomerName"] == "Janssens BV"
    assert "__deferred" in entry["SalesEntryLines"]
    assert entry["__metadata"]["type"] == "Exact.Web.Api.Models.SalesEntry"
    assert not any(name.startswith("_") and name != "__metadata" for name in entry)
    assert client.server.calls(was_post_that_books=True, status=201) == 1


def test_doubles_may_come_as_numbers_or_as_text(client: Client, books: Books) -> None:
    for amount in (100, 100.0, "100.00", "100"):
        assert client.post(SALES, books.sale(books.line(amount))).json()["d"]["AmountFC"] == 121


def test_dates_may_come_in_three_forms(client: Client, books: Books) -> None:
    for text in ("2026-03-10", "2026-03-10T00:00:00", "2026-03-10T00:00:00Z", "03/10/2026"):
        assert client.post(SALES, books.sale(EntryDate=text)).json()["d"]["EntryDate"] == "/Date(1773100800000)/"


def test_a_header_changes_and_its_term_is_made_anew(client: Client, books: Books) -> None:
    entry = books.book_purchase(PaymentCondition="AU")
    (held,) = books.state.rows(DIVISION, "cashflow/Payments")
    assert held["PaymentMethod"] == "K"
    assert put(client, PURCHASES, entry["EntryID"], {"PaymentCondition": "30", "DueDate": "2026-05-01"}) == 204
    (released,) = books.state.rows(DIVISION, "cashflow/Payments")
    assert (released["PaymentMethod"], released["DueDate"][:10]) == ("B", "2026-05-01")
    assert released["ID"] != held["ID"]
    assert released["TransactionEntryID"] == entry["EntryID"]
    assert books.state.get(DIVISION, PURCHASES, entry["EntryID"])["EntryNumber"] == entry["EntryNumber"]


def test_another_customer_rebuilds_the_payment_reference(client: Client, books: Books) -> None:
    other = books.put("crm/Accounts", Code="1002", Name="Tweede BV", Status="C")
    entry = books.book_sale(EntryNumber=5)
    (before,) = books.state.rows(DIVISION, "cashflow/Receivables")
    assert put(client, SALES, entry["EntryID"], {"Customer": other["ID"]}) == 204
    changed = books.state.get(DIVISION, SALES, entry["EntryID"])
    assert changed is not None
    assert (changed["PaymentReference"], changed["CustomerName"]) == ("1002/5", "Tweede BV")
    (after,) = books.state.rows(DIVISION, "cashflow/Receivables")
    for name, kept in {"ID": False, "EntryID": False, "_HID": False, "TransactionID": True}.items():
        assert (before[name] == after[name]) is kept, name


def test_a_paid_entry_still_takes_a_document_but_no_other_customer(client: Client, books: Books) -> None:
    entry = books.book_sale()
    books.state.pay(DIVISION, entry["EntryID"], Decimal("21"), date(2026, 3, 20))
    document = books.state.attach(DIVISION, "f.pdf", b"%PDF-1.7", {"Subject": "F", "Type": 10})
    assert put(client, SALES, entry["EntryID"], {"Document": document["ID"]}) == 204
    assert put(client, SALES, entry["EntryID"], {"Customer": books.customer["ID"]}) == 500
    assert books.open_amounts(entry) == [Decimal("-100.00")]


def test_a_payment_may_be_held_through_cashflow(client: Client, books: Books) -> None:
    books.book_purchase()
    (term,) = books.state.rows(DIVISION, "cashflow/Payments")
    assert put(client, "cashflow/Payments", term["ID"], {"PaymentMethod": "K"}) == 204
    (held,) = client.results("cashflow/Payments", "$select=PaymentMethod,AmountDC")
    assert (held["PaymentMethod"], held["AmountDC"]) == ("K", 121)


def test_lines_come_and_go_and_the_last_takes_the_entry_along(client: Client, books: Books) -> None:
    entry = books.book_sale()
    lines = "salesentry/SalesEntryLines"
    made = client.post(lines, {**books.line("50.00"), "EntryID": entry["EntryID"]})
    assert (made.status_code, made.json()["d"]["LineNumber"]) == (201, 2)
    assert books.state.get(DIVISION, SALES, entry["EntryID"])["AmountFC"] == "181.50"
    first, second = (line["ID"] for line in books.state.entries(DIVISION, "sales")[0]["Lines"])
    assert put(client, lines, second, {"AmountFC": 10}) == 204
    assert books.state.get(DIVISION, SALES, entry["EntryID"])["AmountFC"] == "133.10"
    assert client.call("DELETE", f"{lines}(guid'{first}')").status_code == 204
    assert books.state.get(DIVISION, SALES, entry["EntryID"])["AmountFC"] == "12.10"
    assert client.call("DELETE", f"{lines}(guid'{second}')").status_code == 204
    assert books.state.entries(DIVISION, "sales") == []


def test_a_deleted_entry_is_told_of(client: Client, books: Books) -> None:
    entry = books.book_sale()
    assert client.call("DELETE", f"{SALES}(guid'{entry['EntryID']}')").status_code == 204
    for resource in (SALES, "financialtransaction/TransactionLines", "cashflow/Receivables"):
        assert books.state.rows(DIVISION, resource) == []
    gone = client.results("sync/Deleted", "$select=EntityKey,EntityType&$filter=Timestamp gt 1L")
    assert sorted(row["EntityType"] for row in gone) == [1, 1, 1, 10]
    assert books.book_sale(EntryNumber=entry["EntryNumber"])["EntryNumber"] == entry["EntryNumber"]


def test_an_account_gets_the_highest_code_plus_one(client: Client, books: Books) -> None:
    made = client.post("crm/Accounts", {"Name": "Nieuw BV", "Status": "C", "SalesCurrency": "GBP"}).json()["d"]
    assert (made["Code"], made["Status"], made["IsSales"]) == ("              3004", "C", True)
    assert made["SalesCurrency"] is None, "an inactive currency is silently emptied"
    assert client.post(SALES, books.sale(Customer=made["ID"])).status_code == 201


def test_part_of_an_account_changes(client: Client, books: Books) -> None:
    assert put(client, "crm/Accounts", books.prospect["ID"], {"Status": "C"}) == 204
    changed = books.state.get(DIVISION, "crm/Accounts", books.prospect["ID"])
    assert changed is not None
    assert (changed["Status"], changed["Name"]) == ("C", "Misschien BV")
    assert client.post(SALES, books.sale(Customer=books.prospect["ID"])).status_code == 201


def test_cost_centers_are_made_and_used(client: Client, books: Books) -> None:
    for resource in ("hrm/Costcenters", "hrm/Costunits"):
        assert client.post(resource, {"Code": "P2600012", "Description": "Werf Gent"}).status_code == 201
    body = books.sale(books.line(gl="center", CostCenter="P2600012", CostUnit="P2600012"))
    assert client.post(SALES, body).status_code == 201


def test_a_document_with_its_file(client: Client, books: Books) -> None:
    content = b"%PDF-1.7\n" + bytes(range(256))
    document = client.post("documents/Documents", {"Subject": "F-77", "Type": 20, "Account": books.supplier["ID"]})
    assert document.status_code == 201
    body = {
        "Document": document.json()["d"]["ID"],
        "FileName": "F-77.PDF",
        "Attachment": base64.b64encode(content).decode(),
    }
    made = client.post("documents/DocumentAttachments", body).json()["d"]
    assert (made["FileSize"], made["FileName"], made["Attachment"]) == (265, "F-77.PDF", None)
    headers = {"Authorization": f"Bearer {client.tokens['access_token']}"}
    assert client.http.get(made["Url"] + "&Download=1", headers=headers).content == content
    assert client.http.get(made["Url"] + "&Download=1").status_code == 401
    (held,) = books.state.rows(DIVISION, "documents/DocumentAttachments")
    assert held["_Sha256"] == hashlib.sha256(content).hexdigest()
    entry = client.post(PURCHASES, books.purchase(Document=body["Document"])).json()["d"]
    assert entry["DocumentSubject"] == "F-77"


def test_the_file_of_an_attachment_has_a_limit(client: Client, books: Books) -> None:
    document = books.state.post(DIVISION, "documents/Documents", {"Subject": "F", "Type": 20})
    big = base64.b64encode(bytes(25 * 1024 * 1024 + 1)).decode()
    answer = client.post(
        "documents/DocumentAttachments", {"Document": document["ID"], "FileName": "a.pdf", "Attachment": big}
    )
    assert (answer.status_code, "Bestandsgrootte" in answer.text) == (500, True)


@pytest.mark.parametrize("switch", [False, True])
def test_a_document_that_names_its_entry_shows_there_by_the_switch_only(books: Books, switch: bool) -> None:
    client = Client(server_of(books.state, documents_link_entries=switch)).sign_in()
    entry = books.book_sale()
    body = {"Subject": "F", "Type": 10, "FinancialTransactionEntryID": entry["EntryID"]}
    document = client.post("documents/Documents", body).json()["d"]["ID"]
    shown = client.get(f"{SALES}(guid'{entry['EntryID']}')").json()["d"]["Document"]
    assert shown == (document if switch else None)
