"""`sync`: all that a scheduler should do, for the environment that is named or for each active one."""

from robexact_desktop.cli.desk import Desk
from robexact_desktop.cli.exits import Exit, exit_of, gravest
from robexact_desktop.cli.output import print_json, print_rows, progress_on_stderr, tell
from robexact_desktop.cli.relation_commands import matched_document
from robexact_desktop.cli.service_commands import exit_of_import, exit_of_send, payment_rows, sent_row
from robexact_desktop.domain.errors import RobExactError, SettingsError, UnknownIdError
from robexact_desktop.services.sync import Synced, sync
from robexact_desktop.wording import error_line, told_line


def sync_all(desk: Desk) -> Exit:
    """One document with a part for each environment; the exit code is the gravest of them."""
    environments = _environments(desk)
    document: dict[str, object] = {}
    codes = []
    with desk.office.alone():
        for environment in environments:
            synced, error = _synced(desk, environment)
            document[environment] = _part(desk, synced)
            codes.append(_code(synced, error))
            _tell(desk, environment, synced, error)
            if desk.interruption.asked():
                break
    if desk.arguments.json:
        print_json(document)
    else:
        print_rows([{"environment": name, **_in_short(part)} for name, part in document.items()])
    return gravest(codes)


def _environments(desk: Desk) -> list[str]:
    """Raises SettingsError where there is none at all or none is active, UnknownIdError."""
    known, wanted = desk.office.environments(), desk.arguments.environment
    if wanted is not None:
        if wanted not in known:
            raise UnknownIdError(what="environment", id=wanted)
        names = [wanted]
    else:
        names = [name for name in known if desk.office.settings(name).active]
    if not names:
        raise SettingsError(key="environment", reason="none", environments=", ".join(known))
    for name in names:
        desk.office.must_be_able_to_work(name)
    return names


def _synced(desk: Desk, environment: str) -> tuple[Synced, RobExactError | None]:
    try:
        with (
            progress_on_stderr(desk.language) as progress,
            desk.office.workplace(environment, progress=progress, stop=desk.interruption.asked) as work,
        ):
            return sync(work), None
    except RobExactError as error:
        return Synced(), error


def _part(desk: Desk, synced: Synced) -> dict[str, object]:
    failed = [
        {"resource": resource, "message": error_line(error, desk.language)}
        for resource, error in synced.imported.failed
    ]
    return {
        "import": synced.held | {"failed": failed},
        "match": matched_document(synced.matched),
        "send": [sent_row(outcome, desk) for outcome in synced.sent.outcomes],
        "payments": payment_rows(synced.payments),
        "released": list(synced.released.invoices),
    }


def _in_short(part: object) -> dict[str, object]:
    assert isinstance(part, dict)
    return {
        "linked": len(part["match"]["linked"]),
        "sent": len(part["send"]),
        "payments": len(part["payments"]),
        "released": len(part["released"]),
    }


def _code(synced: Synced, error: RobExactError | None) -> Exit:
    if error is not None:
        return exit_of(error)
    codes = [exit_of_import(synced.imported), exit_of_send(synced.sent), *map(exit_of, synced.errors)]
    return gravest([*codes, Exit.LEFT_BEHIND if synced.released.held else Exit.DONE])


def _tell(desk: Desk, environment: str, synced: Synced, error: RobExactError | None) -> None:
    language = desk.language
    for stopped in [error] if error else synced.errors:
        tell(f"{environment}: {error_line(stopped, language)}")
    for resource, failed in synced.imported.failed:
        tell(f"{environment}: {resource}: {error_line(failed, language)}")
    for invoice, why in synced.released.held:
        tell(f"{environment}: {invoice}: {told_line(why, language)}")
    for invoice, refused in synced.payments.refused:
        tell(f"{environment}: {invoice}: {error_line(refused, language)}")
