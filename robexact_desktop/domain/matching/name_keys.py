"""Two keys of a name: the exact one that a rule may link by, the loose one that only suggests."""

import re
import unicodedata

_BELGIAN = "bv bvba ebvba nv cv cvba cvoa vof gcv commv commva comm vzw ivzw sa srl sprl sprlu snc scs sca sc scrl asbl"
"""BVBA became BV and CVBA became CV in 2019-2024, which renamed most small firms (facts: bookkeeping 3.15)."""
_OTHERS = (
    "aisbl gmbh ug kg kgaa ohg ag ev eg sarl sarls sas sasu eurl sci earl ltd limited plc llp llc inc corp "
    "spa srls sl slu lda oy ab aps as sro doo kft zrt spzoo"
)
_LEGAL_FORMS = frozenset((*_BELGIAN.split(), *_OTHERS.split()))

_CONNECTIVES = frozenset(("en", "et", "and", "und"))
"""As many as there are ways to write "&", which is punctuation here."""

_ABBREVIATION = re.compile(r"(?<=\b\w)\.\s?(?=\w\b)")
"""The dots in "B.V.B.A." and "N. V.": the letters are one word. Those in "peeters.be" are not."""

_NOT_WORDS = re.compile(r"[\W_]+")


def exact_name(name: str) -> str:
    """Exactly the same name: case and white space apart, nothing else is forgiven."""
    return " ".join(name.casefold().split())


def name_words(name: str) -> tuple[str, ...]:
    """The words that tell firms apart: without legal form, accents, punctuation and "en".

    Unless nothing would be left ("NV SA").
    """
    plain = name.casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    if "." in plain:
        plain = _ABBREVIATION.sub("", plain)
    words = _NOT_WORDS.sub(" ", plain.replace("'", "")).split()
    kept = [word for word in words if word not in _LEGAL_FORMS and word not in _CONNECTIVES]
    return tuple(kept or words)


def fuzzy_name(name: str) -> str:
    """Its words in alphabetical order: "Janssens Bouwwerken" is "Bouwwerken Janssens"."""
    return " ".join(sorted(name_words(name)))
