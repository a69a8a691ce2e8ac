"""The single values of the settings file: what each type may be, and an error that says so."""

import ipaddress
import math
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any
from urllib.parse import SplitResult, urlsplit

from robexact_desktop.domain.errors import SettingsError

Parse = Callable[[str, Any], Any]

COUNTRIES = ("BE", "NL", "DE", "FR", "ES", "GB")
"""Lands that Exact has a site for: the keys of `exact.sites`, which the store may not see (import contract `edges`)."""


def wrong(key: str, value: object, allowed: str, reason: str = "type") -> SettingsError:
    """`allowed` is a word for a kind of value, or the values themselves."""
    return SettingsError(key=key, reason=reason, value=value, allowed=allowed)


def parser_of(kind: Any) -> Parse:
    """How values of a field's type are read."""
    if typing.get_origin(kind) in (types.UnionType, typing.Union):
        kind = next(argument for argument in typing.get_args(kind) if argument is not type(None))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _choice(kind)
    return PARSERS[kind]


def _text(key: str, value: Any) -> str:
    """Codes too: 700000 without quotes would lose the zeros of 070000, so it is asked for."""
    if not isinstance(value, str):
        raise wrong(key, value, "text")
    return value.strip()


def _flag(key: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise wrong(key, str(value), "true, false")
    return value


def _integer(key: str, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise wrong(key, value, "integer")
    if not -(2**31) < value < 2**31:
        raise wrong(key, value, "integer", "range")
    return value


def _number_as_shown(key: str, value: Any) -> int:
    """Exact shows an administration's number in places from where it is copied as text."""
    if isinstance(value, str) and value.strip().isascii() and value.strip().isdigit() and len(value.strip()) < 10:
        value = int(value)
    return _positive(key, _integer(key, value))


def _positive(key: str, value: int) -> int:
    if value <= 0:
        raise wrong(key, value, "> 0", "range")
    return value


def _seconds(key: str, value: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise wrong(key, value, "number")
    if not math.isfinite(value) or not 0 < value <= 86_400:
        raise wrong(key, value, "> 0", "range")
    return value


def _port(key: str, value: Any) -> int:
    if not 0 < _integer(key, value) < 65_536:
        raise wrong(key, value, "1 - 65535", "range")
    return int(value)


def _months(key: str, value: Any) -> int:
    """A year that is moved by more than ten is a slip of the pen."""
    if abs(_integer(key, value)) > 120:
        raise wrong(key, value, "-120 - 120", "range")
    return int(value)


def _day(key: str, value: Any) -> date:
    """TOML has dates of its own, without quotes."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise wrong(key, value, "2026-01-31", "date") from None


def _list(key: str, value: Any) -> tuple[str, ...]:
    """Addresses, as a list or in one text with commas."""
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, list | tuple) or not all(isinstance(part, str) for part in parts):
        raise wrong(key, value, "list of text")
    return tuple(part.strip() for part in parts if part.strip())


def _choice(kind: type[Enum]) -> Parse:
    def parse(key: str, value: Any) -> Enum:
        try:
            return kind(value)
        except ValueError:
            raise wrong(key, value, ", ".join(str(member.value) for member in kind), "choice") from None

    return parse


def _country(key: str, value: Any) -> str:
    country = _text(key, value).upper()
    if country not in COUNTRIES:
        raise wrong(key, value, ", ".join(COUNTRIES), "choice")
    return country


def _url(key: str, value: Any) -> str:
    """https, or http where it does not leave this machine."""
    url = _text(key, value)
    parts = _split(url)
    if parts is None or parts.username is not None or parts.query or parts.fragment or any(map(str.isspace, url)):
        raise wrong(key, value, "https://...", "https_needed")
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_loopback(parts.hostname or "")):
        raise wrong(key, value, "https://...", "https_needed")
    return url


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        return parts if parts.hostname and parts.port != 0 else None
    except ValueError:  # a port or an address that is none
        return None


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


PARSERS: Mapping[Any, Parse] = {
    str: _text,
    bool: _flag,
    int: _integer,
    float: _seconds,
    date: _day,
    tuple[str, ...]: _list,
}

SPECIAL: Mapping[str, Parse] = {
    "robaws.base_url": _url,
    "exact.base_url": _url,
    "exact.country": _country,
    "exact.division": _number_as_shown,
    "booking.period_offset_months": _months,
    "mail.port": _port,
}
"""Keys that may be less than their type could."""
