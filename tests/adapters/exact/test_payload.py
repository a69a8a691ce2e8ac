"""The body of an entry and its reasons: one table, so they name the same paths."""

from datetime import date
from decimal import Decimal

import pytest

from robexact_desktop.adapters.exact import payload
from robexact_desktop.adapters.exact.papers import safe_name
from robexact_desktop.domain.booking import Decided, Entry, EntryLine
from robexact_desktop.domain.booking.parties import TO_BE_CREATED
from robexact_desktop.domain.booking.period import YearPeriod
from robexact_desktop.domain.ledger import GLAccount, VATCode
from robexact_desktop.domain.names import AccountId, EntryId, InvoiceId, Kind, RelationId
from robexact_desktop.domain.outbox import EntryKey
from robexact_desktop.domain.problems import ProblemCode, problem
from robexact_desktop.domain.relation import Relation
from robexact_desktop.services.ports import Paper, Payloads

ACCOUNT = AccountId("3c86139b-63c1-4a76-bc1b-ea6c324947c9")
GL = GLAccount("71b961de-b9f3-49fe-883d-0f46c7e0e89b", "700000", "Omzet", 110)
VAT = VATCode("4", "21 %", Decimal(21))


def decided(value: object, rule: str = "rule", *problems: ProblemCode) -> Decided[object]:
    return Decided(value, rule, "source", tuple(problem(code) for code in problems))


def line(**values: object) -> EntryLine:
    known: dict[str, object] = {
        "net": Decimal("100"),
        "gl_account": GL,
        "vat_code": VAT,
        "vat_amount": Decimal("21.00"),
        "cost_center": None,
        "cost_unit": None,
        "description": "Ruwbouw",
    }
    return EntryLine(**{name: decided(value, f"{name}.rule") for name, value in {**known, **values}.items()})  # type: ignore[arg-type]


def entry(kind: Kind = Kind.SALES, *lines: EntryLine, **values: Decided[object]) -> Entry:
    known: dict[str, Decided[object]] = {
        "account": decided(ACCOUNT),
        "journal": decided("70", "journal.default"),
        "entry_date": decided(date(2026, 3, 16)),
        "due_date": decided(date(2026, 4, 15)),
        "entry_number": decided(26700001),
        "your_ref": decided("2026-041"),
        "description": decided("2026-041 Café Zoé"),
        "currency": decided("EUR"),
        "payment_condition": decided(None),
        "payment_reference": decided(None),
        "period": decided(YearPeriod(2026, 3)),
    }
    return Entry(InvoiceId("sales/1"), kind, lines=lines or (line(),), **{**known, **values})  # type: ignore[arg-type]


def test_the_body_has_exacts_names_in_their_order() -> None:
    assert payload.encode(payload.entry_payload(entry())).decode() == (
        f'{{"Customer":"{ACCOUNT}","Journal":"70","EntryDate":"2026-03-16T00:00:00","DueDate":"2026-04-15T00:00:00",'
        '"EntryNumber":26700001,"YourRef":"2026-041","Description":"2026-041 Café Zoé","Currency":"EUR",'
        '"ReportingYear":2026,"ReportingPeriod":3,"SalesEntryLines":[{"AmountFC":100.00,"Description":"Ruwbouw",'
        f'"GLAccount":"{GL.id}","VATCode":"4","VATAmountFC":21.00}}]}}'
    )


def test_a_purchase_names_supplier_and_its_lines() -> None:
    body = payload.entry_payload(entry(Kind.PURCHASE))
    assert body["Supplier"] == ACCOUNT
    assert "PurchaseEntryLines" in body
    assert "Customer" not in body


def test_why_names_every_path_of_the_body_and_no_other() -> None:
    made = entry(Kind.SALES, line(), line(vat_amount=None, cost_center="P26"))
    body = payload.entry_payload(made)
    lines = body.pop("SalesEntryLines")
    assert isinstance(lines, list)
    paths = {*body, *(f"SalesEntryLines[{index}].{name}" for index, each in enumerate(lines) for name in each)}
    reasons = payload.why(made)
    assert set(reasons) == paths
    assert reasons["Journal"] == {"rule": "journal.default", "source": "source"}
    assert reasons["SalesEntryLines[1].CostCenter"] == {"rule": "cost_center.rule", "source": "source"}


def test_a_line_without_vat_sends_no_vat_amount() -> None:
    lines = payload.entry_payload(entry(Kind.SALES, line(vat_amount=None)))["SalesEntryLines"]
    assert isinstance(lines, list)
    assert "VATAmountFC" not in lines[0]


def test_an_account_to_be_created_is_null_and_pending() -> None:
    made = entry(account=decided(None, TO_BE_CREATED))
    body = payload.entry_payload(made)
    assert body["Customer"] is None
    assert payload.pending(made) == ["Customer"]
    assert payload.pending(entry()) == []
    sent = payload.with_account(payload.encode(body), Kind.SALES, ACCOUNT)
    assert sent == payload.encode(payload.entry_payload(entry()))


def test_a_draft_shows_null_where_something_is_in_the_way() -> None:
    draft = entry(
        Kind.SALES,
        line(vat_code=None, gl_account=None),
        journal=decided(None),
        entry_number=decided(None, "number", ProblemCode.NUMBER_NOT_INTEGER),
        payment_condition=decided(None, "condition", ProblemCode.PAYMENT_CONDITION_UNMAPPED),
    )
    body = payload.entry_payload(draft)
    lines = body["SalesEntryLines"]
    assert isinstance(lines, list)
    assert (body["Journal"], body["EntryNumber"], lines[0]["VATCode"], lines[0]["GLAccount"]) == (None,) * 4
    assert "PaymentCondition" not in body, "a warning leaves the value to Exact"


def test_amounts_keep_their_digits_through_the_store() -> None:
    body = payload.entry_payload(entry(Kind.SALES, line(net=Decimal("-0.1"), vat_amount=Decimal("-0.00"))))
    encoded = payload.encode(body)
    assert b'"AmountFC":-0.10,' in encoded
    assert b'"VATAmountFC":0.00}' in encoded
    assert payload.encode(payload.decode(encoded)) == encoded


def test_an_unanswered_entry_is_looked_up_by_what_was_sent() -> None:
    sent = payload.encode(payload.entry_payload(entry(Kind.SALES, line(), line(vat_amount=None))))
    expected = EntryKey("70", 2026, 3, 26700001, "2026-041", ACCOUNT, Decimal("221.00"), date(2026, 3, 16))
    assert payload.key_of(sent, Kind.SALES) == expected


def test_a_relation_leaves_out_what_robaws_does_not_know() -> None:
    relation = Relation(
        RelationId("client/7"), "K7", "Bouw BV", vat_number="BE0403019261", country="be", city="Gent", language="nl-BE"
    )
    told = payload.decode(payload.account_payload(relation, Kind.SALES))
    assert told == {
        "Name": "Bouw BV",
        "VATNumber": "BE0403019261",
        "Country": "BE",
        "City": "Gent",
        "Language": "NL",
        "Status": "C",
    }
    assert payload.decode(payload.account_payload(relation, Kind.PURCHASE))["IsSupplier"] is True


def test_a_document_is_tied_to_its_entry() -> None:
    paper = Paper("2026-041", 10, ACCOUNT, EntryId("e-1"), date(2026, 3, 16))
    assert payload.decode(payload.document_payload(paper))["FinancialTransactionEntryID"] == "e-1"
    attachment = payload.decode(payload.attachment_payload("d-1", "../a.pdf", b"%PDF"))
    assert attachment == {"Document": "d-1", "FileName": "a.pdf", "Attachment": "JVBERg=="}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2026-041.pdf", "2026-041.pdf"),
        ("..\\..\\CON.pdf", "_CON.pdf"),
        ("a/COM¹.jpg", "_COM¹.jpg"),
        ("factuur .pdf. ", "factuur.pdf"),
        ("a\x00\u202eb?.pdf", "ab_.pdf"),
        ("", "document"),
        ("..", "document"),
        ("é" * 200 + ".pdf", "é" * 73 + ".pdf"),
    ],
)
def test_a_file_name_leads_nowhere(name: str, expected: str) -> None:
    assert safe_name(name) == expected
    assert len(safe_name(name).encode()) <= 150


def test_the_module_fills_the_port() -> None:
    port: Payloads = payload
    assert port.encode({}) == b"{}"
