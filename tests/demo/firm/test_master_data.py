"""Relations, ledger, VAT, journals and book years, in both services."""

from collections import Counter
from pathlib import Path

from stdnum import iban
from stdnum.be import vat as belgian_vat
from stdnum.de import vat as german_vat
from stdnum.fr import tva as french_vat
from stdnum.lu import tva as luxembourg_vat
from stdnum.nl import btw as dutch_vat

from robexact_desktop.demo.firm import numbers

from .bookkeeper import World, account_of, plain
from .conftest import planted

RULES = {"vat_number", "company_number", "name"}


def test_three_hundred_customers_and_a_hundred_and_twenty_suppliers(world: World) -> None:
    assert len(world.robaws.all("clients")) == 300
    assert len(world.robaws.all("suppliers")) == 120
    kinds = Counter(world.firm.relations.values())
    assert kinds["vat_number"] > 300
    assert all(
        kinds[kind] for kind in ("company_number", "name", "ambiguous", "other_vat", "prospect", "blocked", "none")
    )


def test_each_is_found_as_it_says(world: World) -> None:
    for key, rule in world.firm.relations.items():
        side, _, number = key.partition("/")
        row = {"clientId": number, "supplierId": number}
        found, by = account_of(world, "sales" if side == "client" else "purchase", row)
        if rule in RULES:
            assert (len(found), by) == (1, rule), key
        assert (len(found) == 0) == (rule == "none"), key
        assert (len(found) == 2) == (rule == "ambiguous"), key


def test_names_are_unique_in_robaws(world: World) -> None:
    for resource in ("clients", "suppliers"):
        names = [row["name"] for row in world.robaws.all(resource)]
        assert len(set(names)) == len(names)


def test_belgian_numbers_are_right_and_typed_in_many_ways(world: World) -> None:
    typed = [row["vatIdNumber"] for row in world.robaws.all("clients") if plain(row["vatIdNumber"]).startswith("BE")]
    assert all(belgian_vat.is_valid(plain(number)) for number in typed)
    shapes = {"".join("9" if letter.isdigit() else letter for letter in number) for number in typed}
    assert len(shapes) >= 4


def test_check_digits_by_another_arithmetic() -> None:
    for serial in range(200):
        assert belgian_vat.is_valid(numbers.enterprise_number(serial))
        assert dutch_vat.is_valid(numbers.dutch_vat_number(serial))
        assert german_vat.is_valid(numbers.german_vat_number(serial))
        assert french_vat.is_valid(numbers.french_vat_number(serial))
        assert luxembourg_vat.is_valid(numbers.luxembourg_vat_number(serial))
        assert iban.is_valid(numbers.iban(serial), check_country=False)
        assert int(numbers.iban(serial)[4:14]) % 97 == int(numbers.iban(serial)[14:]) % 97


def test_sixty_accounts_some_blocked_some_strict_about_cost_centers(world: World) -> None:
    accounts = world.rows("financial/GLAccounts")
    assert len(accounts) >= 60
    assert sum(row["IsBlocked"] for row in accounts.values()) == 2
    assert {row["UseCostcenter"] for row in accounts.values()} == {0, 1, 2}
    assert accounts["616100"]["VATNonDeductiblePercentage"] == "0.5"


def test_thirty_one_vat_codes_of_which_many_are_zero(world: World) -> None:
    codes = world.rows("vat/VATCodes")
    assert len(codes) == 31
    mapped = world.firm.settings["vat"]["sales"].values()
    assert len({code for code in mapped if float(codes[code]["Percentage"]) == 0}) == 6
    assert {row["Type"] for row in codes.values()} == {"E", "I", "B", "N"}
    assert sum(row["Charged"] for row in codes.values()) == 6
    assert sum(row["IsBlocked"] for row in codes.values()) == 1


def test_every_code_in_the_settings_exists_in_exact(world: World) -> None:
    settings, booking = world.firm.settings, world.firm.settings["booking"]
    journals, codes = world.rows("financial/Journals"), world.rows("vat/VATCodes")
    assert {booking[name] for name in booking if name.endswith("_journal")} <= journals.keys()
    assert {booking["sales_gl_account"], booking["purchase_gl_account"]} <= world.rows("financial/GLAccounts").keys()
    assert {*settings["vat"]["sales"].values(), *settings["vat"]["purchase"].values()} <= codes.keys()
    conditions = world.rows("cashflow/PaymentConditions")
    assert {*settings["payment_conditions"].values(), booking["holding_payment_condition"]} <= conditions.keys()
    assert conditions[booking["holding_payment_condition"]]["PaymentMethod"] == "K"


def test_journals_of_all_types(world: World) -> None:
    journals = world.rows("financial/Journals").values()
    assert {row["Type"] for row in journals} == {20, 21, 22, 23, 10, 12, 16, 90}
    assert sum(row["IsBlocked"] for row in journals) == 1


def test_one_book_year_is_the_calendar_the_other_begins_in_july(world: World) -> None:
    for division, month in zip(world.firm.divisions, ("01", "07"), strict=True):
        periods = world.exact.rows(division, "financial/FinancialPeriods")
        first = next(row for row in periods if (row["FinYear"], row["FinPeriod"]) == (2026, 1))
        assert first["StartDate"][:10] == f"2026-{month}-01"
        starts = sorted(row["StartDate"] for row in periods)
        assert len(set(starts)) == len(starts) == 60


def test_the_same_day_and_seed_give_the_same_firm_also_on_disk_and_it_stays(world: World, tmp_path: Path) -> None:
    again = planted(tmp_path / "demo.db")
    for resource in ("clients", "sales-invoices", "purchase-invoices", "documents"):
        assert again.robaws.all(resource) == world.robaws.all(resource)
    assert (again.firm.to_send, again.firm.defects) == (world.firm.to_send, world.firm.defects)
    again.exact.store.close()
