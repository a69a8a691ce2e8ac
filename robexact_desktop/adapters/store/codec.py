"""Frozen dataclasses to JSON text and back, digit for digit. One codec for master rows and invoices.

A field that holds its default is left out, and a missing one reads as its default: a new field with a default needs no
migration. Amounts and dates travel as text.
"""

import datetime as dt
import json
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar

Value = TypeVar("Value")
Convert = Callable[[Any], Any]


def encode(value: Any) -> str:
    """ASCII: half a surrogate pair in a name that a service sent would not go into UTF-8."""
    kind: Any = type(value)
    return json.dumps(_writer(kind)(value), separators=(",", ":"))


def decode(kind: type[Value], text: str) -> Value:
    hashable: Any = kind
    value: Value = _reader(hashable)(json.loads(text))
    return value


def _same(value: Any) -> Any:
    return value


@cache
def _writer(kind: Any) -> Convert:
    """From a value of this type to what JSON knows."""
    kind = _plain_type(kind)
    if is_dataclass(kind):
        return _dataclass_writer(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda value: value.value
    if kind is Decimal:
        return str
    if kind in (dt.date, dt.datetime):
        return lambda value: value.isoformat()
    return _container(kind, _writer, list)


@cache
def _reader(kind: Any) -> Convert:
    """Back from JSON."""
    kind = _plain_type(kind)
    if is_dataclass(kind):
        return _dataclass_reader(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is Decimal:
        return Decimal
    if kind in (dt.date, dt.datetime):
        from_text: Convert = kind.fromisoformat
        return from_text
    return _container(kind, _reader, None)


def _container(kind: Any, inner: Callable[[Any], Convert], many: type | None) -> Convert:
    """`X | None`, `tuple[X, ...]`, `frozenset[X]`, `Mapping[str, X]`; plain JSON types as they are."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        (one,) = (argument for argument in arguments if argument is not type(None))
        convert = inner(one)
        return _same if convert is _same else lambda value: None if value is None else convert(value)
    if origin in (tuple, frozenset):
        convert, make = inner(arguments[0]), many or origin
        return lambda value: make(map(convert, value))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        convert = inner(arguments[1])
        return lambda value: {key: convert(item) for key, item in value.items()}
    if kind in (str, int, float, bool):
        return _same
    raise TypeError(f"the codec does not know {kind}")


def _dataclass_writer(kind: Any) -> Convert:
    hints = typing.get_type_hints(kind)
    columns = [(field.name, _default(field), _writer(hints[field.name])) for field in fields(kind)]

    def write(value: Any) -> dict[str, Any]:
        # identity, not equality: Decimal("0.00") and Decimal("0") are equal but not the same text
        return {
            name: convert(of_field)
            for name, default, convert in columns
            if (of_field := getattr(value, name)) is not default
        }

    return write


def _dataclass_reader(kind: Any) -> Convert:
    hints = typing.get_type_hints(kind)
    columns = {field.name: _reader(hints[field.name]) for field in fields(kind)}

    def read(stored: dict[str, Any]) -> Any:
        # a field that this version no longer has is left out
        return kind(**{name: columns[name](value) for name, value in stored.items() if name in columns})

    return read


def _default(field: Field[Any]) -> object:
    return MISSING if field.default is MISSING else field.default


def _plain_type(kind: Any) -> Any:
    while isinstance(kind, typing.NewType):
        kind = kind.__supertype__
    return kind
