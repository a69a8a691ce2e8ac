"""Which Robaws relation is which account in Exact: `match` links what is certain, `candidates` suggests the rest."""

from robexact_desktop.domain.matching.certain import Matching, match
from robexact_desktop.domain.matching.doubt import Asked, Doubt, Told
from robexact_desktop.domain.matching.index import Index
from robexact_desktop.domain.matching.sheet import Resolved, Sheet, SheetRow, resolve, rows_by_relation
from robexact_desktop.domain.matching.suggest import Reason, candidates, candidates_of_all

__all__ = [
    "Asked",
    "Doubt",
    "Index",
    "Matching",
    "Reason",
    "Resolved",
    "Sheet",
    "SheetRow",
    "Told",
    "candidates",
    "candidates_of_all",
    "match",
    "resolve",
    "rows_by_relation",
]
