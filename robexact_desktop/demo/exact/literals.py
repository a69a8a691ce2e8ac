"""The words of a filter and of a key. Literals carry their type: guid'..', datetime'..', 'text' ('' for a quote),
5, 5L, 12.5, true.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from robexact_desktop.demo.exact.errors import QUERY_SYNTAX, bad_request
from robexact_desktop.demo.exact.values import read_moment

_TOKEN: Final = re.compile(
    r"\s*(?:(?P<guid>guid'[^']*')|(?P<datetime>datetime'[^']*')|(?P<text>'(?:[^']|'')*')"
    r"|(?P<number>-?\d+(?:\.\d+)?[LlMmDd]?)(?![\w.])|(?P<name>[A-Za-z_][\w]*)|(?P<sign>[(),]))"
)


def parse_literals(text: str) -> tuple[Any, ...]:
    """The values of a key or a $skiptoken: guid'..', or several joined by commas."""
    return tuple(literal(kind, value)[1] for kind, value in tokens(text) if value != ",")


def tokens(text: str) -> Iterator[tuple[str, str]]:
    at = 0
    text = text.rstrip()
    while at < len(text):
        found = _TOKEN.match(text, at)
        if not found or not found.lastgroup:
            raise bad_request(QUERY_SYNTAX)
        yield found.lastgroup, found[found.lastgroup]
        at = found.end()


def literal(kind: str, text: str) -> tuple[str, Any]:
    if kind == "text":
        return "text", text[1:-1].replace("''", "'")
    if kind == "guid":
        return "guid", _guid(text)
    if kind == "datetime":
        return "datetime", _moment(text)
    if kind == "number":
        return _number(text)
    if text in ("true", "false"):
        return "boolean", text == "true"
    if text == "null":
        return "null", None
    raise bad_request(QUERY_SYNTAX)


def _guid(text: str) -> str:
    try:
        return str(UUID(text[5:-1]))
    except ValueError as mistake:
        raise bad_request(f"Unrecognized 'Edm.Guid' literal '{text}'.") from mistake


def _moment(text: str) -> str:
    try:
        return read_moment(text[9:-1])
    except ValueError as mistake:
        raise bad_request(QUERY_SYNTAX) from mistake


def _number(text: str) -> tuple[str, Any]:
    if text[-1] in "Ll":
        return "long", int(text[:-1])
    if text[-1] in "MmDd" or "." in text:
        return "number", Decimal(text.rstrip("MmDd"))
    return "whole", int(text)
