"""Numbers and places in one spelling, so that equal means equal. What is none becomes "" and matches nothing.

Exact and Robaws hold all of these as free text (facts: exact-online 4.5): "BE 0123.456.789", "be0123456789" and
"0123456789" beside the country BE are one VAT number; "n.v.t." and "0000000000" are none.

The form is demanded, the check digits are not: a number that is mistyped the same way on both sides is still the same
number, and a wrong one is found by the tax office, not by not booking. They only help where no country is known.
"""

import re
from functools import lru_cache

from stdnum.be import vat as belgian_vat

from robexact_desktop.domain.matching.countries import ISO2

_SEPARATORS = str.maketrans("", "", " .-/_:,;()'\t\r\n\u00a0\u202f\u2009")
_NOISE = re.compile(r"^(?:BTW|TVA|VAT|MWST|UST)(?:NR|NO|NUMMER|NUMBER|ID)?|(?<=\d)(?:MWST|TVA|IVA|BTW)$")
"""What people type around the number: "BTW BE 0123.456.789", "CHE-123.456.789 MWST"."""

_BELGIAN = re.compile(r"BE(?!0*(\d)\1*$)([01]\d{9}|\d{9})", re.ASCII)
"""The usual case, walked 60,000 times: form and placeholder in one step."""

_FORMS = {"BE": re.compile(r"[01]\d{9}|\d{9}"), "NL": re.compile(r"\d{7,9}B\d{2}")}
_CHAMBER_FORMS = {"BE": _FORMS["BE"], "NL": re.compile(r"\d{8}")}
_ANY_FORM = re.compile(r"(?=(?:\D*\d){5})[0-9A-Z+*]{5,15}")
_WIDTHS = {"BE": 10, "NL": 12}
"""Belgian numbers of before 2005 have 9 digits, the new form puts a 0 before them; a Dutch one loses zeros in Excel."""

_ALIASES = {"EL": "GR", "XI": "GB"}
"""VAT prefixes that are not the ISO code. Northern Ireland: XI stands before the same nine digits as GB, one firm."""

_LANDS = "AT BE BG CH CY CZ DE DK EE EL ES FI FR GB GR HR HU IE IT LT LU LV MT NL NO PL PT RO SE SI SK XI"
_PREFIXES = frozenset(_LANDS.split())


def vat_number(text: str, country_hint: str = "") -> str:
    """Country and number, "BE0123456789". The number's own prefix goes before the country of the relation."""
    if not text:
        return ""
    usual = text.replace(" ", "").replace(".", "").upper()  # a fifth of the time of `translate`
    if belgian := _BELGIAN.fullmatch(usual):
        return "BE" + belgian[2].zfill(10)
    compact = usual.translate(_SEPARATORS)
    land, rest = _land_and_rest(_NOISE.sub("", compact), country(country_hint))
    if not land or not _FORMS.get(land, _ANY_FORM).fullmatch(rest):
        return ""
    return _unless_placeholder(land, rest.zfill(_WIDTHS.get(land, 0)))


def bare_number(text: str) -> str:
    """Digits and letters without the zeros in front, to compare where the country is unknown."""
    return text.translate(_SEPARATORS).upper().lstrip("0")


def _land_and_rest(compact: str, hint: str) -> tuple[str, str]:
    prefix = compact[:2]
    if prefix in _PREFIXES:
        return _ALIASES.get(prefix, prefix), compact[2:]
    if hint:
        return hint, compact
    if _FORMS["NL"].fullmatch(compact):
        return "NL", compact
    return ("BE", compact) if _looks_belgian(compact) else ("", compact)


def _looks_belgian(compact: str) -> bool:
    """Ten digits with a 0 in front are Belgian; with a 1 they may be Polish, and the check digits must say so."""
    return len(compact) == 10 and (compact.startswith("0") or belgian_vat.is_valid(compact))


def _unless_placeholder(land: str, rest: str) -> str:
    """All zeros or all nines fill a mandatory field; such a number would tie strangers together."""
    digits = "".join(filter(str.isdigit, rest[:9])).lstrip("0")
    return land + rest if len(set(digits)) > 1 else ""


def company_number(text: str, country_hint: str = "") -> str:
    """KBO or KVK number with its country. A Belgian enterprise number and VAT number are the same digits.

    Others have no form to tell them from junk ("RPR Gent"), so they need five digits and a known country.
    """
    if not text:
        return ""
    compact = text.translate(_SEPARATORS).upper()
    if belgian := _BELGIAN.fullmatch(compact):
        return "BE" + belgian[2].zfill(10)
    land = country(country_hint)
    compact = compact.removeprefix("KBO").removeprefix("BCE").removeprefix("KVK").removeprefix(land)
    if not land and _looks_belgian(compact):
        land = "BE"
    if not land or not _CHAMBER_FORMS.get(land, _ANY_FORM).fullmatch(compact):
        return ""
    return _unless_placeholder(land, compact.zfill(10) if land == "BE" else compact)


@lru_cache(maxsize=4096)
def country(text: str) -> str:
    """ISO2 of a code or a name in Dutch, French, English or German ("België", "Belgium", "BEL"); "" if unknown."""
    key = " ".join(text.casefold().replace("-", " ").replace(".", "").split())
    if found := ISO2.get(key):
        return found
    code = key.upper()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else ""


_POSTAL_PREFIX = re.compile(r"^[A-Z]{1,2}(?=\d)")
"""The country before a postcode, "B-9000": still written on the Continent. British codes match nothing else anyway."""


def postcode(text: str) -> str:
    return text if text.isdigit() else _POSTAL_PREFIX.sub("", text.translate(_SEPARATORS).upper())


def postcodes_differ(one: str, other: str) -> bool:
    """ "1234" and "1234AB" do not: the letters of a Dutch postcode are often left out."""
    return bool(one and other) and not (one.startswith(other) or other.startswith(one))


def account_code(text: str) -> str:
    """Exact pads a code to 18 characters with spaces in front (facts: exact-online 4.5)."""
    return text.strip()
