"""A value together with the rule that decided it, the place it came from, and what is wrong with it.

The preview's "waarom?" is this, not a second story told afterwards.
"""

from dataclasses import dataclass
from typing import Generic, TypeVar

from robexact_desktop.domain.problems import Problem

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Decided(Generic[Value]):
    """`rule` is a key of docs/booking_rules.md (`gl_account.article`); `source` names a field or a setting."""

    value: Value
    rule: str
    source: str
    problems: tuple[Problem, ...] = ()

    @property
    def is_by_hand(self) -> bool:
        return self.rule.endswith(".hand")
