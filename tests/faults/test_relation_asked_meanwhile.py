"""A relation that becomes contested between the import and the sending is asked, never created unasked (M5, M6)."""

from batch import Batch, kind_of
from checker import ACCOUNTS


def test_two_of_its_name_appear_in_exact(batch: Batch) -> None:
    invoice = next(key for key in batch.world.demo.firm.to_create if kind_of(key) == "sales")
    client = batch.world.demo.robaws.state.get("clients", batch.world.robaws(invoice)["clientId"])
    assert client is not None
    for _ in range(2):
        batch.world.demo.exact.state.put(batch.world.division, ACCOUNTS, Name=client["name"], Status="C")
    assert batch.send().code == 1
    made = [record for record in batch.world.posts(ACCOUNTS) if client["name"].encode() in record.body]
    assert made == []
    shown = {row["id"]: row for row in batch.ran("invoices")}
    assert shown[invoice]["problems"] == ["relation_ambiguous"]
    assert shown[invoice]["entry_id"] is None
