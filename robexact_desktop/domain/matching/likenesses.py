"""How alike two values are."""

from enum import StrEnum


class Likeness(StrEnum):
    EQUAL = "equal"
    SIMILAR = "similar"
    DIFFERENT = "different"
    EMPTY = "empty"  # one side is silent: nothing is contradicted
