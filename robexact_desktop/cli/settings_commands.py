"""`settings show` and `settings import`."""

import sys

import tomlkit

from robexact_desktop.adapters import settings_file
from robexact_desktop.cli.desk import Desk
from robexact_desktop.cli.exits import Exit
from robexact_desktop.cli.output import print_json
from robexact_desktop.domain.errors import SettingsError


def show_settings(desk: Desk) -> Exit:
    """The tree of the TOML, secrets absent."""
    tree = desk.office.settings_tree(desk.environment())
    if desk.arguments.json:
        print_json(tree)
    else:
        sys.stdout.write(tomlkit.dumps(tree))
    return Exit.DONE


def import_settings(desk: Desk) -> Exit:
    """Merge a file key by key; an environment that is new is created. Prints the tree as it is now.

    A file that names no environment is for the one that `--environment` names, else for the only one.
    """
    read = settings_file.read_file(desk.arguments.file)  # a file that cannot be read is told before another copy is
    wanted = desk.arguments.environment
    if "environment" not in read and wanted is None:
        wanted = desk.environment()
    if wanted is not None and read.get("environment", wanted) != wanted:
        raise SettingsError(key="environment", reason="another", value=read["environment"], allowed=wanted)
    with desk.office.alone():
        settings = desk.office.import_settings(read, wanted)
    tree = desk.office.settings_tree(settings.environment)
    if desk.arguments.json:
        print_json(tree)
    else:
        sys.stdout.write(tomlkit.dumps(tree))
    return Exit.DONE
