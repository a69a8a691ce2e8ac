"""The table's columns, its order, and what search and groups pick."""

from enum import StrEnum

from robexact_desktop.domain.matching.normal import bare_number
from robexact_desktop.services.relation_list import OPEN, ListedRelation, Standing
from robexact_desktop.ui.models.listed_rows import ListedRows
from robexact_desktop.ui.models.windowed import Align, Column
from robexact_desktop.ui.tabs.relations.shown import kind_shown, said, standing_shown, vat_shown


class RelationGroup(StrEnum):
    """Their counts add up to ALL."""

    ALL = "all"
    OPEN = "open"
    TO_CREATE = "to_create"
    LINKED = "linked"


class KindOf(StrEnum):
    ALL = "all"
    CLIENT = "client"
    SUPPLIER = "supplier"


IN_ORDER = {standing: place for place, standing in enumerate(Standing)}


def group_of(row: ListedRelation) -> RelationGroup:
    if row.standing in OPEN or row.standing is Standing.CERTAIN:
        return RelationGroup.OPEN
    return RelationGroup.TO_CREATE if row.standing is Standing.TO_CREATE else RelationGroup.LINKED


def is_of(row: ListedRelation, kind: KindOf) -> bool:
    return kind is KindOf.ALL or row.relation.is_supplier is (kind is KindOf.SUPPLIER)


def relation_columns() -> list[Column[ListedRelation]]:
    return [
        Column("name", said("column.relation_name_in_robaws"), lambda row: row.relation.name),
        Column("kind", said("column.kind"), lambda row: kind_shown(row.relation), 98),
        Column("vat_number", said("column.vat_number"), _vat, 142, whole=True),
        Column("city", said("column.city"), lambda row: row.relation.city, 110),
        Column("exact", said("column.exact"), standing_shown, 310),
        Column("rule", said("column.rule"), _rule, 176),
        Column("waiting", said("column.waiting"), lambda row: str(row.waiting or ""), 68, Align.RIGHT),
        Column("pencil", "", _nothing, 44, sorts=False),
    ]


def listed_rows() -> ListedRows[ListedRelation]:
    """The order by Exact Online puts first what asks, and of that first what most invoices wait for."""
    return ListedRows(
        key=lambda row: row.relation.id,
        search=_searched,
        sort_keys={
            "name": _name,
            "kind": lambda row: (row.relation.is_supplier, _name(row)),
            "vat_number": lambda row: (_vat(row), _name(row)),
            "city": lambda row: (row.relation.city.casefold(), _name(row)),
            "exact": lambda row: (_urgency(row), _name(row)),
            "rule": lambda row: (_rule(row), _name(row)),
            "waiting": lambda row: (row.waiting, _name(row)),
        },
        groups={},
    )


def _urgency(row: ListedRelation) -> tuple[bool, int, int]:
    waits = 0 if row.standing is Standing.LINKED else row.waiting
    return not row.asks, IN_ORDER[row.standing], -waits


def _name(row: ListedRelation) -> str:
    return row.relation.name.casefold()


def _vat(row: ListedRelation) -> str:
    return vat_shown(row.relation.vat_number, row.relation.country)


def _nothing(row: ListedRelation) -> str:  # noqa: ARG001 - a column of icons
    return ""


def _rule(row: ListedRelation) -> str:
    return said(f"rule.{row.rule}") if row.rule else ""


def _searched(row: ListedRelation) -> str:
    """Numbers with and without their dots, since both are typed."""
    relation, account = row.relation, row.account
    parts = [relation.name, relation.number, relation.city, relation.postcode, _vat(row)]
    parts += [relation.vat_number, bare_number(relation.vat_number), standing_shown(row)]
    if account is not None:
        parts += [account.code, account.name]
    return " ".join(parts)
