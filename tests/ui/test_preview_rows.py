"""The booking as debit and credit, before any widget: what a bookkeeper reads in the preview."""

from dataclasses import replace
from decimal import Decimal

import pytest
from builders import books, by_hand, ledger, line, purchase_invoice, sales_invoice

from robexact_desktop.domain.booking import Books
from robexact_desktop.domain.booking.books import Field
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.ledger import ClosedPeriod
from robexact_desktop.domain.status import InvoiceState
from robexact_desktop.services.outcome import Outcome
from robexact_desktop.services.outcome import told as told_key
from robexact_desktop.services.prepare_entries import prepare
from robexact_desktop.texts import Language
from robexact_desktop.ui.preview.booking import Balance, BookingRow, RowKind, planned_rows
from robexact_desktop.ui.preview.choices import choices
from robexact_desktop.ui.preview.facts import FactName, planned_facts, reference
from robexact_desktop.ui.preview.held import HeldBack
from robexact_desktop.ui.words import speak

pytestmark = pytest.mark.screen


@pytest.fixture(autouse=True)
def _dutch() -> None:
    speak(Language.NL)


def rows(invoice: Invoice, of: Books | None = None) -> list[BookingRow]:
    of = of or books()
    return list(planned_rows(prepare(invoice, of, {}), of, of.overrides.get(invoice.id, ())))


def told(invoice: Invoice, of: Books | None = None) -> list[tuple[str, Decimal | None, Decimal | None]]:
    return [(row.title, row.debit, row.credit) for row in rows(invoice, of)]


def test_a_sale_stands_in_credit_and_the_receivable_first() -> None:
    assert told(sales_invoice(line("100.00 @21"), line("50.00 @6", gl="701000"))) == [
        ("400000 Handelsdebiteuren", Decimal("174.00"), None),
        ("700000 Verkopen werken", None, Decimal("100.00")),
        ("701000 Verkopen onderhoud", None, Decimal("50.00")),
        ("Btw volgens btw-code 4", None, Decimal("21.00")),
        ("Btw volgens btw-code 2", None, Decimal("3.00")),
        ("In evenwicht", Decimal("174.00"), Decimal("174.00")),
    ]


def test_a_credit_note_is_turned() -> None:
    assert told(sales_invoice(line("100.00 @21"), credit=True)) == [
        ("400000 Handelsdebiteuren", None, Decimal("121.00")),
        ("700000 Verkopen werken", Decimal("100.00"), None),
        ("Btw volgens btw-code 4", Decimal("21.00"), None),
        ("In evenwicht", Decimal("121.00"), Decimal("121.00")),
    ]


def test_a_purchase_stands_in_debit_and_a_deduction_on_it_in_credit() -> None:
    assert told(purchase_invoice(line("100.00 @21"), line("-10.00 @21"))) == [
        ("440000 Leveranciers", None, Decimal("108.90")),
        ("604000 Aankopen handelsgoederen", Decimal("100.00"), None),
        ("604000 Aankopen handelsgoederen", None, Decimal("10.00")),
        ("Btw volgens btw-code A4", Decimal("18.90"), None),
        ("In evenwicht", Decimal("118.90"), Decimal("118.90")),
    ]


def test_reverse_charge_is_told_without_figures_that_exact_computes() -> None:
    verlegd = next(row for row in rows(purchase_invoice(line("100.00 @M"))) if row.kind is RowKind.VAT)
    assert (verlegd.title, verlegd.debit, verlegd.credit) == ("Btw verlegd", None, None)


def test_where_several_accounts_may_be_the_receivable_none_is_guessed() -> None:
    small = ledger()
    two = {**small.gl_accounts, "400100": replace(small.gl_accounts["400000"], code="400100")}
    assert rows(sales_invoice(), books(ledger=ledger(gl_accounts=two)))[0].title == "Handelsdebiteuren"


def test_every_line_says_why() -> None:
    whys = [row.whys[0].text for row in rows(sales_invoice(line("10.00 @21"), line("10.00 @21", gl="701000")))]
    assert 'De standaard grootboekrekening (instelling "' in whys[1]
    assert whys[2] == "De grootboekrekening van de factuurregel zelf (regel 2, grootboekrekening)."


def test_a_value_by_hand_stands_beside_what_the_rule_said() -> None:
    invoice = sales_invoice(line("10.00 @21"), line("20.00 @21"))
    hand = replace(by_hand(invoice, Field.GL, "701000", 1), rule_value="700000")
    first, second = rows(invoice, books(hand))[1:3]
    assert not first.whys[0].by_hand
    assert second.title == "701000 Verkopen onderhoud"
    assert second.whys[0].by_hand
    assert second.whys[0].text.startswith("handmatig; de regel zei 700000 · An, ")


def test_what_lacks_is_named_and_the_booking_waits() -> None:
    found = rows(sales_invoice(line("10.00 @21", vat_tariff="T99")))
    assert found[1].vat_lacks
    assert found[1].vat == "ontbreekt"
    assert found[-1].balance is Balance.NOT_YET
    assert found[-1].whys[0].text == "eerst oplossen: Btw-tarief koppelen"


def test_totals_that_differ_are_red_with_both_figures() -> None:
    last = rows(sales_invoice(line("100.00 @21"), total="131.00"))[-1]
    assert last.balance is Balance.DIFFERS
    assert "21,00" in last.whys[0].text
    assert "31,00" in last.whys[0].text


def test_the_facts_are_those_of_the_entry() -> None:
    of = books()
    invoice = sales_invoice(payment_reference="+++202/6087/04126+++")
    facts = planned_facts(prepare(invoice, of, {}), of, ())
    assert facts[FactName.JOURNAL].value == "70 Verkopen"
    assert facts[FactName.PERIOD].value == "2026/11"
    assert facts[FactName.DUE].value == "03/12/2026"
    assert facts[FactName.NUMBER].value == "20260173"


@pytest.mark.parametrize("text", ["+++090/9337/55493+++", "***090/9337/55493***", "090933755493"])
def test_a_structured_communication_is_shown_as_banks_print_it(text: str) -> None:
    assert reference(text) == "+++090/9337/55493+++"


def test_a_reference_that_is_none_stays_as_it_is() -> None:
    assert reference("F2026 <b>173</b>") == "F2026 <b>173</b>"


def reasons(field: Field, invoice: Invoice, of: Books | None = None) -> dict[str, str]:
    of = of or books()
    return {choice.value: choice.reason for choice in choices(field, 0, prepare(invoice, of, {}), of)}


def test_what_cannot_be_chosen_stays_with_its_reason() -> None:
    accounts = reasons(Field.GL, sales_invoice())
    assert accounts["701000"] == ""
    assert accounts["709000"] == "geblokkeerd in Exact"
    assert accounts["550000"] == "niet toegelaten op een lijn"
    codes = reasons(Field.VAT, sales_invoice())
    assert (codes["4"], codes["A4"], codes["4I"]) == ("", "niet voor verkoop", "type inclusief")
    centers = reasons(Field.COST_CENTER, sales_invoice())
    assert (centers["W100"], centers["W050"]) == ("", "gestopt op 30/06/2026")
    forbidden = reasons(Field.COST_CENTER, sales_invoice(line("1.00", gl="704000")))
    assert forbidden["W100"] == "rekening 704000 laat het niet toe"


def test_a_closed_period_cannot_be_chosen() -> None:
    shut = ClosedPeriod("70", 2026, 10)
    small = ledger(closed=frozenset({(shut.journal, shut.year, shut.period)}))
    found = reasons(Field.PERIOD, sales_invoice(), books(ledger=small))
    assert next(iter(found)) == "2026/9"
    assert found["2026/10"] == "afgesloten voor dagboek 70"
    assert found["2026/11"] == ""


def test_what_the_fresh_reading_held_says_was_and_now() -> None:
    seen = sales_invoice(line("100.00 @21"), line("10.00 @21"))
    now = sales_invoice(line("100.00 @21"))
    held = HeldBack()
    held.see(seen)
    held.note(Outcome(seen.id, InvoiceState.READY, told=(told_key("held.changed", fields="lines"),), held=True))
    held.see(now)
    (notice,) = held.notices(now)
    assert notice.title.startswith("Niet verstuurd")
    assert notice.text.startswith(
        "regels 2 → 1; totaal exclusief btw 110,00 → 100,00; totaal inclusief btw 133,10 → 121,00."
    )
    held.note(Outcome(seen.id, InvoiceState.BOOKED))
    assert list(held.notices(now)) == []
