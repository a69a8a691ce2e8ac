"""Text as a search compares it: without capitals and accents, since people leave both out ("zoe" means "Zoë")."""

import unicodedata

_UNDECOMPOSED = str.maketrans({"ø": "o", "œ": "oe", "æ": "ae", "ł": "l", "đ": "d"})
"""Letters that Unicode does not take apart."""


def folded(text: str) -> str:
    plain = text.casefold()
    if plain.isascii():
        return plain
    apart = unicodedata.normalize("NFKD", plain.translate(_UNDECOMPOSED))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
