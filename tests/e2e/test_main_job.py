"""The main job from nothing: settings, login, import, match, by hand, dry run, send, and all that has to hold then."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from world import World, world

from e2e.looking import DOCUMENTS, bookings, differences, entries_of, entry_ids, posted_as, states, to_the_digit
from robexact_desktop.demo.firm.vat import RENOVATION, SALES_CODES

CHOSEN = 60
OTHER_ACCOUNT = "700400"


@dataclass(frozen=True)
class Journey:
    """What each step gave."""

    office: World
    before: frozenset[str]
    """Entries of the planted history."""
    of_defects: dict[str, list[str]]
    """Defect -> the codes that `check` told."""
    unmapped: dict[str, list[str]]
    """Invoices with the tariff that was left out at first -> the codes that `check` told."""
    linked: str
    by_hand: str
    overrides: dict[str, Any]
    chosen: tuple[str, ...]
    checked: dict[str, Any]
    """Invoice -> its row of `check`, amounts to the digit."""
    sent: list[dict[str, Any]]
    bookings: list[Any]


@pytest.fixture(scope="module")
def journey(planted: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journey]:
    with world(tmp_path_factory.mktemp("journey") / "world", planted) as office:
        yield travel(office)


def travel(office: World) -> Journey:
    firm, before = office.demo.firm, entry_ids(office)
    without = {tariff: code for tariff, code in SALES_CODES.items() if tariff != RENOVATION}
    office.settings(vat={"sales": without})
    office.sign_in()
    office.json("import")
    renovations = [name for name in firm.to_send if name.startswith("sales/") and has_tariff(office, name, RENOVATION)]
    unmapped = codes_of(office, renovations)
    office.settings_of({"vat": {"sales": {RENOVATION: SALES_CODES[RENOVATION]}}})
    office.json("match")
    of_defects = codes_of(office, list(firm.defects))

    linked = next(name for name, code in firm.defects.items() if code == "relation_ambiguous")
    client = office.robaws(linked)["clientId"]
    office.json("link", f"client/{client}", head_office(office, client))
    by_hand = next(name for name in firm.to_send if name.startswith("sales/") and name not in renovations)
    overrides = office.json("override", by_hand, "--line", "0", "--gl", OTHER_ACCOUNT)

    chosen = choose(office, [linked, by_hand, *renovations[:2]])
    checked = {row["id"]: row for row in to_the_digit(office.run("check", *chosen, "--json").out)}
    sent = office.json("send", *chosen)
    return Journey(
        office, before, of_defects, unmapped, linked, by_hand, overrides, chosen, checked, sent, bookings(office)
    )


def has_tariff(office: World, name: str, tariff: str) -> bool:
    return any(line.get("vatTariffId") == tariff for line in office.robaws(name)["lineItems"])


def codes_of(office: World, names: list[str]) -> dict[str, list[str]]:
    return {row["id"]: [told["code"] for told in row["problems"]] for row in office.json("check", *names)}


def head_office(office: World, client: str) -> str:
    """One of the two accounts with the client's VAT number."""
    name = office.demo.robaws.state.get("clients", client)["name"]
    accounts = office.demo.exact.state.rows(office.division, "crm/Accounts")
    return next(str(account["ID"]) for account in accounts if account["Name"] == name)


def choose(office: World, first: list[str]) -> tuple[str, ...]:
    """All credit notes, all with a relation to be created, the photograph, and invoices of both kinds."""
    firm = office.demo.firm
    credit = [name for name in firm.to_send if office.robaws(name)["type"] == "CREDIT_NOTE"]
    invoices = [name for pair in zip(firm.to_send, reversed(firm.to_send), strict=True) for name in pair]
    wanted = [*first, *credit, *firm.to_create, firm.photographed, *invoices]
    return tuple(dict.fromkeys(wanted))[:CHOSEN]


def test_a_tariff_that_is_not_mapped_blocks_until_it_is(journey: Journey) -> None:
    assert journey.unmapped
    assert {tuple(codes) for codes in journey.unmapped.values()} == {("vat_unmapped",)}
    assert {tuple(codes_of(journey.office, [name])[name]) for name in journey.unmapped} == {()}


def test_each_planted_defect_is_told_by_just_its_code(journey: Journey) -> None:
    assert journey.of_defects == {name: [code] for name, code in journey.office.demo.firm.defects.items()}


def test_the_sixty_are_of_every_sort(journey: Journey) -> None:
    rows = [(name.partition("/")[0], journey.office.robaws(name)["type"]) for name in journey.chosen]
    assert len(rows) == CHOSEN
    assert {sort: rows.count(sort) >= 6 for sort in sorted(set(rows))} == {
        ("purchase", "CREDIT_NOTE"): True,
        ("purchase", "INVOICE"): True,
        ("sales", "CREDIT_NOTE"): True,
        ("sales", "INVOICE"): True,
    }


def test_the_sixty_are_booked_and_written_back(journey: Journey) -> None:
    assert states(journey.sent) == dict.fromkeys(journey.chosen, "done")
    found = [entries_of(journey.office, row["id"]) for row in journey.sent]
    shown = [[(entry["EntryID"], entry["EntryNumber"]) for entry in entries] for entries in found]
    assert shown == [[(row["entry_id"], row["entry_number"])] for row in journey.sent]


def test_exact_holds_just_those_to_the_cent_with_their_files(journey: Journey) -> None:
    assert differences(journey.office, journey.chosen, journey.before) == []


def test_what_was_posted_is_what_the_dry_run_showed_byte_for_byte(journey: Journey) -> None:
    office = journey.office
    entries = {row["id"]: row["entry_id"] for row in journey.sent}
    wanted = []
    for name, row in journey.checked.items():
        kind = name.partition("/")[0]
        entry = next(entry for entry in office.entries(kind) if entry["EntryID"] == entries[name])
        pending = {key: entry[key] for key in row["pending"]}
        assert {key: row["payload"][key] for key in pending} == dict.fromkeys(pending)
        wanted.append(posted_as({**row["payload"], **pending}))
    assert sorted(record.body for record in journey.bookings) == sorted(wanted)


def test_only_relations_that_exact_does_not_know_were_pending(journey: Journey) -> None:
    pending = {name for name, row in journey.checked.items() if row["pending"]}
    assert pending == set(journey.office.demo.firm.to_create)


def test_every_value_is_explained(journey: Journey) -> None:
    for name, row in journey.checked.items():
        lines = "SalesEntryLines" if name.startswith("sales/") else "PurchaseEntryLines"
        paths = {path for path in row["payload"] if path != lines}
        paths |= {f"{lines}[{at}].{key}" for at, line in enumerate(row["payload"][lines]) for key in line}
        assert set(row["why"]) == paths, name
        assert all(reason["rule"] and reason["source"] for reason in row["why"].values()), name


def test_the_account_set_by_hand_was_booked(journey: Journey) -> None:
    (held,) = journey.overrides["overrides"]
    (entry,) = entries_of(journey.office, journey.by_hand)
    assert (held["line"], held["value"]) == (0, OTHER_ACCOUNT)
    assert held["rule_value"] not in ("", OTHER_ACCOUNT)
    assert journey.checked[journey.by_hand]["why"]["SalesEntryLines[0].GLAccount"]["rule"] == "gl_account.hand"
    assert entry["Lines"][0]["GLAccountCode"] == OTHER_ACCOUNT


def test_the_relation_linked_by_hand_was_booked_on(journey: Journey) -> None:
    (entry,) = entries_of(journey.office, journey.linked)
    assert entry["Customer"] == head_office(journey.office, journey.office.robaws(journey.linked)["clientId"])


def test_robaws_shows_them_sent_with_the_status_of_the_settings(journey: Journey) -> None:
    shown = {name: journey.office.robaws(name) for name in journey.chosen}
    assert {name: (row["sentToAccountant"], row["status"]) for name, row in shown.items()} == {
        name: (True, "verstuurd" if name.startswith("sales/") else "geboekt") for name in journey.chosen
    }


def test_nothing_else_was_touched_in_robaws(journey: Journey) -> None:
    patched = {record.path for record in journey.office.demo.robaws.log if record.method not in ("GET", "HEAD")}
    assert patched == {f"/api/v2/{name.replace('/', '-invoices/')}" for name in journey.chosen}


def test_a_second_sending_posts_nothing_and_tells_the_same(journey: Journey) -> None:
    posted = len(journey.office.posts())
    again = journey.office.json("send", *journey.chosen)
    assert [{**row, "message": ""} for row in again] == [{**row, "message": ""} for row in journey.sent]
    assert len(journey.office.posts()) == posted


def test_named_ones_at_rest_cost_no_call(journey: Journey) -> None:
    called = len(journey.office.demo.exact.log), len(journey.office.demo.robaws.log)
    journey.office.json("send", *journey.chosen)
    assert (len(journey.office.demo.exact.log), len(journey.office.demo.robaws.log)) == called


def test_what_is_blocked_is_not_sent_by_name_either(journey: Journey) -> None:
    firm, posted = journey.office.demo.firm, len(bookings(journey.office))
    blocked = [name for name in firm.defects if name not in firm.warnings and name != journey.linked]
    rows = journey.office.json("send", *blocked, code=1)
    assert states(rows) == dict.fromkeys(blocked, "blocked")
    assert all(row["message"] for row in rows)
    assert len(bookings(journey.office)) == posted


def test_all_that_is_ready_goes_and_no_blocked_one(make_office: Any) -> None:
    office: World = make_office()
    firm, before = office.demo.firm, entry_ids(office)
    rows = office.json("send", "--all-ready")
    wanted = [*firm.to_send, *firm.warnings, firm.login_page]
    assert sorted(states(rows).items()) == sorted((name, "done") for name in wanted)
    found = [(row.invoice, row.what) for row in differences(office, wanted, before)]
    assert found == [(firm.login_page, "file")]
    blocked = set(firm.defects) - set(firm.warnings)
    assert {row["id"] for row in office.json("invoices", "--state", "blocked")} == blocked


def test_the_dry_run_needs_no_service(office: World) -> None:
    before = office.run("check", "--all", "--json")
    office.demo.close()
    after = office.run("check", "--all", "--json")
    assert before.code == after.code == 0
    assert len(before.out) > 100_000
    assert after.out == before.out


def test_each_entry_has_one_document(journey: Journey) -> None:
    entries = [row["FinancialTransactionEntryID"] for row in journey.office.demo.exact.state.rows(204, DOCUMENTS)]
    assert sorted(entries) == sorted(row["entry_id"] for row in journey.sent)
