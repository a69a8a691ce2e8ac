"""A source over rows that are in memory: lists of hundreds, or thousands (relations, ledger, tariffs)."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from robexact_desktop.domain.folding import folded

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class ListView:
    """`sort_by` is the key of a column, `group` picks rows, `text` is what was typed."""

    sort_by: str = ""
    descending: bool = False
    group: str = ""
    text: str = ""


class ListedRows(Generic[Row]):
    """Rows keep their number as long as their `key` is held, also when they are read again."""

    def __init__(
        self,
        key: Callable[[Row], str],
        search: Callable[[Row], str],
        sort_keys: dict[str, Callable[[Row], Any]],
        groups: dict[str, Callable[[Row], bool]],
    ) -> None:
        self._key = key
        self._search = search
        self._sort_keys = sort_keys
        self._groups = groups
        self._numbers: dict[str, int] = {}
        self._rows: dict[int, Row] = {}
        self._folded: dict[int, str] = {}

    def fill(self, rows: Sequence[Row]) -> None:
        self._rows = {self._number(self._key(row)): row for row in rows}
        self._folded = {number: folded(self._search(row)) for number, row in self._rows.items()}

    def ids(self, view: ListView, limit: int | None = None) -> "array[int]":
        belongs = self._groups.get(view.group, _every)
        words = folded(view.text).split()
        found = [
            number
            for number, row in self._rows.items()
            if belongs(row) and all(word in self._folded[number] for word in words)
        ]
        if view.sort_by in self._sort_keys:
            sort = self._sort_keys[view.sort_by]
            found.sort(key=lambda number: (sort(self._rows[number]), number), reverse=view.descending)
        return array("q", found[:limit])

    def rows(self, ids: Sequence[int]) -> dict[int, Row]:
        return {number: self._rows[number] for number in ids if number in self._rows}

    def number_of(self, key: str) -> int | None:
        return self._numbers.get(key)

    def count(self, group: str) -> int:
        belongs = self._groups.get(group, _every)
        return sum(map(belongs, self._rows.values()))

    def _number(self, key: str) -> int:
        return self._numbers.setdefault(key, len(self._numbers))


def _every(row: object) -> bool:  # noqa: ARG001 - the shape of a group
    return True
