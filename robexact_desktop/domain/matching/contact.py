"""Address, e-mail and telephone of a relation beside an account: how alike they are. None of them links by itself."""

import re

from rapidfuzz import fuzz

from robexact_desktop.domain.folding import folded
from robexact_desktop.domain.matching.likenesses import Likeness

ALIKE = 80
"""Per cent from which on two streets are one, spelt in two ways."""

_NOT_WORDS = re.compile(r"[\W_]+")
_SHORT = {"str": "straat", "stwg": "steenweg", "stw": "steenweg", "stg": "steenweg", "ln": "laan", "av": "avenue"}
_GLUED = re.compile(r"(?:(?<=[a-z])|\b)(str|stwg|stw|ln)\b(?!\w)")
_NUMBER = re.compile(r"\d+")
_DIALLED = re.compile(r"[^0-9+]")
_ABROAD = re.compile(r"^(?:\+|00)(?:32|31|33|49|352)0?")
"""Country codes around; a Belgian number is written with and without."""

PROVIDERS = frozenset(("gmail.com", "hotmail.com", "hotmail.be", "outlook.com", "live.be", "telenet.be", "skynet.be"))
"""Under these everybody has an address: the same one after the @ says nothing."""


def streets(ours: str, theirs: str) -> Likeness:
    """Another house number is another house, however alike the street."""
    if not ours.strip() or not theirs.strip():
        return Likeness.EMPTY
    one, other = _street(ours), _street(theirs)
    if one == other:
        return Likeness.EQUAL
    numbers, others = (_NUMBER.findall(text) for text in (one, other))
    if numbers[:1] != others[:1] and numbers and others:
        return Likeness.DIFFERENT
    box_left_out = one.startswith(f"{other} ") or other.startswith(f"{one} ")
    return Likeness.SIMILAR if box_left_out or fuzz.ratio(one, other) >= ALIKE else Likeness.DIFFERENT


def mails(ours: str, theirs: str) -> Likeness:
    """Two people of one firm are alike."""
    one, other = ours.strip().casefold(), theirs.strip().casefold()
    if not one or not other:
        return Likeness.EMPTY
    if one == other:
        return Likeness.EQUAL
    domain = one.rpartition("@")[2]
    same_firm = domain == other.rpartition("@")[2] and "@" in one and domain not in PROVIDERS
    return Likeness.SIMILAR if same_firm else Likeness.DIFFERENT


def phones(ours: str, theirs: str) -> Likeness:
    one, other = _dialled(ours), _dialled(theirs)
    if not one or not other:
        return Likeness.EMPTY
    return Likeness.EQUAL if one == other else Likeness.DIFFERENT


def _street(text: str) -> str:
    plain = _GLUED.sub(lambda found: _SHORT[found[1]], folded(text))
    return " ".join(_SHORT.get(word, word) for word in _NOT_WORDS.sub(" ", plain).split())


def _dialled(text: str) -> str:
    return _ABROAD.sub("", _DIALLED.sub("", text.replace("(0)", ""))).lstrip("0")
