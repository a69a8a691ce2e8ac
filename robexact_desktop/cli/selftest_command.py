"""`--selftest`: needs no settings, no login and no environment."""

from argparse import Namespace

from robexact_desktop.cli.exits import Exit
from robexact_desktop.cli.output import print_json, print_rows, tell
from robexact_desktop.cli.selftest import checks
from robexact_desktop.texts import Language, sentence


def self_test(arguments: Namespace, language: Language) -> Exit:
    """0 where everything is there, else 1."""
    rows = [
        {"name": check.name, "ok": check.ok, "message": check.message} for check in checks(arguments.data_dir, language)
    ]
    if arguments.root_json:
        print_json({"checks": rows})
    else:
        print_rows(rows)
    broken = [str(row["name"]) for row in rows if not row["ok"]]
    tell(
        sentence("selftest.lacking", language, names=", ".join(broken))
        if broken
        else sentence("selftest.all", language)
    )
    return Exit.LEFT_BEHIND if broken else Exit.DONE
