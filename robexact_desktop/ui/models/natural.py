"""The order in which people expect codes and names with numbers in them."""

import re

DIGITS = re.compile(r"(\d+)")


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """9 before 10, and numbers before letters."""
    parts = (part for part in DIGITS.split(text.casefold()) if part)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)
