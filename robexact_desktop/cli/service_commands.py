"""`connect`, `import`, `send`, `payments`: the commands that speak with the two services."""

import sys
import webbrowser

from robexact_desktop.cli.desk import Desk, named_invoices
from robexact_desktop.cli.exits import Exit, WrongUsageError, exit_of
from robexact_desktop.cli.output import print_json, print_rows, tell
from robexact_desktop.domain.errors import LimitSpentError, SignInNeededError, UnreachableError
from robexact_desktop.services.import_ledger import Imported, rows_held
from robexact_desktop.services.outcome import Outcome
from robexact_desktop.services.payment_status import PaymentsTold, payment_status
from robexact_desktop.services.refresh import read_everything
from robexact_desktop.services.resolve_conflict import Decision, resolve_conflict
from robexact_desktop.services.send_entries import Sent, send_entries
from robexact_desktop.wording import error_line, message_of


def connect(desk: Desk) -> Exit:
    """Sign in to Exact; the address first, on stdout, flushed at once."""
    environment = desk.environment()
    desk.office.must_be_able_to_sign_in(environment)
    announce = _print_address if desk.arguments.no_browser else _print_and_open
    with desk.office.alone():
        connected = desk.office.connect(environment, announce, sys.stdin, desk.interruption.asked)
    document = {
        "connected": True,
        "divisions": [{"code": division.code, "name": division.name} for division in connected.divisions],
        "rights": [
            {"resource": right.resource, "ok": right.ok, "message": right.message} for right in connected.rights
        ],
    }
    if desk.arguments.json:
        print_json(document)
    else:
        print_rows([{"code": division.code, "name": division.name} for division in connected.divisions])
    return Exit.DONE


def _print_address(address: str) -> None:
    sys.stdout.write(address + "\n")
    sys.stdout.flush()


def _print_and_open(address: str) -> None:
    _print_address(address)
    webbrowser.open(address)


def import_all(desk: Desk) -> Exit:
    """Refresh everything; what is refused is named, the rest imported."""
    with desk.at_work() as work:
        imported = read_everything(work)
        held = rows_held(work)
    failed = [
        {"resource": resource, "message": error_line(error, desk.language)} for resource, error in imported.failed
    ]
    for row in failed:
        tell(f"{row['resource']}: {row['message']}")
    if desk.arguments.json:
        print_json(held | {"failed": failed})
    else:
        print_rows([{"resource": name, "rows": count} for name, count in held.items()])
    return exit_of_import(imported)


def exit_of_import(imported: Imported) -> Exit:
    errors = [error for _, error in imported.failed]
    if not errors:
        return Exit.DONE
    if any(isinstance(error, SignInNeededError) for error in errors):
        return Exit.SIGN_IN
    silent = not imported.answered and all(isinstance(error, UnreachableError) for error in errors)
    if silent or any(isinstance(error, LimitSpentError) for error in errors):
        return Exit.UNREACHABLE
    return Exit.LEFT_BEHIND


def send(desk: Desk) -> Exit:
    """Send the named invoices or all that are ready."""
    if bool(desk.arguments.ids) == desk.arguments.all_ready:
        raise WrongUsageError("usage.ids_or_all", option="--all-ready")
    with desk.at_work(desk.arguments.ids) as work:
        named = named_invoices(work, desk.arguments.ids) if desk.arguments.ids else None
        sent = send_entries(work, named)
    rows = [sent_row(outcome, desk) for outcome in sent.outcomes]
    (print_json if desk.arguments.json else print_rows)(rows)
    if sent.stopped is not None:
        tell(error_line(sent.stopped, desk.language))
    return exit_of_send(sent)


def resolve(desk: Desk) -> Exit:
    """Decide a conflict: that row."""
    with desk.at_work([desk.arguments.invoice]) as work:
        (invoice,) = named_invoices(work, [desk.arguments.invoice])
        outcome = resolve_conflict(work, invoice, Decision(desk.arguments.decision))
    row = sent_row(outcome, desk)
    if desk.arguments.json:
        print_json(row)
    else:
        print_rows([row])
    return Exit.LEFT_BEHIND if outcome.held else Exit.DONE


def sent_row(outcome: Outcome, desk: Desk) -> dict[str, object]:
    return {
        "id": outcome.invoice,
        "state": outcome.state.value,
        "entry_id": outcome.entry_id,
        "entry_number": outcome.entry_number,
        "message": message_of(outcome, desk.language),
    }


def exit_of_send(sent: Sent) -> Exit:
    if sent.stopped is not None and (code := exit_of(sent.stopped)) is not Exit.LEFT_BEHIND:
        return code
    left_behind = sent.stopped is not None or any(outcome.needs_attention for outcome in sent.outcomes)
    return Exit.LEFT_BEHIND if left_behind else Exit.DONE


def payments(desk: Desk) -> Exit:
    """Feed payment status back; exit 0 whatever it finds."""
    with desk.at_work() as work:
        told = payment_status(work)
    rows = payment_rows(told)
    (print_json if desk.arguments.json else print_rows)(rows)
    for invoice, error in told.refused:
        tell(f"{invoice}: {error_line(error, desk.language)}")
    if told.stopped is None:
        return Exit.DONE
    tell(error_line(told.stopped, desk.language))
    code = exit_of(told.stopped)
    return Exit.UNREACHABLE if code is Exit.LEFT_BEHIND else code  # nothing was changed: run again


def payment_rows(told: PaymentsTold) -> list[dict[str, object]]:
    return [
        {
            "id": row.invoice,
            "payment": row.status.value,
            "open_amount": row.open_amount,
            "written_back": row.written_back,
        }
        for row in told.rows
    ]
