"""The second opinion sees what is wrong: each error planted in Exact's books comes out as that difference."""

import base64
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from world import World, world

from e2e.comparison import STRAY, Difference
from e2e.looking import ATTACHMENTS, DOCUMENTS, ENTRIES, clean, differences, entries_of, entry_ids
from robexact_desktop.demo.exact import ExactState
from robexact_desktop.demo.exact.documents import CONTENT

Sent = tuple[World, list[str], frozenset[str]]
"""The office, what was sent: a sales invoice, a purchase, a sales and a purchase credit note; what stood before."""


class UndoneError(Exception):
    """Ends a transaction of the stand-in."""


@contextmanager
def undone(state: ExactState) -> Iterator[None]:
    """What is planted is rolled back, so that the next test finds the books as they were."""
    with suppress(UndoneError), state.transaction():
        yield
        raise UndoneError


@pytest.fixture(scope="module")
def sent(settled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sent]:
    with world(tmp_path_factory.mktemp("compared") / "world", settled) as office:
        office.settings_of(office.demo.addresses())
        before = entry_ids(office)
        sorts = [(kind, credit) for credit in (False, True) for kind in ENTRIES]
        chosen = [taxed(office, kind, credit=credit) for kind, credit in sorts]
        office.json("send", *chosen)
        yield office, chosen, before


def taxed(office: World, kind: str, *, credit: bool) -> str:
    """With VAT on it, so that a wrong code is a wrong VAT too."""
    rows = ((name, office.robaws(name)) for name in clean(office, kind, credit=credit))
    return next(name for name, row in rows if Decimal(row["totalInclVat"]) != Decimal(row["totalExclVat"]))


def seen(sent: Sent, plant: Callable[[ExactState, World, str], None], at: int = 0) -> list[Difference]:
    """The differences after an error was planted in the entry of the invoice at this place."""
    office, chosen, before = sent
    state = office.demo.exact.state
    with undone(state):
        plant(state, office, chosen[at])
        return differences(office, chosen, before)


def change(**facts: Any) -> Callable[[ExactState, World, str], None]:
    def plant(state: ExactState, office: World, name: str) -> None:
        (entry,) = entries_of(office, name)
        state.put(office.division, ENTRIES[name.partition("/")[0]], EntryID=entry["EntryID"], **facts)

    return plant


def change_line(**facts: Any) -> Callable[[ExactState, World, str], None]:
    def plant(state: ExactState, office: World, name: str) -> None:
        (entry,) = entries_of(office, name)
        line = entry["Lines"][0]
        lines = "salesentry/SalesEntryLines" if name.startswith("sales") else "purchaseentry/PurchaseEntryLines"
        state.put(office.division, lines, ID=line["ID"], **facts)

    return plant


def one_cent_more(state: ExactState, office: World, name: str) -> None:
    (entry,) = entries_of(office, name)
    change(AmountFC=Decimal(entry["AmountFC"]) + Decimal("0.01"))(state, office, name)


def turned_round(state: ExactState, office: World, name: str) -> None:
    (entry,) = entries_of(office, name)
    other = {20: 21, 21: 20, 30: 31, 31: 30}[entry["Type"]]
    change(AmountFC=-Decimal(entry["AmountFC"]), Type=other)(state, office, name)


def booked_again(state: ExactState, office: World, name: str) -> None:
    (entry,) = entries_of(office, name)
    kind = name.partition("/")[0]
    header = {key: value for key, value in entry["_Body"].items() if key != "EntryNumber"}
    lines = [line["_Body"] for line in entry["Lines"]]
    state.book(office.division, ENTRIES[kind], {**header, f"{kind.title()}EntryLines": lines})


def taken_away(state: ExactState, office: World, name: str) -> None:
    (entry,) = entries_of(office, name)
    state.remove(office.division, ENTRIES[name.partition("/")[0]], entry)


def booked_under_no_number(state: ExactState, office: World, name: str) -> None:
    change(YourRef="99999999")(state, office, name)


def on_another_relation(state: ExactState, office: World, name: str) -> None:
    stranger = next(row for row in state.rows(office.division, "crm/Accounts") if row["Name"].startswith("Oude klant"))
    field = "Customer" if name.startswith("sales") else "Supplier"
    change(**{field: stranger["ID"]})(state, office, name)


def files_swapped(state: ExactState, office: World, name: str) -> None:
    """The entry gets the file of the purchase."""
    mine = content_of(state, office, name)
    other = next(key for key in (row["ID"] for row in state.rows(office.division, ATTACHMENTS)) if key != mine)
    text = base64.b64encode(state.attachment_bytes(office.division, other)).decode()
    state.store.put(state.scope(office.division), CONTENT, mine, {"Attachment": text})


def content_of(state: ExactState, office: World, name: str) -> str:
    (entry,) = entries_of(office, name)
    document = state.one(office.division, DOCUMENTS, "FinancialTransactionEntryID", entry["EntryID"])
    assert document
    attachment = state.one(office.division, ATTACHMENTS, "Document", document["ID"])
    assert attachment
    return str(attachment["ID"])


def test_what_was_sent_is_in_order(sent: Sent) -> None:
    office, chosen, before = sent
    assert differences(office, chosen, before) == []


@pytest.mark.parametrize("at", range(4))
@pytest.mark.parametrize(
    ("plant", "what"),
    [
        (one_cent_more, ["total"]),
        (turned_round, ["total", "type"]),
        (change(ReportingPeriod=1), ["period"]),
        (change(ReportingYear=2025), ["period"]),
        (change(EntryDate="2026-01-05T00:00:00"), ["date"]),
        (change(DueDate="2026-12-31T00:00:00"), ["due date"]),
        (change(Journal="90"), ["journal"]),
        (change(Currency="USD"), ["currency"]),
        (change_line(VATCode="0"), ["vat"]),
        (change_line(VATAmountFC="0.01"), ["vat"]),
        (change_line(AmountFC="0.01"), ["vat"]),
        (booked_again, ["doubled"]),
        (taken_away, ["missing"]),
        (booked_under_no_number, ["missing", "stray"]),
        (on_another_relation, ["relation"]),
        (files_swapped, ["file"]),
    ],
)
def test_an_error_in_the_books_is_that_difference(
    sent: Sent, plant: Callable[[ExactState, World, str], None], what: list[str], at: int
) -> None:
    found = seen(sent, plant, at)
    assert [row.what for row in found] == what
    assert {row.invoice for row in found} <= {sent[1][at], STRAY}


def test_a_difference_names_what_should_stand_and_what_stands(sent: Sent) -> None:
    office, (sale, *_), _ = sent
    right = Decimal(office.robaws(sale)["totalInclVat"])
    assert seen(sent, one_cent_more) == [Difference(sale, "total", right, right + Decimal("0.01"))]
