"""The $filter language: what Exact understands of OData 2, parsed and applied to stored rows.

Comparing a property with a literal of another type is "Error in query syntax".
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from robexact_desktop.demo.exact.endpoints import Endpoint
from robexact_desktop.demo.exact.errors import QUERY_SYNTAX, bad_request
from robexact_desktop.demo.exact.literals import literal, tokens
from robexact_desktop.demo.rows import Row

Test = Callable[[Row], bool]

_KINDS: Final = {
    "Guid": "guid",
    "String": "text",
    "Binary": "text",
    "DateTime": "datetime",
    "Boolean": "boolean",
    "Int16": "whole",
    "Int32": "whole",
    "Byte": "whole",
    "Int64": "long",
    "Double": "number",
}
_COMPARE: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "eq": lambda left, right: bool(left == right),
    "ne": lambda left, right: bool(left != right),
    "gt": lambda left, right: left is not None and right is not None and bool(left > right),
    "ge": lambda left, right: left is not None and right is not None and bool(left >= right),
    "lt": lambda left, right: left is not None and right is not None and bool(left < right),
    "le": lambda left, right: left is not None and right is not None and bool(left <= right),
}


@dataclass(frozen=True)
class Filter:
    fields: frozenset[str]
    test: Test
    only: tuple[str, str, Any] | None
    """(field, operator, value) where the filter is that one comparison."""


@dataclass(frozen=True)
class _Operand:
    kind: str
    read: Callable[[Row], Any]
    field: str | None = None
    literal: Any = None


def parse_filter(text: str, endpoint: Endpoint) -> Filter:
    parser = _Parser(text, endpoint)
    test = parser.disjunction()
    parser.end()
    only = parser.comparisons[0] if len(parser.comparisons) == 1 and not parser.called else None
    return Filter(frozenset(parser.fields), test, only)


class _Parser:
    def __init__(self, text: str, endpoint: Endpoint) -> None:
        self._tokens = list(tokens(text))
        self._at = 0
        self._endpoint = endpoint
        self.fields: set[str] = set()
        self.comparisons: list[tuple[str, str, Any]] = []
        self.called = False

    def disjunction(self) -> Test:
        tests = [self._conjunction()]
        while self._take("or"):
            tests.append(self._conjunction())
        return tests[0] if len(tests) == 1 else lambda row: any(test(row) for test in tests)

    def end(self) -> None:
        if self._at != len(self._tokens):
            raise bad_request(QUERY_SYNTAX)

    def _conjunction(self) -> Test:
        tests = [self._term()]
        while self._take("and"):
            tests.append(self._term())
        return tests[0] if len(tests) == 1 else lambda row: all(test(row) for test in tests)

    def _term(self) -> Test:
        if self._take("("):
            inside = self.disjunction()
            self._expect(")")
            return inside
        left = self._operand()
        operator = self._peek()
        if operator not in _COMPARE:
            return _as_test(left)
        self._at += 1
        return self._comparison(left, operator, self._operand())

    def _comparison(self, left: _Operand, operator: str, right: _Operand) -> Test:
        kinds = {left.kind, right.kind}
        if len(kinds) > 1 and "null" not in kinds and not kinds <= {"whole", "number"}:
            raise bad_request(QUERY_SYNTAX)
        if left.field:
            self.comparisons.append((left.field, operator, right.literal))
        else:
            self.called = True
        compare = _COMPARE[operator]
        return lambda row: compare(left.read(row), right.read(row))

    def _operand(self) -> _Operand:
        if self._at >= len(self._tokens):
            raise bad_request(QUERY_SYNTAX)
        kind, text = self._tokens[self._at]
        self._at += 1
        if kind == "name" and text in _FUNCTIONS and self._peek() == "(":
            return self._call(text)
        if kind == "name" and text not in ("true", "false", "null"):
            return self._property(text)
        if kind == "sign":
            raise bad_request(QUERY_SYNTAX)
        found, value = literal(kind, text)
        return _Operand(found, lambda _: value, literal=value)

    def _property(self, name: str) -> _Operand:
        known = self._endpoint.properties.get(name)
        if known is None or known.type not in _KINDS:
            raise bad_request(QUERY_SYNTAX)
        self.fields.add(name)
        kind = _KINDS[known.type]
        return _Operand(kind, _reader(name, known.type), field=name)

    def _call(self, name: str) -> _Operand:
        self.called = True
        self._expect("(")
        given = [self._operand()]
        while self._take(","):
            given.append(self._operand())
        self._expect(")")
        count, kind, apply = _FUNCTIONS[name]
        if len(given) != count or any(operand.kind != "text" for operand in given):
            raise bad_request(QUERY_SYNTAX)
        return _Operand(kind, lambda row: apply(*(operand.read(row) or "" for operand in given)))

    def _peek(self) -> str:
        return self._tokens[self._at][1] if self._at < len(self._tokens) else ""

    def _take(self, text: str) -> bool:
        if self._peek() != text:
            return False
        self._at += 1
        return True

    def _expect(self, text: str) -> None:
        if not self._take(text):
            raise bad_request(QUERY_SYNTAX)


_FUNCTIONS: Final[Mapping[str, tuple[int, str, Callable[..., Any]]]] = {
    "substringof": (2, "boolean", lambda part, whole: part.casefold() in whole.casefold()),
    "startswith": (2, "boolean", lambda whole, part: whole.casefold().startswith(part.casefold())),
    "trim": (1, "text", lambda text: text.strip()),
}


def _as_test(operand: _Operand) -> Test:
    if operand.kind != "boolean":
        raise bad_request(QUERY_SYNTAX)
    return lambda row: bool(operand.read(row))


def _reader(name: str, kind: str) -> Callable[[Row], Any]:
    if kind == "Double":
        return lambda row: Decimal(str(row[name])) if row.get(name) is not None else None
    if kind == "Boolean":
        return lambda row: bool(row.get(name))
    return lambda row: row.get(name)
