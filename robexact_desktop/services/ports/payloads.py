"""From a value to the body that Exact takes."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Protocol

from robexact_desktop.domain.booking.entry import Entry
from robexact_desktop.domain.names import AccountId, EntryId, Kind
from robexact_desktop.domain.outbox import EntryKey
from robexact_desktop.domain.relation import Relation
from robexact_desktop.services.ports.shapes import Paper


class Payloads(Protocol):
    """From a domain value to the body that Exact takes. Bytes are frozen: what is stored is what is posted."""

    def entry_payload(self, entry: Entry) -> dict[str, object]: ...
    def why(self, entry: Entry) -> dict[str, dict[str, str]]:
        """For each path of the payload the rule and the source: `SalesEntryLines[0].VATCode`."""
        ...

    def pending(self, entry: Entry) -> list[str]:
        """The keys that only sending can know; they are null in the payload."""
        ...

    def encode(self, payload: Mapping[str, object]) -> bytes: ...
    def decode(self, payload: bytes) -> dict[str, object]:
        """The same tree, amounts as Decimal."""
        ...

    def with_account(self, payload: bytes, side: Kind, account: AccountId) -> bytes: ...
    def key_of(self, payload: bytes, side: Kind) -> EntryKey:
        """What an unanswered entry is looked up by."""
        ...

    def vat_of(self, payload: bytes, side: Kind) -> dict[str, Decimal]:
        """The VAT per code that the payload states, signed."""
        ...

    def causes_of(self, payload: bytes, side: Kind) -> frozenset[str]:
        """What a refusal may be about: `journal 70`, `account ...`, `vat 21`, `gl ...`, `period 2026/5`."""
        ...

    def release_payload(self, entry: EntryId, payment_condition: str, due_date: date | None) -> bytes:
        """The change of a standing entry, which it names."""
        ...

    def account_payload(self, relation: Relation, side: Kind) -> bytes: ...
    def document_payload(self, paper: Paper) -> bytes: ...
    def attachment_payload(self, document: str, file_name: str, content: bytes) -> bytes: ...
