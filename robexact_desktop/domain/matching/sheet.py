"""The rows of a sheet with EXACT_ONLINE_CODE, and the relation that each of them means."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from robexact_desktop.domain.matching.doubt import Doubt, Told
from robexact_desktop.domain.matching.name_keys import exact_name
from robexact_desktop.domain.matching.normal import account_code, bare_number, vat_number
from robexact_desktop.domain.names import Kind, RelationId, robaws_id_of
from robexact_desktop.domain.relation import Relation

CODE = "EXACT_ONLINE_CODE"
KEYS = ("ID", "NR", "VAT", "NAME")
"""The columns that say which relation a row is, the surest first (product.md section 4, `match`)."""

KIND = "KIND"
"""An optional column, "client" or "supplier": clients and suppliers each number from 1, so an ID alone may mean two."""

_KINDS = {
    **dict.fromkeys(("client", "customer", "klant", "sales"), "client/"),
    **dict.fromkeys(("supplier", "leverancier", "fournisseur", "purchase"), "supplier/"),
}


@dataclass(frozen=True, slots=True)
class SheetRow:
    """`number` is the row as Excel counts it, from 1; `cells` maps the column's name in capitals to its text."""

    number: int
    cells: Mapping[str, str]

    @property
    def code(self) -> str:
        return account_code(self.cells.get(CODE, ""))

    @property
    def key(self) -> tuple[str, str]:
        """The first cell that is filled: a row without ID is found by its NR."""
        return next(((column, text) for column in KEYS if (text := self.cells.get(column, "").strip())), ("", ""))


@dataclass(frozen=True, slots=True)
class Sheet:
    rows: tuple[SheetRow, ...]


class Resolved(NamedTuple):
    codes: dict[RelationId, str]
    told: tuple[Told, ...]


def resolve(sheet: Sheet, relations: Iterable[Relation], kind: Kind | None = None) -> Resolved:
    """The code of each relation that exactly one row speaks of, and why the other rows were skipped.

    A row without a code is no statement: such a sheet is often the whole list with some codes filled in. Rows that give
    one relation two codes are all skipped.
    """
    prefix = f"{kind.relation_kind}/" if kind else ""
    drawers = _Drawers(relation for relation in relations if relation.id.startswith(prefix))
    given: dict[RelationId, list[SheetRow]] = {}
    told = []
    for row in sheet.rows:
        if not row.code:
            continue
        meant = drawers.of(row)
        if len(meant) == 1:
            given.setdefault(meant[0], []).append(row)
        else:
            told.append(_told(_why_skipped(row, meant), row))
    codes = {relation: rows[0].code for relation, rows in given.items() if _codes(rows) == 1}
    torn = given.keys() - codes.keys()
    told += [_told(Doubt.CODE_AMBIGUOUS, row, relation) for relation in torn for row in given[relation]]
    return Resolved(codes, tuple(sorted(told, key=lambda one: one.row)))


def rows_by_relation(sheet: Sheet, relations: Iterable[Relation]) -> dict[RelationId, int]:
    """The first row that speaks of each relation, as Excel counts it: for what is told of its code later."""
    drawers = _Drawers(relations)
    found: dict[RelationId, int] = {}
    for row in sheet.rows:
        meant = drawers.of(row) if row.code else ()
        if len(meant) == 1:
            found.setdefault(meant[0], row.number)
    return found


def _codes(rows: list[SheetRow]) -> int:
    return len({row.code for row in rows})


def _why_skipped(row: SheetRow, meant: tuple[RelationId, ...]) -> Doubt:
    if not row.key[0]:
        return Doubt.ROW_NAMELESS
    return Doubt.ROW_AMBIGUOUS if meant else Doubt.ROW_UNKNOWN


def _told(doubt: Doubt, row: SheetRow, relation: RelationId | None = None) -> Told:
    return Told(doubt, row.code, relation, row=row.number, key=" ".join(row.key).strip())


class _Drawers:
    """The relations by each column that may name them."""

    def __init__(self, relations: Iterable[Relation]) -> None:
        self._held: dict[tuple[str, str], list[RelationId]] = {}
        for relation in relations:
            for column, read in _READ_RELATION.items():
                for key in read(relation):
                    if key:
                        self._held.setdefault((column, key), []).append(relation.id)

    def of(self, row: SheetRow) -> tuple[RelationId, ...]:
        column, text = row.key
        if not column:
            return ()
        meant = self._held.get((column, _READ_CELL[column](text)), [])
        prefix = _KINDS.get(row.cells.get(KIND, "").strip().casefold(), "")
        return tuple(relation for relation in meant if relation.startswith(prefix))


def _vat_keys(vat: str) -> tuple[str, ...]:
    """With its country and bare: a sheet's cell often lacks the country, and as a number also the leading 0."""
    return (vat, bare_number(vat[2:]))


_READ_RELATION: dict[str, Callable[[Relation], tuple[str, ...]]] = {
    "ID": lambda relation: (relation.id, robaws_id_of(relation.id)),
    "NR": lambda relation: (relation.number.strip().casefold(),),
    "VAT": lambda relation: _vat_keys(vat_number(relation.vat_number, relation.country)),
    "NAME": lambda relation: (exact_name(relation.name),),
}
_READ_CELL: dict[str, Callable[[str], str]] = {
    "ID": str.casefold,
    "NR": str.casefold,
    "VAT": lambda text: vat_number(text) or bare_number(text),
    "NAME": exact_name,
}
