"""The invoices: how many, whether they add up, whether Exact holds what was booked."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from stdnum.be import ogm_vcs

from robexact_desktop.demo.robaws.documents import Files

from .bookkeeper import ENTRIES, RESOURCES, World, difference, lines_of, problems, total_of


def test_so_many_of_each(world: World) -> None:
    kinds = Counter((key.partition("/")[0], world.invoice(key)["type"]) for key in world.all_keys())
    assert 1400 <= kinds["sales", "INVOICE"] <= 1550
    assert 550 <= kinds["purchase", "INVOICE"] <= 620
    assert kinds["sales", "CREDIT_NOTE"] >= 60
    assert kinds["purchase", "CREDIT_NOTE"] >= 25


def test_a_hundred_wait_without_a_fault_of_all_four_kinds(world: World) -> None:
    assert len(world.firm.to_send) >= 100
    kinds = Counter((key.partition("/")[0], world.invoice(key)["type"]) for key in world.firm.to_send)
    assert len(kinds) == 4
    assert min(kinds.values()) >= 5
    assert not any(world.invoice(key)["sentToAccountant"] for key in world.firm.to_send)


def test_every_invoice_is_booked_or_waits(world: World) -> None:
    waiting = {*world.firm.to_send, *world.firm.defects, world.firm.login_page}
    assert waiting | world.firm.booked.keys() == set(world.all_keys())
    assert not waiting & world.firm.booked.keys()
    assert all(world.invoice(key)["sentToAccountant"] for key in world.firm.booked)


def test_they_span_two_years_and_have_one_to_a_dozen_lines(world: World) -> None:
    rows = [world.invoice(key) for key in world.firm.booked]
    days = [date.fromisoformat(row["date"]) for row in rows]
    assert (max(days) - min(days)).days > 600
    counts = Counter(len(lines_of("purchase", row)) for row in rows)
    assert min(counts) == 1
    assert max(counts) in {12, 13}, "twelve and a deduction"


def test_there_are_discounts_deductions_texts_and_mixed_rates(world: World) -> None:
    rows = [world.invoice(key) for key in world.firm.booked]
    lines = [line for row in rows for line in row["lineItems"]]
    assert sum(line["type"] == "TEXT" for line in lines) > 100
    assert sum(Decimal(line.get("discount") or 0) > 0 for line in lines) > 300
    assert sum(Decimal(line.get("totalExclVat", 1)) < 0 for line in lines) > 20
    assert sum(len({line["vatTariffId"] for line in lines_of("purchase", row)}) > 1 for row in rows) > 50


def test_lines_add_up_to_the_totals_within_a_cent_a_line_and_five(world: World) -> None:
    odd: Counter[bool] = Counter()
    for key in world.all_keys():
        row = world.invoice(key)
        if world.firm.defects.get(key) == "draft" or (key in world.firm.defects and key not in world.firm.warnings):
            continue
        rest = abs(difference(world, key, row))
        assert rest <= min(Decimal("0.01") * len(lines_of(key, row)), Decimal("0.05")), key
        odd[rest > 0] += 1
    assert 5 <= odd[True] <= 60, "a few are rounded per line"


def test_the_planted_total_is_off_by_more(world: World) -> None:
    off = [
        difference(world, key, world.invoice(key))
        for key, code in world.firm.defects.items()
        if code == "totals_differ"
    ]
    assert sorted(map(abs, off)) == [Decimal("0.01"), Decimal("10.00")]


def test_a_line_is_quantity_times_price_less_its_discount(world: World) -> None:
    for key in world.firm.booked:
        for line in (line for line in world.invoice(key)["lineItems"] if line["type"] == "LINE"):
            full = Decimal(line["quantity"]) * Decimal(line["price"]) * (100 - Decimal(line["discount"])) / 100
            assert abs(full - Decimal(line["totalExclVat"])) <= Decimal("0.005"), (key, line)


def test_the_account_stands_on_the_line_the_article_or_nowhere(world: World) -> None:
    lines = [(key[0], line) for key in world.firm.to_send for line in lines_of("purchase", world.invoice(key))]
    sources = Counter((side, bool(line["generalLedgerAccountId"]), bool(line["articleId"])) for side, line in lines)
    assert all(sources[side, *source] for side in "sp" for source in ((True, True), (False, True), (False, False)))
    assert any(row["generalLedgerAccountId"] for row in world.robaws.all("suppliers"))


def test_credit_notes_bear_positive_amounts(world: World) -> None:
    notes = [row for key in world.all_keys() if (row := world.invoice(key))["type"] == "CREDIT_NOTE"]
    assert all(Decimal(row["totalInclVat"]) > 0 for row in notes)


def test_what_was_booked_stands_in_exact_with_the_same_total(world: World) -> None:
    for key, entry_id in world.firm.booked.items():
        row = world.invoice(key)
        entry = world.exact.get(world.division, ENTRIES[key.partition("/")[0]], entry_id)
        assert entry
        sign = -1 if row["type"] == "CREDIT_NOTE" else 1
        assert Decimal(entry["AmountFC"]) == sign * Decimal(row["totalInclVat"]), key
        assert entry["EntryNumber"] == int(row["logicId"])
        assert entry["YourRef"] == (row["logicId"] if key[0] == "s" else row["invoiceNumber"])
        assert (entry["EntryDate"][:10], entry["ReportingPeriod"]) == (row["date"], int(row["date"][5:7]))
        assert entry["Type"] % 10 == (sign < 0)


def test_numbers_are_digits_that_follow_the_dates(world: World) -> None:
    for kind, resource in RESOURCES.items():
        rows = [row for row in world.robaws.all(resource) if f"{kind}/{row['id']}" not in world.firm.defects]
        numbers = [row["logicId"] for row in rows]
        assert all(number.isdigit() and len(number) == 8 for number in numbers)
        assert len(set(numbers)) == len(numbers)
        notes = [row for row in rows if row["type"] == "INVOICE"]
        assert [row["date"] for row in sorted(notes, key=lambda row: row["logicId"])] == sorted(
            row["date"] for row in notes
        )


def test_structured_communications_are_valid(world: World) -> None:
    given = {
        key: row["paymentInstruction"] for key in world.all_keys() if (row := world.invoice(key))["paymentInstruction"]
    }
    assert len(given) > 1500
    wrong = {key for key, text in given.items() if not ogm_vcs.is_valid(text)}
    assert {world.firm.defects.get(key) for key in wrong} == {"payment_reference_invalid"}


def test_old_sales_are_paid_some_in_part(world: World) -> None:
    rows = [row for row in world.robaws.all("sales-invoices") if row["sentToAccountant"]]
    paid = [row for row in rows if row["paidTotal"] == row["totalInclVat"]]
    partly = [row for row in rows if 0 < Decimal(row["paidTotal"]) < Decimal(row["totalInclVat"])]
    assert len(paid) > 1000
    assert len(partly) > 15
    assert {row["status"] for row in paid} == {"betaald"}
    assert {row["status"] for row in partly} == {"verstuurd"}


def test_a_clean_one_has_no_problem(world: World) -> None:
    assert {key: found for key in world.firm.to_send if (found := problems(world, key))} == {}


def test_a_spoilt_one_has_its_own_problem_and_no_other(world: World) -> None:
    assert {key: problems(world, key) for key in world.firm.defects} == {
        key: {code} for key, code in world.firm.defects.items()
    }


def test_thirty_different_faults(world: World) -> None:
    assert len(set(world.firm.defects.values())) == 30
    assert {world.firm.defects[key] for key in world.firm.warnings} == {
        "cost_center_forbidden",
        "document_missing",
        "iban_differs",
        "payment_condition_unmapped",
        "payment_reference_invalid",
        "totals_differ",
    }


def test_some_lines_bring_no_total(world: World) -> None:
    bare = [
        key
        for key in world.firm.to_send
        if any("totalExclVat" not in line for line in lines_of("purchase", world.invoice(key)))
    ]
    assert {key.partition("/")[0] for key in bare} == {"sales", "purchase"}
    assert all(
        total_of(line) == total_of(line).quantize(Decimal("0.01"))
        for key in bare
        for line in lines_of(key, world.invoice(key))
    )


@pytest.mark.parametrize("kind", ["sales", "purchase"])
def test_documents_open(world: World, kind: str) -> None:
    files = Files(world.robaws)
    keys = [key for key in world.firm.to_send if key.startswith(kind)][:20]
    for key in keys:
        row = world.invoice(key)
        assert kind == "sales" or row["documentId"]
        drawn = files.of_document(row["documentId"]) if row["documentId"] else files.sales_invoice(row)
        start = b"\xff\xd8\xff" if key == world.firm.photographed else b"%PDF"
        assert drawn.get_data().startswith(start)


def test_one_document_is_the_login_page(world: World) -> None:
    document = world.named("documents", world.invoice(world.firm.login_page)["documentId"])
    assert document["kind"] == "login_page"
    assert problems(world, world.firm.login_page) == set()
