"""Where a value came from, in words: `lines[0].vatTariff`, `settings: booking.sales_journal`, `by hand: An`."""

import re
from collections.abc import Callable

from robexact_desktop.texts.filling import filled, word
from robexact_desktop.texts.language import Language

MAPPINGS = ("journals", "payment_conditions", "vat.sales", "vat.purchase", "cost_centers", "cost_units")
"""Settings that hold one key for each thing of Robaws."""


def source_words(source: str, language: Language) -> str:
    """Every part of the source in words; what is not known is shown as it is."""
    parts = re.split(r", (?=settings: )", source)
    return ", ".join(_part(part, language) for part in parts)


def setting_words(key: str, language: Language) -> str:
    """The name of a setting as on the screen: `booking.sales_journal`, `vat.sales.7`."""
    for mapping in MAPPINGS:
        if key.startswith(f"{mapping}."):
            return filled(f"setting.{mapping}", language, {"id": key.removeprefix(f"{mapping}.")})
    return word("setting", key, language)


def _part(part: str, language: Language) -> str:
    for pattern, told in PATTERNS:
        if found := re.fullmatch(pattern, part, re.DOTALL):
            return told(found, language)
    return word("source.field", part, language)


def _setting(found: re.Match[str], language: Language) -> str:
    return filled("source.setting", language, {"setting": setting_words(found["key"], language)})


def _line(found: re.Match[str], language: Language) -> str:
    facts = {"line": int(found["index"]) + 1, "field": word("source.field", found["field"], language)}
    return filled("source.line", language, facts)


def _named(key: str) -> Callable[[re.Match[str], Language], str]:
    def told(found: re.Match[str], language: Language) -> str:
        return filled(key, language, found.groupdict())

    return told


PATTERNS: tuple[tuple[str, Callable[[re.Match[str], Language], str]], ...] = (
    (r"settings: (?P<key>.+)", _setting),
    (r"by hand: (?P<who>.*)", _named("source.by_hand")),
    (r"lines\[(?P<index>\d+)\]\.(?P<field>\w+)", _line),
    (r"articles/(?P<id>.+)", _named("source.article")),
    (r"client/(?P<id>.+)", _named("source.client")),
    (r"suppliers?/(?P<id>.+)", _named("source.supplier")),
    (r"GL account (?P<code>.+)", _named("source.gl_account")),
    (r"(?P<period>\d+/\d+) closed", _named("source.closed")),
)
