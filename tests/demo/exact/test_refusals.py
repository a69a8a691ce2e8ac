"""Every illegal request is refused as Exact refuses it: request -> status, words, where the fact stands.

The facts meant are facts/exact-online.md, by section; "bk" is facts/bookkeeping.md.
"""

import base64
from collections.abc import Callable
from typing import Any, NamedTuple

import httpx
import pytest

from .books import DIVISION, OTHER_DIVISION, PURCHASES, SALES, Books
from .client import Client, message

NOWHERE = "11111111-2222-3333-4444-555555555555"
TO_BYTES = "property 'Attachment' to type 'Byte[]'"


class Refusal(NamedTuple):
    what: str
    status: int
    words: str
    fact: str
    request: Callable[[Client, Books], httpx.Response]


def get(resource: str, query: str = "", **options: Any) -> Callable[[Client, Books], httpx.Response]:
    return lambda client, _: client.get(resource, query, **options)


def sale(**values: Any) -> Callable[[Client, Books], httpx.Response]:
    return lambda client, books: client.post(SALES, books.sale(**values))


def sale_line(**values: Any) -> Callable[[Client, Books], httpx.Response]:
    """A sale with one line; `gl`, `vat` and `amount` as the builder takes them."""
    return lambda client, books: client.post(SALES, books.sale(books.line(**values)))


def sale_to(relation: str) -> Callable[[Client, Books], httpx.Response]:
    return lambda client, books: client.post(SALES, books.sale(Customer=getattr(books, relation)["ID"]))


def purchase(**values: Any) -> Callable[[Client, Books], httpx.Response]:
    return lambda client, books: client.post(PURCHASES, books.purchase(**values))


def post(resource: str, **body: Any) -> Callable[[Client, Books], httpx.Response]:
    return lambda client, _: client.post(resource, body)


def closed_period(client: Client, books: Books) -> httpx.Response:
    books.state.close_period(DIVISION, "70", 2026, 3)
    return client.post(SALES, books.sale())


def used_number(client: Client, books: Books) -> httpx.Response:
    books.book_sale(EntryNumber=2026001)
    return client.post(SALES, books.sale(EntryNumber=2026001))


def without_default_condition(client: Client, books: Books) -> httpx.Response:
    books.state.add_division(DIVISION, "Bouwwerken Peeters", DefaultPaymentCondition=None)
    return client.post(SALES, books.sale())


def processed(method: str) -> Callable[[Client, Books], httpx.Response]:
    def request(client: Client, books: Books) -> httpx.Response:
        entry = books.book_sale()
        books.state.process(DIVISION, SALES, entry["EntryID"])
        body = {"Description": "anders"} if method == "PUT" else None
        return client.call(method, f"{SALES}(guid'{entry['EntryID']}')", body=body)

    return request


def put_lines(client: Client, books: Books) -> httpx.Response:
    entry = books.book_sale()
    return client.call("PUT", f"{SALES}(guid'{entry['EntryID']}')", body={"SalesEntryLines": [books.line()]})


def delete_used_account(client: Client, books: Books) -> httpx.Response:
    books.book_sale()
    return client.call("DELETE", f"crm/Accounts(guid'{books.customer['ID']}')")


def recode(client: Client, books: Books) -> httpx.Response:
    (center,) = books.state.find(DIVISION, "hrm/Costcenters", "Code", "W001")
    return client.call("PUT", f"hrm/Costcenters(guid'{center['ID']}')", body={"Code": "W002"})


def attachment(name: str, content: str) -> Callable[[Client, Books], httpx.Response]:
    def request(client: Client, books: Books) -> httpx.Response:
        document = books.state.post(DIVISION, "documents/Documents", {"Subject": "F-77", "Type": 20})
        body = {"Document": document["ID"], "FileName": name, "Attachment": content}
        return client.post("documents/DocumentAttachments", body)

    return request


def raw(content: bytes, content_type: str = "application/json") -> Callable[[Client, Books], httpx.Response]:
    return lambda client, _: client.call("POST", SALES, content=content, headers={"Content-Type": content_type})


def expired(client: Client, books: Books) -> httpx.Response:
    books.clock.pass_seconds(600)
    return client.get("financial/Journals", "$select=Code")


SYNTAX = "Error in query syntax"
SELECT = "Please add a $select or a $top=1 statement to the query string."
MANDATORY = "This endpoint has mandatory filtering applied."
STREAM = "Error processing request stream."
PDF = base64.b64encode(b"%PDF-1.7").decode()

REFUSALS = [
    # reaching the API
    Refusal("no token", 401, "", "1", get("financial/Journals", "$select=Code", headers={"Authorization": ""})),
    Refusal("wrong token", 401, "", "1", get("hrm/Costunits", "$select=Code", headers={"Authorization": "Bearer x"})),
    Refusal("token of 600 s", 401, "", "1", expired),
    Refusal("no Accept", 406, "Not Acceptable", "3", get("hrm/Costunits", "$select=Code", headers={"Accept": "*/*"})),
    Refusal("division not granted", 403, "Forbidden - User division is not within division scope", "1",
            get("financial/Journals", "$select=Code", division=9999)),
    Refusal("unknown endpoint", 404, "Resource not found", "4.11", get("financial/CostCenters", "$select=Code")),
    Refusal("no such method", 405, "not allowed", "4.14",
            lambda c, _: c.call("PUT", f"cashflow/PaymentConditions(guid'{NOWHERE}')", body={"Code": "31"})),
    Refusal("POST on a read-only endpoint", 405, "not allowed", "4.6",
            post("financial/FinancialPeriods", FinYear=2027)),
    Refusal("PUT of an attachment", 405, "not allowed", "4.10",
            lambda c, _: c.call("PUT", f"documents/DocumentAttachments(guid'{NOWHERE}')", body={"FileName": "a.pdf"})),
    Refusal("unknown key", 404, "Resource not found", "3", get(f"{SALES}(guid'{NOWHERE}')", "$select=EntryID")),
    Refusal("key is no guid", 400, "Unrecognized 'Edm.Guid' literal", "3", get(f"{SALES}(12)", "$select=EntryID")),
    Refusal("malformed guid key", 400, "Unrecognized 'Edm.Guid' literal", "3", get(f"{SALES}(guid'12')")),
    Refusal("12 kB address", 414, "too long", "3",
            get(SALES, "$select=EntryID&$filter=" + " or ".join(f"YourRef eq 'F2026-{n:05}'" for n in range(400)))),
    # lists
    Refusal("list without $select", 400, SELECT, "3", get("vat/VATCodes")),
    Refusal("$top=2 is no $select", 400, SELECT, "3", get("vat/VATCodes", "$top=2")),
    Refusal("unknown property in $select", 400, SYNTAX, "3", get("vat/VATCodes", "$select=Code,Rate")),
    Refusal("unknown property in $filter", 400, SYNTAX, "3", get(SALES, "$select=EntryID&$filter=Number eq 5")),
    Refusal("guid without guid''", 400, SYNTAX, "3", get(SALES, f"$select=EntryID&$filter=Customer eq '{NOWHERE}'")),
    Refusal("malformed guid in $filter", 400, "Unrecognized 'Edm.Guid' literal", "3",
            get(SALES, "$select=EntryID&$filter=Customer eq guid'x'")),
    Refusal("text compared with a number", 400, SYNTAX, "3", get(SALES, "$select=EntryID&$filter=YourRef eq 5")),
    Refusal("date without datetime''", 400, SYNTAX, "3",
            get(SALES, "$select=EntryID&$filter=EntryDate gt '2026-01-01'")),
    Refusal("undoubled quote", 400, SYNTAX, "3", get(SALES, "$select=EntryID&$filter=YourRef eq 'a'b'")),
    Refusal("unknown operator", 400, SYNTAX, "3", get(SALES, "$select=EntryID&$filter=YourRef like 'a'")),
    Refusal("open parenthesis", 400, SYNTAX, "3", get(SALES, "$select=EntryID&$filter=(YourRef eq 'a'")),
    Refusal("unknown $orderby", 400, SYNTAX, "3", get(SALES, "$select=EntryID&$orderby=Number")),
    Refusal("unknown $expand", 400, SYNTAX, "3", get(SALES, "$select=EntryID&$expand=Lines")),
    Refusal("unknown option", 400, SYNTAX, "3", get(SALES, "$select=EntryID&page=2")),
    Refusal("accounts without $filter", 400, MANDATORY, "4.5", get("crm/Accounts", "$select=ID")),
    Refusal("accounts with another $filter", 400, MANDATORY, "4.5",
            get("crm/Accounts", f"$select=ID&$filter=GLAR eq guid'{NOWHERE}'")),
    Refusal("sync on another field", 400, "This $filter parameter is not supported for this resource", "3",
            get("sync/CRM/Accounts", "$select=ID&$filter=Name eq 'x'")),
    Refusal("sync with lt", 400, "This $filter parameter is not supported for this resource", "3",
            get("sync/CRM/Accounts", "$select=ID&$filter=Timestamp lt 5L")),
    Refusal("sync with a second term", 400, "This $filter parameter is not supported for this resource", "3",
            get("sync/CRM/Accounts", "$select=ID&$filter=Timestamp gt 5L and IsSupplier")),
    Refusal("Int64 without L", 400, SYNTAX, "3", get("sync/CRM/Accounts", "$select=ID&$filter=Timestamp gt 1")),
    Refusal("$skip on sync", 400, "$skip", "3", get("sync/CRM/Accounts", "$select=ID&$skip=60")),
    Refusal("bulk on TransactionEntryID", 400, "Filtering on these fields is not supported: TransactionEntryID", "4.12",
            get("bulk/Cashflow/Receivables", f"$select=ID&$filter=TransactionEntryID eq guid'{NOWHERE}'")),
    Refusal("JournalStatusList with $filter", 400, "Filtering on these fields is not supported: Year", "4.6",
            get("read/financial/JournalStatusList", "$select=Status&$filter=Year eq 2026")),
    Refusal("open items by date", 400, "Filtering on these fields is not supported: DueDate", "4.12",
            get("read/financial/ReceivablesList", "$select=HID&$filter=DueDate gt datetime'2026-01-01'")),
    # bodies
    Refusal("form instead of JSON", 415, "Unsupported", "3", raw(b"Customer=1", "application/x-www-form-urlencoded")),
    Refusal("broken JSON", 400, STREAM, "3", raw(b'{"Customer": ')),
    Refusal("a list", 400, STREAM, "3", raw(b"[]")),
    Refusal("NaN", 400, STREAM, "3", raw(b'{"Rate": NaN}')),
    Refusal("unknown property", 400, "'InvoiceDate'", "3", sale(InvoiceDate="2026-03-01")),
    Refusal("read-only property", 400, "'Type'", "4.8", sale(Type=21)),
    Refusal("AmountDC on a line", 400, "'AmountDC'", "4.7", sale_line(AmountDC=121)),
    Refusal("number over Int32", 400, "'EntryNumber' to type 'Int32'", "6", sale(EntryNumber=2**31)),
    Refusal("number as text", 400, "'EntryNumber' to type 'Int32'", "6", sale(EntryNumber="F2026-001")),
    Refusal("malformed guid", 400, "Niet herkende GUID-indeling", "3", sale(Customer="1001")),
    Refusal("no date", 400, "'EntryDate' to type 'DateTime'", "3", sale(EntryDate="10/3 2026")),
    Refusal("amount with a comma", 400, "'AmountFC' to type 'Double'", "3", sale_line(amount="100,00")),
    # entries: header
    Refusal("no customer", 500, "Verplicht: Klant", "3", sale(Customer=None)),
    Refusal("no supplier", 500, "Verplicht: Leverancier", "4.8", purchase(Supplier=None)),
    Refusal("unknown customer", 500, "Ongeldige referentie: Klant", "3", sale(Customer=NOWHERE)),
    Refusal("sale to a supplier", 500, "Ongeldig: Klant (Type)", "4.5", sale_to("supplier")),
    Refusal("sale to a prospect", 500, "Ongeldig: Klant (Type)", "4.5", sale_to("prospect")),
    Refusal("purchase from a customer", 500, "Ongeldig: Leverancier (Type)", "4.5",
            lambda c, b: c.post(PURCHASES, b.purchase(Supplier=b.customer["ID"]))),
    Refusal("blocked customer", 500, "Geblokkeerd: Klant", "4.5", sale_to("blocked")),
    Refusal("other control account", 500, "De klantenrekening van deze relatie is niet gelijk", "3",
            sale_to("other_control")),
    Refusal("no journal", 500, "Verplicht: Dagboek", "3", sale(Journal=None)),
    Refusal("journal as guid", 500, "Ongeldige referentie: Journals", "3", sale(Journal=NOWHERE)),
    Refusal("unknown journal", 500, "Ongeldige referentie: Journals", "3", sale(Journal="99")),
    Refusal("sale in a purchase journal", 500, "Ongeldig: Dagboek (type)", "3", sale(Journal="60")),
    Refusal("purchase in a sales journal", 500, "Ongeldig: Dagboek (type)", "3", purchase(Journal="70")),
    Refusal("blocked journal", 500, "Geblokkeerd: Dagboek", "4.2", sale(Journal="79")),
    Refusal("closed period", 500, "Periode is afgesloten: 2026-03", "3", closed_period),
    Refusal("date outside all years", 500, "Onbekend: Boekjaar (Periode-datumtabel)", "3",
            sale(EntryDate="2027-01-05")),
    Refusal("unknown period", 500, "Onbekend: Boekjaar (Periode-datumtabel)", "4.6",
            sale(ReportingYear=2026, ReportingPeriod=13)),
    Refusal("used number", 500, "In gebruik: Boekstuknummer", "6", used_number),
    Refusal("no payment condition", 500, "Verplicht: Betalingsconditie", "3", without_default_condition),
    Refusal("unknown payment condition", 500, "Ongeldige referentie: Betalingsconditie", "3",
            sale(PaymentCondition="7")),
    Refusal("inactive currency", 500, "Ongeldige referentie: Valuta", "4.14", sale(Currency="GBP", Rate=1.2)),
    Refusal("foreign currency without a rate", 500, "Ongeldig: Wisselkoers", "4.14", sale(Currency="USD")),
    Refusal("long reference", 500, "Ongeldig: Uw ref.", "6", sale(YourRef="x" * 51)),
    Refusal("long description", 500, "Ongeldig: Omschrijving", "6", sale(Description="x" * 61)),
    Refusal("unknown document", 500, "Ongeldige referentie: Document", "4.10", sale(Document=NOWHERE)),
    Refusal("several at once, one a line", 500, "Verplicht: Klant\r\nVerplicht: Dagboek", "3",
            sale(Customer=None, Journal=None)),
    # entries: lines
    Refusal("no lines", 500, "Verplicht: Boekingsregels", "4.7", sale(SalesEntryLines=[])),
    Refusal("line without amount", 500, "Verplicht: Bedrag", "4.7", sale_line(amount=None)),
    Refusal("unknown G/L account", 500, "Ongeldige referentie: Grootboekrekening", "bk 3.18",
            sale_line(GLAccount=NOWHERE)),
    Refusal("blocked G/L account", 500, "Geblokkeerd: Grootboekrekening", "8", sale_line(gl="blocked")),
    *(Refusal(f"account {code} on a line", 500, "Ongeldig: Grootboekrekeningtype", "4.3", sale_line(gl=code))
      for code in ("400000", "440000", "451000", "550000", "570000")),
    Refusal("unknown VAT code", 500, "Ongeldige referentie: Btw-code", "3", sale_line(vat="9")),
    Refusal("blocked VAT code", 500, "Ongeldige referentie: Btw-code", "8", sale_line(vat="X")),
    Refusal("purchase VAT code on a sale", 500, "Ongeldige referentie: Btw-code", "4.4", sale_line(vat="P")),
    Refusal("VAT amount with type N", 500, "Een btw bedrag is niet toegestaan", "8",
            sale_line(vat="N", VATAmountFC=21)),
    Refusal("VAT percentage 0", 500, "Ongeldig: Btw-percentage []", "8", sale_line(VATPercentage=0)),
    Refusal("header VAT against the lines'", 500, "De boeking is niet in evenwicht. Verschil -0,01", "bk 3.18",
            lambda c, b: c.post(SALES, b.sale(b.line(VATAmountFC=21), VATAmountFC="20.99"))),
    Refusal("cost center left out", 500, "Verplicht: Kostenplaats", "3", sale_line(gl="center")),
    Refusal("cost unit left out", 500, "Verplicht: Kostendrager", "3", sale_line(gl="unit")),
    Refusal("cost center not allowed", 500, "Niet toegestaan: Kostenplaats", "4.3",
            sale_line(gl="none", CostCenter="W001")),
    Refusal("unknown cost center", 500, "Ongeldige referentie: Kostenplaats", "3", sale_line(CostCenter="W999")),
    Refusal("ended cost center", 500, "Ongeldige referentie: Kostenplaats", "4.11", sale_line(CostCenter="W000")),
    Refusal("unknown cost unit", 500, "Ongeldige referentie: Kostendrager", "3", sale_line(CostUnit="X")),
    # changing
    Refusal("PUT of lines", 400, "'SalesEntryLines'", "4.9", put_lines),
    Refusal("PUT of a processed entry", 500, "Reeds verwerkt", "4.9", processed("PUT")),
    Refusal("DELETE of a processed entry", 500, "Reeds verwerkt", "4.9", processed("DELETE")),
    # relations, cost centers, documents
    Refusal("account without a name", 500, "Verplicht: Naam", "4.5", post("crm/Accounts", Code="77")),
    Refusal("used account code", 500, "Gegeven bestaat reeds.", "3", post("crm/Accounts", Name="Twee", Code="1001")),
    Refusal("account code with letters", 500, "Ongeldig: Code", "4.5", post("crm/Accounts", Name="Twee", Code="K77")),
    Refusal("IsSales is read-only", 400, "'IsSales'", "4.5", post("crm/Accounts", Name="Twee", IsSales=True)),
    Refusal("no e-mail address", 500, "Ongeldig: E-mail [geen]", "bk 3.18",
            post("crm/Accounts", Name="Twee", Email="geen")),
    Refusal("unknown condition of an account", 500, "Ongeldige referentie: Betalingsconditie", "4.5",
            post("crm/Accounts", Name="Twee", PaymentConditionSales="9")),
    Refusal("account in use", 500, "Can't delete: Account 1001 - Used in: Sales entries", "3", delete_used_account),
    Refusal("cost center code of 9", 500, "Ongeldig: Code", "4.11",
            post("hrm/Costcenters", Code="P26-00012", Description="x")),
    Refusal("cost center without description", 500, "Verplicht: Omschrijving", "4.11",
            post("hrm/Costcenters", Code="W9")),
    Refusal("used cost center code", 500, "Gegeven bestaat reeds.", "3",
            post("hrm/Costcenters", Code="W001", Description="x")),
    Refusal("cost unit description of 61", 500, "Ongeldig: Omschrijving", "4.11",
            post("hrm/Costunits", Code="X", Description="x" * 61)),
    Refusal("recoding by PUT", 500, "Ongeldig: Code", "4.11", recode),
    Refusal("document without subject", 500, "Verplicht: Onderwerp", "4.10", post("documents/Documents", Type=10)),
    Refusal("unknown document type", 500, "Document Type not allowed", "1",
            post("documents/Documents", Subject="x", Type=55)),
    Refusal("type that is not creatable", 500, "Document Type not allowed", "1",
            post("documents/Documents", Subject="x", Type=110)),
    Refusal("document of an unknown entry", 500, "Ongeldige referentie: FinancialTransactionEntryID", "4.10",
            post("documents/Documents", Subject="x", Type=10, FinancialTransactionEntryID=NOWHERE)),
    Refusal("attachment without document", 500, "Ongeldige referentie: Document", "4.10",
            post("documents/DocumentAttachments", Document=NOWHERE, FileName="a.pdf", Attachment=PDF)),
    Refusal("attachment that is no base64", 400, TO_BYTES, "4.10", attachment("a.pdf", "geen base64!")),
    Refusal("attachment of another type", 500, "Ongeldig: Bestandstype", "4.10", attachment("a.xml", PDF)),
]  # fmt: skip


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: refusal.what)
def test_is_refused(refusal: Refusal, client: Client, books: Books) -> None:
    held = len(books.state.rows(DIVISION, SALES))
    answer = refusal.request(client, books)
    assert (answer.status_code, refusal.words in message(answer)) == (refusal.status, True), message(answer)
    assert client.server.log[-1].reason == (message(answer) or "no valid access token")
    assert len(books.state.rows(DIVISION, SALES)) - held <= 1, "only what the test itself booked"
    assert client.server.calls(was_post_that_books=True) == 0


def test_there_are_enough_of_them() -> None:
    assert len(REFUSALS) >= 60


def test_a_division_left_out_of_the_consent_is_refused(client: Client) -> None:
    client.sign_in([OTHER_DIVISION])
    assert client.get("financial/Journals", "$select=Code").status_code == 403
    assert client.get("financial/Journals", "$select=Code", division=OTHER_DIVISION).status_code == 200
    (me,) = client.results("Me", "$select=CurrentDivision", division="current")
    assert me["CurrentDivision"] == DIVISION, "the division last open may lie outside the grant (picqer #470)"
