"""Documents and their attachments; the bytes of a file are kept apart from its row."""

import base64
import binascii
import hashlib
from collections.abc import Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from robexact_desktop.demo.exact.endpoints import PURCHASES, SALES
from robexact_desktop.demo.exact.errors import WRONG_VALUE, bad_request, business
from robexact_desktop.demo.rows import Row

if TYPE_CHECKING:
    from robexact_desktop.demo.exact.state import ExactState

DOCUMENTS: Final = "documents/Documents"
ATTACHMENTS: Final = "documents/DocumentAttachments"
CONTENT: Final = "attachment content"
LARGEST: Final = 25 * 1024 * 1024
"""25 MB for NL and BE (Zenvoices help)."""

REFERENCES: Final = (
    ("Account", "crm/Accounts", "Relatie"),
    ("Category", "documents/DocumentCategories", "Categorie"),
)
FILE_TYPES: Final = {".pdf", ".jpg", ".jpeg", ".png", ".gif", ".bmp"}


def document(state: "ExactState", division: int, values: Row, held: Row | None) -> Row:
    kind = state.get(division, "documents/DocumentTypes", str(values.get("Type", (held or {}).get("Type"))))
    if kind is None or not kind.get("DocumentIsCreatable"):
        raise business("Document Type not allowed")  # also what a MijnKantoor user sees (onFact)
    for name, resource, word in REFERENCES:
        if values.get(name) and state.get(division, resource, values[name]) is None:
            raise business(f"Ongeldige referentie: {word}")
    own: Row = {} if held else {"ID": str(uuid4()), "HID": state.store.counter(f"{state.scope(division)} document")}
    _link_entry(state, division, values.get("FinancialTransactionEntryID"), own | values)
    return {"TypeDescription": kind.get("Description"), **own, **values}


def _link_entry(state: "ExactState", division: int, entry_id: str | None, document: Row) -> None:
    if not entry_id:
        return
    for resource in (SALES, PURCHASES):
        if entry := state.get(division, resource, entry_id):
            if state.documents_link_entries and not entry.get("Document") and "ID" in document:
                shown = {"Document": document["ID"], "DocumentNumber": document["HID"]}
                body = entry["_Body"] | {"Document": document["ID"]}
                subject = document.get("Subject")
                state.put(division, resource, EntryID=entry_id, DocumentSubject=subject, _Body=body, **shown)
            return
    raise business("Ongeldige referentie: FinancialTransactionEntryID")


def attachment(state: "ExactState", division: int, values: Row, _: Row | None) -> Row:
    if state.get(division, DOCUMENTS, values["Document"]) is None:
        raise business("Ongeldige referentie: Document")
    if PurePath(values["FileName"]).suffix.lower() not in FILE_TYPES:
        raise business("Ongeldig: Bestandstype")  # the types are known (Zenvoices help), the sentence is not
    content = _decode(values["Attachment"])
    if len(content) > LARGEST:
        raise business("Ongeldig: Bestandsgrootte")  # as above
    key = str(uuid4())
    state.store.put(state.scope(division), CONTENT, key, {"Attachment": values["Attachment"]})
    facts = {"FileSize": len(content), "_Sha256": hashlib.sha256(content).hexdigest()}
    return {"ID": key, "Document": values["Document"], "FileName": values["FileName"], **facts}


def _decode(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as mistake:
        raise bad_request(WRONG_VALUE.format("Attachment", "Byte[]")) from mistake  # picqer #178


def attachment_bytes(state: "ExactState", division: int, attachment_id: str) -> bytes:
    held = state.store.get(state.scope(division), CONTENT, attachment_id)
    return base64.b64decode(held["Attachment"]) if held else b""


def attach(state: "ExactState", division: int, file_name: str, content: bytes, facts: Mapping[str, Any]) -> Row:
    with state.transaction():
        made = state.post(division, DOCUMENTS, facts)
        text = base64.b64encode(content).decode("ascii")
        state.post(division, ATTACHMENTS, {"Document": made["ID"], "FileName": file_name, "Attachment": text})
        return made
