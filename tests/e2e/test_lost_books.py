"""The file of what was sent is lost or damaged: nothing is booked twice by the program that forgot."""

from pathlib import Path

import pytest
from world import World

from e2e.looking import bookings, entries_of, few, states
from robexact_desktop.adapters.store.rescue import BACKUP


def damage(books: Path) -> None:
    books.write_bytes(b"not a database" * 1000)
    for ending in ("-wal", "-shm"):
        books.with_name(books.name + ending).unlink(missing_ok=True)


@pytest.mark.parametrize("robaws_forgot", [False, True])
@pytest.mark.parametrize("kind", ["sales", "purchase"])
def test_what_was_sent_after_the_copy_is_not_sent_again(office: World, kind: str, *, robaws_forgot: bool) -> None:
    first, *others = few(office, kind, count=4)
    office.json("send", first)
    copy = (office.folder / BACKUP).read_bytes()
    office.json("send", *others)
    (office.folder / BACKUP).write_bytes(copy)
    damage(office.folder / "books.db")
    if robaws_forgot:
        resource = "sales-invoices" if kind == "sales" else "purchase-invoices"
        for invoice in others:
            office.demo.robaws.state.put(resource, **{**office.robaws(invoice), "sentToAccountant": False})
    assert office.json("import")["failed"] == []
    office.run("send", "--all-ready", "--json")
    office.run("send", *others, "--json")
    for invoice in (first, *others):
        assert len(entries_of(office, invoice)) == 1, invoice
    assert len({record.body for record in bookings(office)}) == len(bookings(office))
    assert states(office.json("invoices"))[first] == "done"


def test_without_any_copy_nothing_is_done_and_the_file_is_named(office: World) -> None:
    (invoice,) = few(office, count=1)
    for copy in office.folder.glob("books-*.db"):
        copy.unlink()
    damage(office.folder / "books.db")
    ran = office.run("send", invoice, "--json")
    assert ran.code == 2
    assert "books.db" in ran.err
    assert bookings(office) == []
