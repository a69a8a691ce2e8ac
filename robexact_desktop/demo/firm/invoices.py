"""Every slot becomes an invoice in Robaws: the old ones booked and paid in Exact too, the new ones waiting."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count

from robexact_desktop.demo.firm import booking
from robexact_desktop.demo.firm.amounts import vat_per_line, vat_per_rate
from robexact_desktop.demo.firm.defects import party_for, put_approval
from robexact_desktop.demo.firm.drafts import purchase_row, sales_row, with_totals
from robexact_desktop.demo.firm.ground import Ground
from robexact_desktop.demo.firm.parties import CERTAIN, Link, Party
from robexact_desktop.demo.firm.relations import DIFFERING_IBAN
from robexact_desktop.demo.firm.settings import PAID, SENT_PURCHASE, SENT_SALES
from robexact_desktop.demo.firm.slots import Slot
from robexact_desktop.demo.robaws.state import stamp
from robexact_desktop.demo.rows import Row

RESOURCES = {"sales": "sales-invoices", "purchase": "purchase-invoices"}
TO_CREATE = {("sales", at) for at in (3, 14, 25, 36, 47)} | {("purchase", 9)}
"""Of the clean ones that wait, those whose relation has to be created in Exact."""
PHOTOGRAPHED, LOGIN_PAGE = 4, 12
"""Of the purchases that wait: one whose document is a photograph, one that answers with the login page."""
BARE = {("sales", 6), ("purchase", 6)}
"""Of those that wait: lines that bring no total of their own."""


@dataclass
class Found:
    """What a test or the demo asks for afterwards. Ids are "sales/12"."""

    booked: dict[str, str] = field(default_factory=dict)
    to_send: list[str] = field(default_factory=list)
    to_create: list[str] = field(default_factory=list)
    defects: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    photographed: str = ""
    login_page: str = ""


class Office:
    """Writes invoices one after another, as the office of the firm did."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.found = Found()
        self._ids = {kind: count(1) for kind in RESOURCES}
        self._documents = count(1)
        self._waiting = {kind: count() for kind in RESOURCES}
        self._usual = {
            "sales": [party for party in ground.customers if party.link in CERTAIN],
            "purchase": [party for at, party in enumerate(ground.suppliers) if _is_usual(party, at)],
        }
        self._new = {
            "sales": [party for party in ground.customers if party.link is Link.NONE],
            "purchase": [party for party in ground.suppliers if party.link is Link.NONE],
        }

    def write(self, slot: Slot) -> None:
        if slot.defect:
            self._write_spoilt(slot)
        elif slot.waits:
            self._write_waiting(slot)
        else:
            self._write_booked(slot)

    def _write_booked(self, slot: Slot) -> None:
        party = self.ground.dice.choice(self._usual[slot.kind])
        row = self._draft(slot, party)
        if self.ground.dice.random() < 0.06 and vat_per_line(row["lineItems"]) != vat_per_rate(row["lineItems"]):
            row = with_totals(row, per_line=True)
        entry = booking.book(self.ground, slot.kind, row, party.account)
        paid = self._paid(slot, entry)
        whole = paid != 0 and paid == row["totalInclVat"]
        status = SENT_PURCHASE if slot.kind == "purchase" else PAID if whole else SENT_SALES
        stored = self._store(slot, {**row, "sentToAccountant": True, "status": status, "paidTotal": paid})
        self.found.booked[f"{slot.kind}/{stored['id']}"] = entry["EntryID"]
        if slot.kind == "purchase" and self.ground.dice.random() < 0.1:
            states = [{"userId": user, "status": "ACCEPTED"} for user in ("2", "3")]
            put_approval(self.ground, stored, party, states, closed_at=stored["updatedAt"])

    def _paid(self, slot: Slot, entry: Row) -> Decimal:
        if slot.kind == "purchase" or slot.credit or slot.on > self.ground.today - timedelta(days=75):
            return Decimal(0)
        return booking.pay_in_part_or_full(self.ground, entry, slot.on)

    def _write_waiting(self, slot: Slot) -> None:
        at = next(self._waiting[slot.kind])
        is_new = (slot.kind, at) in TO_CREATE
        party = self.ground.dice.choice((self._new if is_new else self._usual)[slot.kind])
        row = self._draft(slot, party)
        if (slot.kind, at) in BARE:
            row = _bare(row)
        login = slot.kind == "purchase" and at == LOGIN_PAGE
        photograph = slot.kind == "purchase" and at == PHOTOGRAPHED
        stored = self._store(slot, row, "login_page" if login else "jpeg" if photograph else "pdf")
        key = f"{slot.kind}/{stored['id']}"
        if login:
            self.found.login_page = key
            return
        self.found.to_send.append(key)
        if is_new:
            self.found.to_create.append(key)
        if photograph:
            self.found.photographed = key

    def _write_spoilt(self, slot: Slot) -> None:
        defect = slot.defect
        assert defect
        party = party_for(self.ground, defect)
        row = defect.spoil(self.ground, {"status": _waiting_status(slot.kind), **self._draft(slot, party)})
        stored = self._store(slot, row, "" if defect.code == "document_missing" else "pdf")
        defect.afterwards(self.ground, {**row, "id": stored["id"], "updatedAt": stored["updatedAt"]}, party)
        key = f"{slot.kind}/{stored['id']}"
        self.found.defects[key] = defect.code
        if defect.warns:
            self.found.warnings.append(key)

    def _draft(self, slot: Slot, party: Party) -> Row:
        make = sales_row if slot.kind == "sales" else purchase_row
        row = make(self.ground, party, slot.on, slot.number, credit=slot.credit)
        while row["totalExclVat"] <= 0:
            row = make(self.ground, party, slot.on, slot.number, credit=slot.credit)
        return row

    def _store(self, slot: Slot, row: Row, document: str = "pdf") -> Row:
        """Half of the sales keep no document of their own: Robaws draws theirs when asked."""
        key = str(next(self._ids[slot.kind]))
        resource = RESOURCES[slot.kind]
        touched = stamp(min(_morning(slot.on, 2), self.ground.robaws.clock()))
        if document and row["logicId"] and (slot.kind == "purchase" or int(key) % 2):
            row = {**row, "documentId": self._put_document(f"/{resource}/{key}", row["logicId"], document, touched)}
        row = {"status": _waiting_status(slot.kind), **row}
        return self.ground.robaws.put(resource, id=key, updatedAt=touched, **row)

    def _put_document(self, invoice: str, number: str, kind: str, touched: str) -> str:
        key = f"{next(self._documents)}"
        name = f"{number}.{'jpg' if kind == 'jpeg' else 'pdf'}"
        self.ground.robaws.put("documents", id=key, invoice=invoice, name=name, kind=kind, updatedAt=touched)
        return key


def _is_usual(party: Party, at: int) -> bool:
    return party.link in CERTAIN and at != DIFFERING_IBAN


def _waiting_status(kind: str) -> str:
    return "klaar" if kind == "sales" else "goedgekeurd"


def _morning(on: date, days: int) -> datetime:
    return datetime(on.year, on.month, on.day, 8, 30, tzinfo=UTC) + timedelta(days=days)


def _bare(row: Row) -> Row:
    """Whole quantities without a discount: quantity times price is the total, which may then be left out."""
    lines = [line if line["type"] == "TEXT" else _whole(line) for line in row["lineItems"]]
    row = with_totals({**row, "lineItems": lines})
    return {**row, "lineItems": [_without_total(line) for line in lines]}


def _whole(line: Row) -> Row:
    quantity = line["quantity"].to_integral_value()
    return {**line, "quantity": quantity, "discount": Decimal(0), "totalExclVat": quantity * line["price"]}


def _without_total(line: Row) -> Row:
    return {key: value for key, value in line.items() if key != "totalExclVat"}
