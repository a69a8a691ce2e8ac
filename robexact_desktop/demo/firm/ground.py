"""What lies ready before the first invoice is written: where each thing stands in Exact and in Robaws."""

from dataclasses import dataclass, field
from datetime import date
from random import Random
from uuid import NAMESPACE_DNS, uuid5

from robexact_desktop.demo.exact import ExactState
from robexact_desktop.demo.firm.parties import Party
from robexact_desktop.demo.robaws import RobawsState

MAIN = 204
"""Bouwwerken Peeters BV, calendar years."""
SECOND = 205
"""Peeters Vastgoed BV, book years from July to June, named after the year in which they start."""


def guid(*parts: object) -> str:
    """The same firm has the same guids each time."""
    return str(uuid5(NAMESPACE_DNS, "/".join(map(str, parts))))


@dataclass
class Ground:
    exact: ExactState
    robaws: RobawsState
    today: date
    dice: Random
    gl_guids: dict[str, str] = field(default_factory=dict)
    """Code -> guid in the main administration."""
    gl_ids: dict[str, str] = field(default_factory=dict)
    """Code -> id in Robaws."""
    gl_codes: dict[str, str] = field(default_factory=dict)
    """Id in Robaws -> code."""
    articles: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Article id -> codes of its sales and its purchase account."""
    articles_by_text: dict[str, str] = field(default_factory=dict)
    projects: dict[str, str] = field(default_factory=dict)
    """Project id -> cost center, of those that Exact knows."""
    activities: dict[str, str] = field(default_factory=dict)
    """Activity id -> cost unit."""
    customers: list[Party] = field(default_factory=list)
    suppliers: list[Party] = field(default_factory=list)
