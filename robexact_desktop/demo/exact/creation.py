"""New rows asked for by a POST, each resource with its rules; and changes and removals (PUT, DELETE)."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from robexact_desktop.demo.exact import booking, documents, relations
from robexact_desktop.demo.exact.bodies import read_body
from robexact_desktop.demo.exact.documents import attach, attachment_bytes
from robexact_desktop.demo.exact.endpoints import ENDPOINTS, ENTRIES_OF, TERMS
from robexact_desktop.demo.exact.errors import EXISTS, business
from robexact_desktop.demo.exact.relations import next_account_code
from robexact_desktop.demo.exact.sides import SIDES
from robexact_desktop.demo.rows import Row

if TYPE_CHECKING:
    from robexact_desktop.demo.exact.state import ExactState

__all__ = ["attach", "attachment_bytes", "change", "create", "next_account_code", "remove"]

Rule = Callable[["ExactState", int, Row, Row | None], Row]
"""(state, division, the values sent, the row that is changed or None) -> the values to keep; or Refused."""

LONGEST_CODE: Final = 8
LONGEST_DESCRIPTION: Final = 60
"""Cost centers and units (facts 4.11, C)."""

WORDS: Final = {"Code": "Code", "Description": "Omschrijving", "Name": "Naam", "Subject": "Onderwerp", "Type": "Type"}


def create(state: "ExactState", division: int, resource: str, body: Mapping[str, Any]) -> Row:
    values = read_body(resource, body, "POST")
    if resource in SIDES:
        return booking.create(state, division, resource, values)
    if resource in ENTRIES_OF:
        return _add_line(state, division, resource, values)
    _check_required(resource, values)
    return state.put(division, resource, **RULES.get(resource, as_sent)(state, division, values, None))


def change(state: "ExactState", division: int, resource: str, row: Row, body: Mapping[str, Any]) -> None:
    patch = read_body(resource, body, "PUT")
    if resource in SIDES:
        booking.change(state, division, resource, row, patch)
    elif resource in ENTRIES_OF:
        _change_line(state, division, resource, row, patch)
    elif resource in {"cashflow/Receivables", "cashflow/Payments"}:
        state.put(division, TERMS, ID=row["ID"], **patch)
    else:
        key = ENDPOINTS[resource].keys[0].name
        _check_required(resource, row | patch)
        state.put(division, resource, **{key: row[key]}, **RULES.get(resource, as_sent)(state, division, patch, row))


def remove(state: "ExactState", division: int, resource: str, row: Row) -> None:
    if resource in SIDES:
        booking.delete(state, division, resource, row)
    elif resource in ENTRIES_OF:
        _change_line(state, division, resource, row, None)
    elif resource == "crm/Accounts":
        relations.remove(state, division, row)
    else:
        state.remove(division, resource, row, ENTITY_TYPES.get(resource, 0))


ENTITY_TYPES: Final = {
    "documents/DocumentAttachments": 4,
    "documents/Documents": 6,
    "financial/GLAccounts": 7,
    "project/Projects": 21,
}


def _check_required(resource: str, values: Row) -> None:
    required = [item.name for item in ENDPOINTS[resource].properties.values() if item.required]
    if missing := [f"Verplicht: {WORDS.get(name, name)}" for name in required if values.get(name) in (None, "")]:
        raise business(*missing)


def as_sent(_: "ExactState", __: int, values: Row, ___: Row | None) -> Row:
    """Resources without rules of their own."""
    return values


def dimension(resource: str) -> Rule:
    """Cost centers and cost units; a code once given changes only by Exact's recode function."""

    def rule(state: "ExactState", division: int, values: Row, held: Row | None) -> Row:
        code = str(values.get("Code", (held or {}).get("Code")))
        if held and code != held["Code"]:
            raise business("Ongeldig: Code")
        if len(code) > LONGEST_CODE:
            raise business(f"Ongeldig: Code (maximaal {LONGEST_CODE} tekens)")
        if len(values.get("Description") or "") > LONGEST_DESCRIPTION:
            raise business(f"Ongeldig: Omschrijving (maximaal {LONGEST_DESCRIPTION} tekens)")
        if not held and state.one(division, resource, "Code", code):
            raise business(EXISTS)
        return values

    return rule


def unique(resource: str) -> Rule:
    def rule(state: "ExactState", division: int, values: Row, held: Row | None) -> Row:
        own = held and held["ID"]
        holder = state.one(division, resource, "Code", values.get("Code")) if "Code" in values else None
        if holder and holder["ID"] != own:
            raise business(EXISTS)
        return values

    return rule


RULES: Final[dict[str, Rule]] = {
    "crm/Accounts": relations.account,
    "crm/Addresses": relations.of_account,
    "crm/BankAccounts": relations.of_account,
    "documents/Documents": documents.document,
    "documents/DocumentAttachments": documents.attachment,
    "hrm/Costcenters": dimension("hrm/Costcenters"),
    "hrm/Costunits": dimension("hrm/Costunits"),
    **{
        path: unique(path)
        for path in (
            "cashflow/PaymentConditions",
            "financial/GLAccounts",
            "financial/Journals",
            "project/Projects",
            "vat/VATCodes",
        )
    },
}


def _add_line(state: "ExactState", division: int, resource: str, values: Row) -> Row:
    entry = state.get(division, ENTRIES_OF[resource], str(values.pop("EntryID", None)))
    if entry is None:
        raise business("Ongeldige referentie: EntryID")
    side = SIDES[ENTRIES_OF[resource]]
    lines = booking.lines_of(state, division, side, entry["EntryID"])
    booking.change_lines(state, division, side, entry, [*lines, values])
    return max(state.find(division, resource, "EntryID", entry["EntryID"]), key=lambda line: int(line["LineNumber"]))


def _change_line(state: "ExactState", division: int, resource: str, row: Row, patch: Row | None) -> None:
    """Without a patch the line goes."""
    entry = state.get(division, ENTRIES_OF[resource], row["EntryID"])
    assert entry is not None
    side = SIDES[ENTRIES_OF[resource]]
    lines = []
    for line in booking.lines_of(state, division, side, entry["EntryID"]):
        if line["ID"] != row["ID"]:
            lines.append(line)
        elif patch is not None:
            lines.append(line | {name: value for name, value in patch.items() if name != "EntryID"})
    booking.change_lines(state, division, side, entry, lines)
