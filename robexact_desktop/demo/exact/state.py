"""The books of the stand-in: what Exact holds, without HTTP. Seeding and tests work here directly."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final
from uuid import UUID, uuid4

from robexact_desktop.demo.exact import booking, creation, periods, terms
from robexact_desktop.demo.exact.endpoints import BASE, DELETED, ENDPOINTS, LINE_TYPE, SALES
from robexact_desktop.demo.exact.values import dutch_time, moment
from robexact_desktop.demo.rows import Row, Rows

USER_ID = "7f0d3c5a-1f4e-4c1b-9b2e-5d8a6c3e9f10"
FIRST_TIMESTAMP = 10_000  # a row version is never 1: clients start with `Timestamp gt 1L`


DEFAULTS: Final[dict[str, Row]] = {
    "cashflow/PaymentConditions": {"PaymentMethod": "B", "PaymentDays": 0, "PaymentEndOfMonths": 0, "Percentage": "1"},
    "crm/Accounts": {"Status": "A", "Type": "A", "IsSupplier": False, "Blocked": False},
    "documents/DocumentTypes": {"DocumentIsCreatable": True, "DocumentIsViewable": True},
    "financial/GLAccounts": {"UseCostcenter": 0, "UseCostunit": 0, "IsBlocked": False},
    "financial/Journals": {"IsBlocked": False, "AllowVariableCurrency": True},
    "vat/VATCodes": {"Type": "E", "VATTransactionType": "B", "IsBlocked": False, "Charged": False},
}


class ExactState:
    """The administrations of one country's Exact.

    `silent_renumber`: a used entry number is replaced, not refused. `documents_link_entries`: a document that names
    its entry shows on that entry. Both are reported of Exact and neither is proven.
    """

    def __init__(self, rows: Rows, clock: Callable[[], datetime], *, name: str = "exact") -> None:
        self.store = rows
        self.clock = clock
        self.name = name
        self.silent_renumber = False
        self.documents_link_entries = False
        self.user_name = "An Peeters"

    # administrations

    def add_division(self, code: int, description: str, **properties: Any) -> Row:
        """`DefaultPaymentCondition` is a setting of the administration, no property of the endpoint."""
        defaults: Row = {"Country": "BE", "Currency": "EUR", "Status": 1, "BlockingStatus": 0, "Hid": code % 1000 + 1}
        return self._put(
            "system/Divisions", self.name, {**defaults, **properties, "Code": code, "Description": description}
        )

    def divisions(self) -> list[Row]:
        return self.store.all(self.name, "system/Divisions")

    def division(self, code: int) -> Row:
        return self.store.get(self.name, "system/Divisions", str(code)) or {}

    def scope(self, division: int) -> str:
        return f"{self.name}/{division}"

    # rows

    def put(self, division: int, resource: str, **properties: Any) -> Row:
        """A new row, or with the key of a held one a change of it; fills ID, Created, Modified, Timestamp.

        Master data may be put without the rules of a POST. Entries go through `book`.
        """
        if resource in LINE_TYPE:
            properties["LineType"] = LINE_TYPE[resource]
        if resource == "crm/Accounts" and "Code" not in properties and "ID" not in properties:
            properties["Code"] = creation.next_account_code(self, division)
        if resource == "crm/Accounts" and "Status" in properties:
            properties = {"IsSales": properties["Status"] == "C", **properties}
        base = BASE.get(resource, resource)
        own = {"Division": division} if "Division" in ENDPOINTS[base].properties else {}
        return self._put(base, self.scope(division), {**own, **properties})

    def rows(self, division: int, resource: str) -> list[Row]:
        """The rows as kept: amounts as text, moments as ISO text, codes unpadded."""
        held = self.store.all(self.scope(division), BASE.get(resource, resource))
        if resource in LINE_TYPE:
            return [row for row in held if row["LineType"] == LINE_TYPE[resource]]
        return held

    def find(self, division: int, resource: str, field: str, value: object) -> list[Row]:
        return self.store.find(self.scope(division), BASE.get(resource, resource), field, value)

    def one(self, division: int, resource: str, field: str, value: object) -> Row | None:
        return next(iter(self.find(division, resource, field, value)), None)

    def get(self, division: int, resource: str, key: str) -> Row | None:
        return self.store.get(self.scope(division), BASE.get(resource, resource), key)

    def remove(self, division: int, resource: str, row: Row, entity_type: int = 0) -> None:
        """Takes a row away; with an entity type sync/Deleted tells of it."""
        with self.transaction():
            base = BASE.get(resource, resource)
            self.store.delete(self.scope(division), base, _key(base, row))
            if entity_type:
                facts = {"EntityKey": row["ID"], "EntityType": entity_type, "DeletedBy": USER_ID}
                self.put(division, DELETED, DeletedDate=dutch_time(self.clock()), **facts)

    def transaction(self) -> AbstractContextManager[None]:
        return self.store.transaction()

    def today(self) -> date:
        return dutch_time(self.clock()).date()

    # what a POST does

    def post(self, division: int, resource: str, body: Mapping[str, Any]) -> Row:
        """The path of a POST: the rules of the resource, then its rows. Refused says why not."""
        with self.transaction():
            return creation.create(self, division, resource, _plain(body))

    def book(self, division: int, resource: str, body: Mapping[str, Any]) -> Row:
        """An entry as a POST books it, with its ledger lines and payment terms."""
        return self.post(division, resource, body)

    def attach(self, division: int, file_name: str, content: bytes, document: Mapping[str, Any]) -> Row:
        """A document with one attachment, the path of the two POSTs; returns the document."""
        return creation.attach(self, division, file_name, content, document)

    def attachment_bytes(self, division: int, attachment_id: str) -> bytes:
        return creation.attachment_bytes(self, division, attachment_id)

    # what happens in Exact itself

    def pay(self, division: int, entry_id: str, amount: Decimal, on: date) -> None:
        """A payment matched to an entry, in the sign of the entry's total; more than is open becomes an open rest."""
        with self.transaction():
            terms.pay(self, division, entry_id, amount, on)

    def unmatch(self, division: int, entry_id: str) -> None:
        """All payments taken off again: the entry is open in full."""
        with self.transaction():
            terms.unmatch(self, division, entry_id)

    def process(self, division: int, resource: str, entry_id: str) -> None:
        """Status 50: reported or processed, no longer to be changed. It does not mean paid."""
        self.put(division, resource, EntryID=entry_id, Status=50, StatusDescription="Verwerkt")

    def close_period(self, division: int, journal: str, year: int, period: int) -> None:
        periods.close(self, division, journal, year, period)

    def open_period(self, division: int, journal: str, year: int, period: int) -> None:
        periods.reopen(self, division, journal, year, period)

    def entries(self, division: int, kind: str = SALES) -> list[Row]:
        """The entries, each with its lines in order under "Lines"; kind is "sales", "purchase" or the resource."""
        return booking.entries_with_lines(self, division, kind)

    def _put(self, resource: str, scope: str, properties: Mapping[str, Any]) -> Row:
        unknown = [name for name in properties if name[0] != "_" and name not in _ALLOWED[resource]]
        if unknown:
            raise ValueError(f"{resource} has no {', '.join(unknown)}")
        row = {name: _stored(value) for name, value in properties.items()}
        if "ID" in ENDPOINTS[resource].properties:
            row.setdefault("ID", str(uuid4()))
        with self.transaction():
            held = self.store.get(scope, resource, _key(resource, row)) or {}
            now = moment(dutch_time(self.clock()))
            stamps: Row = {"Modified": now, "Modifier": USER_ID, "ModifierFullName": self.user_name}
            if not held:
                row = DEFAULTS.get(resource, {}) | row
                stamps |= {"Created": now, "Creator": USER_ID, "CreatorFullName": self.user_name}
            stamps = {name: stamp for name, stamp in stamps.items() if name in ENDPOINTS[resource].properties}
            stamps["Timestamp"] = FIRST_TIMESTAMP + self.store.counter(f"{self.name} timestamp")
            return self.store.put(
                scope, resource, _key(resource, row), {**stamps, **held, **row, **_renewed(stamps, row)}
            )


def _renewed(stamps: Row, row: Row) -> Row:
    """A change renews Modified and Timestamp, unless the caller sets them; Created stays."""
    return {name: stamps[name] for name in ("Modified", "Modifier", "Timestamp") if name in stamps and name not in row}


def _key(resource: str, row: Row) -> str:
    names = ENDPOINTS[resource].properties
    return str(row["ID" if "ID" in names else ENDPOINTS[resource].keys[0].name])


def _plain(body: Any) -> Any:
    """Dates, decimals and floats of Python as JSON would bring them."""
    if isinstance(body, Mapping):
        return {name: _plain(value) for name, value in body.items()}
    return [_plain(value) for value in body] if isinstance(body, list | tuple) else _stored(body)


def _stored(value: Any) -> Any:
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f")
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return moment(value)
    return str(value).lower() if isinstance(value, UUID) else value


_ALLOWED = {
    path: {*endpoint.properties, "Timestamp", "DefaultPaymentCondition"} for path, endpoint in ENDPOINTS.items()
}
