"""Sentences and the facts in them: `{total:amount}` says how a fact is shown, `{side:word}` that it is a word of ours.

Facts come from problems and errors as text, so the sentence says what they are: an invoice number may look like an
amount. A fact that is missing shows as `<name>`; a fact is never read as a sentence of its own.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from string import Formatter
from typing import Any

from robexact_desktop.texts import en, formats, fr, nl
from robexact_desktop.texts.language import Language

SENTENCES: Mapping[Language, Mapping[str, str]] = {
    Language.NL: nl.SENTENCES,
    Language.FR: fr.SENTENCES,
    Language.EN: en.SENTENCES,
}


def filled(key: str, language: Language, facts: Mapping[str, object]) -> str:
    """The sentence under `key`. Raises KeyError where there is none: our bug, and a test's."""
    return _Filling(language).vformat(SENTENCES[language][key], (), facts)


def word(family: str, value: object, language: Language) -> str:
    """The word under `family.value`; the value itself where it is none of ours (a service's own words)."""
    found = SENTENCES[language].get(f"{family}.{value}")
    return str(value) if found is None else _Filling(language).vformat(found, (), {})


class _Missing:
    def __init__(self, name: str) -> None:
        self.name = name


class _Filling(Formatter):
    def __init__(self, language: Language) -> None:
        self._language = language

    def get_value(self, key: int | str, args: Any, kwargs: Mapping[str, Any]) -> Any:  # noqa: ARG002 - its signature
        return kwargs.get(str(key), _Missing(str(key)))

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, _Missing):
            return f"<{value.name}>"
        if format_spec in FAMILIES:
            return word(FAMILIES[format_spec], value, self._language)
        return SHOWN[format_spec](value, self._language)


FAMILIES = {
    "word": "word",
    "reason": "reason",
    "resource": "progress",
    "setting": "setting",
    "field": "field",
    "state": "state",
    "operation": "operation",
    "candidate": "candidate",
    "stop": "stop",
}
"""What may stand behind the colon of a fact that is one of our words, and where those words stand."""


def _amount(value: object, language: Language) -> str:
    try:
        return formats.amount(value if isinstance(value, Decimal) else Decimal(str(value)), language)
    except InvalidOperation:
        return str(value)


def _day(value: object, _: Language) -> str:
    try:
        return formats.day(value if isinstance(value, dt.date) else dt.date.fromisoformat(str(value)))
    except ValueError:
        return str(value)


def _moment(value: object, _: Language) -> str:
    return _of_clock(value, formats.moment)


def _time(value: object, _: Language) -> str:
    return _of_clock(value, formats.time_of_day)


def _of_clock(value: object, shown: Callable[[dt.datetime], str]) -> str:
    try:
        return shown(value if isinstance(value, dt.datetime) else dt.datetime.fromisoformat(str(value)))
    except ValueError:
        return str(value)


def _fields(value: object, language: Language) -> str:
    """Names of invoice fields, as `domain.invoice.what_changed` gives them."""
    return ", ".join(word("field", name.strip(), language) for name in str(value).split(","))


def _differences(value: object, language: Language) -> str:
    """`total: 121.00 -> 121.01; vat 4: 21.00 -> 21.01`, as the comparison after booking tells it."""
    return "; ".join(_difference(part, language) for part in str(value).split("; "))


def _difference(part: str, language: Language) -> str:
    what, _, values = part.partition(": ")
    name, _, code = what.partition(" ")
    if name == "vat":
        what = filled("difference.vat", language, {"code": code})
    is_amount = name in ("vat", "total")
    shown = (_amount(figure, language) if is_amount else figure for figure in values.split(" -> "))
    return f"{word('difference', what, language)} {' → '.join(shown)}"


def _plain(value: object, language: Language) -> str:
    """A fact of which the sentence says nothing; Decimals and dates are still shown as people write them."""
    if isinstance(value, Decimal):
        return formats.amount(value, language)
    if isinstance(value, dt.datetime):
        return formats.moment(value)
    if isinstance(value, dt.date):
        return formats.day(value)
    return str(value)


SHOWN: Mapping[str, Callable[[object, Language], str]] = {
    "": _plain,
    "amount": _amount,
    "day": _day,
    "moment": _moment,
    "time": _time,
    "fields": _fields,
    "differences": _differences,
}
