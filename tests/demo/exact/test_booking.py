"""What a legal entry leaves behind: number, type, VAT, ledger lines, terms."""

from datetime import date
from decimal import Decimal

import pytest

from robexact_desktop.demo.exact import Refused

from .books import DIVISION, PURCHASES, SALES, Books

LEDGER = "financialtransaction/TransactionLines"


def ledger_of(books: Books, entry: dict) -> list[tuple[int, str, Decimal]]:
    lines = books.state.find(DIVISION, LEDGER, "EntryID", entry["EntryID"])
    return [(line["LineNumber"], line["GLAccountCode"], Decimal(line["AmountDC"])) for line in lines]


def test_a_sale_debits_the_customer_and_credits_revenue_and_vat(books: Books) -> None:
    entry = books.book_sale()
    assert (entry["AmountFC"], entry["VATAmountFC"], entry["Type"], entry["Status"]) == ("121.00", "21.00", 20, 20)
    assert ledger_of(books, entry) == [
        (0, "400000", Decimal("121.00")),
        (1, "700000", Decimal("-100.00")),
        (9999, "451000", Decimal("-21.00")),
    ]


def test_a_purchase_is_booked_the_other_way_round(books: Books) -> None:
    entry = books.book_purchase()
    assert entry["Type"] == 30
    assert ledger_of(books, entry) == [
        (0, "440000", Decimal("-121.00")),
        (1, "604000", Decimal("100.00")),
        (9999, "411000", Decimal("21.00")),
    ]


@pytest.mark.parametrize(("book", "kind"), [("book_sale", 21), ("book_purchase", 31)])
def test_a_negative_total_makes_a_credit_note(books: Books, book: str, kind: int) -> None:
    entry = getattr(books, book)(books.line("-100.00"))
    assert (entry["Type"], entry["AmountFC"], entry["VATAmountFC"]) == (kind, "-121.00", "-21.00")
    assert sum(amount for *_, amount in ledger_of(books, entry)) == 0


def test_vat_is_rounded_on_each_line_unless_it_is_sent(books: Books) -> None:
    """3 x 10.02 at 21 %: 6.30 by line, 6.31 by rate (bookkeeping 3.10)."""
    by_line = books.book_sale(*[books.line("10.02")] * 3)
    sent = books.book_sale(books.line("10.02", VATAmountFC="2.11"), *[books.line("10.02", VATAmountFC="2.10")] * 2)
    header = books.book_sale(*[books.line("10.02")] * 3, VATAmountFC="6.31")
    assert [entry["VATAmountFC"] for entry in (by_line, sent, header)] == ["6.30", "6.31", "6.31"]
    assert sent["AmountFC"] == "36.37"


def test_half_cents_round_away_from_zero(books: Books) -> None:
    assert books.book_sale(books.line("0.50", vat="2"))["VATAmountFC"] == "0.11"  # 0.105
    assert books.book_sale(books.line("-0.50", vat="2"))["VATAmountFC"] == "-0.11"


def test_an_inclusive_vat_code_takes_its_vat_out_of_the_amount(books: Books) -> None:
    entry = books.book_sale(books.line("121.00", vat="I"))
    assert (entry["AmountFC"], entry["VATAmountFC"]) == ("121.00", "21.00")


def test_reverse_charge_is_due_and_deducted_but_not_in_the_total(books: Books) -> None:
    entry = books.book_purchase(books.line("1000.00", gl="604000", vat="M"))
    assert entry["AmountFC"] == "1000.00"
    assert ledger_of(books, entry)[2:] == [(9999, "411000", Decimal("210.00")), (9999, "451000", Decimal("-210.00"))]
    assert sum(amount for *_, amount in ledger_of(books, entry)) == 0


def test_vat_that_may_not_be_deducted_goes_to_the_cost(books: Books) -> None:
    entry = books.book_purchase(books.line(gl="613000", VATNonDeductiblePercentage=0.5))
    assert entry["AmountFC"] == "121.00"
    assert ledger_of(books, entry)[1:] == [(1, "613000", Decimal("110.50")), (9999, "411000", Decimal("10.50"))]


def test_numbers_follow_year_and_journal_unless_one_is_sent(books: Books) -> None:
    assert [books.book_sale()["EntryNumber"] for _ in range(2)] == [26700001, 26700002]
    assert books.book_purchase()["EntryNumber"] == 26600001
    assert books.book_sale(EntryNumber=2026041)["EntryNumber"] == 2026041
    assert books.book_sale(InvoiceNumber=2026042)["EntryNumber"] == 2026042


def test_a_series_steps_over_a_number_that_was_sent(books: Books) -> None:
    books.book_sale(EntryNumber=26700001)
    assert books.book_sale()["EntryNumber"] == 26700002


def test_a_number_may_be_used_again_in_another_journal(books: Books) -> None:
    books.book_sale(EntryNumber=7)
    assert books.book_sale(EntryNumber=7, Journal="71")["EntryNumber"] == 7


def test_a_used_number_is_replaced_where_the_switch_says_so(books: Books) -> None:
    books.book_sale(EntryNumber=7)
    books.state.silent_renumber = True
    assert books.book_sale(EntryNumber=7)["EntryNumber"] == 26700001


def test_what_is_left_out_is_derived(books: Books) -> None:
    entry = books.book_sale(PaymentCondition="EM", EntryNumber=41)
    assert entry["DueDate"].startswith("2026-03-31")
    assert (entry["ReportingYear"], entry["ReportingPeriod"]) == (2026, 3)
    assert entry["PaymentReference"] == "1001/41"
    assert entry["PaymentConditionPaymentMethod"] == "B"
    assert books.book_sale(PaymentReference="+++090/9337/55493+++")["PaymentReference"] == "+++090/9337/55493+++"


def test_a_sent_period_stands_when_the_table_has_it(books: Books) -> None:
    entry = books.book_sale(ReportingYear=2026, ReportingPeriod=5)
    assert (entry["ReportingPeriod"], entry["EntryDate"][:10]) == (5, "2026-03-10")


def test_foreign_currency_is_converted_at_its_rate(books: Books) -> None:
    entry = books.book_sale(Currency="USD", Rate=0.9)
    assert (entry["AmountFC"], entry["AmountDC"], entry["VATAmountDC"]) == ("121.00", "108.90", "18.90")


def test_a_foreign_entry_balances_in_both_currencies(books: Books) -> None:
    lines = [books.line("33.33"), books.line("33.33"), books.line("33.35", vat="1")]
    entry = books.book_sale(*lines, Currency="USD", Rate="0.9137")
    for field in ("AmountFC", "AmountDC"):
        found = books.state.find(DIVISION, LEDGER, "EntryID", entry["EntryID"])
        assert sum(Decimal(line[field]) for line in found) == 0


def test_the_newest_exchange_rate_stands_in_for_a_rate(books: Books) -> None:
    for start, rate in ((date(2026, 1, 1), "0.80"), (date(2026, 3, 1), "0.90")):
        books.put("financial/ExchangeRates", SourceCurrency="USD", TargetCurrency="EUR", StartDate=start, Rate=rate)
    assert books.book_sale(Currency="USD")["AmountDC"] == "108.90"


def test_history_may_be_booked_with_dates_and_decimals(books: Books) -> None:
    line = books.line(Decimal("10.02"))
    entry = books.book_sale(line, EntryDate=date(2026, 1, 31), DueDate=date(2026, 2, 28))
    assert (entry["AmountFC"], entry["ReportingPeriod"], entry["DueDate"][:10]) == ("12.12", 1, "2026-02-28")


def test_a_closed_period_can_be_opened_again(books: Books) -> None:
    books.state.close_period(DIVISION, "70", 2026, 3)
    with pytest.raises(Refused, match="Periode is afgesloten: 2026-03"):
        books.book_sale()
    books.book_sale(Journal="71")
    books.state.open_period(DIVISION, "70", 2026, 3)
    books.book_sale()


def test_a_refused_entry_leaves_nothing(books: Books) -> None:
    with pytest.raises(Refused):
        books.book_sale(books.line(), books.line(vat="?"))
    for resource in (SALES, "salesentry/SalesEntryLines", LEDGER, "sync/Cashflow/PaymentTerms"):
        assert books.state.rows(DIVISION, resource) == []
    assert books.book_sale()["EntryNumber"] == 26700001


def test_entries_come_with_their_lines(books: Books) -> None:
    books.book_purchase(books.line("1.00", gl="604000"), books.line("2.00", gl="613000"))
    (entry,) = books.state.entries(DIVISION, "purchase")
    assert [(line["LineNumber"], line["AmountFC"]) for line in entry["Lines"]] == [(1, "1.00"), (2, "2.00")]
    assert books.state.entries(DIVISION, PURCHASES) == [entry]


# payments


def terms_of(books: Books, entry: dict) -> list[tuple[str, int, bool, str | None]]:
    found = books.state.find(DIVISION, "sync/Cashflow/PaymentTerms", "TransactionEntryID", entry["EntryID"])
    return sorted(
        (term["AmountDC"], term["Status"], term["IsFullyPaid"], (term["LastPaymentDate"] or "")[:10] or None)
        for term in found
    )


def test_a_customer_owes_a_negative_amount_a_supplier_is_owed_a_positive_one(books: Books) -> None:
    assert terms_of(books, books.book_sale()) == [("-121.00", 20, False, None)]
    assert terms_of(books, books.book_purchase()) == [("121.00", 20, False, None)]
    assert [row["LineType"] for row in books.state.rows(DIVISION, "cashflow/Receivables")] == [20]
    assert [row["LineType"] for row in books.state.rows(DIVISION, "cashflow/Payments")] == [22]


def test_paid_in_two_parts(books: Books) -> None:
    entry = books.book_sale()
    books.state.pay(DIVISION, entry["EntryID"], Decimal("21.00"), date(2026, 3, 20))
    assert terms_of(books, entry) == [("-100.00", 20, False, None), ("-21.00", 50, True, "2026-03-20")]
    books.state.pay(DIVISION, entry["EntryID"], Decimal("100.00"), date(2026, 4, 1))
    assert terms_of(books, entry) == [("-100.00", 50, True, "2026-04-01"), ("-21.00", 50, True, "2026-03-20")]
    assert books.state.get(DIVISION, SALES, entry["EntryID"])["Status"] == 20, "paid is not processed"


def test_an_overpayment_leaves_an_open_rest_of_the_other_sign(books: Books) -> None:
    entry = books.book_sale()
    books.state.pay(DIVISION, entry["EntryID"], Decimal("130.00"), date(2026, 3, 20))
    assert terms_of(books, entry) == [("-121.00", 50, True, "2026-03-20"), ("9.00", 20, False, None)]


def test_unmatching_opens_the_whole_amount_again(books: Books) -> None:
    entry = books.book_sale()
    books.state.pay(DIVISION, entry["EntryID"], Decimal("21.00"), date(2026, 3, 20))
    books.state.pay(DIVISION, entry["EntryID"], Decimal("100.00"), date(2026, 3, 21))
    books.state.unmatch(DIVISION, entry["EntryID"])
    assert terms_of(books, entry) == [("-121.00", 20, False, None)]
    assert [row["EntityType"] for row in books.state.rows(DIVISION, "sync/Deleted")] == [10]


def test_a_credit_note_is_settled_with_a_negative_amount(books: Books) -> None:
    entry = books.book_sale(books.line("-100.00"))
    books.state.pay(DIVISION, entry["EntryID"], Decimal("-121.00"), date(2026, 3, 20))
    assert terms_of(books, entry) == [("121.00", 50, True, "2026-03-20")]


def test_a_changed_row_gets_a_new_timestamp(books: Books) -> None:
    entry = books.book_sale()
    (before,) = books.state.rows(DIVISION, "cashflow/Receivables")
    books.state.pay(DIVISION, entry["EntryID"], Decimal("121.00"), date(2026, 3, 20))
    (after,) = books.state.rows(DIVISION, "cashflow/Receivables")
    assert after["ID"] == before["ID"]
    assert after["Timestamp"] > before["Timestamp"]
