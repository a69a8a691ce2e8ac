"""A request's body against what Exact documents: names, who may write them, types."""

from collections.abc import Mapping
from typing import Any

from robexact_desktop.demo.exact.endpoints import ENDPOINTS, LINES_OF, VERBS, Endpoint
from robexact_desktop.demo.exact.errors import UNKNOWN_PROPERTY, UNREADABLE_BODY, bad_request
from robexact_desktop.demo.exact.values import from_json
from robexact_desktop.demo.rows import Row


def read_body(resource: str, body: Any, verb: str) -> Row:
    """The body's values as they are stored. Read-only and unknown properties are refused.

    Some live clients send AmountDC and see it ignored (facts 4.7); the documents call it read-only, and a
    client of ours has no business sending what it cannot set.
    """
    if not isinstance(body, Mapping):
        raise bad_request(UNREADABLE_BODY)
    endpoint = ENDPOINTS[resource]
    for name in body:
        _check_writable(endpoint, name, verb)
    return {name: _read(endpoint, name, value) for name, value in body.items()}


def _check_writable(endpoint: Endpoint, name: str, verb: str) -> None:
    known = endpoint.properties.get(name)
    if known is None or VERBS[verb] not in known.methods or known.key:
        raise bad_request(UNKNOWN_PROPERTY.format(name, endpoint.model))
    if verb == "PUT" and known.type == "Collection":  # lines have their own endpoint (facts 4.9)
        raise bad_request(UNKNOWN_PROPERTY.format(name, endpoint.model))


def _read(endpoint: Endpoint, name: str, value: Any) -> Any:
    known = endpoint.properties[name]
    if known.type != "Collection":
        return from_json(value, known)
    lines_resource = LINES_OF.get(endpoint.path)
    if lines_resource is None or not isinstance(value, list):
        raise bad_request(UNREADABLE_BODY)
    return [_read_line(lines_resource, line) for line in value]


def _read_line(resource: str, line: Any) -> Row:
    row = read_body(resource, line, "POST")
    if "EntryID" in row:  # only when a line is posted by itself
        raise bad_request(UNKNOWN_PROPERTY.format("EntryID", ENDPOINTS[resource].model))
    return row
