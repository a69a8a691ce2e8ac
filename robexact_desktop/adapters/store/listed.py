"""The invoice list of the screens (cache.db): plain SQL over one row an invoice, ids first, rows by the page."""

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from robexact_desktop.adapters.store.database import Database
from robexact_desktop.adapters.store.texts import clean
from robexact_desktop.domain.invoice import InvoiceType
from robexact_desktop.domain.listing import GROUPS, Group, InvoiceView, ListedInvoice, SortBy, Sums
from robexact_desktop.domain.names import InvoiceId, Kind
from robexact_desktop.domain.status import InvoiceState
from robexact_desktop.services import ports

COLUMNS = (
    "invoice, kind, type, number, date, relation_name, journal, state, problem, problem_blocks, more_problems,"
    " excl, vat, incl, currency, entry_number"
)

NAMES = tuple(name.strip() for name in COLUMNS.split(","))

PUT = """
INSERT INTO listed_invoice (
    environment, invoice, kind, type, number, date, relation_name, journal, state, problem, problem_blocks,
    more_problems, excl, vat, incl, currency, entry_number, search
) VALUES (
    :environment, :invoice, :kind, :type, :number, :date, :relation_name, :journal, :state, :problem, :problem_blocks,
    :more_problems, :excl, :vat, :incl, :currency, :entry_number, :search
)
ON CONFLICT (environment, invoice) DO UPDATE
SET kind = :kind, type = :type, number = :number, date = :date, relation_name = :relation_name, journal = :journal,
    state = :state, problem = :problem, problem_blocks = :problem_blocks, more_problems = :more_problems,
    excl = :excl, vat = :vat, incl = :incl, currency = :currency, entry_number = :entry_number, search = :search
"""

FORGET = """
DELETE FROM listed_invoice
WHERE environment = :environment AND invoice NOT IN (SELECT value FROM json_each(:held))
"""

COUNTS = """
SELECT state, count(*) FROM listed_invoice
WHERE environment = :environment AND (:kind IS NULL OR kind = :kind) GROUP BY state
"""

SUMS = """
SELECT kind, currency, count(*), sum(type = 'credit_note'), sum(iif(type = 'credit_note', incl, 0)),
       sum(excl), sum(vat), sum(incl)
FROM listed_invoice WHERE n IN (SELECT value FROM json_each(:ids)) GROUP BY kind, currency ORDER BY kind DESC, currency
"""

STATES = """
SELECT state, problem_blocks, problem <> '', count(*) FROM listed_invoice
WHERE n IN (SELECT value FROM json_each(:ids)) GROUP BY 1, 2, 3
"""


class ListedInvoices(ports.ListedInvoices):
    """Rows are asked for by their number in this table, which stays the same for an invoice while the cache lives."""

    def __init__(self, database: Database, environment: str) -> None:
        self._database = database
        self._environment = environment

    def put(self, rows: Iterable[ListedInvoice]) -> None:
        with self._database.writing_cache() as db:
            db.executemany(PUT, map(self._values, rows))

    def keep_only(self, invoices: Iterable[InvoiceId]) -> None:
        with self._database.writing_cache() as db:
            db.execute(FORGET, {"environment": self._environment, "held": _json(invoices)})

    def ids(self, view: InvoiceView, limit: int | None = None) -> "array[int]":
        """In the order of the view; with a limit only the first, which an index gives at once."""
        where, values = self._filter(view)
        order = "DESC" if view.descending else "ASC"
        query = f"SELECT n FROM listed_invoice WHERE {where} ORDER BY {SortBy(view.sort_by).value} {order}, n {order}"
        if limit is not None:
            query += f" LIMIT {int(limit)}"
        with self._database.reading() as db:
            return array("q", (n for (n,) in db.execute(query, values)))

    def rows(self, ids: Sequence[int]) -> dict[int, ListedInvoice]:
        marks = ",".join(map(str, map(int, ids)))
        with self._database.reading() as db:
            found = db.execute(f"SELECT n, {COLUMNS} FROM listed_invoice WHERE n IN ({marks})")
            return {n: _listed(values) for n, *values in found}

    def number_of(self, invoice: InvoiceId) -> int | None:
        query = "SELECT n FROM listed_invoice WHERE environment = :environment AND invoice = :invoice"
        with self._database.reading() as db:
            found = db.execute(query, {"environment": self._environment, "invoice": invoice}).fetchone()
        return None if found is None else int(found[0])

    def counts(self, kind: Kind | None) -> Mapping[Group, int]:
        values = {"environment": self._environment, "kind": kind and kind.value}
        with self._database.reading() as db:
            by_state = dict(db.execute(COUNTS, values).fetchall())
        return {group: sum(by_state.get(state.value, 0) for state in states) for group, states in GROUPS.items()}

    def sums(self, ids: Sequence[int]) -> tuple[Sums, ...]:
        with self._database.reading() as db:
            return tuple(
                Sums(Kind(kind), currency, count, credit_notes, *map(_amount, amounts))
                for kind, currency, count, credit_notes, *amounts in db.execute(SUMS, {"ids": _json(ids)})
            )

    def states(self, ids: Sequence[int]) -> Mapping[tuple[InvoiceState, bool, bool], int]:
        """How many of each (state, blocked by its problem, has a problem)."""
        with self._database.reading() as db:
            found = db.execute(STATES, {"ids": _json(ids)}).fetchall()
        return {(InvoiceState(state), bool(blocks), bool(problem)): count for state, blocks, problem, count in found}

    def _filter(self, view: InvoiceView) -> tuple[str, dict[str, Any]]:
        values: dict[str, Any] = {"environment": self._environment}
        where = ["environment = :environment"]
        if view.kind is not None:
            where.append("kind = :kind")
            values["kind"] = view.kind.value
        if view.group is not Group.ALL:
            where.append(f"state IN ({','.join(repr(state.value) for state in GROUPS[view.group])})")
        for number, word in enumerate(view.text.casefold().split()):
            where.append(f"instr(search, :word{number})")
            values[f"word{number}"] = word
        return " AND ".join(where), values

    def _values(self, row: ListedInvoice) -> dict[str, Any]:
        amounts = {"excl": _cents(row.excl), "vat": _cents(row.vat), "incl": _cents(row.incl)}
        words = (row.number, row.relation_name, row.journal, str(row.entry_number or ""), str(row.incl))
        return {
            "environment": self._environment,
            "invoice": row.id,
            "kind": row.kind.value,
            "type": row.type.value,
            "number": clean(row.number),
            "date": row.date.isoformat(),
            "relation_name": clean(row.relation_name),
            "journal": row.journal,
            "state": row.state.value,
            "problem": row.problem,
            "problem_blocks": int(row.problem_blocks),
            "more_problems": row.more_problems,
            **amounts,
            "currency": row.currency,
            "entry_number": row.entry_number,
            "search": clean(" ".join(words)).casefold(),
        }


def _listed(values: Sequence[Any]) -> ListedInvoice:
    row = dict(zip(NAMES, values, strict=True))
    return ListedInvoice(
        id=InvoiceId(row["invoice"]),
        kind=Kind(row["kind"]),
        type=InvoiceType(row["type"]),
        number=row["number"],
        date=date.fromisoformat(row["date"]),
        relation_name=row["relation_name"],
        journal=row["journal"],
        state=InvoiceState(row["state"]),
        problem=row["problem"],
        problem_blocks=bool(row["problem_blocks"]),
        more_problems=row["more_problems"],
        excl=_amount(row["excl"]),
        vat=_amount(row["vat"]),
        incl=_amount(row["incl"]),
        currency=row["currency"],
        entry_number=row["entry_number"],
    )


def _json(values: Iterable[object]) -> str:
    return json.dumps(list(values))


def _cents(amount: Decimal) -> int:
    return int(amount * 100)


def _amount(cents: int | None) -> Decimal:
    return Decimal(cents or 0) / 100
