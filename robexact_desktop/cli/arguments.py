"""What may stand on the command line."""

import argparse
import re
from pathlib import Path
from typing import Any, NoReturn

from robexact_desktop.cli.exits import WrongUsageError

WRONG = (
    (re.compile(r"unrecognized arguments: (?P<option>.*)", re.DOTALL), "usage.unknown_option"),
    (re.compile(r"the following arguments are required: (?P<argument>.*)", re.DOTALL), "usage.missing_argument"),
    (re.compile(r"argument (?P<argument>\S+): expected .*", re.DOTALL), "usage.missing_argument"),
    (
        re.compile(r"argument COMMAND: invalid choice: '(?P<command>.*)' \(choose from (?P<choices>.*)\)", re.DOTALL),
        "usage.unknown_command",
    ),
    (
        re.compile(
            r"argument (?P<option>\S+): invalid choice: (?P<value>.*) \(choose from (?P<choices>.*)\)", re.DOTALL
        ),
        "usage.wrong_choice",
    ),
)
"""What argparse says in English, and our sentence for it; anything else is told as it is."""


class _Parser(argparse.ArgumentParser):
    """Options are never abbreviated: `send --all` is not `send --all-ready`."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **{"allow_abbrev": False, **options})

    def error(self, message: str) -> NoReturn:
        for shape, key in WRONG:
            if found := shape.fullmatch(message):
                raise WrongUsageError(key, **found.groupdict())
        raise WrongUsageError("usage.unknown_option", option=message)


def parser() -> argparse.ArgumentParser:
    """Raises WrongUsageError for what does not fit; `--help` prints and ends with 0."""
    root = _Parser("robexact-desktop", description="Robaws -> Exact Online: nooit dubbel, nooit kwijt, tot op de cent.")
    root.add_argument("--demo", action="store_true", help="an imaginary firm, no accounts needed")
    root.add_argument("--reset", action="store_true", help="with --demo: start anew")
    root.add_argument("--tour", type=Path, metavar="DIR", help="with --demo: walk the main job, pictures into DIR")
    root.add_argument("--data-dir", type=Path, metavar="DIR")
    root.add_argument("--environment", metavar="NAME")
    root.add_argument("--selftest", action="store_true", help="what this installation can do")
    root.add_argument("--json", action="store_true", dest="root_json", help="with --selftest: one JSON document")
    commands = root.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    _settings(commands)
    _sign_in_and_import(commands)
    _relations(commands)
    _invoices(commands)
    return root


def _command(commands: "argparse._SubParsersAction[_Parser]", name: str, does: str) -> _Parser:
    command = commands.add_parser(name, help=does, description=does)
    command.add_argument("--json", action="store_true", help="one JSON document on stdout")
    return command


def _settings(commands: "argparse._SubParsersAction[_Parser]") -> None:
    settings = commands.add_parser("settings", help="show or import the settings of an environment")
    of_settings = settings.add_subparsers(dest="settings_command", metavar="show|import", required=True)
    _command(of_settings, "show", "print the settings, secrets absent")
    importing = _command(of_settings, "import", "merge a TOML file, key by key")
    importing.add_argument("file", type=Path, metavar="FILE.toml")


def _sign_in_and_import(commands: "argparse._SubParsersAction[_Parser]") -> None:
    connect = _command(commands, "connect", "sign in to Exact Online")
    connect.add_argument("--no-browser", action="store_true", help="print the address; paste the one it ends on")
    _command(commands, "import", "refresh master data, relations and invoices")
    _command(commands, "payments", "feed payment status back to Robaws")
    _command(commands, "sync", "all that a scheduler should do, for each active environment")


def _relations(commands: "argparse._SubParsersAction[_Parser]") -> None:
    match = _command(commands, "match", "link relations by the certain rules")
    match.add_argument("--codes", type=Path, metavar="FILE.xlsx|csv", help="a sheet with EXACT_ONLINE_CODE")
    link = _command(commands, "link", "link a relation by hand")
    link.add_argument("relation")
    link.add_argument("account_id")
    unlink = _command(commands, "unlink", "take a link away")
    unlink.add_argument("relation")


def _invoices(commands: "argparse._SubParsersAction[_Parser]") -> None:
    override = _command(commands, "override", "set values of an invoice by hand")
    override.add_argument("invoice")
    override.add_argument("--line", type=int, metavar="N", help="counts from 0, TEXT lines left out")
    for option in ("gl", "vat", "cost-center", "cost-unit", "payment-condition"):
        override.add_argument(f"--{option}", metavar="CODE")
    override.add_argument("--period", metavar="YYYY/P")
    override.add_argument("--clear", action="store_true")
    listing = _command(commands, "invoices", "list invoices, no network")
    listing.add_argument("--kind", choices=("sales", "purchase"))
    listing.add_argument("--state", metavar="S")
    check = _command(commands, "check", "the dry run, no network")
    check.add_argument("ids", nargs="*", metavar="ID")
    check.add_argument("--all", action="store_true")
    send = _command(commands, "send", "send to the accountant")
    send.add_argument("ids", nargs="*", metavar="ID")
    send.add_argument("--all-ready", action="store_true")
    resolve = _command(commands, "resolve", "decide what stands in an invoice's place in Exact")
    resolve.add_argument("invoice")
    resolve.add_argument("decision", choices=("adopt", "resend", "skip"))
