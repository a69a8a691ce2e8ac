"""`invoices`, `check` and `override`: what the accounts would hold, without the network."""

from typing import Any

from robexact_desktop.cli.desk import Desk, named_invoices
from robexact_desktop.cli.exits import Exit, WrongUsageError
from robexact_desktop.cli.output import print_json, print_rows
from robexact_desktop.domain.booking.books import Field, Override
from robexact_desktop.domain.money import shown
from robexact_desktop.domain.names import Kind
from robexact_desktop.domain.problems import Problem
from robexact_desktop.domain.status import InvoiceState
from robexact_desktop.services.payment_status import payments_shown
from robexact_desktop.services.prepare_entries import Prepared, offered, prepare_entries
from robexact_desktop.services.set_by_hand import ByHand, clear_by_hand, set_by_hand
from robexact_desktop.services.workplace import Workplace
from robexact_desktop.texts import Language, problem_fix, problem_message

OPTIONS = {
    "gl": Field.GL,
    "vat": Field.VAT,
    "cost_center": Field.COST_CENTER,
    "cost_unit": Field.COST_UNIT,
    "period": Field.PERIOD,
    "payment_condition": Field.PAYMENT_CONDITION,
}


NOT_LEFT = (InvoiceState.READY, InvoiceState.BLOCKED, InvoiceState.QUEUED, InvoiceState.REFUSED)
"""Nothing of these is in Exact: what is sent next is decided anew."""


def list_invoices(desk: Desk) -> Exit:
    """Every invoice that is offered, with its state."""
    kind = Kind(desk.arguments.kind) if desk.arguments.kind else None
    state = _state(desk.arguments.state)
    with desk.looking() as work:
        prepared = prepare_entries(work, offered(work.stores.invoices.all(kind), work.settings))
        payments = payments_shown(work, {row.invoice.id: row.operations for row in prepared})
    rows = [_listed(row, payments.get(row.invoice.id)) for row in prepared if state in (None, row.state)]
    (print_json if desk.arguments.json else print_rows)(rows)
    return Exit.DONE


def _state(word: str | None) -> InvoiceState | None:
    if word is None:
        return None
    try:
        return InvoiceState(word)
    except ValueError:
        choices = ", ".join(InvoiceState)
        raise WrongUsageError("usage.wrong_choice", value=word, option="--state", choices=choices) from None


def _listed(row: Prepared, payment: str | None) -> dict[str, object]:
    invoice, operation = row.invoice, row.operation
    return {
        "id": invoice.id,
        "kind": invoice.kind.value,
        "type": invoice.type.value,
        "number": invoice.number,
        "date": invoice.date.isoformat(),
        "relation": invoice.relation,
        "total_incl_vat": None if invoice.total_incl is None else shown(invoice.total_incl),
        "currency": invoice.currency or "EUR",
        "state": row.state.value,
        "problems": list(dict.fromkeys(problem.code.value for problem in row.problems)),
        "entry_id": (operation.remote_id or None) if operation else None,
        "entry_number": operation.remote_number if operation else None,
        "payment": payment,
    }


def check(desk: Desk) -> Exit:
    """The dry run: payload, what is pending, why, problems."""
    if bool(desk.arguments.ids) == desk.arguments.all:
        raise WrongUsageError("usage.ids_or_all", option="--all")
    with desk.looking() as work:
        if desk.arguments.all:
            invoices = offered(work.stores.invoices.all(), work.settings)
        else:
            invoices = named_invoices(work, desk.arguments.ids)
        rows = [_checked(work, row, desk.language) for row in prepare_entries(work, invoices)]
    if desk.arguments.json:
        print_json(rows)
    else:
        print_rows([_in_short(row) for row in rows])
    return Exit.DONE


def _checked(work: Workplace, row: Prepared, language: Language) -> dict[str, Any]:
    """What left shows as it was posted; all others as they would be now, also a refused one."""
    payloads, operation, entry = work.payloads, row.operation, row.entry
    left = operation is not None and row.state not in NOT_LEFT
    payload = payloads.decode(operation.payload) if left and operation else payloads.entry_payload(entry)
    return {
        "id": row.invoice.id,
        "payload": payload,
        "pending": [] if left else payloads.pending(entry),
        "why": payloads.why(entry),
        "problems": [_told(problem, language) for problem in row.problems],
    }


def _told(problem: Problem, language: Language) -> dict[str, str]:
    return {
        "code": problem.code.value,
        "severity": problem.severity.value,
        "message": problem_message(problem, language),
        "fix": problem_fix(problem, language),
    }


def _in_short(row: dict[str, Any]) -> dict[str, object]:
    return {"id": row["id"], "problems": [problem["message"] for problem in row["problems"]]}


def override(desk: Desk) -> Exit:
    """Set, take back, or just show the values by hand of one invoice."""
    arguments = desk.arguments
    values = {field: getattr(arguments, name) for name, field in OPTIONS.items() if getattr(arguments, name)}
    if arguments.clear and values:
        raise WrongUsageError("usage.unknown_option", option="--clear")
    with desk.at_the_books([arguments.invoice]) as work:
        (invoice,) = named_invoices(work, [arguments.invoice])
        if arguments.clear:
            held = clear_by_hand(work, invoice, arguments.line)
        else:
            held = set_by_hand(work, invoice, ByHand(arguments.line, values))
    row = {"id": invoice.id, "overrides": [_by_hand(value) for value in held]}
    if desk.arguments.json:
        print_json(row)
    else:
        print_rows([_by_hand(value) for value in held])
    return Exit.DONE


def _by_hand(value: Override) -> dict[str, object]:
    return {
        "line": value.line,
        "field": value.field.value,
        "value": value.value,
        "rule_value": value.rule_value,
        "who": value.who,
        "when": value.when.isoformat(),
    }
