"""From the command line to an exit code."""

import logging
from argparse import Namespace
from collections.abc import Callable, Sequence

from robexact_desktop.app import open_office
from robexact_desktop.cli import invoice_commands, relation_commands, service_commands, settings_commands, sync_command
from robexact_desktop.cli.arguments import parser
from robexact_desktop.cli.desk import Desk
from robexact_desktop.cli.exits import Exit, WrongUsageError, exit_of
from robexact_desktop.cli.opening import open_window
from robexact_desktop.cli.output import print_json, tell, write_utf8
from robexact_desktop.cli.selftest_command import self_test
from robexact_desktop.cli.signals import Interruption
from robexact_desktop.domain.errors import RobExactError
from robexact_desktop.texts import Language, sentence
from robexact_desktop.wording import error_line

COMMANDS: dict[str, Callable[[Desk], Exit]] = {
    "settings show": settings_commands.show_settings,
    "settings import": settings_commands.import_settings,
    "connect": service_commands.connect,
    "import": service_commands.import_all,
    "match": relation_commands.match,
    "link": relation_commands.link,
    "unlink": relation_commands.unlink,
    "override": invoice_commands.override,
    "invoices": invoice_commands.list_invoices,
    "check": invoice_commands.check,
    "send": service_commands.send,
    "payments": service_commands.payments,
    "resolve": service_commands.resolve,
    "sync": sync_command.sync_all,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Every error a person can act on is a sentence on stderr; our own bugs go up as they are."""
    logging.getLogger("httpx").setLevel(logging.WARNING)
    write_utf8()
    language = Language.NL
    arguments = Namespace(json=False)
    try:
        parser().parse_args(argv, arguments)
        if arguments.reset and not arguments.demo:
            raise WrongUsageError("usage.demo_only", option="--reset")
        if arguments.selftest and (arguments.command or arguments.demo):
            raise WrongUsageError("usage.alone", option="--selftest")
        if arguments.root_json and not arguments.selftest:
            raise WrongUsageError("usage.unknown_option", option="--json")
        if arguments.tour is not None and not arguments.demo:
            raise WrongUsageError("usage.demo_only", option="--tour")
        if arguments.selftest:
            return self_test(arguments, language)
        with (
            Interruption() as interruption,
            open_office(arguments.data_dir, demo=arguments.demo, reset=arguments.reset) as office,
        ):
            return _run(Desk(office, arguments, interruption, language))
    except WrongUsageError as wrong:
        tell(sentence(wrong.key, language, **wrong.facts))
        return Exit.WRONG_USAGE
    except RobExactError as error:
        message = error_line(error, language)
        tell(message)
        if arguments.json:
            print_json(_not_done(arguments, error, message))
        return exit_of(error)


def _not_done(arguments: Namespace, error: RobExactError, message: str) -> dict[str, object]:
    """With `--json` stdout holds one document, also where a command could not begin."""
    nothing: dict[str, object] = {"connected": False, "divisions": [], "rights": []}
    told: dict[str, object] = {"error": {"code": error.code, "message": message}}
    return nothing | told if arguments.command == "connect" else told


def _run(desk: Desk) -> Exit:
    if desk.arguments.demo:
        tell(sentence("demo.banner", desk.language))
    name: str | None = desk.arguments.command
    if name is None:
        return open_window(desk)
    if name == "settings":
        name = f"settings {desk.arguments.settings_command}"
    return COMMANDS[name](desk)
