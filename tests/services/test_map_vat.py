"""The VAT mapping: each side apart, what is wrong with a code, who waits for it, and the fresh settings."""

from robexact_desktop.domain.listing import Group, InvoiceView
from robexact_desktop.domain.names import InvoiceId, Kind
from robexact_desktop.domain.settings import Settings
from robexact_desktop.services.map_vat import (
    GONE,
    UNMAPPED,
    MappedTariff,
    invoices_by_tariff,
    map_vat,
    mapped_tariffs,
    sums_of,
)
from robexact_desktop.services.workplace import Workplace


def blocked(work: Workplace) -> list[InvoiceId]:
    listed = work.stores.listed
    rows = listed.rows(listed.ids(InvoiceView(group=Group.BLOCKED)))
    return [row.id for row in rows.values() if row.problem.startswith("vat_")]


def tariffs(work: Workplace) -> dict[str, MappedTariff]:
    books = work.stores.books.read()
    return {row.name: row for row in mapped_tariffs(work, books, invoices_by_tariff(work, blocked(work)))}


def settings(work: Workplace) -> Settings:
    return work.stores.settings.load(work.settings.environment)


def test_each_side_says_what_is_wrong_with_its_code(work: Workplace) -> None:
    found = tariffs(work)
    assert found["6 % inclusief"].sales.why == "inclusive"
    assert found["21 % doorrekening"].sales.why == "only_purchase"
    assert found["6 % sociale huisvesting (oud)"].sales.why == "blocked"
    assert found["6 % sloop en heropbouw"].sales.why == UNMAPPED
    assert found["21 %"].sales.why == found["21 %"].purchase.why == ""


def test_only_the_side_that_holds_invoices_asks(work: Workplace) -> None:
    row = tariffs(work)["6 % inclusief"]
    assert row.sales.asks
    assert not row.purchase.asks, "no purchase uses it"
    assert row.waiting == len(row.sales.waiting)


def test_boxes_stand_where_they_are_sure(work: Workplace) -> None:
    found = tariffs(work)
    assert found["21 %"].sales.boxes == ("03", "54")
    assert found["6 %"].sales.boxes == ("01", "54")
    assert found["21 %"].purchase.boxes[1] == "59"
    assert found["Verlegd (medecontractant)"].sales.boxes == ()
    assert found["Verlegd (medecontractant)"].purchase.boxes == ()


def test_a_code_that_exact_lost_is_named(work: Workplace) -> None:
    map_vat(work, tariffs(work)["21 %"].id, Kind.SALES, "404")
    side = tariffs(work)["21 %"].sales
    assert (side.name, side.code, side.why) == ("404", None, GONE)


def test_mapping_releases_what_waited_and_taking_away_holds_it_again(work: Workplace) -> None:
    row = tariffs(work)["6 % sloop en heropbouw"]
    (invoice,) = row.sales.waiting
    assert [of.incl for of in sums_of(work, [invoice])] != []
    map_vat(work, row.id, Kind.SALES, "3")
    assert invoice not in blocked(work)
    map_vat(work, row.id, Kind.SALES, None)
    assert invoice in blocked(work)


def test_the_other_side_and_other_tariffs_keep_theirs(work: Workplace) -> None:
    before = settings(work).vat
    row = tariffs(work)["21 %"]
    map_vat(work, row.id, Kind.PURCHASE, "10")
    after = settings(work).vat
    assert after.sales == before.sales
    assert after.purchase == {**before.purchase, row.id: "10"}


def test_a_long_job_does_not_undo_the_mapping_made_meanwhile(work: Workplace) -> None:
    """`work` holds the settings as they were when its job began."""
    found = tariffs(work)
    map_vat(work, found["12 %"].id, Kind.SALES, "3")
    map_vat(work, found["6 %"].id, Kind.SALES, "2")
    sales = settings(work).vat.sales
    assert (sales[found["12 %"].id], sales[found["6 %"].id]) == ("3", "2")
