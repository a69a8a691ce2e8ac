"""A stored row as Exact shows it: nulls, padding, __metadata, deferred lines."""

import json
from collections.abc import Iterable
from typing import Any, Final

from robexact_desktop.demo.exact.endpoints import ENDPOINTS, LINES_OF, Endpoint, Property
from robexact_desktop.demo.exact.values import to_json
from robexact_desktop.demo.rows import Row

PADDED: Final = {
    "Country": 3,
    "Language": 10,
    "PurchaseVATCode": 3,
    "SalesVATCode": 3,
    "SearchCode": 9,
    "State": 3,
    "VATCode": 3,
}
"""Width on the right, as recorded (dotnet-client fixtures)."""

RIGHT_ALIGNED: Final = 18
"""Codes of relations: 18 wide, aligned to the right."""

_ZEROS: Final = {"Boolean": False, "Byte": 0}


def entity(row: Row, endpoint: Endpoint, base_url: str, fields: Iterable[str] | None = None) -> Row:
    """The answer's object; without fields all of them."""
    uri = f"{base_url}/{endpoint.path}({key_text(row, endpoint)})"
    names = list(endpoint.properties) if fields is None else [name for name in fields if name in endpoint.properties]
    shown: Row = {"__metadata": {"uri": uri, "type": endpoint.model}}
    for name in names:
        shown[name] = _shown(row, endpoint, endpoint.properties[name], uri)
    return shown


def key_text(row: Row, endpoint: Endpoint) -> str:
    """As in a URL: guid'..' for guids, bare numbers, 'text'."""
    return ",".join(_key_part(row.get(item.name), item.type) for item in endpoint.keys)


def _key_part(value: Any, kind: str) -> str:
    if kind == "Guid":
        return f"guid'{value}'"
    if kind == "Int64":
        return f"{value}L"
    return f"'{value}'" if kind == "String" else str(value)


def _shown(row: Row, endpoint: Endpoint, item: Property, uri: str) -> Any:
    if item.type == "Collection":
        return {"__deferred": {"uri": f"{uri}/{item.name}"}}
    value = row.get(item.name)
    if value is None:
        return _ZEROS.get(item.type)
    if item.type == "String" and isinstance(value, str):
        return _padded(value, endpoint, item.name)
    return to_json(value, item.type)


def _padded(value: str, endpoint: Endpoint, name: str) -> str:
    if name == "AccountCode" or (name == "Code" and endpoint.base == "crm/Accounts"):
        return value.rjust(RIGHT_ALIGNED)
    if name == "Code" and endpoint.path == "vat/VATCodes":
        return value.ljust(3)
    if name == "Country" and endpoint.base == "system/Divisions":
        return value
    return value.ljust(PADDED.get(name, 0))


def padded_row(row: Row, endpoint: Endpoint) -> Row:
    """What a filter compares with: texts are padded there too (facts 4.5: `Code eq '                25'`)."""
    texts = {
        name: _padded(value, endpoint, name)
        for name, value in row.items()
        if isinstance(value, str) and name in endpoint.properties and endpoint.properties[name].type == "String"
    }
    return {**row, **texts}


def lines_endpoint(endpoint: Endpoint) -> Endpoint | None:
    return ENDPOINTS.get(LINES_OF.get(endpoint.path, ""))


def dumped(answer: Any) -> bytes:
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
