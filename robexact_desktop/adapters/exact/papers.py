"""The bodies of what goes around an entry: a relation, a document with its file, a cost center, a held payment."""

import base64
import re
import unicodedata
from collections.abc import Mapping
from datetime import date

import simplejson

from robexact_desktop.domain.names import EntryId, Kind
from robexact_desktop.domain.relation import Relation
from robexact_desktop.services.ports import Paper

LONGEST_NAME = 150
"""Bytes of a file name."""

LONGEST_COST_NAME = 60
"""Characters of a cost center's description (facts: exact-online 4.11). A code is never cut: two would become one."""

RESERVED = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9¹²³])", re.IGNORECASE)
"""Names that Windows gives to devices, whatever follows the point (design: reliability 2.6)."""


def account_payload(relation: Relation, side: Kind) -> bytes:
    """A relation as a customer or a supplier of Exact's; what Robaws does not know is left out."""
    body: dict[str, object] = {
        "Name": relation.name,
        "VATNumber": relation.vat_number,
        "Country": relation.country.upper() if len(relation.country) == 2 else "",
        "Postcode": relation.postcode,
        "City": relation.city,
        "AddressLine1": relation.address_line1,
        "AddressLine2": relation.address_line2,
        "Email": relation.email,
        "Language": relation.language[:2].upper(),
        "ChamberOfCommerce": relation.company_number,
        "Status": "C" if side is Kind.SALES else "",
        "IsSupplier": True if side is Kind.PURCHASE else None,
    }
    return _encoded({name: value for name, value in body.items() if value not in ("", None)})


def document_payload(paper: Paper) -> bytes:
    """Tied to its entry, so that Exact shows it there (facts: exact-online 4.10)."""
    body = {
        "Subject": paper.subject,
        "Type": paper.type,
        "Account": paper.account,
        "DocumentDate": f"{paper.date.isoformat()}T00:00:00",
        "FinancialTransactionEntryID": paper.entry,
    }
    return _encoded(body)


def attachment_payload(document: str, file_name: str, content: bytes) -> bytes:
    text = base64.b64encode(content).decode("ascii")
    return _encoded({"Document": document, "FileName": safe_name(file_name), "Attachment": text})


def cost_payload(code: str, description: str) -> bytes:
    """A cost center or a cost unit."""
    return _encoded({"Code": code, "Description": (description or code)[:LONGEST_COST_NAME]})


def release_payload(entry: EntryId, payment_condition: str, due_date: date | None) -> bytes:
    """The real condition of a held purchase. The due date goes with it: Exact computes it anew else (facts: 5)."""
    body: dict[str, object] = {"EntryID": entry, "PaymentCondition": payment_condition}
    if due_date is not None:
        body["DueDate"] = f"{due_date.isoformat()}T00:00:00"
    return _encoded(body)


def safe_name(file_name: str) -> str:
    """A file name that leads nowhere and that each system can store; names out of Robaws are strangers' data."""
    base = re.split(r"[\\/]", file_name)[-1]
    plain = "".join("_" if char in '<>:"|?*' else char for char in base if unicodedata.category(char)[0] != "C")
    stem, point, suffix = plain.strip(" .").rpartition(".")
    if not point:
        stem, suffix = suffix, ""
    suffix = suffix.strip()[:10]
    stem = stem.strip(" .") or "document"
    if RESERVED.fullmatch(stem.partition(".")[0].strip()):
        stem = f"_{stem}"
    room = LONGEST_NAME - len(f"{point}{suffix}".encode())
    cut = stem.encode()[:room].decode(errors="ignore").rstrip(" .")
    return f"{cut}{point}{suffix}" if suffix else cut


def _encoded(body: Mapping[str, object]) -> bytes:
    return simplejson.dumps(body, use_decimal=True, ensure_ascii=False, separators=(",", ":")).encode()
